"""Names in the order in which readers look them up."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from association.collation import FIRST, PLAIN, compared, in_order, plain_key, with_names_in_order
from association.domain.association import Association, Identity
from association.domain.commissions import Commission
from association.domain.events import ImportedCalendar
from association.domain.members import Member
from association.domain.text import plain

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def ordered(*names: str) -> list[str]:
    return list(in_order(reversed(names), str, str))


@pytest.mark.parametrize(
    "names",
    [
        ("adviser", "Ångström", "Élan", "Elbe", "Zénith"),
        ("cote", "coté", "côte", "côté", "Cotes"),
        ("œuvre", "offre", "Ørsted", "Oslo"),
        ("Ijmond", "Ĳssel", "IJzer", "Ink"),
        ("Muller", "Müller", "Mullerin"),
        ("Strasse 1", "Straße 2", "Strasse 3"),
        ("De Wit", "de Zwart", "Dewaele"),
        ("L'Abri", "L’Atelier", "L Autre", "La Bassée", "Lens"),
        ("Saint-André", "Saint Benoît", "Saint-Omer", "Sainte-Marie"),
        ("« Alpha »", "Bêta", "(Gamma)"),
        ("Salle 2", "Salle 10", "Salle 10 bis", "Salle A"),
        ("3 Suisses", "20 Minutes", "Abacus"),
        ("ABC", "Alpha"),
    ],
    ids=lambda names: names[0],
)
def test_names_are_in_the_order_of_readers(names: tuple[str, ...]) -> None:
    """French accents, Dutch ij, German umlauts; words before letters, numbers by their value."""
    assert list(names) == ordered(*names)


def test_a_small_letter_comes_before_its_capital() -> None:
    """Where nothing else tells two names apart."""
    assert ["adviser", "Adviser"] == ordered("Adviser", "adviser")


def test_things_of_one_name_have_an_order_too() -> None:
    """So that two builds agree."""
    namesakes = (Member("b", "Même"), Member("a", "Même"))

    assert ["a", "b"] == [one.id for one in in_order(namesakes, lambda one: one.name, lambda one: one.id)]


@given(st.lists(st.text("abAB019" + FIRST, max_size=6), max_size=6))
@example(["a", "A", "ab", "aB", f"a{FIRST}b", "0", FIRST])
def test_letters_of_english_have_one_order_with_and_without_the_library(names: list[str]) -> None:
    """A name that needs it may join a list at any time: the others stay as they are."""
    from feruca import collate

    known = sorted({compared(name) for name in names})

    assert collate(known, "default") == sorted(known, key=plain_key)


def test_only_names_that_need_it_bring_the_library() -> None:
    """A check of a small site imports nothing for it."""
    asks = (
        "import sys; sys.path.insert(0, sys.argv[1]); from association.collation import in_order;"
        "in_order(sys.argv[2:], str, str); print('feruca' in sys.modules)"
    )

    def is_imported(*names: str) -> str:
        command = [sys.executable, "-c", asks, str(PLUGINS), *names]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert ("False", "True") == (is_imported("Zoo 2", "L'Atelier", "De-Wit"), is_imported("Zoé", "Ana"))


def test_what_is_compared_of_plain_names_is_plain() -> None:
    """Signs between words are all one."""
    assert PLAIN.fullmatch(compared("L’Atelier - Saint-Omer, 3e étage".replace("é", "e")))


def test_an_association_whose_names_have_changed_is_in_order_again() -> None:
    """As in another language: its members, those of its commissions, its calendars."""
    zoo, ami = Member("zoo", "Zoo"), Member("ami", "Ami")
    calendars = tuple(ImportedCalendar(name) for name in ("b", "a"))
    found = with_names_in_order(
        Association(
            Identity("Essai"),
            members=(zoo, ami),
            commissions=(Commission("web", plain("Web"), members=(zoo, ami)),),
            calendars=calendars,
        )
    )

    assert ((ami, zoo), (ami, zoo), ["a", "b"]) == (
        found.members,
        found.commissions[0].members,
        [one.name for one in found.calendars],
    )
