"""Meetings for members only, seen from outside: that all are is said, and nothing else."""

from datetime import date

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, build, sheet, write_site

RESERVED = "Réunions réservées aux membres"
NONE = "Aucune réunion annoncée"
SECRETS = ("zqid", "zqtitre", "zqsalle", "zqlien", "zqailleurs", "zqvoisine", "zqmixte", "zqbureau", "zqrue")
SECRETS += ("zqsujet", "zqraison", "zqmotif")
SECRET_DAYS = ("2027-06-05", "2027-01-20", "2027-02-17", "2027-03-14", "2027-05-19", "2026-10-21")
"""Of the first commission: an extra date, two of the rule, where one is moved to, a later one, a past one."""

PRIVATE = """
  - id: entre-nous
    name: Entre nous
    kind: groupe de travail
    mission: Ce que fait le groupe.
    members: []
    meetings:
      - id: zqid
        title: Atelier zqtitre
        start: 2026-10-21 19:17
        duration: 2h
        repeat: {every: mois, on: troisième mercredi}
        moved: [{from: 2027-03-17, to: 2027-03-14 08:43, venue: Chez zqailleurs, reason: Un zqmotif}]
        cancelled_on: [{date: 2027-05-19, reason: Une zqraison}]
        subjects: {2027-01-20: Le zqsujet, 2027-03-17: Un autre zqsujet}
        also_on: [2027-06-05 07:39]
        venue: zqsalle
        online: https://visio.example/zqlien
        visibility: members
      - id: zqvoisine
        title: Atelier zqvoisine
        start: 2027-01-20 19:47
        venue: zqsalle
        visibility: members
"""
EVENTS = """
  - id: en-fete
    name: En fête
    meetings:
      - {title: Bureau zqbureau, start: 2027-02-23 19:17, visibility: members}
"""
MIXED = """
  - id: mixte
    name: Mixte
    meetings:
      - {id: ouverte, title: Ouverte, start: 2026-12-10 18:30}
      - {id: zqid-2, title: Bureau zqmixte, start: 2027-02-24 19:17, visibility: members}
      - {id: zqid-3, title: Conseil zqmixte, start: 2027-02-25 19:17, visibility: members}
"""
BODY = """
  - id: comite
    name: Comité
    governance: true
    meetings:
      - {title: Bureau zqbureau, start: 2027-02-26 19:17, visibility: members}
"""
VENUES = "venues:\n  - {id: zqsalle, name: La zqsalle, address: 1 rue zqrue}\ncommissions:"
FETE = sheet(
    {"title": "Fête", "start": "2026-12-12 15:00", "duration": "3h", "commissions": "[en-fete]"}, "Venez."
)
EXPORTED = """\
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261001T000000Z
DTSTART:20270120T181700Z
DTEND:20270120T201700Z
SUMMARY:Atelier
END:VEVENT
"""
MINUTES = sheet({"commission": "entre-nous"}, "Il a été décidé.")


@pytest.fixture(
    scope="module", params=("", "girafe tambour olivier nuage fenêtre"), ids=("left out", "sealed")
)
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Built:
    """Without the passphrase of the members, and with it."""
    folder = tmp_path_factory.mktemp("private")
    files = {
        "commissions.yaml": VENUES + PRIVATE + EVENTS + MIXED + BODY,
        "content/agenda/fete.md": FETE,
        "content/comptes-rendus/2026-10-21.md": MINUTES,
    }
    passphrase = {"ASSOSITE_MEMBERS_PASSPHRASE": request.param} if request.param else {}
    return build(write_site(folder / "site", files), folder / "output", SITEURL, variables=passphrase)


def rows(site: Built, url: str) -> dict[str, str]:
    """What a list says of each commission."""
    lines = [one for one in site.page(url).main.iter("li") if any(one.iter("h3"))]
    return {line.first("h3").text: line.text for line in lines}


def section(site: Built, url: str, id_: str) -> str:
    every = site.page(url).main.iter("section")
    return next((one.text for one in every if id_ in str(one.attributes)), "")


