"""Choosing a calendar: every feed on one page, each with the same ways in."""

from urllib.parse import quote

import icalendar
from built_site import SITEURL, Built, SiteOf, event

PAGE = "agenda/calendriers/"


def uids(calendar: bytes) -> set[str]:
    return {str(one["UID"]) for one in icalendar.Calendar.from_ical(calendar).walk("VEVENT")}


def test_every_calendar_to_come_is_offered(tactic: Built) -> None:
    """All dates, each commission, each kind, each event that is not over."""
    offered = {target for target in tactic.page(PAGE).targets if target.endswith(".ics")}
    over = {"agenda/lancement-de-tactic/agenda.ics"}
    every = {file for file in tactic.files if file.endswith(".ics")}

    assert every - over == {url for url in offered if ":" not in url}


def test_each_calendar_can_be_followed_in_the_usual_programs(tactic: Built) -> None:
    """Telephones, Google, Outlook.com, Outlook within Microsoft 365."""
    file = "commissions/infrastructures-reseaux/agenda.ics"
    address, webcal = f"{SITEURL}/{file}", f"webcal://tactic.example/{file}"
    at = quote(address, safe="")
    name = quote("TacTic : Infrastructures et réseaux", safe="")
    targets = {target for target, _ in tactic.page(PAGE).links}
    wanted = {
        webcal,
        f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}",
        f"https://outlook.live.com/calendar/0/addfromweb?url={at}&name={name}",
        f"https://outlook.office.com/calendar/0/addfromweb?url={at}&name={name}",
    }

    assert set() == wanted - targets


def test_each_address_can_be_copied(tactic: Built) -> None:
    """For any other program."""
    written = {code.text for code in tactic.page(PAGE).main.iter("code")}

    assert f"{SITEURL}/agenda/par/type/formation/agenda.ics" in written


def test_without_an_address_only_files_are_offered(site_of: SiteOf) -> None:
    """What does not work is not shown."""
    page = site_of({"content/agenda/atelier.md": event("Atelier", kind="atelier")}).page(PAGE)

    assert [] == [target for target, _ in page.links if "outlook" in target or target.startswith("webcal")]


def test_links_of_one_name_say_of_which_calendar(tactic: Built) -> None:
    """A list of links that are all called « Google Agenda » is of no use."""
    said = [words for target, words in tactic.page(PAGE).links if "outlook.office.com" in target]

    assert len(said) == len(set(said))


def test_the_page_is_reached_from_the_foot_and_from_every_subscription(tactic: Built) -> None:
    """From the home page, the agenda, a commission."""
    urls = ("", "agenda/", "commissions/infrastructures-reseaux/")

    assert [] == [url for url in urls if PAGE not in tactic.page(url).targets]


def test_a_kind_has_the_dates_of_its_events_and_commissions(tactic: Built) -> None:
    """Under the same UIDs as everywhere."""
    every = uids(tactic.bytes("agenda.ics"))
    of_kind = uids(tactic.bytes("agenda/par/type/commission/agenda.ics"))

    assert {uid for uid in every if not uid.partition("@")[0].endswith(".agenda")} == of_kind


def test_the_calendar_of_a_kind_outlives_its_dates(site_of: SiteOf) -> None:
    """Who has subscribed to the parties of October waits for the next ones."""
    past = event("Fête", start="2026-10-01 18:30", duration="2h", kind="fête")
    site = site_of({"content/agenda/fete.md": past})

    assert {"fete.agenda@essai"} == uids(site.bytes("agenda/par/type/fete/agenda.ics"))


def test_events_beyond_thirty_are_counted(site_of: SiteOf) -> None:
    """The page stays one that can be read."""
    files = {f"content/agenda/e{number}.md": event(f"E{number}") for number in range(33)}
    page = site_of(files).page(PAGE)

    assert (31, True) == (len(list(page.main.iter("details"))), "3 autres" in page.main.text)
