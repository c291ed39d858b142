"""Members of members.yaml: what may be published of each, and who else there is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...domain.association import by_name
from ...domain.member import Member, Person
from ...domain.slugs import Slug
from ..desk import Desk
from ..pictures import use_logo
from ..reading import Reading
from ..references import Known, check
from ..shapes.members import MembersFile, MemberShape
from ..spots import Spot
from .coming import tell_of_coming_days
from .consent import consented, counting, is_awaited, may_be_named
from .membership import check_membership
from .people import people
from .portrait import portrait
from .prose import follow_later, read_later
from .vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of the file; `member` and each of `people` is None when it may not be published.

    has_left: the day on which it leaves has come; is_member: so has the one on which it joins, and not that.
    withheld: how many nothing but the lack of a consent keeps off the site, not counting those whose
        consent has a day to come: they are told by name (coming.py).
    """

    shape: MemberShape
    type: Slug | None
    has_left: bool
    is_member: bool
    people: tuple[Person | None, ...]
    member: Member | None
    withheld: int


@dataclass(frozen=True, slots=True)
class Roster:
    """Every member that a reference may name, published or not."""

    known: Known
    entries: Mapping[Slug, Entry]

    @property
    def published(self) -> tuple[Member, ...]:
        return by_name(entry.member for entry in self.entries.values() if entry.member)

    @property
    def withheld(self) -> int:
        return sum(entry.withheld for entry in self.entries.values())

    @property
    def unpublished(self) -> int:
        return sum(entry.is_member and entry.member is None for entry in self.entries.values())

    @property
    def headcounts(self) -> Counter[Slug]:
        """Members by type; one who is not shown still counts, one who has left does not."""
        return Counter(entry.type for entry in self.entries.values() if entry.type and entry.is_member)

    def named(self, ids: tuple[Slug, ...], spot: Spot, desk: Desk) -> tuple[Member, ...]:
        """The published members of a list of references, each once; the others are silently passed over."""
        for index, one in enumerate(ids):
            if one not in self.entries:
                check(one, self.known, (spot / index).place, desk)
        found = (self.entries[one].member for one in dict.fromkeys(ids) if one in self.entries)
        return tuple(member for member in found if member)

    def ids_of(self, ids: tuple[Slug, ...], spot: Spot, desk: Desk) -> tuple[Slug, ...]:
        return tuple(member.id for member in self.named(ids, spot, desk))


def roster(reading: Reading[MembersFile], words: Vocabularies, desk: Desk) -> Roster:
    known, today = reading.known("members"), desk.site.today
    members = tuple(reading.entries("members"))
    public = frozenset(shape.id for shape, _ in members if is_public(shape, today))
    entries = {}
    for shape, spot in sorted(members, key=lambda member: member[0].id not in public):
        # public ones first: a free word is spelt as one of them spells it
        sponsors = sponsors_of(shape, spot / "sponsors", public, known, desk)
        entries[shape.id] = entry(shape, spot, words, sponsors, desk)
    return Roster(known, {shape.id: entries[shape.id] for shape, _ in members})


def is_public(shape: MemberShape, today: date) -> bool:
    return (
        shape.listed
        and is_member(shape, today)
        and (shape.kind != "person" or may_be_named(shape.consent, today))
    )


def is_member(shape: MemberShape, today: date) -> bool:
    """From the day on which it joins to the eve of the one on which it leaves."""
    has_joined = shape.joined is None or shape.joined <= today
    return has_joined and not has_left(shape, today)


def has_left(shape: MemberShape, today: date) -> bool:
    return shape.left is not None and shape.left <= today


def sponsors_of(
    shape: MemberShape, spot: Spot, public: frozenset[Slug], known: Known, desk: Desk
) -> tuple[Slug, ...]:
    for index, sponsor in enumerate(shape.sponsors):
        check(sponsor, known, (spot / index).place, desk)
    return tuple(sponsor for sponsor in dict.fromkeys(shape.sponsors) if sponsor in public)


def entry(
    shape: MemberShape, spot: Spot, words: Vocabularies, sponsors: tuple[Slug, ...], desk: Desk
) -> Entry:
    today = desk.site.today
    gone, joined = has_left(shape, today), is_member(shape, today)
    named = people(shape, spot, desk)
    everything = portrait(shape, spot, words, named, sponsors, desk)
    check_membership(everything, spot, desk, charter_matters=joined)
    member = publishable(everything, shape, desk)
    read_later(
        shape.description, spot / "description", desk, is_published=bool(member and member.description)
    )
    follow_later(shape.website, spot / "website", desk, is_published=bool(member and member.website))
    if member:
        use_images(member, named, spot, desk)
    if shape.listed and not gone:
        tell_of_coming_days(shape, spot, desk)
    type_ = everything.type.id if everything.type else None
    return Entry(shape, type_, gone, joined, named, member, withheld(shape, named, member, today))


def withheld(shape: MemberShape, named: tuple[Person | None, ...], member: Member | None, today: date) -> int:
    if member:
        hidden = (one.consent for one, person in zip(shape.people, named) if person is None)
        return sum(not is_awaited(consent, today) for consent in hidden)
    is_alone = shape.kind == "person" and shape.listed and is_member(shape, today)
    return int(is_alone and not is_awaited(shape.consent, today))


def publishable(everything: Member, shape: MemberShape, desk: Desk) -> Member | None:
    if not is_public(shape, desk.site.today):
        return None
    consent = counting(shape.consent, desk.site.today)
    if shape.kind == "person" and consent:
        return consented(everything, consent)
    return everything


def use_images(member: Member, named: tuple[Person | None, ...], spot: Spot, desk: Desk) -> None:
    use_logo(member.logo, spot / "logo", desk)
    for index, person in enumerate(named):
        if person and person in member.people:
            use_logo(person.photo, spot / "people" / index / "photo", desk)