def words_of(day: date) -> tuple[str, ...]:
    """As a page, a calendar and a reader would write it."""
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    return day.isoformat(), f"{day:%Y%m%d}", f"{day.day} {months[day.month - 1]}"


def plain_spaces(content: bytes) -> str:
    return content.decode("utf-8", "replace").replace("\u00a0", " ").replace("\u202f", " ")


def test_no_word_of_a_private_meeting_is_in_a_byte_of_the_site(site: Built) -> None:
    """Nor in the name of a file: title, id, rooms, their street, the address to join."""
    found = [(word, file) for file in site.files for word in SECRETS if word.encode() in site.bytes(file)]

    assert [] == found
    assert [] == [file for file in site.files for word in SECRETS if word in file]
    assert (0, True) == (site.code, "zqtitre" in site.said)


def test_no_day_of_a_private_meeting_is_in_the_site(site: Built) -> None:
    """In data, an attribute or words; the one whose minutes are public is told by them."""
    paper = "commissions/entre-nous/comptes-rendus/2026-10-21/"
    hidden = [word for day in SECRET_DAYS[:-1] for word in words_of(date.fromisoformat(day))]
    hidden += ["19 h 17", "T191700", "19:17:00", "8 h 43"]
    texts = {file: plain_spaces(site.bytes(file)) for file in site.files}

    assert [] == [(word, file) for file, text in texts.items() for word in hidden if word in text]
    assert site.has(paper)
    assert "19:17" not in site.text_of(paper)


def test_a_group_whose_meetings_are_private_says_so(site: Built) -> None:
    """Instead of that none is announced."""
    said = section(site, "commissions/entre-nous/", "p-reunions")

    assert (True, False) == (RESERVED in said, NONE in site.text_of("commissions/entre-nous/"))


def test_it_leads_to_the_section_of_the_members_where_there_is_one(site: Built) -> None:
    """From the page of the group and from the lists."""
    pages = ("commissions/entre-nous/", "commissions/", "", "gouvernance/")
    found = [{target for target, says in site.page(url).links if says == RESERVED} for url in pages]

    assert [{"membres/"} if site.has("membres/") else set()] * len(pages) == found


def test_lists_of_commissions_say_it(site: Built) -> None:
    """That of all, and the home page; of a body the list and the page on governance."""
    listed, home = rows(site, "commissions/"), rows(site, "")

    said = [listed["Entre nous"], listed["En fête"], listed["Comité"], home["Entre nous"]]

    assert [] == [line for line in said if RESERVED not in line]
    assert RESERVED in section(site, "gouvernance/", "p-organe-comite")
    assert RESERVED in section(site, "commissions/comite/", "p-reunions")


def test_a_group_that_meets_in_public_too_tells_that_and_no_more(site: Built) -> None:
    """Its page is the very page that it would have without the other meetings."""
    page = site.page("commissions/mixte/")

    assert (True, False) == ("2026-12-10" in page.days, RESERVED in page.main.text)
    assert "déc. 10 jeudi" in rows(site, "commissions/")["Mixte"]


def test_private_meetings_change_no_byte_of_what_a_mixed_group_publishes(site_of: SiteOf) -> None:
    """How many there are cannot be told, nor that there are any."""
    without = "\n".join(line for line in MIXED.splitlines() if "members" not in line)
    first, second = (site_of({"commissions.yaml": "commissions:" + text}) for text in (MIXED, without))

    assert first.contents() == second.contents()


def test_dates_of_a_private_meeting_change_no_byte(site_of: SiteOf) -> None:
    """Whatever a group changes in them, or however many it has."""
    written = VENUES + PRIVATE
    later = written.replace("19:17", "20:07").replace("Atelier", "Le").replace("2027-06-05", "2027-06-06")
    first, second = (site_of({"commissions.yaml": text}) for text in (written, later))

    assert first.contents() == second.contents()


