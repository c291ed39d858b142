"""One edition of the site: everything a run of Pelican publishes from, loaded once and shared."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..domain.agenda import Agenda
from ..domain.association import Association
from ..domain.text import Language
from .tiles import Tiles
from .urls import Urls


@dataclass(frozen=True, slots=True)
class Edition:
    """Attributes that need a word:

    now: the moment of the build, in the site's zone.
    agenda: all dates; recurring meetings one year back and one year ahead.
    country: where the association is, ISO 3166; '' when nothing tells it.
    uid_domain: what follows the @ in calendar UIDs.
    per_page: articles on one page of the news.
    members_per_page: entries on one page of a list of members.
    members_file: the path of the file of members from the folder of the site.
    currency: ISO 4217 code of the fees.
    tiles: what the interactive map is made of; None where there is none.
    """

    site_name: str
    association: Association
    agenda: Agenda
    now: datetime
    zone: ZoneInfo
    language: Language
    country: str
    urls: Urls
    uid_domain: str
    per_page: int
    members_per_page: int
    members_file: str
    currency: str
    tiles: Tiles | None = None

    @property
    def today(self) -> date:
        return self.now.date()
