"""Commissions: who leads them, who takes part, when they meet."""

import pytest
from built_site import Built, SiteOf

INFRASTRUCTURES = "commissions/infrastructures-reseaux/"


def test_every_commission_is_listed(tactic: Built) -> None:
    """The five of TacTic, as links; the body that governs it stands apart."""
    records = tactic.json("data/v1/commissions.json")["commissions"]
    ids = {record["id"] for record in records if not record["governance"]}

    assert {f"commissions/{id_}/" for id_ in ids} <= tactic.page("commissions/").targets and len(ids) == 5


def test_a_commission_names_who_leads_it(tactic: Built) -> None:
    """The person, and the member it comes from as a link."""
    page = tactic.page(INFRASTRUCTURES)

    assert ("Camille Exemple" in page.text, "annuaire/les-trois-octets/" in page.targets) == (True, True)


def test_a_commission_without_head_says_that_one_is_sought(tactic: Built) -> None:
    """An empty seat is an invitation, not a blank."""

    assert "à nommer" in tactic.page("commissions/education-ecoles/").main.text.lower()


LED = {
    "members.yaml": """\
members:
  - {id: alpha, name: Alpha, people: [{name: Jo Secrète}, {name: Al Bientôt, consent: 2026-11-23}]}
  - {id: kim, name: Kim Cachée, kind: person}
  - {id: discret, name: Discret, listed: false}
  - {id: parti, name: Partisson, left: 2026-11-22}
""",
    "commissions.yaml": """\
commissions:
  - {id: tue, name: Tue, chairs: [{member: alpha, person: Jo Secrète, role: Rôle de Jo, since: 2026-01-09}]}
  - {id: bientot, name: Bientôt, chairs: [{member: alpha, person: Al Bientôt, role: Rôle d’Al}]}
  - {id: seule, name: Seule, chairs: [{member: kim, role: Rôle de Kim, until: 2027-01-09}]}
  - {id: cachee, name: Cachée, chairs: [{member: discret, role: Rôle de Discret}]}
  - {id: quittee, name: Quittée, chairs: [{member: parti, role: Rôle de Parti}]}
  - {id: promise, name: Promise, chairs: [{member: alpha, role: Fonction promise, since: 2027-01-10}]}
  - {id: finie, name: Finie, chairs: [{member: discret, until: 2026-11-21}]}
  - {id: libre, name: Libre}
""",
}
WORDS = {
    "une personne, dont le nom n’est pas publié": {"tue", "bientot", "seule"},
    "un membre, qui n’est pas dans l’annuaire public": {"cachee"},
    "nomination faite": {"promise"},
    "à nommer": {"quittee", "finie", "libre"},
    "la place est libre": {"quittee", "finie", "libre"},
}


@pytest.fixture(scope="module")
def led(site_of: SiteOf) -> Built:
    return site_of(LED, siteurl="https://a.example")


@pytest.mark.parametrize("words", WORDS)
def test_withheld_unlisted_appointed_and_vacant_are_different_words(led: Built, words: str) -> None:
    """A place is offered only where it is free."""
    ids = [record["id"] for record in led.json("data/v1/commissions.json")["commissions"]]

    assert WORDS[words] == {id_ for id_ in ids if words in led.page(f"commissions/{id_}/").main.text.lower()}


def test_a_member_keeps_the_seat_of_who_is_not_named(led: Built) -> None:
    """It is public that the member leads; who does it there is not."""
    page = led.page("commissions/tue/")

    assert ("Alpha" in page.main.text, "annuaire/alpha/" in page.targets) == (True, True)


@pytest.mark.parametrize(
    "secret",
    ["Secrète", "Al Bientôt", "Cachée,", "Kim", "Discret", "Partisson", "Rôle", "2026-01-09", "2027-01-09"],
)
def test_nothing_of_a_head_who_is_not_named_is_in_any_file(led: Built, secret: str) -> None:
    """Neither the role, which is free text, nor the dates: pages, data, feeds, cards, search."""

    assert [] == [file for file in led.files if secret.encode() in led.bytes(file)]


def test_open_data_tell_a_taken_place_from_a_free_one(led: Built) -> None:
    """By `vacant`, and by why who has it is not named."""
    records = led.json("data/v1/commissions.json")["commissions"]
    seats = {one["id"]: [(chair["member"], chair["unnamed"]) for chair in one["chairs"]] for one in records}

    assert {"quittee", "finie", "libre"} == {one["id"] for one in records if one["vacant"]}
    assert [("alpha", "withheld"), (None, "withheld"), (None, "unlisted")] == [
        *seats["tue"],
        *seats["seule"],
        *seats["cachee"],
    ]


def test_a_commission_and_its_news_lead_to_each_other(tactic: Built) -> None:
    """What a commission publishes is found from it, and the other way round."""
    news = "actualites/sauvegardes-trois-copies/"

    assert (True, True) == (
        news in tactic.page(INFRASTRUCTURES).targets,
        INFRASTRUCTURES in tactic.page(news).targets,
    )


def test_a_commission_and_the_events_it_announces_lead_to_each_other(tactic: Built) -> None:
    """Meetings and announced events are one list."""
    announced = "agenda/une-heure-de-questions-sauvegardes/"

    assert (True, True) == (
        announced in tactic.page(INFRASTRUCTURES).targets,
        INFRASTRUCTURES in tactic.page(announced).targets,
    )


def test_a_commission_offers_its_calendar(tactic: Built) -> None:
    """Subscribed once, it follows."""
    links = tactic.page(INFRASTRUCTURES).targets
    addresses = (INFRASTRUCTURES + "agenda.ics", "webcal://tactic.example/" + INFRASTRUCTURES + "agenda.ics")

    assert set(addresses) <= links


def test_a_moved_meeting_says_so_in_words(tactic: Built) -> None:
    """« Reportée », with the date it had: colour and strike-through are not read aloud."""
    page = tactic.page(INFRASTRUCTURES)
    words = [word in page.main.text.lower() for word in ("reporté", "5 janvier")]

    assert ([True, True], True) == (words, "2027-01-12" in page.days)


def test_a_cancelled_meeting_says_so_in_words(tactic: Built) -> None:
    """« Annulée » beside its date."""
    page = tactic.page("commissions/monde-de-la-gestion/")

    assert (True, True) == ("annulé" in page.main.text.lower(), "2026-12-17" in page.days)


def test_a_date_without_meeting_is_not_shown(tactic: Built) -> None:
    """`except_on` is no meeting at all."""

    assert "2026-12-28" not in tactic.page("commissions/developpements-logiciels/").days


def test_a_meeting_for_members_only_is_nowhere(tactic: Built) -> None:
    """`visibility: members`: in no page, no calendar, no data."""
    public = [file for file in tactic.files if "Retours d’incident".encode() in tactic.bytes(file)]

    assert [] == public
