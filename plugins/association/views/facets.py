"""Ways into the directory: by skill, by town, by type, each with the number of its members.

The printed index, each service and below it the towns where it is offered; and the form that finds members.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import floor

from ..collation import in_order
from ..domain.association import Association
from ..domain.directory import Counts, visited
from ..domain.members import Skill
from ..domain.membership import LEAST_TOLD
from ..domain.phrases import at_town
from ..domain.places import Town
from ..domain.text import Slug
from ..render.typography import language_names
from .localizer import Localizer

SKILLS_AT_HOME, TOWNS_AT_HOME, TOWNS_OF_ONE_AT_HOME = 12, 24, 6
TOWNS_OF_ONE = 8


@dataclass(frozen=True, slots=True)
class Facet:
    """id: the value of the filter; count: how many members are behind the link.

    coming: for a town, how many of them come there from elsewhere.
    at: for a town, how one says that something is there: « à Lens », « au Touquet ».
    providers: for a skill, what those who offer it are called, else what it is called itself.
    towns: for a skill of the printed index, the towns where it is offered, with the pages of both;
        more_towns: how many others there are.
    distance: for a town beside another, kilometres between them, 0 for less than one,
        None when a position is unknown.
    """

    id: str
    label: str
    url: str | None
    count: int
    at: str = ""
    providers: str = ""
    towns: tuple["Facet", ...] = ()
    more_towns: int = 0
    distance: int | None = None
    coming: int = 0


PARAMETERS = {"kind": "type", "town": "commune", "audience": "public", "online": "en-ligne"}
"""What addresses call a sort, where they have another word for it."""


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Ways into a list that is no list of members. more: how many facets are left out."""

    sort: str
    facets: tuple[Facet, ...]
    more: int = 0

    @property
    def parameter(self) -> str:
        """What the address of a page that filters in place calls it."""
        return PARAMETERS.get(self.sort, self.sort)


@dataclass(frozen=True, slots=True)
class Facets:
    skills: tuple[Facet, ...]
    towns: tuple[Facet, ...]
    types: tuple[Facet, ...]


NO_FACETS = Facets((), (), ())


def facets(association: Association, counts: Counts, localizer: Localizer) -> Facets:
    """Those with somebody behind them, in the order of their vocabularies."""
    return Facets(
        skill_facets(association, counts, localizer),
        town_facets(association, counts, localizer),
        type_facets(association, counts, localizer),
    )


def skill_facets(association: Association, counts: Counts, localizer: Localizer) -> tuple[Facet, ...]:
    return tuple(
        skill_facet(skill, counts.by_skill[skill.id], localizer)
        for skill in association.skills
        if skill.id in counts.by_skill
    )


def skill_facet(skill: Skill, count: int, localizer: Localizer) -> Facet:
    name, url = localizer.say(skill.name), localizer.urls.url("SKILL", id=skill.id)
    return Facet(skill.id, name, url, count, providers=localizer.say(skill.plural or skill.name))


def town_facets(association: Association, counts: Counts, localizer: Localizer) -> tuple[Facet, ...]:
    coming = Counter(town for member in association.members for town in visited(member))
    return tuple(
        replace(town_facet(town, counts.by_town[town.id], localizer), coming=coming[town.id])
        for town in association.towns
        if town.id in counts.by_town
    )


def town_facet(town: Town, count: int, localizer: Localizer, distance: float | None = None) -> Facet:
    name, url = localizer.say(town.name), localizer.urls.url("TOWN", id=town.id)
    return Facet(
        town.id, name, url, count, at_town(name, localizer.language), distance=whole_kilometres(distance)
    )


def whole_kilometres(distance: float | None) -> int | None:
    """Halves go up, as in the scripts of the theme; 0 is less than one."""
    return None if distance is None else floor(distance + 0.5)


def type_facets(association: Association, counts: Counts, localizer: Localizer) -> tuple[Facet, ...]:
    return tuple(
        Facet(
            type_.id,
            localizer.say(type_.plural or type_.name),
            localizer.urls.url("MEMBERSHIP_TYPE", id=type_.id),
            counts.by_type[type_.id],
        )
        for type_ in association.types
        if type_.id in counts.by_type
    )


def fullest(found: Iterable[Facet], most: int) -> tuple[Facet, ...]:
    """The facets with most members, then by name."""
    return tuple(sorted(by_label(found), key=lambda facet: -facet.count)[:most])


def by_label(found: Iterable[Facet]) -> tuple[Facet, ...]:
    return in_order(found, lambda facet: facet.label, lambda facet: facet.id)


@dataclass(frozen=True, slots=True)
class Index:
    """What the home page shows of the directory, which is never too long for it."""

    skills: tuple[Facet, ...]
    towns: tuple[Facet, ...]


