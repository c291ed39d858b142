"""The partners: who works with the association, country by country, and how to reach them.

Somebody who moves abroad, or looks for a body of their own country, finds it by that; its own country comes
first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from .domain.articles import StaticPage
from .domain.commissions import Commission, working_with
from .domain.members import Partner
from .domain.text import Slug, fold
from .drawings.monogram import Monogram
from .exports.json_ld import partners_data
from .host.outputs import Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .host.site import MenuItem
from .render.assets import PublishedImage
from .render.markdown import Prose
from .render.typography import country_name
from .views.localizer import Localizer, introducing, introduction, localizer_of, where_said
from .views.members import (
    LabelledLink,
    PersonCard,
    partner_mark,
    person_card,
    phone_link,
    website_label,
)

Ties = tuple[LabelledLink, ...]
"""The commissions that work with a partner."""


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """All that the page tells of one; '' for what is unknown."""

    id: Slug
    name: str
    kind: str
    tile: Monogram
    logo: PublishedImage | None
    description: Prose | None
    website: str
    website_label: str
    email: str
    phone: str
    phone_link: str
    contact: PersonCard | None
    commissions: Ties


@dataclass(frozen=True, slots=True)
class Country:
    """code: ISO 3166, in small letters; '' for partners that say none, as bodies of several countries do.

    name: in the language of the page; '' as the code.
    """

    code: str
    name: str
    partners: tuple[PartnerEntry, ...]


class Partners(Section):
    kind = "PARTNERS"

    def has_content(self, run: Run) -> bool:
        association = run.edition.association
        return bool(association.partners or introducing(self.kind, association))

    def menu_items(self, run: Run) -> Iterator[MenuItem]:
        return where_said(super().menu_items(run), introducing(self.kind, run.edition.association))

    def planned(self, run: Run) -> Iterable[Output]:
        if self.has_content(run):
            yield partners_page(run)


def partners_page(run: Run) -> Page:
    localizer, association = localizer_of(run), run.edition.association
    told = tuple((one, ties(one, association.commissions, localizer)) for one in association.partners)
    intro = introducing("PARTNERS", association)
    shown = partial(partners_shown, told, intro, localizer)
    return page(localizer.urls, "PARTNERS", "partners", menu="PARTNERS", shown=shown)


def ties(partner: Partner, commissions: Iterable[Commission], localizer: Localizer) -> Ties:
    return tuple(
        LabelledLink(localizer.say(one.name), localizer.urls.url("COMMISSION", id=one.id))
        for one in working_with(partner.id, commissions)
    )


def partners_shown(
    told: tuple[tuple[Partner, Ties], ...], intro: StaticPage | None, localizer: Localizer
) -> Shown:
    introduced, ordered = introduction(intro, localizer), in_order(told, localizer)
    partners = tuple(partner for partner, _ in ordered)
    return Shown(
        description=introduced.lead if introduced else "",
        linked_data=(lambda addresses: partners_data(partners, addresses, localizer.language))
        if partners
        else None,
        view={
            "introduction": introduced,
            "countries": countries(ordered, localizer),
            "total": len(partners),
        },
    )


def in_order(told: Iterable[tuple[Partner, Ties]], localizer: Localizer) -> tuple[tuple[Partner, Ties], ...]:
    """By country, its own first and none last; there by name."""
    return tuple(sorted(told, key=lambda one: (*rank(one[0].country, localizer), *alphabetical(one[0]))))


def rank(country: str | None, localizer: Localizer) -> tuple[int, str]:
    if country is None:
        return 2, ""
    return int(country != localizer.country), fold(country_name(country, localizer.language))


def alphabetical(partner: Partner) -> tuple[str, str]:
    return fold(partner.name), partner.id


def countries(ordered: tuple[tuple[Partner, Ties], ...], localizer: Localizer) -> tuple[Country, ...]:
    codes = dict.fromkeys(partner.country for partner, _ in ordered)
    return tuple(
        Country(
            code=(code or "").lower(),
            name=country_name(code, localizer.language) if code else "",
            partners=tuple(entry(one, own, localizer) for one, own in ordered if one.country == code),
        )
        for code in codes
    )


def entry(partner: Partner, commissions: Ties, localizer: Localizer) -> PartnerEntry:
    mark = partner_mark(partner, localizer)
    contact = person_card(partner.contact, partner, localizer) if partner.contact else None
    return PartnerEntry(
        id=partner.id,
        name=mark.name,
        kind=localizer.say(partner.kind),
        tile=mark.tile,
        logo=mark.logo,
        description=localizer.prose(partner.description, "members.yaml", level=4),
        website=partner.website or "",
        website_label=website_label(partner.website),
        email=partner.email or "",
        phone=partner.phone or "",
        phone_link=phone_link(partner.phone, partner, localizer),
        contact=contact,
        commissions=commissions,
    )


register = registering(Partners)
