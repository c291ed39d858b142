"""How to join: kinds of membership and what it brings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from .domain.articles import StaticPage
from .domain.association import Association, descendants
from .domain.directory import by_type
from .domain.members import Benefit, MembershipType
from .domain.text import Slug
from .host.outputs import Output, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .render.markdown import Prose
from .views.localizer import Localizer, introducing, introduction, localizer_of


@dataclass(frozen=True, slots=True)
class TypeOffer:
    """One kind of membership, with those that are part of it.

    count: its members in the directory; whole: the others too; target: wished for (None: no wish).
    """

    name: str
    url: str | None
    description: Prose | None
    parent: str
    fee: str
    is_by_invitation: bool
    needs_charter: bool
    voting: bool | None
    join_url: str
    count: int
    whole: int
    target: int | None


@dataclass(frozen=True, slots=True)
class BenefitOffer:
    name: str
    description: Prose | None
    status: str
    members_needed: int | None


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
            shown = partial(joining_shown, members_of(association), intro, run.edition.currency, localizer)
            yield page(localizer.urls, "JOINING", "joining", menu="JOINING", shown=shown)


@dataclass(frozen=True, slots=True)
class Membership:
    """What there is to join, and how many have: heads by type, those listed in the directory among them."""

    types: tuple[MembershipType, ...]
    benefits: tuple[Benefit, ...]
    listed: Mapping[Slug, int]
    heads: Mapping[Slug, int]
    members: int
    everybody: int


def members_of(association: Association) -> Membership:
    return Membership(
        association.types,
        association.benefits,
        {type_: len(members) for type_, members in by_type(association).items()},
        dict(association.headcounts),
        association.member_count,
        association.member_count + association.unpublished,
    )


def joining_shown(
    membership: Membership, intro: StaticPage | None, currency: str, localizer: Localizer
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        view={
            "introduction": introduced,
            "types": type_offers(membership, localizer),
            "benefits": tuple(benefit_offer(benefit, localizer) for benefit in membership.benefits),
            "members": membership.members,
            "everybody": membership.everybody,
            "currency": currency,
        },
    )


def type_offers(membership: Membership, localizer: Localizer) -> tuple[TypeOffer, ...]:
    return tuple(type_offer(type_, membership, localizer) for type_ in membership.types)


def type_offer(type_: MembershipType, membership: Membership, localizer: Localizer) -> TypeOffer:
    names = {other.id: other.name for other in membership.types}
    family, count = descendants(membership.types, type_.id), membership.listed.get(type_.id, 0)
    return TypeOffer(
        name=localizer.say(type_.name),
        url=localizer.urls.url("MEMBERSHIP_TYPE", id=type_.id) if count else None,
        description=localizer.prose(type_.description, "members.yaml"),
        parent=localizer.say(names.get(type_.parent) if type_.parent else None),
        fee=type_.fee or "",
        is_by_invitation=type_.admission == "invitation",
        needs_charter=type_.charter_required,
        voting=type_.voting,
        join_url=type_.join_url or "",
        count=count,
        whole=sum(membership.heads.get(one, 0) for one in family),
        target=type_.target,
    )


def benefit_offer(benefit: Benefit, localizer: Localizer) -> BenefitOffer:
    return BenefitOffer(
        name=localizer.say(benefit.name),
        description=localizer.prose(benefit.description, "members.yaml"),
        status=benefit.status,
        members_needed=benefit.members_needed,
    )


register = registering(Joining)
