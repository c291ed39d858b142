"""Meetings: rhythms in words and in RFC 5545, local times, exceptions."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from site_on_disk import association, codes, dates, meeting, report, with_meeting

from association.domain.meetings import Move, Remark, Rule
from association.domain.text import Text, plain

START = "start: 2026-11-03 18:30\n"
RHYTHM = START + "repeat: {every: 2 months, on: first tuesday}\n"


@pytest.mark.parametrize(
    ("start", "repeat", "rule", "first"),
    [
        ("2026-11-03", "{every: day}", "FREQ=DAILY", "2026-11-03 2026-11-04 2026-11-05 2026-11-06"),
        (
            "2026-11-03",
            "{every: 10 days}",
            "FREQ=DAILY;INTERVAL=10",
            "2026-11-03 2026-11-13 2026-11-23 2026-12-03",
        ),
        (
            "2026-11-03",
            "{every: week}",
            "FREQ=WEEKLY;BYDAY=TU",
            "2026-11-03 2026-11-10 2026-11-17 2026-11-24",
        ),
        (
            "2026-11-03",
            "{every: 2 weeks, on: tuesday}",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
            "2026-11-03 2026-11-17 2026-12-01 2026-12-15",
        ),
        (
            "2026-11-03",
            "{every: month}",
            "FREQ=MONTHLY;BYMONTHDAY=3",
            "2026-11-03 2026-12-03 2027-01-03 2027-02-03",
        ),
        (
            "2026-11-15",
            "{every: month, on: day 15}",
            "FREQ=MONTHLY;BYMONTHDAY=15",
            "2026-11-15 2026-12-15 2027-01-15 2027-02-15",
        ),
        (
            "2026-11-03",
            "{every: 2 months, on: first tuesday}",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU",
            "2026-11-03 2027-01-05 2027-03-02 2027-05-04",
        ),
        (
            "2026-10-26",
            "{every: month, on: last monday}",
            "FREQ=MONTHLY;BYDAY=-1MO",
            "2026-10-26 2026-11-30 2026-12-28 2027-01-25",
        ),
        (
            "2026-11-03",
            "{every: year}",
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3",
            "2026-11-03 2027-11-03 2028-11-03 2029-11-03",
        ),
        (
            "2026-11-03",
            "{every: year, on: first tuesday}",
            "FREQ=YEARLY;BYMONTH=11;BYDAY=1TU",
            "2026-11-03 2027-11-02 2028-11-07 2029-11-06",
        ),
        (
            "2026-11-12",
            '{rrule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH"}',
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH",
            "2026-11-12 2027-01-14 2027-03-11 2027-05-13",
        ),
    ],
)
def test_a_rhythm_in_words_is_a_rule(tmp_path: Path, start: str, repeat: str, rule: str, first: str) -> None:
    """With everything written out that RFC 5545 would take from the first date."""
    found = meeting(tmp_path, f"start: {start} 18:30\nrepeat: {repeat}")

    assert (rule, first) == (";".join("=".join(part) for part in found.rule.parts()), dates(found))


def test_until_includes_its_day(tmp_path: Path) -> None:
    """The meeting of that evening still takes place."""
    found = meeting(tmp_path, START + "repeat: {every: week, until: 2026-11-17}")

    assert (datetime(2026, 11, 17, 23, 59, 59), "2026-11-03 2026-11-10 2026-11-17") == (
        found.rule.until,
        dates(found),
    )


def test_count_counts_the_first_date(tmp_path: Path) -> None:
    """As RFC 5545 does."""

    assert "2026-11-03 2026-11-10" == dates(meeting(tmp_path, START + "repeat: {every: week, count: 2}"))


def test_the_end_of_an_rrule_in_utc_is_told_in_local_time(tmp_path: Path) -> None:
    """17:30 UTC is 18:30 in Paris in winter, so that date is still in."""
    repeat = 'repeat: {rrule: "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261117T173000Z"}'
    found = meeting(tmp_path, START + repeat)

    assert (datetime(2026, 11, 17, 18, 30), "2026-11-03 2026-11-10 2026-11-17") == (
        found.rule.until,
        dates(found),
    )


def test_until_may_end_an_rrule_that_has_no_end(tmp_path: Path) -> None:
    """Handy for a rhythm copied from elsewhere."""
    found = meeting(tmp_path, START + 'repeat: {rrule: "FREQ=WEEKLY", until: 2026-11-10}')

    assert "2026-11-03 2026-11-10" == dates(found)


def test_a_meeting_has_an_id_an_hour_and_the_zone_of_the_site(tmp_path: Path) -> None:
    """Defaults of what is not written."""
    found = meeting(tmp_path, START)

    assert ("reunion", timedelta(hours=1), ZoneInfo("Europe/Paris"), False, None) == (
        found.id,
        found.duration,
        found.zone,
        found.is_all_day,
        found.rule,
    )


def test_a_meeting_may_have_its_own_zone(tmp_path: Path) -> None:
    """Two o'clock in the morning of 28 March 2027 exists in London's neighbour Reykjavik."""
    found = meeting(tmp_path, "start: 2027-03-28 02:30\ntimezone: Atlantic/Reykjavik")

    assert ZoneInfo("Atlantic/Reykjavik") == found.zone


def test_a_start_without_time_is_a_meeting_of_whole_days(tmp_path: Path) -> None:
    """One day, unless it says more."""
    one = meeting(tmp_path, "start: 2026-11-03")
    three = meeting(tmp_path, "start: 2026-11-03\nduration: 3 days")

    assert [(True, timedelta(days=1)), (True, timedelta(days=3))] == [
        (m.is_all_day, m.duration) for m in (one, three)
    ]


def test_exceptions_become_dates_of_the_meeting(tmp_path: Path) -> None:
    """In order of time; an extra date is local and naive like the start."""
    found = meeting(
        tmp_path,
        RHYTHM
        + """\
