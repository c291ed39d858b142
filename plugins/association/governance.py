"""Who decides and who acts for the association: its bodies with their mandates, its people, its legal facts.

A body is a commission that governs: it meets, and publishes minutes, on its own page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from .domain.articles import StaticPage
from .domain.association import Association, Identity
from .domain.commissions import Commission, Mandate, governing
from .domain.knowledge import Resource
from .domain.members import Officer, coming, former
from .domain.text import Slug
from .exports.json_ld import governance_data
from .host.outputs import Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .host.site import MenuItem
from .views.commissions import Head, Seats, head, seats_of
from .views.knowledge import resource_rows
from .views.localizer import Localizer, introducing, introduction, localizer_of, where_said
from .views.members import Cards, MemberCard, PersonCard, person_card


class Governance(Section):
    kind = "GOVERNANCE"

    def has_content(self, run: Run) -> bool:
        association = run.edition.association
        return association.is_governed or introducing(self.kind, association) is not None

    def planned(self, run: Run) -> Iterable[Output]:
        return (
            run.kept(governance_page, "commissions", "minutes", "people", "pages")
            if self.has_content(run)
            else ()
        )

    def menu_items(self, run: Run) -> Iterator[MenuItem]:
        return where_said(super().menu_items(run), introducing(self.kind, run.edition.association))


def governance_page(run: Run) -> Iterator[Page]:
    localizer, association = localizer_of(run), run.edition.association
    intro, today = introducing("GOVERNANCE", association), run.edition.today
    shown = partial(governance_shown, governed(association), intro, today, localizer)
    yield page(localizer.urls, "GOVERNANCE", "governance", menu="GOVERNANCE", shown=shown)


@dataclass(frozen=True, slots=True)
class Governed:
    """active: ids of bodies whose own page tells more than this one."""

    identity: Identity
    bodies: tuple[Commission, ...]
    active: frozenset[Slug]
    people: tuple[Officer, ...]
    documents: tuple[Resource, ...]


def governed(association: Association) -> Governed:
    commissions, recorded = association.commissions, {one.commission for one in association.minutes}
    active = frozenset(one.id for one in commissions if one.tells_more or one.id in recorded)
    documents = tuple(resource for resource in association.resources if resource.governance)
    return Governed(association.identity, governing(commissions), active, association.people, documents)


def governance_shown(
    governed: Governed, intro: StaticPage | None, today: date, localizer: Localizer
) -> Shown:
    introduced, cards = introduction(intro, localizer), Cards(localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        linked_data=lambda addresses: governance_data(
            governed.identity, governed.bodies, governed.people, addresses, localizer.language, today
        ),
        view={
            "introduction": introduced,
            "bodies": tuple(body(one, governed, today, cards, localizer) for one in governed.bodies),
            "people": tuple(officer(one, localizer) for one in governed.people if one.is_current(today)),
            "coming_people": tuple(in_a_line(one, localizer) for one in coming(governed.people, today)),
            "former_people": tuple(in_a_line(one, localizer) for one in former(governed.people, today)),
            "documents": resource_rows(governed.documents, localizer),
            "founded": founded_on(governed.identity),
            "founded_in": localizer.say(governed.identity.founded_in),
        },
    )


@dataclass(frozen=True, slots=True)
class Body:
    """url: of its page, where that tells more. others: members that take part without a mandate of theirs.

    meets_privately: as of the commission.
    """

    id: str
    name: str
    url: str | None
    kind: str
    mission: str
    seats: Seats
    others: tuple[MemberCard, ...]
    email: str
    meets_privately: bool


def body(commission: Commission, governed: Governed, today: date, cards: Cards, localizer: Localizer) -> Body:
    in_office = {mandate.member.id for mandate in commission.heads(today) if mandate.member}
    return Body(
        id=commission.id,
        name=localizer.say(commission.name),
        url=localizer.urls.url("COMMISSION", id=commission.id) if commission.id in governed.active else None,
        kind=localizer.say(commission.kind),
        mission=localizer.say(commission.mission),
        seats=seats_of(commission, today, localizer),
        others=cards.of(member for member in commission.members if member.id not in in_office),
        email=commission.email or "",
        meets_privately=commission.meets_privately,
    )


@dataclass(frozen=True, slots=True)
class OfficerCard:
    person: PersonCard
    since: date | None
    until: date | None


def officer(one: Officer, localizer: Localizer) -> OfficerCard:
    return OfficerCard(person_card(one, None, localizer), one.since, one.until)


def in_a_line(one: Officer, localizer: Localizer) -> Head:
    return head(Mandate(None, one, one.role, one.since, one.until), localizer)


def founded_on(identity: Identity) -> date | str:
    """A day to be said in the language of the page, or the words of the association."""
    written = identity.founded or ""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return written


register = registering(Governance)
