"""The association as a whole: what one build publishes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .articles import Article, Dossier, StaticPage, dossiers
from .commissions import Commission, Minutes, only_named, without_people
from .events import Event, ImportedCalendar, without_body
from .knowledge import GLOSSARY, Glossary, Resource, abbreviations
from .members import Benefit, Member, MembershipType, Officer, Partner, Skill
from .offers import Offer
from .places import Outline, Town, Venue
from .text import Language, Slug, Text

FEW = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the association is; `notice` is a sentence for the foot of every page, `names` as of a member."""

    name: str
    legal_form: Text | None = None
    tagline: Text | None = None
    territory: Text | None = None
    founded: str | None = None
    founded_in: Text | None = None
    registration: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    logo: str | None = None
    accent: str | None = None
    social: tuple[tuple[str, str], ...] = ()
    repository: str | None = None
    notice: Text | None = None
    names: Text | None = None


@dataclass(frozen=True, slots=True)
class Association:
    """Attributes that need a word:

    types, skills, towns, venues: the vocabularies, in the order they are declared
        (free words, where no vocabulary is declared, in the order of their names).
    members: published ones, in the order of their names.
    people: who acts for the association itself, in the order of the file.
    articles: the latest first; events by their first date; pages by menu order.
    unlisted: articles that have their page, and stand in no list, feed or search.
    offers: the latest first, open and closed: see `open_offers`.
    minutes: the latest first.
    calendars: of partners, whose dates the agenda shows too.
    headcounts: members by type id, those not published included: a number names nobody.
    unpublished: members of today who are not in the directory: not listed, or persons without consent.
    regions: where the unpublished are, as far as that names nobody (membership.py: telling_nobody).
    withheld: persons left out because they gave no consent.
    outline: of the territory, where the association has one.
    keeps_for_members: it has texts or meetings for members only, whatever they are.
    """

    identity: Identity
    types: tuple[MembershipType, ...] = ()
    skills: tuple[Skill, ...] = ()
    towns: tuple[Town, ...] = ()
    venues: tuple[Venue, ...] = ()
    members: tuple[Member, ...] = ()
    partners: tuple[Partner, ...] = ()
    people: tuple[Officer, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    commissions: tuple[Commission, ...] = ()
    events: tuple[Event, ...] = ()
    articles: tuple[Article, ...] = ()
    unlisted: tuple[Article, ...] = ()
    offers: tuple[Offer, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    calendars: tuple[ImportedCalendar, ...] = ()
    pages: tuple[StaticPage, ...] = ()
    headcounts: tuple[tuple[Slug, int], ...] = ()
    unpublished: int = 0
    regions: tuple[tuple[Text, int], ...] = ()
    withheld: int = 0
    outline: Outline | None = None
    keeps_for_members: bool = False
    _places: Mapping[Slug, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {member.id: place for place, member in enumerate(self.members)}
        object.__setattr__(self, "_places", places)

    @property
    def member_count(self) -> int:
        """The number of members, wherever the site tells one without saying of what.

        Who is a member today and in the public directory: that many are listed, drawn, searched and in the
        open data, so that whoever counts finds the same. Who is `unpublished` is told beside it, as such.
        """
        return len(self.members)

    @property
    def everybody(self) -> int:
        """All members, in the directory or not."""
        return self.member_count + self.unpublished

    @property
    def is_mostly_unnamed(self) -> bool:
        """Its members are persons, say, of whom few agreed to be in the directory."""
        return self.unpublished > self.member_count

    @property
    def names_few(self) -> bool:
        """So few members are named, beside more who are not, that a search or a map would find nobody."""
        return self.member_count < FEW and self.is_mostly_unnamed

    def headcount(self, type_: Slug) -> int:
        """Members of that type or of one below it, in the directory or not."""
        family = descendants(self.types, type_)
        return sum(count for id_, count in self.headcounts if id_ in family)

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        return dossiers(self.articles)

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Of all pages, in the order of the menu."""
        return tuple(resource for page in self.pages for resource in page.resources)

    def glossaries(self) -> Mapping[Language, Glossary]:
        """What its texts have to know, by their language."""
        found: dict[Language, list[StaticPage]] = {}
        for page in self.pages:
            if page.template == GLOSSARY:
                found.setdefault(page.language, []).append(page)
        return {language: glossary_of(pages) for language, pages in found.items()}

    def only(self, *parts: str) -> "Association":
        """Itself, with those parts and no others: what is made from them depends on nothing else."""
        return Association(self.identity, **{part: getattr(self, part) for part in parts})

    def dated(self) -> "Association":
        """What calendars tell of it."""
        return Association(
            self.identity,
            commissions=tuple(map(without_people, self.commissions)),
            events=tuple(map(without_body, self.events)),
            calendars=self.calendars,
        )

    def with_names_only(self) -> "Association":
        """The commissions by their names, for what tells of an event whose it is."""
        return Association(self.identity, commissions=tuple(map(only_named, self.commissions)))

    def can_be_followed(self, commission: Commission) -> bool:
        """Whether its calendar may ever have a date: that of one that meets privately has events only."""
        return not commission.meets_privately or any(commission.id in one.commissions for one in self.events)

    def members_named(self, ids: Iterable[Slug | None]) -> tuple[Member, ...]:
        """Those of `ids` that are published, in the order of the directory."""
        places = sorted(self._places[id_] for id_ in set(ids) if id_ and id_ in self._places)
        return tuple(self.members[place] for place in places)

    @property
    def is_governed(self) -> bool:
        """Whether it says who decides and acts for it."""
        return bool(self.people) or any(one.is_governing for one in self.commissions)

    def introducing(self, kind: str) -> StaticPage | None:
        """What editors wrote about the section with a first page of that kind."""
        return next((page for page in self.pages if page.introduces == kind), None)

    def page(self, key: Slug) -> StaticPage | None:
        """In whatever language, and whatever it is called there."""
        return next((page for page in self.pages if page.key == key), None)


def glossary_of(pages: Iterable[StaticPage]) -> Glossary:
    own = tuple(pages)
    return Glossary(abbreviations(page.body for page in own), frozenset(page.source for page in own))


def with_skill(members: Iterable[Member], skill: Slug) -> tuple[Member, ...]:
    return tuple(member for member in members if any(skill == own.id for own in member.skills))


def in_town(members: Iterable[Member], town: Slug) -> tuple[Member, ...]:
    """Members of that town and those that serve it."""
    return tuple(
        member
        for member in members
        if (member.town and member.town.id == town) or any(town == served.id for served in member.serves)
    )


def descendants(types: Iterable[MembershipType], root: Slug) -> frozenset[Slug]:
    """That type and those whose parent it is, however far."""
    known = tuple(types)
    family, grown = {root}, True
    while grown:
        children = {type_.id for type_ in known if type_.parent in family}
        grown, family = not children <= family, family | children
    return frozenset(family)
