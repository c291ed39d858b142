"""By which numbers subscribers believe a calendar: never smaller than those they know."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.exports.calendar_feed import NOTHING_KNOWN, WEIGHT, Revisions, revisions_from, revisions_json
from association.exports.components import Revision

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(days=1), NOW - timedelta(days=1)
UID = "bal.agenda@essai"


def known(*told: Revision) -> Revisions:
    return Revisions(dict(zip([UID], told, strict=False)), True)


def test_what_says_the_same_is_told_as_before() -> None:
    """Whenever it is built."""
    old = Revision(7, EARLIER, "a", EARLIER)

    assert old == known(old).of(UID, "a", NOW)


def test_what_says_something_else_is_told_as_of_now() -> None:
    """And more often than everything before."""
    new = known(Revision(7, EARLIER, "a", EARLIER)).of(UID, "b", NOW)

    assert (NOW, "b", NOW, True) == (new.modified, new.digest, new.since, new.sequence > 7)


def test_a_clock_that_was_ahead_is_overtaken() -> None:
    """By a second and one step: more than an override can lose."""
    old = Revision(900_000_000, LATER, "a", LATER)
    new = known(old).of(UID, "b", NOW)

    assert (900_000_000 + WEIGHT, LATER + timedelta(seconds=1)) == (new.sequence, new.modified)


def test_nobody_has_seen_the_beginning_of_what_nothing_is_known_of() -> None:
    """Feeds then fall back on the date itself; what is new beside known things began now."""
    assert (None, NOW) == (NOTHING_KNOWN.of(UID, "a", NOW).since, known().of(UID, "a", NOW).since)


def test_the_moment_alone_gives_more_than_any_earlier_moment() -> None:
    """Nothing needs to be known of the past for that, git least of all."""
    sequences = [NOTHING_KNOWN.of(UID, text, moment).sequence for text, moment in (("a", NOW), ("b", LATER))]

    assert sequences == sorted(set(sequences))


def test_numbers_fit_for_a_century_and_are_never_negative() -> None:
    """INTEGER has 32 bits (RFC 5545 section 3.3.8); SOURCE_DATE_EPOCH may be 0."""
    first, last = (
        NOTHING_KNOWN.of(UID, "a", moment).sequence
        for moment in (datetime(1970, 1, 1, tzinfo=UTC), datetime(2112, 12, 31, tzinfo=UTC))
    )

    assert 0 == first
    assert last < 2**31


BUILDS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(-9, 9), st.booleans()), max_size=12)


@given(BUILDS)
def test_with_what_was_published_no_number_ever_falls(builds: list[tuple[str, int, bool]]) -> None:
    """Whatever the clock says, and what is told and taken back."""
    told, last = NOTHING_KNOWN, None
    for text, days, _ in builds:
        new = told.of(UID, text, NOW + timedelta(days=days))
        if last:
            same = last.digest == new.digest
            is_greater = new.sequence >= last.sequence + WEIGHT and new.modified > last.modified
            assert last == new if same else is_greater
        told, last = revisions_from(revisions_json({UID: new})), new


def test_a_file_says_what_was_told() -> None:
    """Written and read again."""
    told = {UID: Revision(7, NOW, "a", None), "é@x": Revision(8, NOW, "b", EARLIER)}

    assert Revisions(told, True) == revisions_from(revisions_json(told))


@pytest.mark.parametrize("published", [b"", b"\n"])
def test_an_empty_file_is_that_of_a_site_which_has_none_yet(published: bytes) -> None:
    """Such as curl leaves where there is nothing to fetch."""
    assert NOTHING_KNOWN == revisions_from(published)


def entry(sequence: object, modified: object, since: object) -> str:
    told = {"uid": "a", "sequence": sequence, "last_modified": str(modified), "since": since, "digest": "d"}
    return json.dumps({"version": 1, "revisions": [told]})


@pytest.mark.parametrize(
    "published",
    [
        "<html>",
        "[]",
        "{}",
        "null",
        '{"version": 2, "revisions": []}',
        '{"version": 1, "revisions": [1]}',
        entry("-1", NOW, None),
        entry(2**31, NOW, None),
        entry("1.5", NOW, None),
        entry("1", "demain", None),
        entry("1", "2026-11-22T08:00:00", None),
        entry("1", "9999-12-31T23:59:59+00:00", None),
        entry("1", "0001-01-01T00:00:00+14:00", None),
        entry("1", NOW, 7),
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
)
def test_anything_else_is_not_taken_for_one(published: str | bytes) -> None:
    """A host's own page, a later version, numbers that nothing could follow."""
    content = published if isinstance(published, bytes) else published.encode()
    with pytest.raises(ValueError):
        revisions_from(content)
