"""The vocabularies of members.yaml, types, skills and towns; and the rooms of commissions.yaml."""

from collections.abc import Mapping

from ...domain.members import MemberKind, MembershipType, Skill
from ...domain.membership import inherited
from ...domain.places import Position, Town, Venue
from ...domain.text import Slug
from ...problems import sentence
from ..context import Known, LoadContext, Reading, check
from ..markdown_files import follow_later, prose, read_later
from ..schema.commissions import CommissionsFile, VenueShape
from ..schema.members import MembersFile, SkillShape, TownShape, TypeShape
from .registers import Venues
from .vocabulary import Vocabularies, Vocabulary


def venues(reading: Reading[CommissionsFile], towns: Vocabulary[Town], context: LoadContext) -> Venues:
    rooms = {shape.id: venue(shape, towns, context) for shape in reading.value.venues or ()}
    return Venues(reading.known("venues"), rooms)


def venue(shape: VenueShape, towns: Vocabulary[Town], context: LoadContext) -> Venue:
    return Venue(
        id=shape.id,
        name=shape.name,
        address=shape.address,
        town=towns.meant(shape.town, shape, ("town",), context) if shape.town else None,
        position=position(shape, context),
        lent_by=shape.lent_by,
    )


def vocabularies(reading: Reading[MembersFile], context: LoadContext) -> Vocabularies:
    check_parents(reading, context)
    return Vocabularies(
        types=Vocabulary(declared("types", reading), types(reading, context), MembershipType),
        skills=Vocabulary(declared("skills", reading), skills(reading, context), Skill),
        towns=Vocabulary(declared("towns", reading), towns(reading, context), Town),
    )


def declared(list_name: str, reading: Reading[MembersFile]) -> Known | None:
    return None if getattr(reading.value, list_name) is None else reading.known(list_name)


def types(reading: Reading[MembersFile], context: LoadContext) -> dict[Slug, MembershipType]:
    """Each with what it takes over from the wider ones."""
    shapes = {shape.id: shape for shape in reading.value.types or ()}
    alone = {id_: membership_type(shape, context) for id_, shape in shapes.items()}
    parents = {id_: shape.parent for id_, shape in shapes.items() if shape.parent}
    whole = {
        id_: inherited(type_, (alone[one] for one in ancestors(id_, parents) if one in alone))
        for id_, type_ in alone.items()
    }
    for id_, type_ in whole.items():
        tell_of_unused_link(type_, shapes[id_], context)
    return whole


def membership_type(shape: TypeShape, context: LoadContext) -> MembershipType:
    read_later(shape.description, shape, "description", context)
    follow_later(shape.join_url, shape, "join_url", context)
    follow_later(shape.charter, shape, "charter", context)
    return MembershipType(
        id=shape.id,
        name=shape.name,
        plural=shape.plural,
        description=prose(shape.description),
        parent=shape.parent,
        accepts=tuple(MemberKind(name) for name in shape.accepts),
        voting=shape.voting,
        fee=shape.fee,
        join_url=shape.join_url,
        admission=shape.admission,
        charter_required=shape.charter_required,
        charter=shape.charter,
        sponsors_required=shape.sponsors_required,
        until=shape.until,
        target=shape.target,
    )


def tell_of_unused_link(type_: MembershipType, shape: TypeShape, context: LoadContext) -> None:
    """Who may only be invited is not led to where one joins."""
    if shape.join_url and type_.admission == "invitation":
        context.warn(
            shape.place("join_url"),
            "unused-link",
            sentence(
                'type "{id}" is by invitation: nothing on the site leads to its "join_url"', id=shape.id
            ),
            sentence('take it out and send it to those who are invited, or write "admission: open"'),
        )


def skills(reading: Reading[MembersFile], context: LoadContext) -> dict[Slug, Skill]:
    return {shape.id: skill(shape, context) for shape in reading.value.skills or ()}


def skill(shape: SkillShape, context: LoadContext) -> Skill:
    read_later(shape.description, shape, "description", context)
    return Skill(shape.id, shape.name, prose(shape.description), shape.synonyms, shape.plural)


def towns(reading: Reading[MembersFile], context: LoadContext) -> dict[Slug, Town]:
    return {shape.id: town(shape, context) for shape in reading.value.towns or ()}


def town(shape: TownShape, context: LoadContext) -> Town:
    return Town(shape.id, shape.name, shape.postal_code, position(shape, context), shape.region)


def check_parents(reading: Reading[MembersFile], context: LoadContext) -> None:
    """A parent exists, and no type descends from itself; a circle is told once."""
    known = reading.known("types")
    parents = {shape.id: shape.parent for shape in reading.value.types or () if shape.parent}
    told: set[Slug] = set()
    for shape in reading.value.types or ():
        if shape.parent:
            check(shape.parent, known, shape.place("parent"), context)
        line = ancestors(shape.id, parents)
        if shape.id in line and not told & set(line):
            told.update(line)
            context.error(
                shape.place("parent"),
                "circular-parent",
                sentence(
                    'type "{id}" is its own parent: {chain}', id=shape.id, chain=" > ".join((shape.id, *line))
                ),
                sentence('take one "parent" of the circle out'),
            )


def ancestors(start: Slug, parents: Mapping[Slug, Slug]) -> tuple[Slug, ...]:
    """Parents from the nearest on, up to the root or the first one met again."""
    line: list[Slug] = []
    current = parents.get(start)
    while current and current not in line:
        line.append(current)
        current = parents.get(current)
    return tuple(line)


def position(shape: TownShape | VenueShape, context: LoadContext) -> Position | None:
    """`lat` and `lon`, which mean nothing alone."""
    if shape.lat is not None and shape.lon is not None:
        return Position(shape.lat, shape.lon)
    for present, absent in (("lat", "lon"), ("lon", "lat")):
        if getattr(shape, present) is not None:
            context.error(
                shape.key_place(present),
                "missing-field",
                sentence('found no "{key}"', key=absent),
                sentence('a position needs both "lat" and "lon"'),
            )
    return None
