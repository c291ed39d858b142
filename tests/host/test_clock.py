"""The moment of a build: told by the environment, or by the clock."""

from zoneinfo import ZoneInfo

import pytest

from association.host.machine import now
from association.problems import ContentError

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "1970-01-01T01:00:00+01:00"),
        ("1795000000", "2026-11-18T12:06:40+01:00"),
        ("7258032000", "2199-12-31T01:00:00+01:00"),
    ],
)
def test_the_environment_tells_the_moment(text: str, expected: str) -> None:
    """Whole seconds since 1970, in the time of the site."""
    assert expected == now(PARIS, {"SOURCE_DATE_EPOCH": text}).isoformat()


@pytest.mark.parametrize("environ", [{}, {"SOURCE_DATE_EPOCH": ""}])
def test_an_empty_variable_is_none(environ: dict[str, str]) -> None:
    """The clock tells, to the second."""
    assert 0 == now(PARIS, environ).microsecond


@pytest.mark.parametrize(
    "text", ["abc", "-1", "1.5", "1e9", "inf", "nan", " ", "7258032001", "9" * 5000, "٣", "0x10", "1\n"]
)
def test_what_is_no_moment_is_told(text: str) -> None:
    """Beyond the years that dates may have, too."""
    with pytest.raises(ContentError) as caught:
        now(PARIS, {"SOURCE_DATE_EPOCH": text})
    (problem,) = caught.value.problems

    assert ("SOURCE_DATE_EPOCH", "bad-moment") == (problem.file, problem.code)
    assert "expected whole seconds since 1970, until 2199; write digits only, or unset it" in problem.said()
