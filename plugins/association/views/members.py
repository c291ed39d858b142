"""Members as lists show them: how to reach them, who is found where, how many, and where from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..collation import in_order, letter_of
from ..domain.directory import Coming, Reach, grouped, lives_in
from ..domain.members import Member, Partner, Person, country_of, phone_uri, postal_address
from ..domain.phrases import at_town, from_town
from ..domain.places import Town
from ..domain.text import Slug
from ..drawings.monogram import Monogram, monogram
from ..render.assets import PublishedImage
from ..render.typography import country_name, in_a_row
from ..render.urls import Urls, partner_url
from .facets import whole_kilometres
from .localizer import Localizer
from .pagination import PagedList

FEW = 3
"""As many members are named, and as many towns they come from."""


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A line of the directory."""

    name: str
    url: str | None
    summary: str
    town: str
    type: str
    takes_interns: bool
    tile: Monogram
    logo: PublishedImage | None


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes cards of members, each once: a member stands on many pages."""

    localizer: Localizer
    made: dict[Slug, MemberCard] = field(default_factory=dict, compare=False, repr=False)

    def of(self, members: Iterable[Member]) -> tuple[MemberCard, ...]:
        return tuple(self.card(member) for member in members)

    def card(self, member: Member) -> MemberCard:
        if member.id not in self.made:
            self.made[member.id] = member_card(member, self.localizer)
        return self.made[member.id]


def member_card(member: Member, localizer: Localizer) -> MemberCard:
    return MemberCard(
        name=localizer.say(member.name),
        url=localizer.urls.url("MEMBER", id=member.id),
        summary=localizer.say(member.summary),
        town=localizer.say(member.town.name) if member.town else "",
        type=localizer.say(member.type.name) if member.type else "",
        takes_interns=member.interns,
        tile=monogram(member.name, member.id),
        logo=localizer.portrait(member.logo),
    )


@dataclass(frozen=True, slots=True)
class LabelledLink:
    label: str
    url: str | None


Owner = Member | Partner | None
"""Who names a person, or has a telephone; None for the association itself."""


def phone_link(phone: str | None, owner: Owner, localizer: Localizer) -> str:
    """'' for what no telephone could dial as it is written."""
    return (phone and phone_uri(phone, country_around(owner, localizer))) or ""


def country_around(owner: Owner, localizer: Localizer) -> str:
    """Where its telephones are."""
    if isinstance(owner, Member):
        return country_of(owner, localizer.country)
    return (owner and owner.country) or localizer.country


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody whom a member, a partner or the association names, as they agreed to be shown."""

    name: str
    role: str
    email: str
    phone: str
    phone_link: str
    tile: Monogram
    photo: PublishedImage | None


def person_card(person: Person, owner: Owner, localizer: Localizer) -> PersonCard:
    return PersonCard(
        name=person.name,
        role=localizer.say(person.role),
        email=person.email or "",
        phone=person.phone or "",
        phone_link=phone_link(person.phone, owner, localizer),
        tile=person_tile(person, owner),
        photo=localizer.portrait(person.photo),
    )


def person_tile(person: Person, owner: Owner) -> Monogram:
    """The same wherever they are shown."""
    return monogram(person.name, f"{owner.id if owner else 'people'}/{person.name}")


@dataclass(frozen=True, slots=True)
class PartnerMark:
    """url: where the site tells of it, else its own site."""

    name: str
    url: str | None
    tile: Monogram
    logo: PublishedImage | None


def partner_mark(partner: Partner, localizer: Localizer) -> PartnerMark:
    return PartnerMark(
        name=localizer.say(partner.name),
        url=partner_url(localizer.urls, partner.id) or partner.website,
        tile=monogram(partner.name, partner.id),
        logo=localizer.portrait(partner.logo),
    )


def website_label(url: str | None) -> str:
    """The address as people say it: no scheme, no www, no last slash."""
    if not url:
        return ""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"


@dataclass(frozen=True, slots=True)
class Contact:
    """lines: the postal address, line by line; '' or empty for what is unknown."""

    lines: tuple[str, ...]
    phone: str
    phone_link: str
    email: str
    website: str
    website_label: str


def contact_of(member: Member, localizer: Localizer) -> Contact:
    return Contact(
        lines=address_lines(member, localizer),
        phone=member.phone or "",
        phone_link=phone_link(member.phone, member, localizer),
        email=member.email or "",
        website=member.website or "",
        website_label=website_label(member.website),
    )


