"""How to join: kinds of membership and what it brings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from .domain.articles import StaticPage
from .domain.association import Association
from .domain.markup import shown_at
from .domain.members import Benefit
from .domain.membership import Admission, Branch, Census, admission, branches, is_available, missing
from .host.outputs import Output, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .render.markdown import Prose
from .views.localizer import Localizer, introducing, introduction, localizer_of


@dataclass(frozen=True, slots=True)
class TypeOffer:
    """One kind of membership, and below it the narrower ones, which say only what is new.

    count: its members in the directory; whole: the others too; target: wished for (None: no wish).
    accepts: kinds of members, empty where that is not limited.
    admission: `open` or `invitation` where it has to be said, else ''; sponsors: as many are needed.
    needs_charter: None where nothing is to be said; charter: address, '' without.
    join_url, join_place: the page where one joins, and what it is called; '' without.
    until: the last day, where it is known; has_ended: it is over.
    """

    name: str
    url: str | None
    description: Prose | None
    accepts: tuple[str, ...]
    fee: str
    admission: str
    sponsors: int
    needs_charter: bool | None
    charter: str
    voting: bool | None
    join_url: str
    join_place: str
    until: date | None
    has_ended: bool
    count: int
    whole: int
    target: int | None
    narrower: tuple["TypeOffer", ...]


@dataclass(frozen=True, slots=True)
class BenefitOffer:
    """status: `negotiating`, `project`, or '' for what there is, or will be with `missing` more members."""

    name: str
    description: Prose | None
    status: str
    members_needed: int
    missing: int


class Joining(Section):
    kind = "JOINING"

    def has_content(self, run: Run) -> bool:
        association = run.edition.association
        introduced = introducing(self.kind, association)
        return bool(introduced or association.types or association.benefits)

    def planned(self, run: Run) -> Iterable[Output]:
        localizer, association = localizer_of(run), run.edition.association
        if self.has_content(run):
            intro = introducing(self.kind, association)
            told = membership_of(association, run.edition.today)
            shown = partial(joining_shown, told, intro, run.edition.currency, localizer)
            yield page(localizer.urls, "JOINING", "joining", menu="JOINING", shown=shown)


@dataclass(frozen=True, slots=True)
class Membership:
    """What there is to join, and how many have; members: those in the directory."""

    branches: tuple[Branch, ...]
    admission: Admission
    benefits: tuple[Benefit, ...]
    members: int
    everybody: int


def membership_of(association: Association, today: date) -> Membership:
    listed = Counter(member.type.id for member in association.members if member.type)
    census = Census(listed, dict(association.headcounts))
    return Membership(
        branches=branches(association.types, census, today),
        admission=admission(association.types, today),
        benefits=association.benefits,
        members=association.member_count,
        everybody=association.everybody,
    )


def joining_shown(
    membership: Membership, intro: StaticPage | None, currency: str, localizer: Localizer
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        view={
            "introduction": introduced,
            "types": type_offers(membership.branches, membership, localizer),
            "benefits": benefit_offers(membership, localizer),
            "members": membership.members,
            "everybody": membership.everybody,
            "currency": currency,
        },
    )


def type_offers(
    found: Iterable[Branch], membership: Membership, localizer: Localizer
) -> tuple[TypeOffer, ...]:
    return tuple(type_offer(branch, membership, localizer) for branch in found)


def type_offer(branch: Branch, membership: Membership, localizer: Localizer) -> TypeOffer:
    own, place = branch.own, None
    if branch.way_in == "open" and own.join_url:
        place = shown_at("a", own.join_url)
    return TypeOffer(
        name=localizer.say(own.name),
        url=localizer.urls.url("MEMBERSHIP_TYPE", id=own.id) if branch.listed else None,
        description=localizer.prose(own.description, "members.yaml"),
        accepts=own.accepts,
        fee="" if branch.has_ended else own.fee or "",
        admission=way_told(branch, membership.admission),
        sponsors=0 if branch.has_ended else own.sponsors_required or 0,
        needs_charter=own.charter_required,
        charter=localizer.link(own.charter) or "",
        voting=own.voting,
        join_url=place.address if place else "",
        join_place=place.place if place else "",
        until=own.until,
        has_ended=branch.has_ended,
        count=branch.listed,
        whole=branch.heads,
        target=None if branch.has_ended else branch.target,
        narrower=type_offers(branch.narrower, membership, localizer),
    )


def way_told(branch: Branch, of_all: Admission) -> str:
    """Each is told where there are two; else that one is invited, unless the wider kind says so already."""
    way = branch.way_in if of_all is Admission.MIXED else branch.own.admission
    return way if way and not branch.has_ended and (way, of_all) != ("open", Admission.OPEN) else ""


def benefit_offers(membership: Membership, localizer: Localizer) -> tuple[BenefitOffer, ...]:
    return tuple(benefit_offer(one, membership.everybody, localizer) for one in membership.benefits)


def benefit_offer(benefit: Benefit, members: int, localizer: Localizer) -> BenefitOffer:
    is_there = is_available(benefit, members)
    return BenefitOffer(
        name=localizer.say(benefit.name),
        description=localizer.prose(benefit.description, "members.yaml"),
        status="" if benefit.status == "available" else benefit.status,
        members_needed=0 if is_there else benefit.members_needed or 0,
        missing=missing(benefit, members),
    )


register = registering(Joining)