except_on: [2027-03-02, 2027-01-05]
cancelled_on: [2027-05-04]
also_on: [2027-04-20 19:00, 2027-02-02]
""",
    )

    assert (
        (date(2027, 1, 5), date(2027, 3, 2)),
        (date(2027, 5, 4),),
        (datetime(2027, 2, 2, 18, 30), datetime(2027, 4, 20, 19)),
    ) == (found.except_on, found.cancelled_on, found.also_on)


def test_a_moved_date_keeps_its_hour_when_none_is_written(tmp_path: Path) -> None:
    """Of the date it replaces, which may be an extra one."""
    found = meeting(
        tmp_path,
        RHYTHM
        + """\
also_on: [2027-02-02 12:15]
moved: [{from: 2027-01-05, to: 2027-01-12}, {from: 2027-02-02, to: 2027-02-09, venue: Mairie}]
""",
    )

    assert [
        (date(2027, 1, 5), datetime(2027, 1, 12, 18, 30), None),
        (date(2027, 2, 2), datetime(2027, 2, 9, 12, 15), "Mairie"),
    ] == [(move.day, move.to, move.venue and str(move.venue.name)) for move in found.moved]


def test_the_place_a_date_is_moved_to_may_have_a_name_in_each_language(tmp_path: Path) -> None:
    """As that of the meeting."""
    names = "{fr: Maison communale, nl: Gemeentehuis}"
    (move,) = meeting(
        tmp_path, f"{RHYTHM}moved: [{{from: 2027-01-05, to: 2027-01-12, venue: {names}}}]"
    ).moved

    assert move.venue and (("fr", "Maison communale"), ("nl", "Gemeentehuis")) == move.venue.name.versions


def test_an_all_day_meeting_is_moved_by_days(tmp_path: Path) -> None:
    """Midnight stands for the whole day."""
    found = meeting(tmp_path, "start: 2026-11-03\nmoved: [{from: 2026-11-03, to: 2026-11-10}]")

    assert (Move(date(2026, 11, 3), datetime(2026, 11, 10)),) == found.moved


@pytest.mark.parametrize("list_name", ["except_on", "cancelled_on"])
def test_an_exception_may_be_about_an_extra_date(tmp_path: Path, list_name: str) -> None:
    """Extra dates are real dates."""

    assert [] == codes(tmp_path, with_meeting(RHYTHM + f"also_on: [2027-02-02]\n{list_name}: [2027-02-02]"))


def test_an_exception_after_the_end_of_the_rule_hits_nothing(tmp_path: Path) -> None:
    """The last date is the nearest."""
    lines = START + "repeat: {every: week, until: 2026-11-17}\nexcept_on: [2026-11-24]"

    assert "no meeting on 2026-11-24; the nearest is 2026-11-17" in report(tmp_path, with_meeting(lines))[0]


def test_the_nearest_dates_are_on_both_sides(tmp_path: Path) -> None:
    """One before, one after."""
    lines = RHYTHM + "cancelled_on: [2027-01-06]"

    assert (
        "no meeting on 2027-01-06; the nearest are 2027-01-05 and 2027-03-02"
        in report(tmp_path, with_meeting(lines))[0]
    )


def test_the_interval_does_not_limit_where_a_rhythm_may_begin(tmp_path: Path) -> None:
    """Every second first Tuesday may begin with any first Tuesday."""
    lines = "start: 2026-11-10 18:30\nrepeat: {every: 2 months, on: first tuesday}"

    assert "the nearest are 2026-11-03 and 2026-12-01" in report(tmp_path, with_meeting(lines))[0]


@pytest.mark.parametrize(
    "lines",
    [
        "start: 2024-02-29\nrepeat: {every: year}",
        "start: 2026-01-31\nrepeat: {every: month}",
        "start: 2199-12-31\nrepeat: {every: day}",
        "start: 1999-12-31 23:59\nrepeat: {every: day}\nexcept_on: [2026-11-03]",
    ],
)
def test_unusual_rhythms_are_fine(tmp_path: Path, lines: str) -> None:
    """Leap days, last days, long histories."""

    assert [] == codes(tmp_path, with_meeting(lines))


@pytest.mark.parametrize("day", ["2199-12-31", "1900-01-01"])
def test_a_date_centuries_away_is_told_at_once(tmp_path: Path, day: str) -> None:
    """An endless rule is followed no farther than somebody asks."""
    lines = START + f"repeat: {{every: 3 days}}\nexcept_on: [{day}]"

    assert f"no meeting on {day}; the nearest" in report(tmp_path, with_meeting(lines))[0]


def test_meetings_of_members_only_are_checked_and_never_published(tmp_path: Path) -> None:
    """Their dates appear in no calendar."""
    public = codes(
        tmp_path,
        with_meeting("start: 2026-11-04\nrepeat: {every: month, on: first tuesday}\nvisibility: members"),
    )

    assert ["not-an-occurrence"] == public


def test_an_unpublished_meeting_is_not_in_the_domain(tmp_path: Path) -> None:
    """`visibility: members`."""
    with pytest.raises(IndexError):
        meeting(tmp_path, START + "visibility: members")


@pytest.mark.parametrize(
    ("visibilities", "expected"),
    [(("members", "members"), True), (("members", "public"), False), (("public",), False), ((), False)],
)
def test_a_commission_meets_privately_where_all_its_meetings_are(
    tmp_path: Path, visibilities: tuple[str, ...], expected: bool
) -> None:
    """One that tells dates does not tell that there are others; one without meetings has nothing to hide."""
    lines = [
        f"{{id: m{place}, start: 2027-11-03 18:30, visibility: {one}}}"
        for place, one in enumerate(visibilities)
    ]
    entry = f"commissions:\n  - {{id: fete, name: Fête, meetings: [{', '.join(lines)}]}}\n"
    (commission,) = association(tmp_path, {"commissions.yaml": entry}).commissions

    assert (expected, visibilities.count("public")) == (commission.meets_privately, len(commission.meetings))


def test_a_rule_is_the_domain_s_own(tmp_path: Path) -> None:
    """Nothing of the file's form is left."""

    assert Rule("MONTHLY", 2, (("BYDAY", "1TU"),)) == meeting(tmp_path, RHYTHM).rule


