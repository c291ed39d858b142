"""Commissions and bodies: who leads them or sits on them, who takes part, when they meet.

Whoever may not be named has the seat without a name, so that it is not offered to others.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from ...collation import members_in_order
from ...domain.commissions import Commission, Mandate, Seat, vacancies
from ..context import LoadContext, Reading
from ..markdown_files import follow_later, note_aliases, prose, read_later
from ..notes import WrittenTerm
from ..schema.commissions import ChairShape, CommissionsFile, CommissionShape
from .meetings import meetings
from .officers import Holder, check_term, holder, is_over, is_to_come
from .registers import Registers

Held = tuple[ChairShape, Holder]
"""A mandate as it is written, and who has it."""


def commissions(
    reading: Reading[CommissionsFile], registers: Registers, context: LoadContext
) -> tuple[Commission, ...]:
    return tuple(commission(shape, registers, context) for shape in reading.value.commissions)


def commission(shape: CommissionShape, registers: Registers, context: LoadContext) -> Commission:
    context.notes.places["minutes", shape.id] = partial(shape.key_place, "minutes")
    read_later(shape.description, shape, "description", context)
    follow_later(shape.charter, shape, "charter", context)
    note_aliases(shape, shape.aliases, shape.id, context, "COMMISSION")
    if shape.contact:
        follow_later(shape.contact.url, shape.contact, "url", context)
    held, today = tuple(seats(shape.chairs, registers, context)), context.site.today
    context.notes.terms.extend(term(shape, one) for one in held if not is_ended(one, today))
    return Commission(
        id=shape.id,
        name=shape.name,
        kind=shape.kind,
        is_governing=shape.governance,
        mission=shape.mission,
        description=prose(shape.description),
        chairs=tuple(filter(None, (mandate(*one, today) for one in held))),
        vacancies=vacancies((seat(one, today) for one in held), context.site.language),
        members=members_in_order(registers.roster.named(shape.members, shape, "members", context)),
        partners=registers.partners_named(shape.partners, shape, context),
        email=shape.contact.email if shape.contact else None,
        url=shape.contact.url if shape.contact else None,
        charter=shape.charter,
        meetings=meetings(shape, registers.venues, context),
        meets_privately=meets_privately(shape),
        expects_minutes=shape.minutes == "expected",
        awaits_head=any(is_awaited(one, today) for one in held),
    )


def meets_privately(shape: CommissionShape) -> bool:
    """Not of one that meets in public too: it tells those meetings, and not that there are others."""
    return bool(shape.meetings) and all(one.visibility == "members" for one in shape.meetings)


def seats(shapes: Iterable[ChairShape], registers: Registers, context: LoadContext) -> Iterator[Held]:
    for shape in shapes:
        check_term(shape, context)
        who = holder(shape, registers, context)
        if who:
            yield shape, who


def mandate(shape: ChairShape, who: Holder, today: date) -> Mandate | None:
    """That of somebody who is named; of others while they are in office, without a word of who they are.

    Who does not show a role does not show when they had it either.
    """
    whole = Mandate(who.member, who.person, shape.role, shape.since, shape.until)
    is_there = not (who.is_gone or who.is_awaited)
    if who.unnamed or not who.tells_role:
        is_in_office = is_there and whole.is_current(today)
        return Mandate(who.member, who.person, unnamed=who.unnamed) if is_in_office else None
    return whole if is_there or is_over(shape, today) else None


def seat(one: Held, today: date) -> Seat:
    shape, who = one
    return Seat(shape.role, is_ended(one, today), tells_role=who.tells_role)


def is_ended(one: Held, today: date) -> bool:
    """The seat of somebody who has left is free."""
    shape, who = one
    return who.is_gone or is_over(shape, today)


def is_awaited(one: Held, today: date) -> bool:
    shape, who = one
    return not is_ended(one, today) and (who.is_awaited or is_to_come(shape, today))


def term(commission: CommissionShape, one: Held) -> WrittenTerm:
    """Until its own end, or until who has it leaves."""
    shape, who = one
    until = min((day for day in (shape.until, who.until) if day), default=None)
    place = shape.place("until") if until == shape.until else shape.place("person")
    return WrittenTerm(commission.name, shape.role, shape.since, until, place)
