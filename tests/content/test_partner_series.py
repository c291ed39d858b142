"""Exceptions of partners' events apply whatever their form; what is odd is told, and the rest is shown."""

from pathlib import Path

import pytest
from partner_calendars import PARIS, calendar, event, every_date, told, warned

WEEKLY = (f"DTSTART;{PARIS}:20261201T180000", "RRULE:FREQ=WEEKLY;COUNT=3")
DAYS = ("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=3")
ALL_BUT_THE_SECOND = ["12-01 18:00 Atelier", "12-15 18:00 Atelier"]
MOVED = ["12-01 18:00 Atelier", "12-09 19:00 Ailleurs for 12-08 18:00", "12-15 18:00 Atelier"]
FORMS_OF_THE_SECOND = [
    f";{PARIS}:20261208T180000",
    ":20261208T170000Z",
    ";TZID=Europe/London:20261208T170000",
    ";TZID=Romance Standard Time:20261208T180000",
    ";VALUE=DATE:20261208",
    ":20261208",
    ":20261208T180000",
    ":20261208T180000Z",
    ";TZID=Nowhere:20261208T180000",
    f";{PARIS}:20261208T000000",
]
FORMS_OF_THE_SECOND_DAY = [
    ";VALUE=DATE:20261208",
    ":20261208T000000",
    f";{PARIS}:20261208T000000",
    ";TZID=Romance Standard Time:20261208T000000",
    ":20261207T230000Z",
    ":20261208T000000Z",
    f";{PARIS};VALUE=DATE:20261208",
]


@pytest.mark.parametrize("form", FORMS_OF_THE_SECOND)
def test_a_date_is_taken_out_whatever_form_it_is_named_in(tmp_path: Path, form: str) -> None:
    """Of another zone, of another kind, with the Z that some programs add to local hours."""

    assert ALL_BUT_THE_SECOND == told(tmp_path, calendar(event(*WEEKLY, f"EXDATE{form}")))


@pytest.mark.parametrize("form", FORMS_OF_THE_SECOND)
def test_a_date_is_moved_whatever_form_it_is_named_in(tmp_path: Path, form: str) -> None:
    """And is not shown at its former hour too."""
    moved = event(f"RECURRENCE-ID{form}", f"DTSTART;{PARIS}:20261209T190000", title="SUMMARY:Ailleurs")

    assert MOVED == told(tmp_path, calendar(event(*WEEKLY), moved))


@pytest.mark.parametrize("form", FORMS_OF_THE_SECOND_DAY)
@pytest.mark.parametrize("key", ["EXDATE", "RECURRENCE-ID"])
def test_a_whole_day_is_named_by_its_midnight_too(tmp_path: Path, key: str, form: str) -> None:
    """As Exchange does, on the clocks there or in UTC."""
    named = f"{key}{form}"
    second = event(named, "DTSTART;VALUE=DATE:20261209")
    content = calendar(event(*DAYS, named)) if key == "EXDATE" else calendar(event(*DAYS), second)
    between = [] if key == "EXDATE" else ["12-09 Atelier for 12-08"]

    assert ["12-01 Atelier", *between, "12-15 Atelier"] == told(tmp_path, content)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (f";{PARIS}:20261203T100000", "12-03 10:00"),
        (":20261203T090000Z,20261203T090000Z", "12-03 10:00"),
        (";TZID=Europe/London:20261203T090000", "12-03 10:00"),
        (";VALUE=DATE:20261203", "12-03 18:00"),
        (";VALUE=PERIOD:20261203T090000Z/PT2H", "12-03 10:00-12:00"),
        (";VALUE=PERIOD:20261203T090000Z/20261203T113000Z", "12-03 10:00-12:30"),
        (f";VALUE=PERIOD;{PARIS}:20261203T100000/PT45M", "12-03 10:00-10:45"),
    ],
)
def test_a_date_is_added_whatever_its_form(tmp_path: Path, form: str, expected: str) -> None:
    """A day alone has the hour of the event; a period lasts as long as it says."""
    content = calendar(event(f"DTSTART;{PARIS}:20261201T180000", f"RDATE{form}"))

    assert ["12-01 18:00 Atelier", f"{expected} Atelier"] == told(tmp_path, content)


