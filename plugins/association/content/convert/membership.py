"""What the rules of a kind of membership ask of who has it: its kind, the charter, sponsors, the day.

An association that writes such a rule down wants it kept, so a member without what it asks is an error.
Who has left is not asked any more; who is still to come has until then to sign and to be recommended.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ...domain.members import Member, MembershipType
from ...domain.membership import sponsors_needed
from ...domain.text import Slug
from ...problems import sentence
from ..context import LoadContext
from ..schema.members import MemberShape


@dataclass(frozen=True, slots=True)
class Arrivals:
    """All members of the file by their ids, and the days on which they joined, in order."""

    shapes: Mapping[Slug, MemberShape]
    days: tuple[date, ...]


def arrivals_of(members: Iterable[MemberShape]) -> Arrivals:
    shapes = {shape.id: shape for shape in members}
    return Arrivals(shapes, tuple(sorted(shape.joined or date.min for shape in shapes.values())))


def is_member(shape: MemberShape, on: date) -> bool:
    """From the day on which it joins to the eve of the one on which it leaves."""
    has_joined = shape.joined is None or shape.joined <= on
    return has_joined and not has_left(shape, on)


def has_left(shape: MemberShape, on: date) -> bool:
    return shape.left is not None and shape.left <= on


def check_membership(member: Member, shape: MemberShape, arrivals: Arrivals, context: LoadContext) -> None:
    """member: with all that is written, whatever may be published of it."""
    today = context.site.today
    if not has_left(shape, today):
        check_sponsors(shape, arrivals, context)
    if member.type:
        if member.type.accepts and member.kind not in member.type.accepts:
            refuse_kind(member, member.type, shape, context)
        if not has_left(shape, today):
            check_day(shape, member.type, context)
        if is_member(shape, today):
            check_papers(member, member.type, shape, arrivals, context)


def refuse_kind(member: Member, type_: MembershipType, shape: MemberShape, context: LoadContext) -> None:
    context.error(
        shape.place("type"),
        "kind-not-accepted",
        sentence(
            'type "{type}" does not accept "kind: {kind}" ("{member}")',
            type=type_.id,
            kind=member.kind,
            member=member.name,
        ),
        sentence("it accepts: {kinds}", kinds=", ".join(type_.accepts)),
    )


def check_day(shape: MemberShape, type_: MembershipType, context: LoadContext) -> None:
    """Whoever joined in time keeps the kind of membership, long after it has ended."""
    if type_.until and shape.joined and shape.joined > type_.until:
        context.error(
            shape.place("joined"),
            "type-ended",
            sentence(
                '"{member}" joins on {day}, but type "{type}" has taken nobody since {until}',
                member=shape.name,
                day=shape.joined,
                type=type_.id,
                until=type_.until,
            ),
            sentence('choose another "type", or correct one of the two days'),
        )


def check_papers(
    member: Member, type_: MembershipType, shape: MemberShape, arrivals: Arrivals, context: LoadContext
) -> None:
    if type_.charter_required and not member.charter_signed:
        context.error(
            shape.place("type"),
            "missing-charter",
            sentence(
                '"{member}" has no "charter_signed", which type "{type}" requires',
                member=member.name,
                type=type_.id,
            ),
            sentence('write the day it was signed: "charter_signed: {example}"', example="2026-10-08"),
        )
    needed = sponsors_needed(type_.sponsors_required or 0, shape.joined, arrivals.days)
    named = len(set(shape.sponsors))
    if named < needed:
        refuse_few_sponsors(named, needed, type_, shape, context)


def refuse_few_sponsors(
    named: int, needed: int, type_: MembershipType, shape: MemberShape, context: LoadContext
) -> None:
    context.error(
        shape.place("sponsors") if shape.sponsors else shape.place("type"),
        "missing-sponsors",
        sentence(
            'type "{type}" requires sponsors ({needed}), and "{member}" names {named}',
            type=type_.id,
            needed=needed,
            member=shape.name,
            named=named,
        ),
        sentence(
            'write the ids of the members who recommended it: "sponsors: […]"; founders need none, once each '
            'member has the day of "joined"'
        ),
    )


def check_sponsors(shape: MemberShape, arrivals: Arrivals, context: LoadContext) -> None:
    """That of who recommended somebody, each was a member on that day; whether they exist, others see."""
    for index, id_ in enumerate(shape.sponsors):
        sponsor = arrivals.shapes.get(id_)
        if id_ == shape.id:
            context.error(
                shape.place("sponsors", index),
                "own-sponsor",
                sentence('"{member}" is named as its own sponsor', member=shape.name),
                sentence("name the member who recommended it, or take the line out"),
            )
        elif sponsor and not is_member(sponsor, shape.joined or context.site.today):
            tell_of_sponsor(sponsor, index, shape, context)


def tell_of_sponsor(sponsor: MemberShape, index: int, shape: MemberShape, context: LoadContext) -> None:
    """A day is wrong, or missing; the site can be published meanwhile."""
    said = {"sponsor": sponsor.name, "member": shape.name}
    if shape.joined:
        message = sentence(
            '"{sponsor}" was no member on {day}, when "{member}" joined', day=shape.joined, **said
        )
        hint = sentence('correct "joined" or "left" of one of them, or name another sponsor')
    else:
        message = sentence('"{sponsor}", a sponsor of "{member}", is no member', **said)
        hint = sentence(
            'name another sponsor; if it was one then, write in "joined" when "{member}" joined',
            member=shape.name,
        )
    context.warn(shape.place("sponsors", index), "sponsor-not-a-member", message, hint)
