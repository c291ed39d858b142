"""Open data: members, commissions, dates and offers as files for programs, spreadsheets and telephones."""

from collections.abc import Iterable, Iterator

from .exports.common import Record
from .exports.open_data import (
    commissions_json,
    events_json,
    member_records,
    members_csv,
    members_geojson,
    members_json,
    offers_json,
)
from .exports.vcard import vcards, vcards_3
from .host.addresses import SiteAddresses, card_issuer
from .host.outputs import File, Output
from .host.plugin import Section, registering
from .host.run import Run


class OpenData(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        yield from json_files(run)
        yield from member_files(run)


def json_files(run: Run) -> Iterator[File]:
    edition, addresses = run.edition, SiteAddresses(run)
    association, language, urls = edition.association, edition.language, edition.urls
    agenda, today = edition.agenda, edition.today
    yield File(urls.save_as("MEMBERS_DATA"), lambda: members_json(association, addresses, language, today))
    yield File(
        urls.save_as("COMMISSIONS_DATA"),
        lambda: commissions_json(association, agenda, addresses, language, today),
    )
    yield File(
        urls.save_as("EVENTS_DATA"),
        lambda: events_json(association, agenda, addresses, language, edition.uid_domain),
    )
    yield File(urls.save_as("OFFERS_DATA"), lambda: offers_json(association, addresses, language, today))


def member_files(run: Run) -> Iterator[File]:
    """The members of members.json as other programs like them."""
    edition, addresses, issuer = run.edition, SiteAddresses(run), card_issuer(run)
    association, urls = edition.association, edition.urls

    def records() -> Iterator[Record]:
        return member_records(association, addresses, edition.language, edition.today)

    yield File(urls.save_as("MEMBERS_CSV"), lambda: members_csv(records()))
    yield File(urls.save_as("MEMBERS_GEOJSON"), lambda: members_geojson(records()))
    yield File(urls.save_as("MEMBERS_VCARDS"), lambda: vcards(association.members, issuer))
    yield File(urls.save_as("MEMBERS_VCARDS_3"), lambda: vcards_3(association.members, issuer))


register = registering(OpenData)
