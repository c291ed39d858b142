"""/data/v1/: what others have built on; keys are only ever added (DESIGN section 4)."""

import csv
from io import StringIO

import pytest
import vobject
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf

MEMBER = (
    "id name kind type summary skills town website email phone social url logo people commissions interns "
    "languages joined last_verified"
).split()
COMMISSION = "id name kind mission chairs members url calendar next_meeting".split()
EVENT = "uid title start end all_day status venue online registration commissions kind url".split()


@pytest.mark.parametrize(
    ("name", "keys"), [("members", MEMBER), ("commissions", COMMISSION), ("events", EVENT)]
)
def test_every_record_begins_with_the_promised_keys_in_their_order(
    tactic: Built, name: str, keys: list[str]
) -> None:
    """Absent values are there too, as null."""
    document = tactic.json(f"data/v1/{name}.json")
    orders = {tuple(record)[: len(keys)] for record in document[name]}

    assert (["version", name], 1, {tuple(keys)}) == (list(document)[:2], document["version"], orders)


def test_a_town_has_a_name_and_a_position(tactic: Built) -> None:
    """For maps."""
    towns = [record["town"] for record in tactic.json("data/v1/members.json")["members"]]

    assert {("id", "name", "lat", "lon")} == {tuple(town) for town in towns if town}


def test_a_person_has_a_name_and_a_role_first(tactic: Built) -> None:
    """Only those who agreed, with what they agreed to."""
    people = [
        person for record in tactic.json("data/v1/members.json")["members"] for person in record["people"]
    ]

    assert people and {("name", "role")} == {tuple(person)[:2] for person in people}


def test_what_is_absent_is_null(site_of: SiteOf) -> None:
    """And what holds several is empty."""
    record = site_of({"members.yaml": "members:\n  - {id: alpha, name: Alpha}\n"}).json(
        "data/v1/members.json"
    )
    alpha = record["members"][0]

    assert ([None] * 5, [[], [], {}]) == (
        [alpha[key] for key in ("type", "town", "website", "joined", "logo")],
        [alpha[key] for key in ("skills", "people", "social")],
    )


def test_the_addresses_lead_to_pages_of_the_site(tactic: Built) -> None:
    """Every `url` and `calendar` of the three files."""
    records = [
        record
        for name in ("members", "commissions", "events")
        for record in tactic.json(f"data/v1/{name}.json")[name]
    ]
    addresses = {record[key] for record in records for key in ("url", "calendar") if record.get(key)}

    assert addresses and [] == [url for url in addresses if not tactic.has(url.removeprefix(f"{SITEURL}/"))]


def test_events_reach_one_year_back_and_one_year_ahead(site_of: SiteOf) -> None:
    """A meeting without end is told for as long as one plans."""
    weekly = """\
commissions:
  - id: chorale
    name: Chorale
    meetings:
      - {title: Répétition, start: 2025-01-06 19:00, duration: 2h, repeat: {every: week, on: monday}}
"""
    starts = [
        each["start"][:10]
        for each in site_of({"commissions.yaml": weekly}).json("data/v1/events.json")["events"]
    ]

    assert ("2025-11-24", "2027-11-22", 105) == (starts[0], starts[-1], len(starts))


def test_moments_carry_their_offset(tactic: Built) -> None:
    """Days when all day; else the offset of summer or winter."""
    events = tactic.json("data/v1/events.json")["events"]
    lengths = {(each["all_day"], len(each["start"])) for each in events}

    assert {(True, len("2027-05-27")), (False, len("2027-05-11T18:30:00+02:00"))} == lengths


def test_every_file_of_members_holds_the_same_ones(tactic: Built) -> None:
    """In the same order, with the same names; on the map, those that have a place on it."""
    records = tactic.json("data/v1/members.json")["members"]
    rows = list(csv.DictReader(StringIO(tactic.text("data/v1/members.csv"), newline="")))
    features = tactic.json("data/v1/members.geojson")["features"]
    cards = list(vobject.readComponents(tactic.text("data/v1/members.vcf")))
    expected = [(record["id"], record["name"]) for record in records]
    located = [(record["id"], record["name"]) for record in records if (record["town"] or {}).get("lat")]

    assert expected and located
    assert expected == [(row["id"], row["name"]) for row in rows]
    assert located == [(feature["id"], feature["properties"]["name"]) for feature in features]
    assert expected == [(member_of(card.uid.value), card.fn.value) for card in cards]


def member_of(uid: str) -> str:
    return uid.removeprefix("member.").partition("@")[0]


def test_somebody_who_is_not_listed_is_in_no_file(tactic: Built) -> None:
    """`listed: false` means the directory in all its forms."""
    files = ("members.json", "members.csv", "members.geojson", "members.vcf")

    assert [] == [name for name in files if "Ducasse" in tactic.text(f"data/v1/{name}")]


@pytest.mark.parametrize(
    ("pattern", "type_"),
    [
        ("/*.vcf", "text/vcard; charset=utf-8"),
        ("/*.csv", "text/csv; charset=utf-8; header=present"),
        ("/*.geojson", "application/geo+json"),
    ],
)
def test_hosts_are_told_what_the_files_are(tactic: Built, pattern: str, type_: str) -> None:
    """A browser would show a card as a text, or save a table without its name."""

    assert f"\n{pattern}\n  Content-Type: {type_}\n" in tactic.text("_headers")


@pytest.mark.parametrize("kind", ["MEMBERS_CSV", "MEMBERS_GEOJSON", "MEMBERS_VCARDS"])
def test_a_file_can_be_switched_off(site_of: SiteOf, kind: str) -> None:
    """With an empty `_SAVE_AS`, like any page."""
    off = SMALLEST_SETTINGS + f'{kind}_SAVE_AS = ""\n'
    files = site_of({"pelicanconf.py": off, "members.yaml": "members:\n  - {id: alpha, name: Alpha}\n"}).files

    assert 3 == len([file for file in files if file.startswith("data/v1/members.")])
