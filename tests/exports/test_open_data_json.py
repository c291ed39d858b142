"""The JSON files of /data/v1/: their keys are a contract (DESIGN section 4)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from association_samples import TACTIC, TODAY
from site_samples import PARIS, SiteAddresses, SwitchedOff

from association.domain.agenda import Agenda, agenda
from association.domain.association import Association
from association.domain.commissions import Mandate, Unnamed
from association.domain.members import Officer
from association.domain.text import plain
from association.exports.common import Addresses
from association.exports.open_data import commissions_json, events_json, members_json

Record = Mapping[str, object]
ADDRESSES = SiteAddresses()
YEAR = date(2026, 9, 1), date(2027, 8, 31)

MEMBER_KEYS = (
    "id name kind type summary skills town website email phone social url logo people commissions interns"
    " languages joined last_verified"
)
COMMISSION_KEYS = (
    "id name kind mission chairs members url calendar next_meeting vacant"
    " governance next_chairs past_chairs vacancies partners"
)
PERSON_KEYS = "id name role email phone photo since until"
PARTNER_KEYS = "id name kind country website email phone description contact url logo commissions"
EVENT_KEYS = (
    "uid title start end all_day status venue online registration commissions kind url"
    " recurrence_id moved_from place source reason"
)


def dates_of(association: Association) -> Agenda:
    return agenda(association.commissions, association.events, *YEAR, PARIS)


def members(addresses: Addresses = ADDRESSES) -> bytes:
    return members_json(TACTIC, addresses, "fr", TODAY)


def commissions(addresses: Addresses = ADDRESSES) -> bytes:
    return commissions_json(TACTIC, dates_of(TACTIC), addresses, "fr", TODAY)


def events(association: Association = TACTIC, addresses: Addresses = ADDRESSES) -> bytes:
    return events_json(association, dates_of(association), addresses, "fr", "tactic.example")


EVERYTHING = members() + commissions() + events()


def records(document: bytes) -> list[Record]:
    return cast(
        list[Record], next(value for value in json.loads(document).values() if isinstance(value, list))
    )


def record(document: bytes, **wanted: object) -> Record:
    return next(each for each in records(document) if wanted.items() <= each.items())


@pytest.mark.parametrize(
    ("document", "name", "keys"),
    [
        (members(), "members", MEMBER_KEYS),
        (commissions(), "commissions", COMMISSION_KEYS),
        (events(), "events", EVENT_KEYS),
    ],
    ids=["members", "commissions", "events"],
)
def test_every_record_has_the_keys_of_the_contract_in_their_order(
    document: bytes, name: str, keys: str
) -> None:
    """Under a version and one name; a key is there even when its value is absent."""
    parsed = json.loads(document)

    assert ["version", name] == list(parsed)[:2]
    assert 1 == parsed["version"]
    assert {keys} == {" ".join(each) for each in parsed[name]}


def test_the_people_of_the_association_stand_beside_its_commissions() -> None:
    """In the order of the file, with the keys of the documentation."""
    officer = Officer("Dominique Modèle", plain("Directrice"), id="direction", since=date(2024, 9, 1))
    acted_for = replace(TACTIC, people=(officer,))
    (found,) = json.loads(commissions_json(acted_for, dates_of(TACTIC), ADDRESSES, "fr", TODAY))["people"]

    assert PERSON_KEYS == " ".join(found)
    assert ("direction", "Directrice", "2024-09-01", None) == (
        found["id"],
        found["role"],
        found["since"],
        found["until"],
    )


def test_a_seat_of_one_of_the_association_s_people_names_them() -> None:
    """Nobody's member."""
    officer = Officer("Dominique Modèle", id="direction")
    led = replace(TACTIC, commissions=(replace(TACTIC.commissions[0], chairs=(Mandate(None, officer),)),))
    (found,) = records(commissions_json(led, dates_of(led), ADDRESSES, "fr", TODAY))
    (chair,) = found["chairs"]

    assert (None, "Dominique Modèle", "direction") == (
        chair["member"],
        chair["person"],
        chair["of_association"],
    )


def test_documents_are_utf_8_text_that_people_can_read() -> None:
    """Accents as they are, one line for each value, a line break at the end."""
    assert members().startswith(b'{\n "version": 1,\n "members": [\n  {\n   "id": "kernel",')
    assert "Éditeur d'authentification.".encode() in members()
    assert members().endswith(b"}\n")


def test_a_member_is_told_as_its_page_shows_it() -> None:
    """Links are absolute, dates ISO 8601; who leads a commission belongs to it."""
    assert {
        "id": "kernel",
        "name": "Kernel",
        "kind": "organisation",
        "type": "entreprise",
        "summary": "Éditeur d'authentification.",
        "skills": ["securite", "web"],
        "town": {"id": "arras", "name": "Arras", "lat": 50.291, "lon": 2.7775},
        "website": "https://kernel.example/",
        "email": "bonjour@kernel.example",
        "phone": "+33 3 21 00 00 00",
        "social": {"mastodon": "https://social.example/@kernel"},
        "url": "https://tactic.example/annuaire/kernel/",
        "logo": "https://tactic.example/images/logos/kernel.png",
        "people": [
            {"name": "Camille Exemple", "role": "Gérance", "email": None, "phone": None, "photo": None}
        ],
        "commissions": ["reseaux"],
        "interns": True,
        "languages": ["fr", "nl"],
        "joined": "2026-10-08",
        "last_verified": "2026-09-01",
    } == record(members(), id="kernel")


