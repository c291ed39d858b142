"""Open data: members, commissions and dates as JSON files."""

from collections.abc import Iterable

from ..exports.open_data import commissions_json, events_json, members_json
from ..host.feeds import SiteAddresses
from ..host.outputs import File, Output
from ..host.run import Run
from ..host.section import Section


class OpenData(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        edition, addresses = run.edition, SiteAddresses(run)
        association, language, urls = edition.association, edition.language, edition.urls
        agenda, today = edition.agenda, edition.today
        yield File(
            urls.save_as("MEMBERS_DATA"), lambda: members_json(association, addresses, language, today)
        )
        yield File(
            urls.save_as("COMMISSIONS_DATA"),
            lambda: commissions_json(association, agenda, addresses, language, today),
        )
        yield File(
            urls.save_as("EVENTS_DATA"),
            lambda: events_json(association, agenda, addresses, language, edition.uid_domain),
        )