@pytest.mark.parametrize(
    "until",
    ["20261208", "20261208T000000Z", "20261207T230000Z", "20261208T000000", "20261214T230000"],
)
def test_the_last_whole_day_counts_however_the_end_is_written(tmp_path: Path, until: str) -> None:
    """Midnight in UTC, midnight here, the day."""
    content = calendar(event("DTSTART;VALUE=DATE:20261201", f"RRULE:FREQ=WEEKLY;UNTIL={until}"))

    assert ["12-01 Atelier", "12-08 Atelier"] == told(tmp_path, content)


def test_the_highest_sequence_wins(tmp_path: Path) -> None:
    """Wherever it stands in the file: of what replaces a date, and of the event itself."""
    events = [
        event(*WEEKLY, "SEQUENCE:2"),
        event(f"DTSTART;{PARIS}:20261202T180000", "SEQUENCE:1"),
        *(
            event(f"RECURRENCE-ID;{PARIS}:20261208T180000", f"DTSTART;{PARIS}:{start}", sequence)
            for start, sequence in (
                ("20261208T150000", "SEQUENCE:1"),
                ("20261209T190000", "SEQUENCE:3"),
                ("20261208T120000", "SEQUENCE:2"),
            )
        ),
    ]

    assert [line.replace("Ailleurs", "Atelier") for line in MOVED] == told(tmp_path, calendar(*events))


@pytest.mark.parametrize("private", ["PRIVATE", "confidential", "X-SECRET"])
def test_a_private_date_is_shown_at_no_hour(tmp_path: Path, private: str) -> None:
    """Neither where it is now nor where it was."""
    hidden = event(
        f"RECURRENCE-ID;{PARIS}:20261208T180000", f"DTSTART;{PARIS}:20261209T190000", f"CLASS:{private}"
    )

    assert ALL_BUT_THE_SECOND == told(tmp_path, calendar(event(*WEEKLY), hidden))


def test_what_replaces_a_date_of_a_private_event_is_private_too(tmp_path: Path) -> None:
    """Many programs write the class on the event alone; nothing odd about it is told either."""
    date = (f"RECURRENCE-ID;{PARIS}:20261208T180000", "DTSTART:soon")
    content = calendar(event(*WEEKLY, "CLASS:PRIVATE"), event(*date, title="SUMMARY:Secret"))

    assert ([], []) == (told(tmp_path, content), warned(tmp_path, content))


@pytest.mark.parametrize("line", ["CLASS:", "CLASS:public", "CLASS;X-A=b:PUBLIC"])
def test_an_empty_class_is_public(tmp_path: Path, line: str) -> None:
    """Mozilla and SabreDAV write it so."""
    cancelled = event(
        f"RECURRENCE-ID;{PARIS}:20261208T180000", f"DTSTART;{PARIS}:20261208T180000", line, "STATUS:CANCELLED"
    )

    assert "12-08 18:00 Atelier cancelled" in told(tmp_path, calendar(event(*WEEKLY), cancelled))


def test_what_is_changed_from_a_date_on_is_changed(tmp_path: Path) -> None:
    """An hour later, and longer; the clocks of spring are no hindrance."""
    content = calendar(
        event(f"DTSTART;{PARIS}:20270302T180000", "RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3"),
        event(
            f"RECURRENCE-ID;RANGE=THISANDFUTURE;{PARIS}:20270406T180000",
            f"DTSTART;{PARIS}:20270407T190000",
            "DURATION:PT1H",
            title="",
        ),
    )

    assert [
        "03-02 18:00 Atelier",
        "04-07 19:00-20:00 Atelier for 04-06 18:00",
        "05-05 19:00-20:00 Atelier for 05-04 18:00",
    ] == told(tmp_path, content)


