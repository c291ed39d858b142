"""Offers of members: content/annonces."""

from ...domain.offer import Offer, OfferKind, OfferStatus, latest_first
from ...domain.slugs import Slug
from ...problems import sentence
from ..desk import Desk
from ..pictures import picture
from ..references import check
from ..shapes.offers import OfferShape
from ..sheets import Sheet, sheets
from ..spots import Spot
from .members import Roster
from .portrait import several
from .prose import follow_later
from .registers import Registers
from .tags import Tags
from .vocabulary import Vocabularies


def offers(registers: Registers, words: Vocabularies, tags: Tags, desk: Desk) -> tuple[Offer, ...]:
    """Published ones, open or closed, the latest first."""
    found = []
    roster = registers.roster
    for sheet in sheets(OfferShape, "offers", lambda shape: may_appear(shape, roster, desk), desk):
        converted = offer(sheet, roster, words, tags, desk)
        if sheet.is_published:
            found.append(converted)
    return latest_first(found)


def may_appear(shape: OfferShape, roster: Roster, desk: Desk) -> bool:
    """Its day has come, and it is not of a person who gave no consent: how to answer would tell who."""
    is_due = shape.date is None or shape.date <= desk.site.today
    entry = roster.entries.get(shape.member or "")
    return is_due and not (entry and entry.shape.kind == "person" and entry.member is None)


def offer(sheet: Sheet[OfferShape], roster: Roster, words: Vocabularies, tags: Tags, desk: Desk) -> Offer:
    shape, spot = sheet.shape, sheet.spot
    check_days(shape, spot, desk)
    follow_later(shape.apply, spot / "apply", desk, sheet.is_published)
    return Offer(
        slug=sheet.slug,
        title=shape.title,
        kind=OfferKind(shape.kind),
        expires=shape.expires,
        date=shape.date,
        status=OfferStatus(shape.offer_status),
        member=member(shape, spot, roster, desk),
        town=words.towns.meant(shape.town, spot / "town", desk) if shape.town else None,
        skills=several(words.skills, shape.skills, spot / "skills", desk),
        apply=shape.apply,
        summary=shape.summary,
        body=sheet.text,
        language=sheet.language,
        tags=tags.named(shape.tags, spot / "tags", desk),
        picture=picture(sheet, desk),
        source=sheet.path,
    )


def check_days(shape: OfferShape, spot: Spot, desk: Desk) -> None:
    if shape.date and shape.expires < shape.date:
        desk.error(
            (spot / "expires").place,
            "ends-before-start",
            sentence(
                '"expires" is {expires}, which is before "date", {date}',
                expires=shape.expires,
                date=shape.date,
            ),
            sentence("check both dates"),
        )


def member(shape: OfferShape, spot: Spot, roster: Roster, desk: Desk) -> Slug | None:
    """Whose offer it is, if that member is published."""
    if shape.member is None:
        return None
    if shape.member not in roster.entries:
        check(shape.member, roster.known, (spot / "member").place, desk)
        return None
    published = roster.entries[shape.member].member
    return published.id if published else None
