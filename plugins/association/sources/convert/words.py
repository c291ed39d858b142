"""The vocabularies of members.yaml: types of membership, skills, towns."""

from collections.abc import Mapping

from ...domain.member import Kind, MembershipType, Skill
from ...domain.places import Town
from ...domain.slugs import Slug
from ...problems import sentence
from ..desk import Desk
from ..reading import Reading
from ..references import Known, check
from ..shapes.members import MembersFile, SkillShape, TownShape, TypeShape
from ..spots import Spot
from .places import position
from .prose import follow_later, prose, read_later
from .vocabulary import Vocabularies, Vocabulary


def vocabularies(reading: Reading[MembersFile], desk: Desk) -> Vocabularies:
    check_parents(reading, desk)
    return Vocabularies(
        types=Vocabulary(declared("types", reading), types(reading, desk), MembershipType),
        skills=Vocabulary(declared("skills", reading), skills(reading, desk), Skill),
        towns=Vocabulary(declared("towns", reading), towns(reading, desk), Town),
    )


def declared(list_name: str, reading: Reading[MembersFile]) -> Known | None:
    return None if getattr(reading.value, list_name) is None else reading.known(list_name)


def types(reading: Reading[MembersFile], desk: Desk) -> dict[Slug, MembershipType]:
    return {shape.id: membership_type(shape, spot, desk) for shape, spot in reading.entries("types")}


def membership_type(shape: TypeShape, spot: Spot, desk: Desk) -> MembershipType:
    read_later(shape.description, spot / "description", desk)
    follow_later(shape.join_url, spot / "join_url", desk)
    return MembershipType(
        id=shape.id,
        name=shape.name,
        plural=shape.plural,
        description=prose(shape.description),
        parent=shape.parent,
        accepts=tuple(Kind(name) for name in shape.accepts),
        voting=shape.voting,
        fee=shape.fee,
        join_url=shape.join_url,
        admission=shape.admission,
        charter_required=shape.charter_required,
        target=shape.target,
    )


def skills(reading: Reading[MembersFile], desk: Desk) -> dict[Slug, Skill]:
    return {shape.id: skill(shape, spot, desk) for shape, spot in reading.entries("skills")}


def skill(shape: SkillShape, spot: Spot, desk: Desk) -> Skill:
    read_later(shape.description, spot / "description", desk)
    return Skill(shape.id, shape.name, prose(shape.description), shape.synonyms, shape.plural)


def towns(reading: Reading[MembersFile], desk: Desk) -> dict[Slug, Town]:
    return {shape.id: town(shape, spot, desk) for shape, spot in reading.entries("towns")}


def town(shape: TownShape, spot: Spot, desk: Desk) -> Town:
    return Town(shape.id, shape.name, shape.postal_code, position(shape, spot, desk))


def check_parents(reading: Reading[MembersFile], desk: Desk) -> None:
    """A parent exists, and no type descends from itself; a circle is told once."""
    known = reading.known("types")
    parents = {shape.id: shape.parent for shape, _ in reading.entries("types") if shape.parent}
    told: set[Slug] = set()
    for shape, spot in reading.entries("types"):
        if shape.parent:
            check(shape.parent, known, (spot / "parent").place, desk)
        line = ancestors(shape.id, parents)
        if shape.id in line and not told & set(line):
            told.update(line)
            desk.error(
                (spot / "parent").place,
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