def test_a_date_of_its_own_stays_what_it_is_after_a_change_of_all(tmp_path: Path) -> None:
    """The nearest word counts."""
    content = calendar(
        event(f"DTSTART;{PARIS}:20261201T180000", "RRULE:FREQ=DAILY;COUNT=4"),
        event(f"RECURRENCE-ID;RANGE=THISANDFUTURE;{PARIS}:20261202T180000", "STATUS:CANCELLED"),
        event(f"RECURRENCE-ID;{PARIS}:20261203T180000", f"DTSTART;{PARIS}:20261203T200000"),
    )

    assert [
        "12-01 18:00 Atelier",
        "12-02 18:00 Atelier cancelled",
        "12-03 20:00 Atelier for 12-03 18:00",
        "12-04 18:00 Atelier cancelled",
    ] == told(tmp_path, content)


def test_what_is_private_from_a_date_on_is_not_shown_from_there(tmp_path: Path) -> None:
    """Nor at its former hours."""
    hidden = event(f"RECURRENCE-ID;RANGE=THISANDFUTURE;{PARIS}:20261208T180000", "CLASS:PRIVATE")

    assert ["12-01 18:00 Atelier"] == told(tmp_path, calendar(event(*WEEKLY), hidden))


def test_a_date_that_is_cancelled_by_its_day_keeps_its_hour(tmp_path: Path) -> None:
    """It need not say when it begins."""
    cancelled = event("RECURRENCE-ID;VALUE=DATE:20261208", "STATUS:CANCELLED")

    assert "12-08 18:00 Atelier cancelled" == told(tmp_path, calendar(event(*WEEKLY), cancelled))[1]


def test_a_former_version_that_looks_like_a_single_date_is_none(tmp_path: Path) -> None:
    """It has a rule of its own, and a date that the event has no more; a later one of that kind counts."""
    former = (f"RECURRENCE-ID;{PARIS}:20261210T180000", f"DTSTART;{PARIS}:20261210T180000", WEEKLY[1])
    events = [event(*WEEKLY, "SEQUENCE:2"), event(*former, "SEQUENCE:1")]
    later = [event(*WEEKLY, "SEQUENCE:2"), event(*former, "SEQUENCE:3")]

    assert (3, 4) == (len(told(tmp_path, calendar(*events))), len(told(tmp_path, calendar(*later))))


def test_a_calendar_that_cancels_cancels_all_it_holds(tmp_path: Path) -> None:
    """METHOD:CANCEL, the message of a program to another one."""

    assert ["12-01 18:00 Atelier cancelled"] == told(
        tmp_path, calendar(event(WEEKLY[0]), head="METHOD:CANCEL")
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((f"DTSTART;{PARIS}:20261201T240000",), "12-02 00:00"),
        ((f"DTSTART;{PARIS}:20261201T220000", f"DTEND;{PARIS}:20261201T240000"), "12-01 22:00-12-02 00:00"),
        ((f"DTSTART;{PARIS};VALUE=DATE:20261219", f"DTEND;{PARIS};VALUE=DATE:20270104"), "12-19-01-03"),
        (("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261201"), "12-01"),
        (("DTSTART;VALUE=DATE:20261201T000000",), "12-01"),
        (("DTSTART;VALUE=DATE:20261201", "DTEND:20261203T000000"), "12-01-12-02"),
        (("DTSTART;VALUE=DATE:20261201", "DURATION:P2D"), "12-01-12-02"),
        ((f"DTSTART;{PARIS}:20261201T180000", "DTEND:20261201T190000"), "12-01 18:00-19:00"),
        ((f"DTSTART;{PARIS}:20261201T180000Z", "DURATION:PT90M"), "12-01 18:00-19:30"),
        ((f"DTSTART;{PARIS}:20261201T1800",), "12-01 18:00"),
        ((f"DTSTART;{PARIS}:20261201T180000", "RRULE:"), "12-01 18:00"),
    ],
)
def test_days_and_hours_are_read_as_programs_write_them(
    tmp_path: Path, lines: tuple[str, ...], expected: str
) -> None:
    """24:00, a whole day with a zone, an end of another kind than the start, a rule that says nothing."""

    assert [f"{expected} Atelier"] == told(tmp_path, calendar(event(*lines)))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY; BYDAY=TU, TH ;COUNT=3",
        "freq=weekly;byday=tu,th;count=3;",
        "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3;X-A=b",
        "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3;INTERVAL=",
        "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3;RSCALE=GREGORIAN",
        "FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=18;BYMINUTE=0;UNTIL=20261208",
    ],
)
def test_a_rule_is_followed_however_it_is_typed(tmp_path: Path, rule: str) -> None:
    """Blanks, small letters, parts that are empty or not of the standard, the hour once more."""
    content = calendar(event(f"DTSTART;{PARIS}:20261201T180000", f"RRULE:{rule}"))

    assert ["12-01", "12-03", "12-08"] == [line[:5] for line in told(tmp_path, content)]