def address_lines(member: Member, localizer: Localizer) -> tuple[str, ...]:
    """As on an envelope; the name of the town alone for who gives no address."""
    postal = postal_address(member)
    if postal is None:
        return ()
    town = localizer.say(postal.town)
    if member.address is None:
        return (town,)
    place = " ".join(filter(None, (postal.postal_code, town)))
    country = country_name(postal.country, localizer.language) if postal.country else ""
    return tuple(filter(None, (postal.street, place, country)))


def origins(members: Iterable[Member], localizer: Localizer) -> str:
    """The towns of those members, most of them first; only when each has one."""
    towns = [member.town for member in members]
    counts = Counter(town.id for town in towns if town)
    names = {town.id: localizer.say(town.name) for town in towns if town}
    if None in towns or len(counts) > FEW:
        return ""
    ordered = sorted(in_order(names, names.__getitem__, str), key=lambda id_: -counts[id_])
    return in_a_row(tuple(from_town(names[id_], localizer.language) for id_ in ordered), localizer.language)


@dataclass(frozen=True, slots=True)
class MembersSummary:
    """total: all on the list; here: those of the town itself; coming: those who come there.

    towns: how many towns they are in; at: « à Lens », where it is one.
    names: « Alpha, Bêta et Gamma » when they are few, else ''.
    origins: « d’Arras et de Douai », where those who come are from; '' when unknown or too many.
    """

    total: int
    here: int
    coming: int
    towns: int
    at: str
    names: str
    origins: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """distance: whole kilometres from the member's own town, 0 for less than one; None if unknown."""

    member: MemberCard
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class ListPart:
    """kind: here or coming. A page of a long list may have one of them alone; none is empty."""

    kind: str
    entries: tuple[ListEntry, ...]


def members_summary(
    members: tuple[Member, ...], localizer: Localizer, town: Town | None = None
) -> MembersSummary:
    """Of a list of members, in `town` or anywhere."""
    away = tuple(member for member in members if town and not lives_in(member, town))
    names = tuple(localizer.say(member.name) for member in members[: FEW + 1])
    homes = {member.town.id: member.town for member in members if member.town}
    return MembersSummary(
        total=len(members),
        here=len(members) - len(away) if town else 0,
        coming=len(away),
        towns=len(homes),
        at=next(at_town(localizer.say(one.name), localizer.language) for one in homes.values())
        if len(homes) == 1
        else "",
        names=in_a_row(names, localizer.language) if len(members) <= FEW else "",
        origins=origins(away, localizer),
    )


def list_parts(reach: Reach, cards: Cards) -> tuple[ListPart, ...]:
    """Of the list of a town, what one page shows of each part."""
    here = (ListEntry(cards.card(member)) for member in reach.residents)
    coming = (list_entry(one, cards) for one in reach.coming)
    return tuple(filled(("here", tuple(here)), ("coming", tuple(coming))))


def list_entry(one: Coming, cards: Cards) -> ListEntry:
    return ListEntry(cards.card(one.member), whole_kilometres(one.distance))


def filled(*parts: tuple[str, tuple[ListEntry, ...]]) -> Iterator[ListPart]:
    return (ListPart(kind, entries) for kind, entries in parts if entries)


@dataclass(frozen=True, slots=True)
class LetterOfMembers:
    """name: '' of those whose names begin with none."""

    name: str
    members: tuple[MemberCard, ...]


def letters_of(members: Iterable[Member], cards: Cards) -> tuple[LetterOfMembers, ...]:
    """In their order, by the letter under which their names are looked up."""
    found = grouped((letter_of(str(member.name)), cards.card(member)) for member in members)
    return tuple(LetterOfMembers(name, own) for name, own in found.items())


def letter_links(members: Iterable[Member], urls: Urls, kind: str, size: int) -> tuple[LabelledLink, ...]:
    """Of a list by name: where each letter begins, on whichever page that is."""
    every = PagedList(urls, kind)
    first: dict[str, int] = {}
    for place, member in enumerate(members):
        first.setdefault(letter_of(str(member.name)), place)
    return tuple(
        LabelledLink(name, f"{every.url(every.page_of(place, size))}#p-lettre-{name.lower()}")
        for name, place in first.items()
    )
