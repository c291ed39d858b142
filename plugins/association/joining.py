"""How to join: kinds of membership and what it brings."""

from collections.abc import Iterable
from dataclasses import dataclass

from .domain.association import Association, descendants
from .domain.directory import by_type
from .domain.members import Benefit, MembershipType
from .host.outputs import Output, page
from .host.plugin import Section, registering
from .host.run import Run
from .render.markdown import Prose
from .render.urls import INTRODUCED_BY
from .views.localizer import Localizer, introduction, localizer_of


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
        introduced = association.page(INTRODUCED_BY[self.kind])
        return bool(introduced or association.types or association.benefits)

    def planned(self, run: Run) -> Iterable[Output]:
        localizer, association = localizer_of(run), run.edition.association
        intro = introduction("JOINING", association, localizer)
        if not self.has_content(run):
            return
        yield page(
            localizer.urls,
            "JOINING",
            "joining",
            description=intro.lead if intro else "",
            menu="JOINING",
            view={
                "introduction": intro,
                "types": type_offers(association, localizer),
                "benefits": tuple(benefit_offer(benefit, localizer) for benefit in association.benefits),
                "members": association.member_count,
                "everybody": association.member_count + association.unpublished,
                "currency": run.edition.currency,
            },
        )


def type_offers(association: Association, localizer: Localizer) -> tuple[TypeOffer, ...]:
    members = by_type(association)
    counts = {type_.id: len(members.get(type_.id, ())) for type_ in association.types}
    return tuple(type_offer(type_, counts[type_.id], association, localizer) for type_ in association.types)


def type_offer(
    type_: MembershipType, count: int, association: Association, localizer: Localizer
) -> TypeOffer:
    names = {other.id: other.name for other in association.types}
    family, heads = descendants(association.types, type_.id), dict(association.headcounts)
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
        whole=sum(heads.get(one, 0) for one in family),
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
