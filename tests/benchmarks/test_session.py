"""What is measured when there is little time, and what is said of the rest."""

import sys
from collections.abc import Sequence
from pathlib import Path

import bench
import pytest
from browser_events import Ear
from figures import Figures, Row
from generators import Generator, NotInstalledError, reason
from measured_site import Site
from processes import FailedError, timed
from session import Session, Step


class Hours(Session):
    """Its clock goes on by a step's own seconds, and not otherwise."""

    now = 0.0

    def spent(self) -> float:
        return self.now


def taken(seconds: Sequence[float], until: float, once: Sequence[int] = ()) -> tuple[list[int], Hours]:
    """The steps that were taken, by their place, and the session after them."""
    session, order = Hours(Path(), (), Figures()), list[int]()

    def step(place: int) -> Step:
        def take(limit: float) -> None:
            order.append(place)
            session.now += min(seconds[place], limit)

        return Step(Row("small", "Hugo", f"step {place}"), take, place in once)

    session.rounds([step(place) for place in range(len(seconds))], until, end=100)
    return order, session


def test_everything_is_measured_in_turns_while_a_round_fits() -> None:
    order, _ = taken((1, 2), until=9)

    assert [0, 1, 0, 1, 0, 1] == order


def test_what_is_long_is_measured_once() -> None:
    order, _ = taken((1, 2), until=8, once=[1])

    assert [0, 1, 0, 0, 0, 0, 0] == order[:7]


def test_what_there_was_no_time_for_is_kept() -> None:
    order, session = taken((6, 3, 1), until=5)

    assert [0] == order
    assert ["step 1", "step 2"] == [row.what for row in session.figures.left_out]


def test_no_server_is_started_when_its_time_is_over(tmp_path: Path) -> None:
    """And what it would have told is on the list."""
    session = Hours(Path(), (), Figures())
    session.now = 6
    session.live("small", [Site(named("Eleventy"), tmp_path)], ("body", "title"), until=5, end=100)

    assert ["live body", "live title"] == [row.what for row in session.figures.left_out]


def test_a_server_that_does_not_serve_is_told(tmp_path: Path) -> None:
    session = Hours(tmp_path, (), Figures())
    session.live("small", [Site(named("Eleventy"), tmp_path)], ("body",), until=5, end=100)

    assert ["small: Eleventy does not serve"] == session.figures.notes


def test_python_keeps_its_bytecode_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does for users; else each start would compile the program anew."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    site = Site(named("Assosite"), tmp_path)
    tells = (sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)")

    assert timed(tells, tmp_path, site.variables(), limit=60).wall > 0


def named(name: str) -> Generator:
    """One that ends at once, whatever is asked of it."""
    return Generator(name, "1", lambda content, folder: None, ("false",), ("false",), "output", {})


def test_no_step_outlasts_the_session() -> None:
    _, session = taken((20, 1000, 1), until=99)

    assert 100 == session.now


def test_a_command_that_fails_is_told_and_costs_nothing() -> None:
    session, figures = Hours(Path(), (), Figures()), Figures()
    session.figures = figures

    def fail(limit: float) -> None:
        raise FailedError("hugo ended with 1")

    session.rounds([Step(Row("small", "Hugo", "cold"), fail)], until=1, end=2)

    assert (["small, Hugo, cold: hugo ended with 1"], {}) == (figures.notes, figures.values)


def test_a_generator_that_cannot_be_installed_is_said_aloud(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the others are measured all the same."""

    def refused() -> Generator:
        raise NotInstalledError("no network")

    for name in ("assosite", "hugo", "eleventy", "pelican"):
        monkeypatch.setattr(bench, name, refused if name == "hugo" else lambda name=name: name)
    figures = Figures()
    found = list(bench.available(figures))

    assert ["assosite", "eleventy", "pelican"] == found
    assert ["**Hugo is not installed**, so there is no figure of it: no network"] == figures.notes
    assert "Hugo is not installed" in capsys.readouterr().err


def test_the_reason_names_no_place() -> None:
    """It is written into the results, and those are committed."""
    told = "npm error code ENOTCACHED\nnpm error request to https://host.example/\nnpm error log: /tmp/x\n\n"

    assert "npm error code ENOTCACHED" == reason(told)


def test_a_greeting_and_a_sign_of_life_are_no_change() -> None:
    """Of a server that sends the number of its version."""
    ear = Ear()
    for data in (b"data: 7-0\n\n", b"data: 7-0\n\n", b"data: 7-1\n\n", b"data: 7-1\n\n"):
        ear.hear_lines(data)

    assert 1 == len(ear.times)


def test_a_websocket_is_heard_when_it_speaks_of_a_reload() -> None:
    ear = Ear()
    for text in (b'{"command":"hello","protocols":["livereload.com"]}', b'{"type":"eleventy.status"}'):
        ear.hear_frames(text)
    assert [] == ear.times
    ear.hear_frames(b'{"type":"eleventy.reload"}')

    assert 1 == len(ear.times)


def test_the_first_change_after_a_save_counts() -> None:
    ear = Ear()
    ear.times = [10, 20, 30]

    assert (20, None) == (ear.first_after(15), ear.first_after(31))
