"""The address that a text had before this program came, in the place of a slug.

And addresses that have gone, which lead on to the present ones (`Moved`).

News are called by one word, `bilan`, of which the site makes an address. The texts of an older site keep
theirs whatever it looks like, `python/bilan.html`: it is known by its dot, slash or blank, which no slug has.
"""

from dataclasses import dataclass
from typing import NamedTuple

from .text import Language, Slug

FILES = (".html", ".htm")
"""Endings of old addresses that are files by themselves."""


class OwnAddress(NamedTuple):
    """url: what visitors follow; save_as: the file. Both from the root of the site."""

    url: str
    save_as: str

    @property
    def slug(self) -> Slug:
        return self.url if "." in self.url and self.url == self.save_as else f"{self.url} {self.save_as}"


def own_address(slug: Slug) -> OwnAddress | None:
    """None of an ordinary slug."""
    url, between, save_as = slug.partition(" ")
    if between:
        return OwnAddress(url, save_as)
    return OwnAddress(slug, slug) if "." in slug else None


def in_folder(slug: Slug, language: Language) -> Slug:
    """The same below the folder of a language; an ordinary slug stays as it is."""
    own = own_address(slug)
    return OwnAddress(f"{language}/{own.url}", f"{language}/{own.save_as}").slug if own else slug


@dataclass(frozen=True, slots=True)
class Moved:
    """An old address, decoded, and the one that it leads to as links have it; both from the root of the site.

    rule: the pattern of the settings that says so; '' for what is said of this one alone.
    is_asked: whether the site says so itself, and not the program that has changed the address.
    """

    old: str
    url: str
    language: Language = ""
    rule: str = ""
    is_asked: bool = True

    @property
    def page(self) -> str:
        """Where the page that leads on is; what is no such file is a folder, to which hosts lead."""
        return self.old if self.old.endswith(FILES) else f"{self.old.rstrip('/')}/"

    @property
    def save_as(self) -> str:
        return self.page if self.page.endswith(FILES) else f"{self.page}index.html"


@dataclass(frozen=True, slots=True)
class MovedTogether:
    """The same of all addresses of one form: `blog/{year}/{slug}.html`, `actualites/{slug}/`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """All of a site. single: in order, those of `together` that pages are made for among them."""

    single: tuple[Moved, ...] = ()
    together: tuple[MovedTogether, ...] = ()
