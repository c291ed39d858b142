"""Of each kind of page, what there is one of: what fills its address, and how many things a list shows there.

Where a section makes a page only of what is long enough, it is said to be there from the first on: a link had
better be followed in vain than be refused wrongly.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from ..domain.agenda import YEAR, Agenda, Entry, agenda
from ..domain.association import Association
from ..domain.directory import Groups, groups
from ..domain.events import Status
from ..domain.offers import Offer, open_offers
from ..domain.text import Language, Slug, Text, word_id
from ..render.address_words import kind_of_offers
from ..render.urls import URLS, written_pages

Parts = Mapping[str, object]
Counted = Iterator[tuple[Parts, int]]
OF_TEXTS = ("ARTICLE", "EVENT", "OFFER", "MINUTES", "PAGE")
"""One of each text."""


@dataclass(frozen=True, eq=False)
class Catalogue:
    association: Association
    today: date
    zone: ZoneInfo
    language: Language

    def knows(self, kind: str) -> bool:
        """Not of what, for one, a webmaster's own section has."""
        return kind in THINGS or kind in OF_TEXTS or "{" not in URLS[kind]

    def of(self, kind: str) -> Counted:
        if kind in THINGS:
            yield from THINGS[kind](self)
        elif "{" not in URLS[kind]:
            yield {}, 1
        else:
            pages = written_pages(self.association)
            yield from ((page.parts, 1) for page in pages if page.kind == kind)

    @cached_property
    def agenda(self) -> Agenda:
        association, first, last = self.association, self.today - YEAR, self.today + YEAR
        return agenda(
            association.commissions, association.events, first, last, self.zone, association.calendars
        )

    @cached_property
    def groups(self) -> Groups:
        return groups(self.association)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        return open_offers(self.association.offers, self.today)

    @cached_property
    def coming(self) -> tuple[Entry, ...]:
        return self.agenda.upcoming(self.today)

    def word(self, words: Text | None) -> Slug:
        return word_id(words, self.language)


def each(ids: Iterable[Slug], key: str = "id") -> Counted:
    """Named by one word, each once; those without a name have no page."""
    return (({key: one}, 1) for one in dict.fromkeys(ids) if one)


def everybody(known: Catalogue) -> Counted:
    """One list of all members, and what comes with it; none of nobody."""
    if known.association.members:
        yield {}, len(known.association.members)


def found_everybody(known: Catalogue) -> Counted:
    """What finds and counts members, where enough of them are named."""
    return iter(()) if known.association.names_few else everybody(known)


def whole_directory(known: Catalogue) -> Counted:
    yield {}, len(known.association.members)


def members(known: Catalogue) -> Counted:
    return each(member.id for member in known.association.members)


def commissions(known: Catalogue) -> Counted:
    return each(commission.id for commission in known.association.commissions)


def sized(found: Mapping[Slug, tuple[object, ...]]) -> Counted:
    return (({"id": id_}, len(things)) for id_, things in found.items())


def skills_in_towns(known: Catalogue) -> Counted:
    for (skill, town), found in known.groups.by_skill_and_town.items():
        yield {"skill": skill, "town": town}, len(found)


def commission_members(known: Catalogue) -> Counted:
    return (({"id": one.id}, len(one.members)) for one in known.association.commissions)


def months(known: Catalogue) -> Counted:
    """Those with a date, and the current one."""
    found = {known.today.replace(day=1)}
    for entry in known.agenda.entries:
        month = entry.first_day.replace(day=1)
        while month <= entry.last_day:
            found.add(month)
            month = (month + timedelta(days=32)).replace(day=1)
    return (({"date": month}, 1) for month in sorted(found))


def events(known: Catalogue) -> Counted:
    return each((event.slug for event in known.association.events), "slug")


def kinds_of_calendars(known: Catalogue) -> Counted:
    said = [commission.kind for commission in known.association.commissions if commission.meetings]
    return each(known.word(kind) for kind in (*said, *(event.kind for event in known.association.events)))


def online(known: Catalogue) -> Counted:
    if any(one.online or one.status is Status.MOVED_ONLINE for one in known.coming):
        yield {}, 1


def past_dates(known: Catalogue) -> Counted:
    if past := known.agenda.past(known.today):
        yield {}, len(past)