def test_what_a_member_does_not_say_is_null_or_empty() -> None:
    """A town without coordinates has null ones; a mandate that is over makes nobody a member of anything."""
    assert {
        "id": "lycee",
        "name": "Lycée",
        "kind": "school",
        "type": None,
        "summary": None,
        "skills": [],
        "town": {"id": "lens", "name": "Lens", "lat": None, "lon": None},
        "website": None,
        "email": None,
        "phone": None,
        "social": {},
        "url": "https://tactic.example/annuaire/lycee/",
        "logo": None,
        "people": [],
        "commissions": ["reseaux"],
        "interns": False,
        "languages": [],
        "joined": None,
        "last_verified": None,
    } == record(members(), id="lycee")


def test_a_member_without_town_has_none() -> None:
    """Null, not an object full of nulls."""
    homeless = replace(TACTIC, members=(replace(TACTIC.members[0], town=None),))

    assert record(members_json(homeless, ADDRESSES, "fr", TODAY), id="kernel")["town"] is None


def test_a_commission_tells_who_leads_it_now_and_when_it_meets_next() -> None:
    """Past heads are told apart; the cancelled date of December is not the next one."""
    in_november = commissions_json(TACTIC, dates_of(TACTIC), ADDRESSES, "fr", date(2026, 11, 21))

    assert {
        "id": "reseaux",
        "name": "Réseaux",
        "kind": "commission",
        "mission": "Serveurs, **liaisons** et [sauvegardes](https://tactic.example/s/).",
        "chairs": [
            {
                "member": "kernel",
                "person": "Camille Exemple",
                "role": "Responsable",
                "since": "2026-10-22",
                "until": None,
                "unnamed": None,
                "of_association": None,
            }
        ],
        "members": ["lycee"],
        "url": "https://tactic.example/commissions/reseaux/",
        "calendar": "https://tactic.example/commissions/reseaux/agenda.ics",
        "next_meeting": "2026-12-15T10:00:00+01:00",
        "vacant": False,
        "governance": False,
        "next_chairs": [],
        "past_chairs": [
            {
                "member": "lycee",
                "person": None,
                "role": "Présidence",
                "since": None,
                "until": "2026-01-01",
                "unnamed": None,
                "of_association": None,
            }
        ],
        "vacancies": [],
        "partners": [],
    } == record(in_november, id="reseaux")


def test_a_commission_to_be_set_up_has_no_head_and_no_meeting() -> None:
    """That is normal."""
    new = record(commissions(), id="ecoles")

    assert ([], [], None, True) == (new["chairs"], new["members"], new["next_meeting"], new["vacant"])


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        (Mandate(TACTIC.members[0], unnamed=Unnamed.WITHHELD), ("kernel", "withheld")),
        (Mandate(None, unnamed=Unnamed.WITHHELD), (None, "withheld")),
        (Mandate(None, unnamed=Unnamed.UNLISTED), (None, "unlisted")),
    ],
)
def test_a_head_who_is_not_named_is_a_head_all_the_same(
    seat: Mandate, expected: tuple[str | None, str]
) -> None:
    """A reader tells a free place from one whose holder is nobody's business."""
    led = replace(TACTIC, commissions=(replace(TACTIC.commissions[0], chairs=(seat,)),))
    (found,) = records(commissions_json(led, dates_of(led), ADDRESSES, "fr", TODAY))
    (chair,) = found["chairs"]

    assert (False, expected) == (found["vacant"], (chair["member"], chair["unnamed"]))
    assert {None} == {chair[key] for key in ("person", "role", "since", "until")}


def test_a_head_who_begins_later_is_not_told_but_the_place_is_not_free() -> None:
    """Nobody is in office, nobody is wanted."""
    led = replace(TACTIC, commissions=(replace(TACTIC.commissions[0], chairs=(), awaits_head=True),))
    (found,) = records(commissions_json(led, dates_of(led), ADDRESSES, "fr", TODAY))

    assert ([], False) == (found["chairs"], found["vacant"])


def test_a_site_without_address_links_from_its_root() -> None:
    """A reader of the file knows where it came from."""
    addresses = SiteAddresses("")

    assert "/annuaire/kernel/" == record(members(addresses), id="kernel")["url"]
    assert "/commissions/reseaux/agenda.ics" == record(commissions(addresses), id="reseaux")["calendar"]


def test_a_page_that_is_switched_off_is_null() -> None:
    """Not an empty string, which would be a link to the file itself."""
    addresses = SwitchedOff()

    assert record(members(addresses), id="kernel")["url"] is None
    assert {None} == {each["url"] for each in records(events(addresses=addresses))}
    assert {(None, None)} == {(each["url"], each["calendar"]) for each in records(commissions(addresses))}


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("members.json", MEMBER_KEYS),
        ("commissions.json", COMMISSION_KEYS),
        ("events.json", EVENT_KEYS),
        ("partners.json", PARTNER_KEYS),
    ],
)
def test_the_examples_of_the_documentation_have_the_keys_of_the_files(heading: str, keys: str) -> None:
    """docs/open-data.md is what others write their programs from."""
    page = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")
    example = page.split(f"\n## {heading}\n")[1].split("```json\n")[1].split("```")[0]

    assert keys == " ".join(json.loads(example))
