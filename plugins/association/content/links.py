"""Links and images of Markdown texts: where they are, and that each leads somewhere it may.

Addresses elsewhere on the net are not visited; those of pages of the site, and of parts of texts, are for
`site_links`.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

from ..domain.written_links import Target, bare, targets
from ..problems import Place, Sentence, Severity, sentence
from .context import LoadContext, Mistake, mistake
from .fields.links import LONGEST_PATH
from .notes import MarkdownText, Mention, Notes, Readers
from .site import TEXTS, ContentFiles, is_in
from .site_links import SiteLinks, for_members_only, page_meant
from .suggestions import nearest

ALLOWED_SCHEMES = ("http", "https", "mailto", "tel")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
PLACEHOLDER = re.compile(r"^[{|](?:filename|static|attach)[}|]")
IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg")
QUERY = re.compile(r"[?#].*", re.DOTALL)
ELSEWHERE = ("#", "?", "/")
CHECKED_FOLDERS = ("/images/", "/documents/")
IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f]+")


def follow_links(part: Notes, context: LoadContext) -> None:
    """Check every passage; note the images and documents of those that are published."""
    for passage in part.passages:
        for target in ours(passage.text, context):
            try:
                follow(target, passage, context)
            except Mistake as wrong:
                context.notes.problems.append(passage.told(wrong.problem))
    for mention in part.mentions:
        with context.collecting():
            follow_mention(mention, context)
    for passage in part.drafts:
        paths = (named(target, passage, context) for target in ours(passage.text, context))
        context.notes.awaited.update(path for path in paths if path)


PageLinks = tuple[tuple[tuple[str, int, MarkdownText], ...], tuple[tuple[Mention, str], ...]]
"""Of texts, each with its place in its passage, and of fields."""


def page_links(part: Notes, context: LoadContext) -> PageLinks:
    """Those to pages of this site, and to parts of them."""
    url = context.site.url
    of_texts = tuple(
        (address, target.offset, passage)
        for passage in part.passages
        for target in (*targets(passage.text), *bare(passage.text, url))
        if not target.is_image and not scheme_of(address := on_this_site(target.address, url))
    )
    return of_texts, tuple((mention, on_this_site(mention.address, url)) for mention in part.mentions)


def follow_pages(parts: Iterable[tuple[tuple[str, ...], Notes]], context: LoadContext) -> None:
    """What a text links to is known while it is the same; whether that is there, each load tells."""
    if not context.destinations:
        return
    links = SiteLinks(context, context.destinations)
    for key, part in parts:
        of_texts, of_fields = context.remembered(("pages", *key), (part,), partial(page_links, part))
        for address, offset, passage in of_texts:
            links.of_text(address, offset, passage)
        for mention, address in of_fields:
            links.of_field(mention, address)


def ours(markdown: str, context: LoadContext) -> Iterator[Target]:
    """The images, and the links that may lead to a file of content."""
    for target in targets(markdown):
        if target.is_image:
            yield target
            continue
        address = on_this_site(target.address, context.site.url)
        if not leads_elsewhere(address, context.files):
            yield replace(target, address=address)


def on_this_site(address: str, url: str) -> str:
    """An address that is written in full, with the name of this site, as one from its root."""
    is_own = url and address.strip()[: len(url) + 1].lower() == f"{url}/".lower()
    return address.strip()[len(url) :] if is_own else address


def leads_elsewhere(address: str, files: ContentFiles) -> bool:
    """To another site, to another page of this one, or to another part of the page."""
    scheme = scheme_of(address)
    if scheme:
        return scheme in ALLOWED_SCHEMES
    if not address.startswith(ELSEWHERE) or address.startswith(CHECKED_FOLDERS):
        return False
    return not (address.startswith("/") and files.find(unquote(QUERY.sub("", address))[1:]))


def named(target: Target, passage: MarkdownText, context: LoadContext) -> str | None:
    """The file that a draft leads to, if there is one."""
    address = unquote(QUERY.sub("", target.address.strip()))
    return context.files.find(written_path(address, passage.folder, target.is_image).path)


def follow_mention(mention: Mention, context: LoadContext) -> None:
    """What a field names is published under its own address: nothing rewrites it as it does in a text."""
    address = on_this_site(mention.address, context.site.url)
    if not address.startswith("/") or leads_elsewhere(address, context.files):
        return
    written = written_path(unquote(QUERY.sub("", address)), "", is_image=False)
    path = existing(written, mention.place, context)
    context.notes.use_document(path, mention.place, mention.readers)


def scheme_of(address: str) -> str:
    """As a browser reads it; an address without one, such as `//example.org`, has that of the site."""
    if address.startswith("//"):
        return "https"
    scheme = SCHEME.match(IGNORED_BY_BROWSERS.sub("", address))
    return scheme[1].lower() if scheme else ""


def follow(target: Target, passage: MarkdownText, context: LoadContext) -> None:
    place = passage.place_of(target.offset)
    scheme = scheme_of(target.address)
    if scheme:
        raise forbidden(scheme, place)
    address = unquote(QUERY.sub("", target.address.strip()))
    written = written_path(address, passage.folder, target.is_image)
    if target.is_embedded and context.files.find(written.path) is None:
        return
    path = existing(written, place, context)
    if passage.readers is Readers.NOBODY:
        context.notes.awaited.add(path)
    else:
        use(path, target, place, passage.readers, context)


def forbidden(scheme: str, place: Place) -> Mistake:
    """A warning: what is forbidden never reaches a page, and the rest of the text can."""
    if scheme in ALLOWED_SCHEMES:
        return mistake(
            place,
            "remote-image",
            sentence("images of other sites are not shown"),
            sentence('save it in content/images and write "{example}"', example="{static}/images/…"),
            Severity.WARNING,
        )
    return mistake(
        place,
        "unsafe-link",
        sentence('a link may not begin with "{scheme}:"', scheme=scheme),
        sentence('write an address that begins with "https:", "mailto:" or "tel:"'),
        Severity.WARNING,
    )


def use(path: str, target: Target, place: Place, readers: Readers, context: LoadContext) -> None:
    """An image, a text with a page of its own, or a file to be copied."""
    if target.is_image or path.lower().endswith(IMAGE_ENDINGS):
        if len(path.encode()) > LONGEST_PATH:
            raise too_long(path, place)
        context.notes.use_image(path, place, readers)
    elif not path.lower().endswith(TEXTS) and path not in context.gathered.of_blog:
        context.notes.use_document(path, place, readers)
    elif path in context.gathered.for_members:
        if readers is Readers.ALL and path not in context.gathered.titles_shown:
            raise mistake(place, "members-only-link", *for_members_only(context.files.shown(path)))
    elif path in context.gathered.unpublished or not (
        path in context.gathered.of_blog or any(is_in(path, folder) for folder in context.site.folders)
    ):
        raise mistake(
            place,
            "unpublished-link",
            sentence('"{path}" is not published, so this link leads nowhere', path=context.files.shown(path)),
            sentence("publish it, or take the link out"),
        )


def too_long(path: str, place: Place) -> Mistake:
    """Its renditions have longer names still."""
    return mistake(
        place,
        "too-long",
        sentence(
            "the path of this image has {length} octets, expected at most {most}",
            length=len(path.encode()),
            most=LONGEST_PATH,
        ),
        sentence("give the file a shorter name"),
    )


@dataclass(frozen=True, slots=True)
class Written:
    """A path as an editor wrote it: `{static}` or nothing, then from content or from a folder below it."""

    marker: str
    rest: str
    folder: str
    is_image: bool

    @property
    def path(self) -> str:
        """Below content, or leading out of it."""
        base = "" if self.rest.startswith("/") else self.folder
        return posixpath.normpath(posixpath.join(base, self.rest.lstrip("/")))

    def like(self, path: str) -> str:
        """Another path below content, written in the same manner."""
        if self.rest.startswith("/"):
            return f"{self.marker}/{path}"
        return self.marker + posixpath.relpath(path, self.folder or ".")


def written_path(address: str, folder: str, is_image: bool) -> Written:
    marker = PLACEHOLDER.match(address)
    return Written(marker[0] if marker else "", PLACEHOLDER.sub("", address), folder, is_image)


def existing(written: Written, place: Place, context: LoadContext) -> str:
    """The file below content that is meant, as it is stored."""
    files = context.files
    if not written.rest:
        raise mistake(
            place,
            "missing-link",
            sentence("this link has no address"),
            sentence("write one, or take the link out"),
            Severity.WARNING,
        )
    if written.path.startswith("../") or written.path == "..":
        raise mistake(
            place,
            "outside-content",
            sentence('"{path}" leads out of the folder "{folder}"', path=written.rest, folder=files.folder),
            meant_outside(written, context)
            or sentence('put the file into "{folder}" and link to it there', folder=files.folder),
        )
    stored = files.find(written.path)
    if stored is None:
        raise missing(written, place, files, meant(written, context) if context.suggests else None)
    return stored


def meant(written: Written, context: LoadContext) -> str | None:
    page = page_in_place_of(written, context)
    near = None if page else nearest_file(written, context.files)
    return written.like(near) if near else page


def meant_outside(written: Written, context: LoadContext) -> Sentence | None:
    page = page_in_place_of(written, context)
    return sentence('did you mean "{near}"?', near=page) if page else None


def page_in_place_of(written: Written, context: LoadContext) -> str | None:
    """If it is written like one, as a browser would follow it."""
    if not context.destinations or written.is_image or posixpath.splitext(written.rest)[1]:
        return None
    return page_meant(written.folder, written.rest, context.destinations)


def missing(written: Written, place: Place, files: ContentFiles, near: str | None) -> Mistake:
    hint = (
        sentence('did you mean "{near}"?', near=near)
        if near
        else forgotten_beginning(written.rest) or sentence("check the name, capitals included")
    )
    shown = files.shown(written.path)
    if written.is_image:
        return mistake(place, "missing-image", sentence('there is no image "{path}"', path=shown), hint)
    return mistake(place, "missing-link", sentence('there is no file "{path}"', path=shown), hint)


def nearest_file(written: Written, files: ContentFiles) -> str | None:
    """One of the same or nearly the same name; rather in the same folder, rather of the same type."""
    folder, name = posixpath.split(written.path)
    stem, ending = posixpath.splitext(name)
    by_stem: dict[str, list[str]] = {}
    for path in files.by_name.values():
        if not written.is_image or path.lower().endswith(IMAGE_ENDINGS):
            by_stem.setdefault(stem_of(path), []).append(path)
    near = nearest(stem, by_stem)
    found = by_stem[near] if near else []
    return min(
        found,
        key=lambda path: (posixpath.dirname(path) != folder, not path.endswith(ending), path),
        default=None,
    )


def stem_of(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def forgotten_beginning(written: str) -> Sentence | None:
    """Addresses that only look like paths: `www.example.org`, `contact@example.org`."""
    if written.startswith("www."):
        return sentence('write "{address}"', address=f"https://{written}")
    if re.fullmatch(r"[^@\s/]+@[^@\s/]+", written):
        return sentence('write "{address}"', address=f"mailto:{written}")
    return None
