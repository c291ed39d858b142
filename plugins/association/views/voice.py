"""How the site speaks: one language, its typography, its addresses, its Markdown."""

from dataclasses import dataclass

from ..domain.text import Language, Text
from ..host.markdown import Prose, Renderer
from ..host.pictures import PublishedImage
from ..host.run import Run
from ..host.typography import typeset
from ..host.urls import Urls


@dataclass(frozen=True, slots=True)
class Voice:
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


def voice_of(run: Run) -> Voice:
    return Voice(run.edition.language, run.edition.urls, run.renderer, run.edition.country)
