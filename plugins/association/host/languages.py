"""The languages of one build: what the association is in each, and where its pages are.

The first of LANGUAGES is at the root of the site, each other one in a folder of its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..content.load import ByLanguage
from ..domain.association import Association
from ..domain.text import Language
from ..render.urls import Urls, introducing, settings_of, with_whole_addresses
from .settings import languages_of, reviewed


@dataclass(frozen=True, slots=True)
class Spoken:
    """first: whether it is the language at the root."""

    language: Language
    association: Association
    urls: Urls
    is_first: bool


def spoken(by_language: ByLanguage, settings: Mapping[str, object], siteurl: str = "") -> tuple[Spoken, ...]:
    """In the order of the settings."""
    return tuple(all_spoken(by_language, settings, siteurl))


def all_spoken(by_language: ByLanguage, settings: Mapping[str, object], siteurl: str) -> Iterator[Spoken]:
    languages = languages_of(settings)
    for language in languages:
        urls = urls_of(language, settings, siteurl)
        own = with_whole_addresses(introducing(by_language[language], languages[0]), urls, language)
        yield Spoken(language, own, urls, language == languages[0])


def urls_of(language: Language, settings: Mapping[str, object], siteurl: str = "") -> Urls:
    if language == languages_of(settings)[0]:
        return Urls(settings, siteurl)
    own = reviewed(settings)["LANGUAGE_ADDRESSES"].get(language, {})
    return Urls(settings_of(language, own, settings), siteurl, language)
