"""Open data: members, commissions, dates, offers, partners for programs, spreadsheets and telephones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from .domain.association import Association
from .domain.commissions import Commission, only_named, without_meetings
from .domain.text import Language
from .exports.open_data import (
    commissions_json,
    events_json,
    member_records,
    members_csv,
    members_geojson,
    members_json,
    offers_json,
    partners_json,
)
from .exports.vcard import vcards, vcards_3
from .host.addresses import SiteAddresses, card_issuer, site_addresses
from .host.outputs import File, Output
from .host.plugin import Section, registering
from .host.run import Run


class OpenData(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        yield from json_files(run)
        yield from member_files(run)


def json_files(run: Run) -> Iterator[File]:
    edition, addresses = run.edition, site_addresses(run)
    association, language, urls = edition.association, edition.language, edition.urls
    agenda, today = edition.agenda, edition.today
    dated = run.dated.only("commissions", "events")
    meeting = replace(association.only("commissions", "people"), events=dated.events)
    members, offers = taking_part(association), association.only("offers")
    yield File(urls.save_as("MEMBERS_DATA"), partial(members_json, members, addresses, language, today))
    yield File(
        urls.save_as("COMMISSIONS_DATA"),
        partial(commissions_json, meeting, agenda, addresses, language, today),
    )
    yield File(
        urls.save_as("EVENTS_DATA"),
        partial(events_json, dated, agenda, addresses, language, edition.uid_domain),
    )
    yield File(urls.save_as("OFFERS_DATA"), partial(offers_json, offers, addresses, language, today))
    yield File(
        urls.save_as("PARTNERS_DATA"),
        partial(partners_json, association.partners, with_partners(association), addresses, language),
    )


def with_partners(association: Association) -> tuple[Commission, ...]:
    """The commissions, and whom they work with."""
    return tuple(replace(only_named(one), partners=one.partners) for one in association.commissions)


def taking_part(association: Association) -> Association:
    """The members, and in which commissions."""
    commissions = tuple(map(without_meetings, association.commissions))
    return replace(association.only("members"), commissions=commissions)


def member_files(run: Run) -> Iterator[File]:
    """The members of members.json as other programs like them."""
    edition, issuer = run.edition, card_issuer(run)
    association, urls = taking_part(edition.association), edition.urls
    told = (association, site_addresses(run), edition.language, edition.today)
    yield File(urls.save_as("MEMBERS_CSV"), partial(csv_of_members, *told))
    yield File(urls.save_as("MEMBERS_GEOJSON"), partial(geojson_of_members, *told))
    yield File(urls.save_as("MEMBERS_VCARDS"), partial(vcards, association.members, issuer))
    yield File(urls.save_as("MEMBERS_VCARDS_3"), partial(vcards_3, association.members, issuer))


def csv_of_members(
    association: Association, addresses: SiteAddresses, language: Language, today: date
) -> bytes:
    return members_csv(member_records(association, addresses, language, today))


def geojson_of_members(
    association: Association, addresses: SiteAddresses, language: Language, today: date
) -> bytes:
    return members_geojson(member_records(association, addresses, language, today))


register = registering(OpenData)
