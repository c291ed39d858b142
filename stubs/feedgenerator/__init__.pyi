from collections.abc import Iterable, Mapping
from datetime import datetime

from .django.utils.xmlutils import SimplerXMLGenerator

class Atom1Feed:
    feed: dict[str, object]
    def __init__(
        self,
        title: str,
        link: str,
        description: str,
        language: str | None = None,
        *,
        author_name: str | None = None,
        subtitle: str | None = None,
        feed_url: str | None = None,
        feed_guid: str | None = None,
        **kwargs: object,
    ) -> None: ...
    def add_item(
        self,
        title: str,
        link: str,
        description: str | None,
        *,
        author_name: str | None = None,
        pubdate: datetime | None = None,
        unique_id: str | None = None,
        categories: Iterable[str] = (),
        content: str | None = None,
        updateddate: datetime | None = None,
        **kwargs: object,
    ) -> None: ...
    def add_item_elements(self, handler: SimplerXMLGenerator, item: Mapping[str, object]) -> None: ...
    def latest_post_date(self) -> datetime: ...
    def writeString(self, encoding: str) -> str: ...
