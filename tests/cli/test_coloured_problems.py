"""Colour for problems at a terminal."""

from io import StringIO

import pytest

from association.cli.colour import painted

TOLD = "a.yaml:2:5: error: odd; mend it [odd]\nb c.md:1:1: warning: odd: error: no [odd]\n1 error, 1 warning"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_places_and_what_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else of the line."""
    monkeypatch.setattr("os.name", "posix")
    seen = painted(TOLD, Terminal(), {}).replace("\x1b[0m", "<>").replace("\x1b[", "<").replace("m", ">")

    assert seen.startswith("<1>a.ya>l:2:5: <><1;31>error<>: odd; ")
    assert "\n<1>b c.>d:1:1: <><1;33>warning<>: odd: error: no [odd]\n1 error" in seen


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colour_gets_none(environment: dict[str, str]) -> None:
    """As https://no-color.org has it."""
    assert TOLD == painted(TOLD, Terminal(), environment)


def test_a_file_gets_the_lines_as_they_are() -> None:
    """Programs read them."""
    assert TOLD == painted(TOLD, StringIO(), {})
