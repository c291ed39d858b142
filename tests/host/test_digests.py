"""What a value is known by, from one build to the next."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from association.digests import Digests, Undigestible
from association.domain.events import Status
from association.domain.members import Member, Skill
from association.domain.text import plain
from association.host.outputs import Shown

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


@dataclass(frozen=True)
class Cards:
    language: str
    made: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Rows:
    language: str


@dataclass
class Open:
    language: str


def shown(member: Member, language: str) -> Shown:
    return Shown(title=member.name + language)


def other_shown(member: Member, language: str) -> Shown:
    return Shown(title=member.name)


def kernel(**changes: object) -> Member:
    return Member(id="kernel", name="Kernel", **changes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        ("1", 1),
        ("", None),
        (("a", "b"), ("ab",)),
        (("a", ("b",)), ("a", "b")),
        (date(2026, 11, 3), datetime(2026, 11, 3)),
        (datetime(2026, 11, 3, tzinfo=UTC), datetime(2026, 11, 3, tzinfo=ZoneInfo("Europe/Paris"))),
        ("scheduled", Status.SCHEDULED),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (Cards("fr"), Rows("fr")),
        (kernel(), kernel(summary=plain("Un"))),
        (kernel(skills=(Skill("web", plain("Web")),)), kernel(skills=(Skill("web", plain("Sites")),))),
        (partial(shown, kernel(), "fr"), partial(shown, kernel(), "nl")),
        (partial(shown, kernel(), "fr"), partial(other_shown, kernel(), "fr")),
        (partial(shown, kernel(), language="fr"), partial(shown, kernel(), "fr")),
    ],
)
def test_values_that_may_make_other_pages_are_told_apart(one: object, other: object) -> None:
    """Even where Python takes them for equal."""
    digests = Digests()

    assert digests.of(one) != digests.of(other)


def test_equal_values_are_the_same_whoever_made_them() -> None:
    """What an object remembers of its own work does not count."""
    digests, busy = Digests(), Cards("fr")
    busy.made["kernel"] = "Kernel"

    assert digests.of(Cards("fr"), kernel()) == Digests().of(busy, kernel())


def test_another_process_comes_to_the_same() -> None:
    """Whatever the seed of its hashes, by which sets are ordered."""
    program = (
        f"import sys; sys.path[:0] = [{str(PLUGINS)!r}]\n"
        "from association.digests import Digests\n"
        "print(Digests().of(frozenset('abcdefgh'), {'b': 1, 'a': (None, 2.5)}).hex())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }

    assert 1 == len(said)


def closure(name: str) -> object:
    def inner() -> str:
        return name

    return inner


@pytest.mark.parametrize(
    "value",
    [["a"], {"a"}, Open("fr"), closure("a"), lambda: "a", partial(closure("a")), kernel().id.upper, object()],
    ids=lambda value: type(value).__name__,
)
def test_what_may_change_or_hide_something_is_refused(value: object) -> None:
    """A page made from it could be taken for the same although it is not."""
    with pytest.raises(Undigestible):
        Digests().of(("page", value))


def test_what_a_build_has_not_met_is_forgotten_after_the_next() -> None:
    """A process that stays does not grow with every edit."""
    digests, value = Digests(), (kernel(), "fr")
    digests.of(value)
    met = len(digests.known)
    for _ in range(2):
        digests.begin()

    assert (True, 0, 0) == (met > 0, len(digests.known), len(digests.former))
