"""What only members read, as a site has it: its key, its addresses, its files.

The passphrase is in the environment, where servers that build sites keep such things, and nowhere else.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unicodedata import normalize

from ..content.documents import kind_of
from ..domain.association import Association
from ..images.formats import BadImage
from ..images.reading import Facts
from ..images.svg import sanitised_svg
from ..passphrase import given_passphrase
from ..problems import ContentError, Problem
from ..render.assets import PublishedImage
from ..render.urls import Urls, page_addresses, written_pages
from ..sealing import Seal, seal_of
from .edition import domain_of
from .languages import Spoken
from .loading import LoadedSite, image_problem, switched_off
from .media import Attachment, Renditions, renditions_for
from .memo import state
from .outputs import Crumb, File, Shown

TEXTS = frozenset(("ARTICLE", "EVENT", "OFFER", "MINUTES", "PAGE"))
OFF = frozenset(
    """
    TAG TAG_PAGE DOSSIER NEWS_FEED AGENDA_FEED OFFERS_FEED COMMISSION_FEED
    OFFERS_OF_KIND OFFERS_OF_SKILL OFFERS_OF_TOWN
    MONTH CALENDAR CALENDARS EVENT_CALENDAR KIND_CALENDAR COMMISSION_CALENDAR
    AGENDA_FILTERS AGENDA_COMMISSION AGENDA_KIND AGENDA_TOWN AGENDA_AUDIENCE AGENDA_ONLINE
    PAST_DATES PAST_DATES_PAGE COMMISSION_PAST_DATES COMMISSION_PAST_DATES_PAGE
    COMMISSION_NEWS COMMISSION_NEWS_PAGE MINUTES_LIST MINUTES_LIST_PAGE
    """.split()
)
"""Pages and files that would tell of such texts to everybody."""

WIDTH = 960
"""Of pictures, in pixels."""
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "txt": "text/plain",
    "csv": "text/csv",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ics": "text/calendar",
    "vcf": "text/vcard",
}
"""By kind (https://www.iana.org/assignments/media-types); those that mimetypes knows differ by machine."""
ANY_TYPE = "application/octet-stream"

Named = tuple[str, tuple[str, ...]]
"""A text by its kind and the parts of its address."""


@dataclass(frozen=True, slots=True)
class MembersUrls(Urls):
    """Where members read: a text is at an address that does not tell what it is.

    open: texts whose titles everybody may know.
    """

    seal: Seal = field(kw_only=True)
    open: frozenset[Named] = frozenset()

    def url(self, kind: str, **parts: object) -> str | None:
        if kind in TEXTS:
            return Urls.url(self, "MEMBERS_TEXT", id=self.name(kind, parts))
        return None if kind in OFF else Urls.url(self, kind, **parts)

    def save_as(self, kind: str, **parts: object) -> str:
        if kind in TEXTS:
            return Urls.save_as(self, "MEMBERS_TEXT", id=self.name(kind, parts))
        return "" if kind in OFF else Urls.save_as(self, kind, **parts)

    def tells_title(self, url: str) -> bool:
        """Whether it is that of a text in `open`, whatever addresses the settings give."""
        return url in {Urls.url(self, "MEMBERS_TEXT", id=in_clear(named)) for named in self.open}

    def name(self, kind: str, parts: Mapping[str, object]) -> str:
        named = named_by(kind, parts)
        return in_clear(named) if named in self.open else self.seal.name(kind, *named[1])


def named_by(kind: str, parts: Mapping[str, object]) -> Named:
    return kind, tuple(str(part) for _, part in sorted(parts.items()))


def in_clear(named: Named) -> str:
    return "-".join(named[1])


def members_urls(
    public: Urls, seal: Seal, reserved: Association, titles_shown: Container[str]
) -> MembersUrls:
    """titles_shown: paths below content of the texts that say so."""
    shown = (page for page in written_pages(reserved) if page.source in titles_shown)
    names = frozenset(named_by(page.kind, page.parts) for page in shown)
    return MembersUrls(public.settings, public.siteurl, public.language, names, seal=seal)


def open_addresses(loaded: LoadedSite, own: Spoken, seal: Seal | None) -> dict[str, str]:
    """Of texts whose titles everybody may know: others may lead there. Without a key, to their section.

    By their paths below content in composed form, as in render.urls.page_addresses.
    """
    reserved, shown = loaded.reserved_by_language[own.language], loaded.titles_shown
    sources = {normalize("NFC", source) for source in shown}
    if seal is None:
        section = own.urls.url("MEMBERS")
        return dict.fromkeys(sources, section) if section else {}
    every = page_addresses(reserved, members_urls(own.urls, seal, reserved, shown), loaded.reserved)
    return {source: url for source, url in every.items() if source in sources}


def outside_of(shown: partial[Shown], opens_at: str, introduction: object = None) -> Shown:
    """What everybody sees of a sealed page. shown: of which the title may be told; NOTHING where it may not.

    opens_at: where the section begins, '' on that page itself; introduction: what it says above its form.
    """
    title = shown().title
    own = (Crumb(title, None),) if title else ()
    crumbs = (Crumb("", opens_at, "MEMBERS"), *own) if opens_at else ()
    view = {"title": title, "introduction": introduction, "opens_at": opens_at}
    return Shown(title=title, crumbs=crumbs, view=view)


@dataclass(frozen=True, slots=True)
class SealedMedia:
    """images: as in Media. documents: the address of each, by its path below content, as texts name it."""

    images: Mapping[str, PublishedImage]
    documents: Mapping[str, str]
    files: tuple[File, ...]
    attachments: tuple[Attachment, ...]


def seal_for(loaded: LoadedSite, settings: Mapping[str, object]) -> Seal | None:
    """None where there is nothing to seal, nothing to seal it with, or no section that leads there."""
    said = "" if switched_off(settings) else given_passphrase()
    return (
        seal_of(said, domain_of(loaded, settings)) if said and loaded.association.keeps_for_members else None
    )


def sealed_media(loaded: LoadedSite, seal: Seal, urls: Urls) -> SealedMedia:
    """Of texts that only members read; ContentError names all images that cannot be decoded."""
    made, images, problems = (
        renditions_for(loaded.folder.now).renditions,
        dict[str, PublishedImage](),
        list[Problem](),
    )
    files: list[File] = []
    for path, facts in sorted(loaded.members_images.items()):
        try:
            image, file = sealed_image(path, facts, loaded.folder.content / path, made, seal, urls)
            images[path] = images[normalize("NFC", path)] = image
            files.append(file)
        except BadImage as bad:
            problems.append(image_problem(loaded.places[path], path, bad))
    if problems:
        raise ContentError(problems)
    content, attachments = loaded.folder.content, tuple(attachments_of(loaded, seal, urls))
    files += (document(one, content / one.path, seal, urls) for one in attachments)
    addresses = {normalize("NFC", one.path): one.url for one in attachments}
    return SealedMedia(images, addresses, tuple(files), attachments)


def attachments_of(loaded: LoadedSite, seal: Seal, urls: Urls) -> Iterator[Attachment]:
    content = loaded.folder.content
    for path, places in sorted(loaded.members_documents.items()):
        texts = sorted({place.file.removeprefix(f"{content.name}/") for place in places})
        octets = (content / path).stat().st_size
        yield Attachment(path, attachment_address(path, seal, urls), octets, tuple(texts))


def attachment_address(path: str, seal: Seal, urls: Urls) -> str:
    return urls.url("MEMBERS_ATTACHMENT", id=seal.name("file", path)) or ""


def sealed_image(
    path: str, facts: Facts, original: Path, made: Renditions, seal: Seal, urls: Urls
) -> tuple[PublishedImage, File]:
    """In one size, and in the lightest format that browsers which can open it understand."""
    if facts.is_vector:
        content, media_type = sanitised_svg(original.read_bytes()), "image/svg+xml"
        width, height = facts.width, facts.height
    else:
        best = min(made(original, (WIDTH,)), key=lambda one: len(one.content))
        content, media_type, width, height = best.content, f"image/{best.format}", best.width, best.height
    url, save_as = (
        attachment_address(path, seal, urls),
        urls.save_as("MEMBERS_ATTACHMENT", id=seal.name("file", path)),
    )
    return PublishedImage(url, width, height), File(
        save_as, partial(sealed_file, seal, url, media_type, content)
    )


def sealed_file(seal: Seal, url: str, media_type: str, content: bytes) -> bytes:
    """Of a picture, which nobody saves under its name."""
    return seal.file(url, "image", media_type, content)


def document(one: Attachment, original: Path, seal: Seal, urls: Urls) -> File:
    save_as = urls.save_as("MEMBERS_ATTACHMENT", id=seal.name("file", one.path))
    return File(save_as, partial(sealed_document, seal, one, original, state(str(original))))


def sealed_document(seal: Seal, one: Attachment, original: Path, state: object) -> bytes:
    """state: of the file, by which an edit of it is noticed."""
    del state
    name = normalize("NFC", one.name)
    return seal.file(one.url, name, MEDIA_TYPES.get(kind_of(name), ANY_TYPE), original.read_bytes())
