"""The address that a text had before this program came, in the place of a slug.

News are called by one word, `bilan`, of which the site makes an address. The texts of an older site keep
theirs whatever it looks like, `python/bilan.html`: it is known by its dot, slash or blank, which no slug has.
"""

from typing import NamedTuple

from .text import Language, Slug


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
