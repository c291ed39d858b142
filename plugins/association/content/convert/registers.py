"""What entries and texts may name: members, venues, partners, commissions, by their ids."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ...collation import members_in_order
from ...domain.members import Member, Officer, Partner, Person
from ...domain.membership import telling_nobody
from ...domain.places import Venue
from ...domain.text import Slug, Text, is_slug, plain
from ...problems import Place
from ..context import Known, LoadContext, check
from ..schema.base import Shape
from ..schema.commissions import OfficerShape
from ..schema.members import MemberShape
from ..suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A member of the file; `member` and each of `people` is None when it may not be published.

    has_left: the day on which it leaves has come; is_member: so has the one on which it joins, and not that.
    withheld: how many nothing but the lack of a consent keeps off the site, not counting those whose
        consent has a day to come: they are told by name.
    """

    shape: MemberShape
    type: Slug | None
    region: Text | None
    has_left: bool
    is_member: bool
    people: tuple[Person | None, ...]
    member: Member | None
    withheld: int


@dataclass(frozen=True, slots=True)
class OfficerEntry:
    """Somebody who acts for the association; `officer` is None when they may not be named.

    withheld: nothing but the lack of a consent keeps them off the site.
    """

    shape: OfficerShape
    officer: Officer | None
    withheld: bool


@dataclass(frozen=True, slots=True)
class Officers:
    """The people of the association itself, published or not."""

    known: Known
    entries: Mapping[Slug, OfficerEntry]

    @property
    def published(self) -> tuple[Officer, ...]:
        return tuple(entry.officer for entry in self.entries.values() if entry.officer)

    @property
    def withheld(self) -> int:
        return sum(entry.withheld for entry in self.entries.values())


@dataclass(frozen=True, slots=True)
class Roster:
    """Every member that a reference may name, published or not."""

    known: Known
    entries: Mapping[Slug, MemberEntry]

    @property
    def published(self) -> tuple[Member, ...]:
        return members_in_order(entry.member for entry in self.entries.values() if entry.member)

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

    @property
    def regions(self) -> tuple[tuple[Text, int], ...]:
        """Where those are who are not published, the most first, as far as that names nobody."""
        regions = [one.region for one in self.entries.values() if one.is_member and one.member is None]
        names = {str(region): region for region in regions if region}
        told = telling_nobody(Counter(str(region) for region in regions if region), len(regions))
        return tuple((names[name], told[name]) for name in sorted(told, key=lambda name: (-told[name], name)))

    def named(
        self, ids: tuple[Slug, ...], shape: Shape, key: str, context: LoadContext
    ) -> tuple[Member, ...]:
        """The published members of a list of references, each once; the others are silently passed over."""
        for index, one in enumerate(ids):
            if one not in self.entries:
                check(one, self.known, shape.place(key, index), context)
        found = (self.entries[one].member for one in dict.fromkeys(ids) if one in self.entries)
        return tuple(member for member in found if member)


@dataclass(frozen=True, slots=True)
class Venues:
    """The rooms one may name by id; any other text is a place of its own."""

    known: Known
    by_id: Mapping[Slug, Venue]

    def meant(self, written: Text | str | None, place: Place, context: LoadContext) -> Venue | None:
        if written is None:
            return None
        words = str(written)
        if words in self.by_id:
            return self.by_id[words]
        if self._looks_like_an_id(words):
            check(words, self.known, place, context)
            return None
        return Venue(None, plain(written) if isinstance(written, str) else written)

    def _looks_like_an_id(self, words: str) -> bool:
        """A slug that is an id of the list, or nearly: a slip, not the name of a place."""
        is_near = words in self.known.broken or did_you_mean(words, self.known.ids) is not None
        return is_slug(words) and is_near


@dataclass(frozen=True, slots=True)
class Registers:
    """withheld_contacts: how many people of partners are left out because they gave no consent."""

    roster: Roster
    officers: Officers
    venues: Venues
    partners: Mapping[Slug, Partner]
    known_partners: Known
    known_commissions: Known
    withheld_contacts: int

    @property
    def withheld(self) -> int:
        """Of whomever."""
        return self.roster.withheld + self.officers.withheld + self.withheld_contacts

    @property
    def names(self) -> "Names":
        entries = self.roster.entries.items()
        return Names(
            members=self.roster.known,
            ids=frozenset(self.roster.entries),
            published=frozenset(id_ for id_, entry in entries if entry.member),
            unnamed=frozenset(
                id_ for id_, entry in entries if entry.shape.kind == "person" and not entry.member
            ),
            venues=self.venues,
            commissions=self.known_commissions,
        )

    def partners_named(
        self, ids: tuple[Slug, ...], shape: Shape, context: LoadContext
    ) -> tuple[Partner, ...]:
        found = checked(ids, self.known_partners, shape, "partners", context)
        return tuple(self.partners[one] for one in found if one in self.partners)


@dataclass(frozen=True, slots=True)
class Names:
    """What texts may name, and no more of it than they need: it stays the same while members are described.

    ids: of all members; published: of those that have a page; unnamed: of persons who have none.
    """

    members: Known
    ids: frozenset[Slug]
    published: frozenset[Slug]
    unnamed: frozenset[Slug]
    venues: Venues
    commissions: Known

    def members_named(
        self, ids: tuple[Slug, ...], shape: Shape, key: str, context: LoadContext
    ) -> tuple[Slug, ...]:
        """The published ones, each once; the others are silently passed over."""
        for index, one in enumerate(ids):
            if one not in self.ids:
                check(one, self.members, shape.place(key, index), context)
        return tuple(one for one in dict.fromkeys(ids) if one in self.published)

    def commissions_named(
        self, ids: tuple[Slug, ...], shape: Shape, context: LoadContext
    ) -> tuple[Slug, ...]:
        return checked(ids, self.commissions, shape, "commissions", context)


def checked(
    ids: tuple[Slug, ...], known: Known, shape: Shape, key: str, context: LoadContext
) -> tuple[Slug, ...]:
    for index, one in enumerate(ids):
        check(one, known, shape.place(key, index), context)
    return tuple(dict.fromkeys(ids))
