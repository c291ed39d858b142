"""How often what calendars tell has changed, counted from the versions of the files."""

from datetime import UTC, datetime, timedelta

import pytest

from association.domain.history import History, Past
from association.sources import history as module
from association.sources.history import FileChange, Revision, Versions, history

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
BAL = "content/agenda/bal.md"
COMMISSIONS = "commissions.yaml"

MEETINGS = """\
venues:
  - {id: salle, name: Salle, address: "2, rue de l'Exemple"}
commissions:
  - id: reseaux
    name: Réseaux
    members: [kernel]
    meetings:
      - {title: Réunion, start: 2026-11-03 18:30, venue: salle}
  - id: ecoles
    name: Écoles
    meetings:
      - {id: visite, title: Visite, start: 2026-11-05 18:30}
"""
BALL = "---\ntitle: Bal\nstart: 2026-12-01 18:30\nvenue: salle\nimage: bal.png\n---\nOn danse.\n"

Files = dict[str, str | None]


def remembered(*states: Files) -> History:
    """The oldest first, one a day; each says what becomes of the files it names."""
    revisions: list[Revision] = []
    contents: dict[str, bytes] = {}
    now: dict[str, str] = {}
    for day, state in enumerate(states):
        files = []
        for path, text in state.items():
            before, after = now.pop(path, None), None
            if text is not None:
                after = now[path] = text
                contents[text] = text.encode()
            files.append(FileChange(path, (before,), after))
        revisions.insert(0, Revision(FIRST_DAY + timedelta(days=day), tuple(files)))
    return history(revisions, now, Versions(COMMISSIONS, contents))


def told(past: Past) -> tuple[int, int | None]:
    """Changes, and on which day the last one was."""
    return past.changes, (past.last - FIRST_DAY).days if past.last else None


def bal(*texts: str) -> tuple[int, int | None]:
    return told(remembered(*({BAL: text} for text in texts)).of_event("bal"))


def test_what_was_written_once_has_not_changed() -> None:
    """Its announcement is its last change."""

    assert (0, 0) == bal(BALL)


@pytest.mark.parametrize(
    "changed",
    [
        BALL.replace("18:30", "19:30"),
        BALL.replace("Bal", "Grand bal"),
        BALL.replace("salle", "cave"),
        BALL.replace("---\nOn", "event_status: cancelled\n---\nOn"),
    ],
    ids=["hour", "title", "venue", "status"],
)
def test_each_change_counts_once(changed: str) -> None:
    """And again when it is taken back."""

    assert [(1, 1), (2, 2)] == [bal(BALL, changed), bal(BALL, changed, BALL)]


@pytest.mark.parametrize(
    "changed",
    [
        BALL.replace("On danse.", "On danse toute la nuit."),
        BALL.replace("bal.png", "orchestre.png"),
        BALL.replace("title: Bal\n", "# Un titre court\ntitle:  Bal\n"),
    ],
    ids=["text", "image", "spelling"],
)
def test_what_no_calendar_tells_does_not_count(changed: str) -> None:
    """The page may say more than the calendar."""

    assert (0, 0) == bal(BALL, changed)


def test_a_file_that_changes_its_name_and_keeps_its_slug_keeps_its_past() -> None:
    """The UID is made from the slug."""
    renamed = remembered(
        {BAL: BALL},
        {BAL: BALL.replace("18:30", "19:30")},
        {BAL: None, "content/agenda/2026-12-01-bal.md": BALL.replace("18:30", "19:30")},
    )

    assert (1, 1) == told(renamed.of_event("bal"))


def test_an_event_that_comes_back_has_not_lost_its_past() -> None:
    """A calendar may still know it."""
    again = remembered({BAL: BALL}, {BAL: BALL.replace("18:30", "19:30")}, {BAL: None}, {BAL: BALL})

    assert (2, 3) == told(again.of_event("bal"))


