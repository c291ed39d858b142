"""What members' phones know after each build: exactly what is true by then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import icalendar
import pytest
from built_site import TODAY, Built, build, write_site
from calendar_readers import line
from calendar_subscribers import Forgetful, Remembering, age, name_of

FIRST, LAST = date(2026, 10, 1), date(2027, 10, 31)
COMMISSIONS = """\
venues:
  - {id: salle, name: Salle, address: "2, rue de l'Exemple"}
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - title: Réunion
        start: 2026-11-03 18:30
        duration: 2h
        repeat: {every: month, on: first tuesday}
        venue: salle
        except_on: []
        cancelled_on: []
        moved: []
        also_on: []
"""
TOUR = """\
---
title: Le tour
dates:
  - {id: lens, start: 2027-02-09 18:30, duration: 2h, venue: salle}
  - {id: arras, start: 2027-05-27, end: 2027-05-29}
---
Deux soirées.
"""
NEW = 509_189_760
"""SEQUENCE of what nothing is known of, at TODAY."""
MEETINGS, EVENTS = "commissions.yaml", "content/agenda/tour.md"
STEPS = [
    ("announced", MEETINGS, "", ""),
    ("moved", MEETINGS, "moved: []", "moved: [{from: 2027-01-05, to: 2027-01-12 19:00}]"),
    ("moved again", MEETINGS, "2027-01-12 19:00", "2027-01-13 20:00"),
    ("cancelled", MEETINGS, "cancelled_on: []", "cancelled_on: [2027-03-02, 2027-04-06]"),
    ("not cancelled after all", MEETINGS, "cancelled_on: [2027-03-02, 2027-04-06]", "cancelled_on: []"),
    ("not moved after all", MEETINGS, "moved: [{from: 2027-01-05, to: 2027-01-13 20:00}]", "moved: []"),
    ("cancelled anew", MEETINGS, "cancelled_on: []", "cancelled_on: [2027-05-04]"),
    ("a date more", MEETINGS, "also_on: []", "also_on: [2027-04-20 10:00]"),
    ("a date less", MEETINGS, "also_on: [2027-04-20 10:00]", "also_on: []"),
    ("a hole", MEETINGS, "except_on: []", "except_on: [2027-07-06]"),
    (
        "a subject",
        MEETINGS,
        "        venue: salle\n",
        "        venue: salle\n        subjects: {2027-02-02: Vœux}\n",
    ),
    ("another subject", MEETINGS, "Vœux", "Le bilan"),
    ("a reason", MEETINGS, "[2027-05-04]", "[{date: 2027-05-04, reason: Salle fermée}]"),
    ("no subject after all", MEETINGS, "        subjects: {2027-02-02: Le bilan}\n", ""),
    ("another hour", MEETINGS, "2026-11-03 18:30", "2026-11-03 19:00"),
    ("another length", MEETINGS, "duration: 2h", "duration: 90min"),
    ("another title", MEETINGS, "title: Réunion", "title: Rencontre"),
    ("another name", MEETINGS, "name: Réseaux", "name: Serveurs"),
    ("another rule", MEETINGS, "every: month", "every: 2 months"),
    ("an end", MEETINGS, "tuesday}", "tuesday, until: 2027-09-30}"),
    ("another address", MEETINGS, "2, rue", "3, rue"),
    ("a series that moves", EVENTS, "2027-02-09 18:30", "2027-02-10 19:00"),
    ("a series with a cancelled date", EVENTS, "end: 2027-05-29", "end: 2027-05-29, status: cancelled"),
    ("a series with its date back", EVENTS, ", status: cancelled", ""),
    ("a series with another title", EVENTS, "title: Le tour", "title: Le grand tour"),
    ("a series with a date less", EVENTS, "  - {id: arras, start: 2027-05-27, end: 2027-05-29}\n", ""),
]
NAMES = [name for name, *_ in STEPS]


@dataclass(frozen=True)
class Told:
    """After one step: the truth, what each subscriber sees, and the SEQUENCE numbers that ever fell."""

    truth: list[str]
    forgetful: list[str]
    remembering: list[str]
    fallen: list[tuple[str, str]]
    ages: dict[tuple[str, str], tuple[int, datetime]]


REVISIONS = "data/v1/revisions.json"
Story = dict[str, Told]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Each build knows what the one before it has published."""
    folder = tmp_path_factory.mktemp("story")
    return dict(zip(NAMES, chapters(folder, knowing=lambda number: True), strict=True))


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Two builds of three know nothing of it: the host did not answer, or somebody copied the files."""
    folder = tmp_path_factory.mktemp("forgotten")
    return dict(zip(NAMES, chapters(folder, knowing=lambda number: number % 3 == 1), strict=True))


def chapters(folder: Path, knowing: Callable[[int], bool]) -> Iterator[Told]:
    """One change and one build a day."""
    files, forgetful, remembering = {MEETINGS: COMMISSIONS, EVENTS: TOUR}, Forgetful(), Remembering()
    published = ""
    for number, (_, file, old, new) in enumerate(STEPS):
        assert old in files[file]
        files[file] = files[file].replace(old, new)
        site = write_site(folder / "site", files)
        moment = TODAY + timedelta(days=number, hours=1)
        known = published if knowing(number) else ""
        built = build(site, folder / f"output-{number}", moment=moment, revisions=known)
        assert (0, "") == (built.code, built.said)
        published = built.text(REVISIONS)
        for subscriber in (forgetful, remembering):
            subscriber.fetch(built.bytes("agenda.ics"))
        yield told(built, forgetful, remembering)


def told(built: Built, forgetful: Forgetful, remembering: Remembering) -> Told:
    return Told(
        truth(built),
        forgetful.sees(FIRST, LAST),
        remembering.sees(FIRST, LAST),
        list(remembering.fallen),
        ages_in(built),
    )


def truth(built: Built) -> list[str]:
    """The occurrences as the domain told them to the open data."""
    events = built.json("data/v1/events.json")["events"]
    return sorted(occurrence(event) for event in events if event["start"] < str(LAST))


def occurrence(event: dict[str, object]) -> str:
    status = "CANCELLED" if event["status"] == "cancelled" else "CONFIRMED"
    start, end = (moment(str(event[key])) for key in ("start", "end"))
    return line(start, end if isinstance(end, datetime) else end + timedelta(days=1), status)


def moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@pytest.mark.parametrize("step", NAMES)
def test_who_fetches_the_whole_calendar_sees_the_truth(step: str, story: Story) -> None:
    """As Google, Apple and Outlook do with a subscription."""

    assert story[step].truth == story[step].forgetful


@pytest.mark.parametrize("step", NAMES)
def test_who_remembers_what_it_was_told_sees_the_truth(step: str, story: Story, forgotten: Story) -> None:
    """Every change is told with a number that makes it believed, and so is what is taken back."""

    assert (story[step].truth, forgotten[step].truth) == (
        story[step].remembering,
        forgotten[step].remembering,
    )


def test_no_sequence_ever_falls(story: Story, forgotten: Story) -> None:
    """RFC 5545 section 3.8.7.4: it only grows, whatever a build knows of those before it."""

    assert ([], []) == (story[NAMES[-1]].fallen, forgotten[NAMES[-1]].fallen)


def test_every_change_raises_what_it_changes_and_nothing_else(story: Story) -> None:
    """The meeting by steps of the meeting, the series by those of the series; a date beside is its own."""
    raised = {}
    for before, after in pairwise(NAMES):
        old, new = story[before].ages, story[after].ages
        both = sorted(
            name[0].split(".", 1)[1].split("@")[0]
            for name in old
            if not name[1] and name in new
            if old[name] < new[name]
        )
        raised[after] = " ".join(dict.fromkeys(both))
    expected = {name: "tour.agenda" if "series" in name else "reseaux" for name in NAMES[1:]}
    nothing = dict.fromkeys(("a date more", "a date less", "a series with a date less"), "")

    assert expected | nothing | {"another address": "reseaux tour.agenda"} == raised


def test_an_override_is_never_older_than_its_rule(story: Story) -> None:
    """Or a subscriber would believe the rule."""
    older = [
        (step, name)
        for step, chapter in story.items()
        for name, age_ in chapter.ages.items()
        if name[1] and age_ < chapter.ages[name[0], ""]
    ]

    assert [] == older


def test_a_calendar_says_when_each_thing_last_changed(story: Story) -> None:
    """The moment of the build that told it first."""
    moment = TODAY + timedelta(days=NAMES.index("another address"), hours=1)

    assert moment == story[NAMES[-1]].ages["reunion.reseaux@essai", ""][1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site"), {EVENTS: TOUR, MEETINGS: COMMISSIONS})


def test_unchanged_data_give_the_same_dates_whenever_they_are_built(site: Path, tmp_path: Path) -> None:
    """A nightly build says of nothing that it has changed."""
    first = build(site, tmp_path / "first")
    second = build(
        site, tmp_path / "second", moment=TODAY + timedelta(days=1), revisions=first.text(REVISIONS)
    )
    dates = [built.bytes("agenda.ics").split(b"BEGIN:VTIMEZONE")[1] for built in (first, second)]

    assert dates[0] == dates[1]


def test_a_build_of_an_earlier_moment_tells_nothing_older(site: Path, tmp_path: Path) -> None:
    """A computer's clock was wrong, in this build or in the one before it."""
    first = build(site, tmp_path / "first")
    write_site(site, {EVENTS: TOUR.replace("Le tour", "Le détour")})
    yesterday = TODAY - timedelta(days=1)
    second = build(site, tmp_path / "second", moment=yesterday, revisions=first.text(REVISIONS))
    old, new = (ages_in(built) for built in (first, second))

    assert [] == [name for name in old if new[name] < old[name]]
    assert {True} == {new[name] > old[name] for name in old if name[0].endswith("tour.agenda@essai")}


def ages_in(built: Built) -> dict[tuple[str, str], tuple[int, datetime]]:
    vevents = icalendar.Calendar.from_ical(built.bytes("agenda.ics")).walk("VEVENT")
    return {name_of(vevent): age(vevent) for vevent in vevents}


@pytest.mark.parametrize("revisions", ["<!doctype html><title>404</title>", "{}", "[]", '{"version": 2}'])
def test_what_no_build_has_published_is_said_and_does_no_harm(
    revisions: str, site: Path, tmp_path: Path
) -> None:
    """Many hosts answer with a page of their own where there is no such file."""
    built = build(site, tmp_path / "output", revisions=revisions)
    said = (
        "revisions.json:1:1: warning: this is not what an earlier build has published; calendars say of every"
        " date that it has changed; give the revisions.json of the published site, or an empty file if it"
        " has none yet [revisions]"
    )

    assert (0, said) == (built.code, built.said.splitlines()[0])
    assert {(NEW, TODAY)} == set(ages_in(built).values())
