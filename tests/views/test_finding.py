"""What the form of the directory offers."""

from dataclasses import replace

from association.domain.association import Association, Identity
from association.domain.members import Member
from association.domain.places import Position, Town
from association.domain.text import plain
from association.render.urls import Urls
from association.views.facets import Facet, Facets, SearchForm, search_form
from association.views.localizer import Localizer

LENS = Town("lens", plain("Lens"), None, Position(50.43, 2.83))
ARRAS = Town("arras", plain("Arras"), None, Position(50.29, 2.78))
SOMEWHERE = Town("ailleurs", plain("Ailleurs"))
MEMBERS = (
    Member("a", "A", languages=("nl", "fr"), interns=True),
    Member("b", "B", languages=("fr",)),
    Member("c", "C"),
)
EXAMPLE = Association(Identity("Essai"), towns=(LENS, SOMEWHERE, ARRAS), members=MEMBERS)
WEB, NETWORK = Facet("web", "Web", "web/", 2), Facet("reseaux", "Réseaux", "reseaux/", 1)


def offered(
    association: Association = EXAMPLE,
    skills: tuple[Facet, ...] = (WEB, NETWORK),
    towns: tuple[Facet, ...] = (),
) -> SearchForm:
    localizer = Localizer("fr", "fr", Urls({}), None)
    return search_form(association, Facets(skills, towns, ()), localizer, "annuaire/recherche.json?v=1")


def test_a_facet_is_offered_from_two_options_on() -> None:
    """A single one is no choice."""

    assert ((WEB, NETWORK), ()) == (offered().skills, offered(skills=(WEB,)).skills)


def test_languages_are_offered_by_how_many_speak_them() -> None:
    """Each by its name, with the number of members."""

    assert [("fr", "français", 2), ("nl", "néerlandais", 1)] == [
        (one.id, one.label, one.count) for one in offered().languages
    ]


def test_the_only_language_is_not_offered() -> None:
    """Everybody speaks it."""

    assert () == offered(replace(EXAMPLE, members=MEMBERS[1:])).languages


def test_members_who_take_interns_are_counted() -> None:
    """None, and the box is not there."""

    assert 1 == offered().interns


def test_towns_are_those_with_members_and_those_with_a_position() -> None:
    """Around the latter one can ask, whether or not somebody is there."""
    here = Facet("ailleurs", "Ailleurs", "ailleurs/", 3)

    assert [("lens", 0), ("arras", 0)] == [(one.id, one.count) for one in offered().places]
    assert ["lens", "ailleurs", "arras"] == [one.id for one in offered(towns=(here,)).places]
    assert {"lens", "arras"} == offered(towns=(here,)).near
