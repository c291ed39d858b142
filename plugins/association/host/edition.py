"""One edition of the site: everything a run of Pelican publishes from, loaded once and shared."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..domain.agenda import Agenda
from ..domain.association import Association
from ..domain.text import Language
from .urls import Urls


@dataclass(frozen=True, slots=True)
class Edition:
    """Attributes that need a word:

    now: the moment of the build, in the site's zone.
    agenda: all dates; recurring meetings one year back and one year ahead.
    uid_domain: what follows the @ in calendar UIDs.
    per_page: articles on one page of the news.
    members_per_page: entries on one page of a list of members.
    currency: ISO 4217 code of the fees.
    """

    site_name: str
    association: Association
    agenda: Agenda
    now: datetime
    zone: ZoneInfo
    language: Language
    urls: Urls
    uid_domain: str
    per_page: int
    members_per_page: int
    currency: str

    @property
    def today(self) -> date:
        return self.now.date()
