"""How the site speaks: one language, its typography, its addresses, its Markdown, its pictures.

Also of what an editor says above a section, in the page of content/pages that has its name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypedDict
from unicodedata import normalize

from ..domain.articles import Picture, StaticPage
from ..domain.association import Association
from ..domain.text import Language, Text
from ..host.outputs import Crumb, Shown
from ..host.run import Run
from ..host.site import MenuItem
from ..render.assets import TALLEST, PublishedImage
from ..render.markdown import Borrower, Prose, Renderer, split_address
from ..render.speech import said
from ..render.typography import typeset
from ..render.urls import Urls, address_of, encoded, file_of

PAGE, HEAD = 1200, 480
"""How wide the theme's pages are, and the picture beside a title (css/layout.css), in pixels."""


class Written(Protocol):
    """A text of content/; `language` is '' where it says none."""

    @property
    def body(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def language(self) -> Language: ...


@dataclass(frozen=True, slots=True)
class Localizer:
    """first: the language of the site, of what does not say its own.

    country: where the site is, ISO 3166; '' when nothing tells it.
    """

    language: Language
    first: Language
    urls: Urls
    renderer: Renderer
    country: str = ""

    def say(self, text: Text | str | None) -> str:
        """One line for a reader, who is told when it is in another language; '' for what is absent.

        A plain string is a name, which is the same in every language.
        """
        if text is None:
            return ""
        if isinstance(text, Text):
            words, language = text.version(self.language, self.first)
            return said(typeset(words, language), language, self.language)
        return typeset(text, self.language)

    def prose(self, text: Text | None, source: str, level: int = 3) -> Prose | None:
        """Markdown of a YAML file, for a place where headings begin at `level`."""
        if text is None:
            return None
        words, language = text.version(self.language, self.first)
        return self.renderer.of(language).prose(words, source, level)

    def body(self, written: Written) -> Prose | None:
        """Markdown of a file of content/, for a page of its own."""
        renderer = self.renderer.of(written.language)
        return renderer.prose(written.body, written.source) if written.body.strip() else None

    def link(self, address: str | None) -> str | None:
        """An address that a file of entries gives; a page of the site in the language of this one."""
        if not address:
            return None
        written, rest = split_address(encoded(address.removeprefix("/")))
        if self.urls.names_files and address.startswith("/"):
            written = file_of(written)
        home = self.renderer.of(self.first)
        return (home.pages.get(written, written) if isinstance(home, Borrower) else written) + rest

    def image(self, path: str | None) -> PublishedImage | None:
        """The image of that path below content/ as it is published."""
        return self.renderer.links.images.get(path) if path else None

    def document(self, path: str) -> str:
        """Where the file of that path below content/ is, for those who read the page."""
        return self.renderer.links.pages.get(normalize("NFC", path)) or address_of(path)

    def portrait(self, path: str | None) -> PublishedImage | None:
        """A logo or a photo, which the domain names by its path below content/images."""
        return self.image(f"images/{path}") if path else None


def localizer_of(run: Run) -> Localizer:
    edition = run.edition
    return Localizer(edition.language, edition.first_language, edition.urls, run.renderer, edition.country)


@dataclass(frozen=True, slots=True)
class Introduction:
    title: str
    lead: str
    body: Prose | None


def introducing(kind: str, association: Association) -> StaticPage | None:
    """What editors wrote about the section with a first page of that kind."""
    return association.introducing(kind)


def where_said(items: Iterable[MenuItem], intro: StaticPage | None) -> Iterator[MenuItem]:
    """What leads to a section: at the foot of pages, unless the text that introduces it says another menu."""
    return (replace(item, menu=intro.menu if intro else "footer") for item in items)


def introduction(page: StaticPage | None, localizer: Localizer) -> Introduction | None:
    if page is None:
        return None
    return Introduction(localizer.say(page.title), localizer.say(page.summary), localizer.body(page))


@dataclass(frozen=True, slots=True)
class Illustration:
    """caption: what stands below it, and whose it is; '' where nothing is said."""

    image: PublishedImage
    alt: str
    caption: str = ""

    @property
    def beside_title(self) -> str:
        """The same in the head of a page, which gives it a part of its width where there is room."""
        return f"(min-width: 60rem) {min(HEAD, self.widest)}px, {self.sizes}"

    @property
    def widest(self) -> int:
        image = self.image
        return min(PAGE, image.width, image.width * TALLEST // image.height)

    @property
    def sizes(self) -> str:
        """As the figure of a page: never wider than it is, nor higher than pictures may be."""
        return f"(min-width: {self.widest}px) {self.widest}px, 100vw"


def illustration(picture: Picture | None, localizer: Localizer) -> Illustration | None:
    image = localizer.image(picture.path) if picture else None
    if picture is None or image is None:
        return None
    return Illustration(image, localizer.say(picture.alt), localizer.say(picture.caption))


class ShownPicture(TypedDict):
    """Fields of Shown."""

    picture: PublishedImage | None
    picture_alt: str


def shown_picture(illustration: Illustration | None) -> ShownPicture:
    image, alt = (illustration.image, illustration.alt) if illustration else (None, "")
    return {"picture": image, "picture_alt": alt}


def page_shown(written: StaticPage, body: Prose | None, localizer: Localizer) -> Shown:
    """A text of content/pages, on a page of its own."""
    title, lead = localizer.say(written.title), localizer.say(written.summary)
    picture = illustration(written.picture, localizer)
    return Shown(
        title=title,
        description=lead or (body.excerpt(160) if body else ""),
        crumbs=(Crumb(title, None),),
        **shown_picture(picture),
        view={
            "title": title,
            "lead": lead,
            "body": body,
            "picture": picture,
        },
    )
