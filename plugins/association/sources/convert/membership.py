"""What a type of membership asks of its members."""

from ...domain.member import Member, MembershipType
from ...problems import sentence
from ..desk import Desk
from ..spots import Spot


def check_membership(member: Member, spot: Spot, desk: Desk, charter_matters: bool) -> None:
    if not member.type:
        return
    if member.type.accepts and member.kind not in member.type.accepts:
        refuse_kind(member, member.type, spot, desk)
    if charter_matters and member.type.charter_required and not member.charter_signed:
        desk.error(
            (spot / "type").place,
            "missing-charter",
            sentence(
                '"{member}" has no "charter_signed", which type "{type}" requires',
                member=member.name,
                type=member.type.id,
            ),
            sentence('write the day it was signed: "charter_signed: {example}"', example="2026-10-08"),
        )


def refuse_kind(member: Member, type_: MembershipType, spot: Spot, desk: Desk) -> None:
    desk.error(
        (spot / "type").place,
        "kind-not-accepted",
        sentence(
            'type "{type}" does not accept "kind: {kind}" ("{member}")',
            type=type_.id,
            kind=member.kind,
            member=member.name,
        ),
        sentence("it accepts: {kinds}", kinds=", ".join(type_.accepts)),
    )