def past_dates_of_commissions(known: Catalogue) -> Counted:
    for one in known.association.commissions:
        if past := known.agenda.of_commission(one.id).past(known.today):
            yield {"id": one.id}, len(past)


def news_of_commissions(known: Catalogue) -> Counted:
    return counted(id_ for article in known.association.articles for id_ in article.commissions)


def minutes_of_commissions(known: Catalogue) -> Counted:
    return counted(minutes.commission for minutes in known.association.minutes)


def counted(ids: Iterable[Slug], key: str = "id") -> Counted:
    every = list(ids)
    return (({key: one}, every.count(one)) for one in dict.fromkeys(every))


def news(known: Catalogue) -> Counted:
    yield {}, len(known.association.articles)


def tags(known: Catalogue) -> Counted:
    return counted((tag.slug for article in known.association.articles for tag in article.tags), "slug")


def dossiers(known: Catalogue) -> Counted:
    return each(dossier.slug for dossier in known.association.dossiers)


def joining(known: Catalogue) -> Counted:
    association = known.association
    if association.introducing("JOINING") or association.types or association.benefits:
        yield {}, 1


def governance(known: Catalogue) -> Counted:
    association = known.association
    if association.is_governed or association.introducing("GOVERNANCE"):
        yield {}, 1


def partners(known: Catalogue) -> Counted:
    if known.association.introducing("PARTNERS") or known.association.partners:
        yield {}, 1


def courses(known: Catalogue) -> Counted:
    if known.association.introducing("COURSES") or any(event.is_course for event in known.association.events):
        yield {}, 1


def members_section(known: Catalogue) -> Counted:
    if known.association.keeps_for_members:
        yield {}, 1


def nothing_known(known: Catalogue) -> Counted:
    """Addresses that nobody is to know."""
    return iter(())


THINGS: Mapping[str, Callable[[Catalogue], Counted]] = {
    "DIRECTORY": whole_directory,
    "NAMES": everybody,
    "STATISTICS": found_everybody,
    "SEARCH_DATA": found_everybody,
    "MEMBER": members,
    "MEMBER_VCARD": members,
    "MEMBER_VCARD_3": members,
    "SKILL": lambda known: sized(known.groups.by_skill),
    "TOWN": lambda known: sized(known.groups.by_town),
    "SKILL_TOWN": skills_in_towns,
    "MEMBERSHIP_TYPE": lambda known: sized(known.groups.by_type),
    "COMMISSION_MEMBERS": commission_members,
    "MONTH": months,
    "EVENT_CALENDAR": events,
    "AGENDA_COMMISSION": lambda known: each(id_ for one in known.coming for id_ in one.commissions),
    "AGENDA_KIND": lambda known: each(known.word(one.kind) for one in known.coming),
    "AGENDA_TOWN": lambda known: each(
        one.venue.town.id for one in known.coming if one.venue and one.venue.town
    ),
    "AGENDA_AUDIENCE": lambda known: each(known.word(one.audience) for one in known.coming),
    "AGENDA_ONLINE": online,
    "KIND_CALENDAR": kinds_of_calendars,
    "PAST_DATES": past_dates,
    "WEB_EDITOR": lambda known: iter([({}, 1)] if known.association.identity.repository else []),
    "COMMISSION": commissions,
    "COMMISSION_CALENDAR": commissions,
    "COMMISSION_FEED": commissions,
    "COMMISSION_PAST_DATES": past_dates_of_commissions,
    "COMMISSION_NEWS": news_of_commissions,
    "MINUTES_LIST": minutes_of_commissions,
    "NEWS": news,
    "TAG": tags,
    "DOSSIER": dossiers,
    "OFFERS_OF_KIND": lambda known: each(kind_of_offers(one.kind, known.language) for one in known.offers),
    "OFFERS_OF_SKILL": lambda known: each(skill.id for one in known.offers for skill in one.skills),
    "OFFERS_OF_TOWN": lambda known: each(one.town.id for one in known.offers if one.town),
    "JOINING": joining,
    "GOVERNANCE": governance,
    "PARTNERS": partners,
    "COURSES": courses,
    "MEMBERS": members_section,
    "MEMBERS_SEARCH": nothing_known,
    "MEMBERS_TEXT": nothing_known,
    "MEMBERS_ATTACHMENT": nothing_known,
    "MEMBERS_CALENDAR": nothing_known,
}