def test_the_town_of_a_room_for_members_is_not_told(site_of: SiteOf) -> None:
    """In free words, that nobody declared for all; one of a room where the public comes is."""
    venues = "{id: zqsalle, name: La zqsalle, town: Zqville}, {id: foyer, name: Foyer, town: Lens}"
    open_meeting = MIXED.replace("2026-12-10 18:30", "2026-12-10 18:30, venue: foyer")
    files = {
        "members.yaml": "members: [{id: a, name: A}]\n",
        "commissions.yaml": f"venues: [{venues}]\ncommissions:{PRIVATE}{open_meeting}",
    }
    site = site_of(files)

    assert [] == [file for file in site.files if b"qville" in site.bytes(file)]
    assert "Lens" in site.text("annuaire/recherche.json")


def test_no_calendar_is_offered_that_would_stay_empty(site: Built) -> None:
    """On its page, in the choice of calendars, in the open data; the file stays for who has it already."""
    file = "commissions/entre-nous/agenda.ics"
    pages = [url for url in site.urls if file in site.text_of(url)]
    records = site.json("data/v1/commissions.json")["commissions"]
    record = next(one for one in records if one["id"] == "entre-nous")

    assert ([], None, None) == (pages, record["calendar"], record["next_meeting"])
    assert b"BEGIN:VEVENT" not in site.bytes(file)


def test_events_of_such_a_group_can_be_followed(site: Built) -> None:
    """Its page lists them, under a title that says no meetings."""
    page, file = site.page("commissions/en-fete/"), "commissions/en-fete/agenda.ics"
    said = section(site, "commissions/en-fete/", "p-reunions")

    assert (True, True) == ("Prochains rendez-vous" in said, RESERVED in said)
    assert file in page.targets
    assert file in site.page("agenda/calendriers/").targets
    assert "Suivre les réunions" not in page.main.text


def test_an_agenda_without_a_date_says_that_it_shows_public_ones(site_of: SiteOf) -> None:
    """Where a group meets privately."""
    text = site_of({"commissions.yaml": VENUES + PRIVATE}).page("agenda/").main.text

    assert (True, True) == ("Aucun rendez-vous public annoncé" in text, RESERVED in text)


@pytest.mark.parametrize(
    ("language", "url", "expected"),
    [
        ("nl", "werkgroepen/entre-nous/", "Vergaderingen alleen voor leden"),
        ("en", "committees/entre-nous/", "Meetings for members only"),
    ],
)
def test_it_is_said_in_the_language_of_the_site(
    site_of: SiteOf, language: str, url: str, expected: str
) -> None:
    """On the page of the group."""
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{language}"')
    site = site_of({"commissions.yaml": VENUES + PRIVATE, "pelicanconf.py": settings})

    assert expected in site.page(url).main.text


def test_every_language_of_a_site_keeps_silent(site_of: SiteOf) -> None:
    """In the second as in the first."""
    settings = SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n'
    site = site_of({"commissions.yaml": VENUES + PRIVATE + MIXED, "pelicanconf.py": settings})

    assert [] == [file for file in site.files for word in SECRETS if word.encode() in site.bytes(file)]
    assert "Vergaderingen alleen voor leden" in site.page("nl/werkgroepen/entre-nous/").main.text


def test_a_private_meeting_does_not_come_back_in_a_calendar_that_was_exported_here(site_of: SiteOf) -> None:
    """While it was public, or from the members’ section: as a date of a partner it would be public."""
    uids = ("zqid.entre-nous@essai", "bal.agenda@essai", "bal@ailleurs")
    calendar = "".join(EXPORTED.format(uid=uid) for uid in uids)
    files = {
        "commissions.yaml": VENUES + PRIVATE,
        "content/agenda/bal.md": FETE.replace("title", "visibility: members\ntitle").replace("en-fete", ""),
        "content/agenda/imports/voisins.ics": f"BEGIN:VCALENDAR\nVERSION:2.0\n{calendar}END:VCALENDAR\n",
    }
    events = site_of(files).json("data/v1/events.json")["events"]

    assert ["bal@ailleurs"] == [one["uid"] for one in events]


def test_two_private_meetings_in_one_room_are_told_to_editors(site: Built) -> None:
    """As those of the public are."""
    clashes = [line for line in site.problems if "[venue-taken]" in line]

    assert 1 == len(clashes)
    assert "Atelier zqvoisine" in clashes[0]