def test_subjects_and_reasons_are_read_by_day(tmp_path: Path) -> None:
    """A text or one by language; of a date of the rule, one that is moved, cancelled or added."""
    written = RHYTHM + (
        "subjects: {2027-05-04: Les licences, 2027-01-05: {fr: Un, nl: Een}, 2027-03-02: Deux,"
        " 2027-04-20: Trois}\n"
        "cancelled_on: [{date: 2027-03-02, reason: Neige}, 2026-11-03]\n"
        "moved: [{from: 2027-05-04, to: 2027-05-11, reason: {fr: Vacances}}]\n"
        "also_on: [2027-04-20]\n"
    )
    held = meeting(tmp_path, written)

    assert [
        Remark(date(2027, 1, 5), Text((("fr", "Un"), ("nl", "Een")))),
        Remark(date(2027, 3, 2), plain("Deux")),
        Remark(date(2027, 4, 20), plain("Trois")),
        Remark(date(2027, 5, 4), plain("Les licences")),
    ] == list(held.subjects)
    assert (date(2026, 11, 3), date(2027, 3, 2)) == held.cancelled_on
    assert (Remark(date(2027, 3, 2), plain("Neige")),) == held.reasons
    assert Text((("fr", "Vacances"),)) == held.moved[0].reason


def test_the_last_subject_may_be_far_ahead(tmp_path: Path) -> None:
    """Of a rule without end any date can have one."""
    held = meeting(tmp_path, RHYTHM + "subjects: {2041-01-01: Le bilan}\n")

    assert (Remark(date(2041, 1, 1), plain("Le bilan")),) == held.subjects
