"""Commissions: who leads them, who takes part, when they meet."""

from built_site import Built, SiteOf

INFRASTRUCTURES = "commissions/infrastructures-reseaux/"


def test_every_commission_is_listed(tactic: Built) -> None:
    """The five of TacTic, as links."""
    ids = {record["id"] for record in tactic.json("data/v1/commissions.json")["commissions"]}

    assert {f"commissions/{id_}/" for id_ in ids} <= tactic.page("commissions/").targets and len(ids) == 5


def test_a_commission_names_who_leads_it(tactic: Built) -> None:
    """The person, and the member it comes from as a link."""
    page = tactic.page(INFRASTRUCTURES)

    assert ("Camille Exemple" in page.text, "annuaire/les-trois-octets/" in page.targets) == (True, True)


def test_a_commission_without_head_says_that_one_is_sought(tactic: Built) -> None:
    """An empty seat is an invitation, not a blank."""

    assert "à nommer" in tactic.page("commissions/education-ecoles/").main.text.lower()


def test_a_head_who_did_not_agree_is_not_named(site_of: SiteOf) -> None:
    """The member holds the seat alone."""
    site = site_of(
        {
            "members.yaml": "members:\n  - {id: alpha, name: Alpha, people: [{name: Jo Secrète}]}\n",
            "commissions.yaml": "commissions:\n"
            "  - {id: fete, name: Fête, chairs: [{member: alpha, person: Jo Secrète, role: Responsable}]}\n",
        }
    )
    text = site.page("commissions/fete/").main.text

    assert (True, False) == ("Alpha" in text, "Secrète" in text)


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
