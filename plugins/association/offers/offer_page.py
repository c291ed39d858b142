"""One offer: whose it is, where, until when, how to answer it, and what else there is."""

from datetime import datetime, time

from ..domain.association import in_town, with_skill
from ..domain.member import Member, Skill
from ..domain.offer import Offer
from ..domain.places import Town
from ..exports.job_posting import job_posting
from ..host.outputs import Crumb, LinkedData, Page, page, section_crumb
from ..host.run import Run
from ..views.contact import LabelledLink, website_label
from ..views.illustration import illustration
from ..views.members import Cards
from ..views.offers import OfferRow, OfferRows, summary_of
from ..views.voice import Voice

OTHERS = 4


def offer_page(offer: Offer, current: tuple[Offer, ...], run: Run, voice: Voice, rows: OfferRows) -> Page:
    row = rows.row(offer)
    picture, members = illustration(offer.picture, voice), proposers(offer, run)
    return page(
        voice.urls,
        "OFFER",
        "offer",
        {"slug": offer.slug},
        title=row.title,
        description=summary_of(offer, voice),
        menu="OFFERS",
        crumbs=crumbs(offer, row, current, voice),
        picture=picture.image.url if picture else None,
        linked_data=linked_data(offer, members, row, voice),
        modified=datetime.combine(offer.date, time(), run.edition.zone) if offer.date else None,
        is_indexed=offer.is_open(run.edition.today),
        view={
            "offer": row,
            "lead": voice.say(offer.summary),
            "body": voice.body(offer.body, offer.source),
            "language": offer.language,
            "picture": picture,
            "members": Cards(voice).of(members),
            "town": town_link(offer.town, run, voice),
            "skills": skill_links(offer.skills, run, voice),
            **answer(offer),
            "others": rows.of(others(offer, current)),
        },
    )


def crumbs(offer: Offer, row: OfferRow, current: tuple[Offer, ...], voice: Voice) -> tuple[Crumb, ...]:
    """Through the page of its kind, as long as there is one."""
    has_page = any(other.kind is offer.kind for other in current)
    kind_url = voice.urls.url("OFFERS_OF_KIND", id=offer.kind) if has_page else None
    way = (Crumb("", kind_url, offer.kind),) if kind_url else ()
    return (section_crumb(voice.urls, "OFFERS"), *way, Crumb(row.title, None))


def proposers(offer: Offer, run: Run) -> tuple[Member, ...]:
    return run.edition.association.members_named((offer.member,))


def linked_data(offer: Offer, members: tuple[Member, ...], row: OfferRow, voice: Voice) -> LinkedData | None:
    """Of an open offer of work."""
    employer = members[0] if members else None
    posting = job_posting(offer, employer, voice.language) if row.state == "open" else None
    return (lambda _: posting) if posting else None


def town_link(town: Town | None, run: Run, voice: Voice) -> LabelledLink | None:
    """To the page of the directory, which exists only where there is somebody."""
    if town is None:
        return None
    is_inhabited = in_town(run.edition.association.members, town.id)
    return LabelledLink(voice.say(town.name), voice.urls.url("TOWN", id=town.id) if is_inhabited else None)


def skill_links(skills: tuple[Skill, ...], run: Run, voice: Voice) -> tuple[LabelledLink, ...]:
    return tuple(skill_link(skill, run, voice) for skill in skills)


def skill_link(skill: Skill, run: Run, voice: Voice) -> LabelledLink:
    is_offered = with_skill(run.edition.association.members, skill.id)
    return LabelledLink(voice.say(skill.name), voice.urls.url("SKILL", id=skill.id) if is_offered else None)


def answer(offer: Offer) -> dict[str, str]:
    """Where to write to, or which page to open; '' for the other."""
    written = offer.apply or ""
    is_page = written.startswith(("https://", "http://"))
    return {
        "email": "" if is_page else written,
        "website": written if is_page else "",
        "website_label": website_label(written) if is_page else "",
    }


def others(offer: Offer, current: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Open ones, those of the same kind first."""
    rest = (other for other in current if other is not offer)
    return tuple(sorted(rest, key=lambda other: other.kind is not offer.kind))[:OTHERS]
