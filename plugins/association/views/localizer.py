"""How the site speaks: one language, its typography, its addresses, its Markdown, its pictures.

Also of what an editor says above a section, in the page of content/pages that has its name.
"""

from dataclasses import dataclass

from ..domain.articles import Picture, StaticPage
from ..domain.association import Association
from ..domain.text import Language, Text
from ..host.run import Run
from ..render.assets import PublishedImage
from ..render.markdown import Prose, Renderer
from ..render.typography import typeset
from ..render.urls import INTRODUCED_BY, Urls


@dataclass(frozen=True, slots=True)
class Localizer:
    """country: where the site is, ISO 3166; '' when nothing tells it."""

    language: Language
    urls: Urls
    renderer: Renderer
    country: str = ""

    def say(self, text: Text | str | None) -> str:
        """One line for a reader; '' for what is absent."""
        if text is None:
            return ""
        return typeset(text.to(self.language) if isinstance(text, Text) else text, self.language)

    def prose(self, text: Text | None, source: str, level: int = 3) -> Prose | None:
        """Markdown of a YAML file, for a place where headings begin at `level`."""
        return self.renderer.prose(text.to(self.language), source, level) if text else None

    def body(self, text: str, source: str) -> Prose | None:
        """Markdown of a file of content/, for a page of its own."""
        return self.renderer.prose(text, source) if text.strip() else None

    def image(self, path: str | None) -> PublishedImage | None:
        """The image of that path below content/ as it is published."""
        return self.renderer.links.images.get(path) if path else None

    def portrait(self, path: str | None) -> PublishedImage | None:
        """A logo or a photo, which the domain names by its path below content/images."""
        return self.image(f"images/{path}") if path else None


def localizer_of(run: Run) -> Localizer:
    return Localizer(run.edition.language, run.edition.urls, run.renderer, run.edition.country)


@dataclass(frozen=True, slots=True)
class Introduction:
    title: str
    lead: str
    body: Prose | None


def introducing(kind: str, association: Association) -> StaticPage | None:
    """What editors wrote about the section with a first page of that kind."""
    return association.page(INTRODUCED_BY[kind])


def introduction(page: StaticPage | None, localizer: Localizer) -> Introduction | None:
    if page is None:
        return None
    return Introduction(
        localizer.say(page.title), localizer.say(page.summary), localizer.body(page.body, page.source)
    )


@dataclass(frozen=True, slots=True)
class Illustration:
    image: PublishedImage
    alt: str


def illustration(picture: Picture | None, localizer: Localizer) -> Illustration | None:
    image = localizer.image(picture.path) if picture else None
    return Illustration(image, localizer.say(picture.alt)) if picture and image else None