def whole_index(
    facets: Facets, towns: Iterable[Town], counts: Counts, localizer: Localizer
) -> tuple[Facet, ...]:
    """Every skill, by name."""
    return with_towns(by_label(facets.skills), TOWNS_OF_ONE, towns, counts, localizer)


def short_index(facets: Facets, towns: Iterable[Town], counts: Counts, localizer: Localizer) -> Index:
    """The skills and the towns where most members are."""
    skills = fullest(facets.skills, SKILLS_AT_HOME)
    return Index(
        with_towns(skills, TOWNS_OF_ONE_AT_HOME, towns, counts, localizer),
        fullest(facets.towns, TOWNS_AT_HOME),
    )


def with_towns(
    skills: Iterable[Facet], most: int, towns: Iterable[Town], counts: Counts, localizer: Localizer
) -> tuple[Facet, ...]:
    known = tuple(towns)
    return tuple(skill_with_towns(skill, most, known, counts, localizer) for skill in skills)


def skill_with_towns(
    skill: Facet, most: int, towns: Iterable[Town], counts: Counts, localizer: Localizer
) -> Facet:
    found = towns_of(skill.id, towns, counts, localizer)
    shown = fullest(found, most)
    return replace(skill, towns=shown, more_towns=len(found) - len(shown))


def towns_of(skill: Slug, towns: Iterable[Town], counts: Counts, localizer: Localizer) -> tuple[Facet, ...]:
    """The towns where somebody offers that skill, with the pages of both."""
    return tuple(
        in_both(town_facet(town, count, localizer), skill, localizer)
        for town in towns
        if (count := counts.by_skill_and_town.get((skill, town.id)))
    )


def in_both(town: Facet, skill: Slug, localizer: Localizer) -> Facet:
    return replace(town, url=localizer.urls.url("SKILL_TOWN", skill=skill, town=town.id))


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of members most of whom are not named. types: of all; regions: where those are who are not named.

    elsewhere: those of them who are in none of the regions, or where nothing is told of.
    """

    named: int
    unnamed: int
    types: tuple[Facet, ...]
    regions: tuple[Facet, ...]
    elsewhere: int
    least: int = LEAST_TOLD


def numbers_of(association: Association, counts: Counts, localizer: Localizer) -> Numbers | None:
    """None where most members are named."""
    if not association.is_mostly_unnamed:
        return None
    regions = tuple(Facet("", localizer.say(name), None, count) for name, count in association.regions)
    return Numbers(
        named=association.member_count,
        unnamed=association.unpublished,
        types=tuple(whole_types(association, counts, localizer)),
        regions=regions,
        elsewhere=association.unpublished - sum(region.count for region in regions) if regions else 0,
    )


def whole_types(association: Association, counts: Counts, localizer: Localizer) -> Iterator[Facet]:
    """With the members who are not named; a page has only those who are."""
    for type_ in association.types:
        if count := association.headcount(type_.id):
            name = localizer.say(type_.plural or type_.name)
            url = localizer.urls.url("MEMBERSHIP_TYPE", id=type_.id)
            yield Facet(type_.id, name, url if type_.id in counts.by_type else None, count)


Choices = tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A single choice is no choice: what would have one is empty.

    places: towns where somebody is, and those one can ask members around of; these need not have any.
    near: the ids of the latter.
    interns: how many members take interns.
    data: address of the search data, with a fingerprint, so that new data is never hidden by a cache.
    """

    skills: Choices
    places: Choices
    near: frozenset[Slug]
    types: Choices
    languages: Choices
    interns: int
    data: str


def search_form(association: Association, facets: Facets, localizer: Localizer, data: str) -> SearchForm:
    return SearchForm(
        skills=at_least_two(facets.skills),
        places=at_least_two(places(association, facets, localizer)),
        near=frozenset(town.id for town in association.towns if town.position),
        types=at_least_two(facets.types),
        languages=at_least_two(language_facets(association, localizer)),
        interns=sum(member.interns for member in association.members),
        data=data,
    )


def at_least_two(choices: Choices) -> Choices:
    return choices if len(choices) > 1 else ()


def language_facets(association: Association, localizer: Localizer) -> Choices:
    """Those most members speak come first."""
    counts = Counter(language for member in association.members for language in set(member.languages))
    codes = sorted(counts, key=lambda code: (-counts[code], code))
    names = language_names(codes, localizer.language)
    return tuple(Facet(code, name, None, counts[code]) for code, name in zip(codes, names))


def places(association: Association, facets: Facets, localizer: Localizer) -> Choices:
    """In the order of the vocabulary."""
    inhabited = {facet.id: facet for facet in facets.towns}
    return tuple(
        inhabited.get(town.id) or Facet(town.id, localizer.say(town.name), None, 0)
        for town in association.towns
        if town.position or town.id in inhabited
    )