def test_meetings_have_pasts_of_their_own() -> None:
    """Though one file tells of all."""
    changed = MEETINGS.replace("start: 2026-11-05", "start: 2026-11-06")
    both = remembered({COMMISSIONS: MEETINGS}, {COMMISSIONS: changed})

    assert [(0, 0), (1, 1)] == [
        told(both.of_meeting("reseaux", "reunion")),
        told(both.of_meeting("ecoles", "visite")),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("name: Réseaux", "name: Serveurs", (1, 1)), ("[kernel]", "[kernel, icea]", (0, 0))],
)
def test_what_a_meeting_s_commission_is_called_is_told_with_it(
    old: str, new: str, expected: tuple[int, int]
) -> None:
    """Who takes part is not."""
    renamed = remembered({COMMISSIONS: MEETINGS}, {COMMISSIONS: MEETINGS.replace(old, new)})

    assert expected == told(renamed.of_meeting("reseaux", "reunion"))


def test_the_address_of_a_venue_is_told_with_all_that_is_held_there() -> None:
    """Meetings and events, but none announced afterwards."""
    elsewhere = {COMMISSIONS: MEETINGS.replace("2, rue", "3, rue")}
    known = remembered({COMMISSIONS: MEETINGS}, {BAL: BALL}, elsewhere)
    new = remembered({COMMISSIONS: MEETINGS}, elsewhere, {BAL: BALL})

    assert [(1, 2), (1, 2), (0, 0), (0, 2)] == [
        told(known.of_event("bal")),
        told(known.of_meeting("reseaux", "reunion")),
        told(known.of_meeting("ecoles", "visite")),
        told(new.of_event("bal")),
    ]


def test_a_merge_counts_only_what_is_in_neither_of_its_parents() -> None:
    """Each of them has been counted already."""
    hour, title, both = (
        BALL.replace("18:30", "19:30"),
        BALL.replace("Bal", "Fête"),
        BALL.replace("18:30", "19:30").replace("Bal", "Fête"),
    )
    steps = [((hour, title), both), ((BALL,), title), ((BALL,), hour), ((None,), BALL)]
    revisions = [Revision(FIRST_DAY, (FileChange(BAL, before, after),)) for before, after in steps]
    contents = {text: text.encode() for text in (BALL, hour, title, both)}
    merged = history(revisions, {BAL: both}, Versions(COMMISSIONS, contents))

    assert 3 == merged.of_event("bal").changes


def test_a_merge_of_changes_to_different_meetings_changes_neither() -> None:
    """The file is new, what it says of each is not."""
    one = MEETINGS.replace("start: 2026-11-05", "start: 2026-11-06")
    other = MEETINGS.replace("name: Réseaux", "name: Serveurs")
    both = one.replace("name: Réseaux", "name: Serveurs")
    revision = Revision(FIRST_DAY, (FileChange(COMMISSIONS, (one, other), both),))
    contents = {text: text.encode() for text in (one, other, both)}
    merged = history([revision], {COMMISSIONS: both}, Versions(COMMISSIONS, contents))

    assert [None, None] == [
        merged.of_meeting("reseaux", "reunion").last,
        merged.of_meeting("ecoles", "visite").last,
    ]


@pytest.mark.parametrize(
    "broken", ["---\ntitle: [\n---\n", "---\ntitle: Bal\n", "\x00", "", "---\n- a\n---\n", "&a " * 9]
)
def test_a_version_that_cannot_be_read_does_no_harm(broken: str) -> None:
    """Mistakes were committed too, and put right."""
    assert (1, 2) == bal(BALL, broken, BALL)


def test_of_very_many_revisions_the_older_ones_are_only_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """For everything alike: the number goes on growing, and never falls."""
    monkeypatch.setattr(module, "RECENT", 3)
    versions = [BALL.replace("18:30", f"{hour}:00") for hour in (10, 11, 11, 12, 13, 13, 13, 13, 14)]
    counts = [bal(*versions[:number])[0] for number in range(1, len(versions) + 1)]

    assert sorted(counts) == counts
    assert counts[-2] < counts[-1]


def test_what_no_recent_revision_changed_is_as_old_as_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment is known without reading the old versions."""
    monkeypatch.setattr(module, "RECENT", 1)
    known = remembered({BAL: BALL}, {COMMISSIONS: MEETINGS}, {COMMISSIONS: MEETINGS.replace("Réu", "Ré-u")})

    assert 0 == told(known.of_event("bal"))[1]
