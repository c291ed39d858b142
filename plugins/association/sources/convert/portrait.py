"""One member with everything the file says of it, its words and images looked up."""

from collections.abc import Iterable

from ...domain.member import Kind, Member, Person
from ...domain.places import Address
from ...domain.slugs import Slug
from ..desk import Desk
from ..pictures import logo_path
from ..shapes.members import AddressShape, MemberShape
from ..spots import Spot
from .coming import FACTS, only_past
from .prose import prose
from .vocabulary import Vocabularies, Vocabulary, WordT

# Written in the file as they are in the domain.
AS_WRITTEN = ("id name summary website email phone interns languages partnerships labels joined").split()


def portrait(
    shape: MemberShape,
    spot: Spot,
    words: Vocabularies,
    people: Iterable[Person | None],
    sponsors: tuple[Slug, ...],
    desk: Desk,
) -> Member:
    return Member(
        **{name: getattr(shape, name) for name in AS_WRITTEN},
        **{fact: only_past(getattr(shape, fact), desk.site.today) for fact in FACTS},
        description=prose(shape.description),
        kind=Kind(shape.kind),
        type=words.types.meant(shape.type, spot / "type", desk) if shape.type else None,
        skills=several(words.skills, shape.skills, spot / "skills", desk),
        town=words.towns.meant(shape.town, spot / "town", desk) if shape.town else None,
        address=address(shape.address),
        serves=several(words.towns, shape.serves, spot / "serves", desk),
        social=tuple(shape.social.items()),
        logo=logo_path(shape.logo, spot / "logo", desk),
        people=tuple(person for person in people if person),
        sponsors=sponsors,
        line=spot.place.line,
    )


def several(
    vocabulary: Vocabulary[WordT], written: tuple[str, ...], spot: Spot, desk: Desk
) -> tuple[WordT, ...]:
    """The words of a list, each once."""
    meant = (vocabulary.meant(word, spot / index, desk) for index, word in enumerate(written))
    return tuple({word.id: word for word in meant if word}.values())


def address(shape: AddressShape | None) -> Address | None:
    return Address(shape.street, shape.postal_code, shape.country) if shape else None
