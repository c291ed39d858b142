"""A site for the samples: its addresses and its calendar."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from association.exports.calendar import CalendarFeed

PARIS = ZoneInfo("Europe/Paris")
STAMP = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
NEW = 508_104_360
"""SEQUENCE of what is told for the first time at that moment, and shows no change itself."""
SITE = "https://tactic.example"


@dataclass(frozen=True)
class SiteAddresses:
    """As the host gives them; with `site` empty as on a site without SITEURL."""

    site: str = SITE

    def located(self, url: str | None) -> str:
        return "" if url is None else f"{self.site}/{url}"

    def home(self) -> str:
        return f"{self.site}/"

    def member(self, member: str) -> str:
        return f"{self.site}/annuaire/{member}/"

    def member_card(self, member: str) -> str:
        return f"{self.site}/annuaire/{member}/contact.vcf"

    def commission(self, commission: str) -> str:
        return f"{self.site}/commissions/{commission}/"

    def commission_calendar(self, commission: str) -> str:
        return f"{self.site}/commissions/{commission}/agenda.ics"

    def event(self, event: str) -> str:
        return f"{self.site}/agenda/{event}/"

    def article(self, article: str) -> str:
        return f"{self.site}/actualites/{article}/"

    def file(self, path: str) -> str:
        return f"{self.site}/images/{path}"


class SwitchedOff(SiteAddresses):
    """Every page switched off."""

    def member(self, member: str) -> str:
        return ""

    def commission(self, commission: str) -> str:
        return ""

    def member_card(self, member: str) -> str:
        return ""

    commission_calendar = event = commission


def feed(
    language: str = "fr", site: str = SITE, zone: ZoneInfo = PARIS, stamp: datetime = STAMP
) -> CalendarFeed:
    return CalendarFeed(
        name="Agenda de TacTic; réunions, rencontres",
        description="Toutes les dates publiques",
        url=f"{site}/agenda/",
        source_url=f"{site}/agenda.ics",
        language=language,
        uid_domain="tactic.example",
        stamp=stamp,
        zone=zone,
    )