def test_several_rules_are_followed_together(tmp_path: Path) -> None:
    """Each date once."""
    content = calendar(event(WEEKLY[0], "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2"))

    assert ["12-01 18:00 Atelier", "12-02 18:00 Atelier", "12-08 18:00 Atelier"] == told(tmp_path, content)


def test_a_series_that_ended_before_it_began_is_none(tmp_path: Path) -> None:
    """Whoever deletes all of it from the first date on leaves this behind."""

    assert [] == told(tmp_path, calendar(event(WEEKLY[0], "RRULE:FREQ=WEEKLY;UNTIL=20261130T170000Z")))


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=DAILY;BYHOUR=8,9,10,11,12", "D1 #5", "INTERVAL=2"])
def test_a_rule_nobody_can_follow_stops_nothing_else(tmp_path: Path, rule: str) -> None:
    """The event is named, and left out; the other one is shown."""
    odd = event(WEEKLY[0], f"RRULE:{rule}", uid="UID:odd")
    content = calendar(odd, event(WEEKLY[0], title="SUMMARY:Autre"))

    assert (["12-01 18:00 Autre"], 1) == (told(tmp_path, content), len(warned(tmp_path, content)))


@pytest.mark.parametrize(
    ("lines", "said", "shown"),
    [
        (("DTSTART:demain",), 'has a "DTSTART" that cannot be read; it is left out', 0),
        ((), 'has no "DTSTART"; it is left out', 0),
        (("DTSTART:20261203T180000Z", "DTEND:20261203T170000Z"), "ends before it begins; it is left out", 0),
        (("DTSTART:20261203T180000Z", "DURATION:-PT1H"), "ends before it begins; it is left out", 0),
        (("DTSTART:20261203T180000Z", "DTEND:PT1H"), 'has a "DTEND" that cannot be read; the event is', 1),
        (("DTSTART:20261203T180000Z", "DURATION:1 h"), 'has a "DURATION" that cannot be read; the event', 1),
        (("DTSTART:20261203T180000Z", "EXDATE:demain"), 'has a "EXDATE" that cannot be read; the event', 1),
        (("DTSTART:20261203T180000Z", "RDATE:demain"), 'has a "RDATE" that cannot be read; the event', 1),
        (("DTSTART:20261203T180000Z", "RECURRENCE-ID:demain"), 'has a "RECURRENCE-ID" that cannot be', 0),
        (("DTSTART;TZID=Lune/Base:20261203T180000",), 'is in an unknown time zone, "Lune/Base"; it is', 0),
    ],
)
def test_what_is_odd_is_told_and_the_rest_is_shown(
    tmp_path: Path, lines: tuple[str, ...], said: str, shown: int
) -> None:
    """A warning: nobody here can mend what somebody else exports."""
    odd = event(*lines, uid="UID:odd", title="SUMMARY:Bizarre")
    content = calendar(odd, event(WEEKLY[0]))
    [warning] = warned(tmp_path, content)
    named = [line for line in told(tmp_path, content) if "Bizarre" in line]

    assert (True, shown, True) == (
        warning.startswith(f'warning: the event "Bizarre" {said}'),
        len(named),
        "12-01 18:00 Atelier" in told(tmp_path, content),
    )


def test_an_event_without_uid_has_the_same_one_in_every_build(tmp_path: Path) -> None:
    """However many others come to stand before it; two of them have two."""
    alone = event(WEEKLY[0], uid="")
    [one] = every_date(tmp_path, calendar(alone))
    among = every_date(tmp_path, calendar(event("DTSTART:20261202T180000Z", uid=""), alone))

    assert (True, 2) == (one.uid in {each.uid for each in among}, len({each.uid for each in among}))


@pytest.mark.parametrize("title", ["", "SUMMARY:", "SUMMARY: "])
def test_an_event_without_title_is_named_after_its_calendar(tmp_path: Path, title: str) -> None:
    """And the editor is told which one it is."""
    content = calendar(event(WEEKLY[0], title=title), head="X-WR-CALNAME:La Ruche")

    assert (["12-01 18:00 La Ruche"], True) == (
        told(tmp_path, content),
        warned(tmp_path, content)[0].startswith('warning: the event "a@b.example" has no "SUMMARY"'),
    )


def test_a_date_that_has_no_title_has_that_of_its_event(tmp_path: Path) -> None:
    """Nothing is odd about it."""
    change = event(f"RECURRENCE-ID;{PARIS}:20261208T180000", "STATUS:CANCELLED", title="")
    content = calendar(event(*WEEKLY), change)

    assert ("12-08 18:00 Atelier cancelled", []) == (told(tmp_path, content)[1], warned(tmp_path, content))


def test_many_alike_are_told_briefly(tmp_path: Path) -> None:
    """A program that leaves out a line leaves it out always."""
    content = calendar(*(event(f"DTSTART:202612{day}T180000Z", uid="") for day in range(10, 25)))
    said = warned(tmp_path, content)

    assert (15, 11, True) == (
        len(told(tmp_path, content)),
        len(said),
        said[-1].startswith("warning: 5 more events of this calendar are like the last one"),
    )


def test_what_is_odd_about_a_time_long_past_is_not_told(tmp_path: Path) -> None:
    """None of it is shown."""
    content = calendar(event("DTSTART:20150101T100000Z", uid="", title=""), event(WEEKLY[0]))

    assert [] == warned(tmp_path, content)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (event("DTSTART:20261203T180000Z"), ["12-01 18:00 Atelier", "12-03 19:00 Atelier"]),
        (event(WEEKLY[0]), ["12-01 18:00 Atelier"]),
        (event(WEEKLY[0], "STATUS:CANCELLED"), ["12-01 18:00 Atelier cancelled"]),
    ],
)
def test_two_events_of_one_uid(tmp_path: Path, other: str, expected: list[str]) -> None:
    """By mistake, twice the same, or two versions; each date has a UID of its own in our calendars."""
    content = calendar(event(WEEKLY[0]), other)
    own = {one.own_uid for one in every_date(tmp_path, content)}

    assert (expected, len(expected)) == (told(tmp_path, content), len(own))


def test_what_goes_on_is_shown_although_it_began_long_ago(tmp_path: Path) -> None:
    """An exhibition; one that is over is not."""
    content = calendar(
        event("DTSTART;VALUE=DATE:20231001", "DTEND;VALUE=DATE:20270901"),
        event("DTSTART;VALUE=DATE:20231001", "DTEND;VALUE=DATE:20251001", uid="UID:over"),
        event("DTSTART:20240101T100000Z", "DTEND:20261231T100000Z", uid="UID:hours"),
    )

    assert ["10-01-08-31 Atelier", "01-01 11:00-12-31 11:00 Atelier"] == told(tmp_path, content)
