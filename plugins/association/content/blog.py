"""Texts of a Pelican blog: those of content/ outside our folders that say a title and a date.

Which files they are, what their fields mean and at which address each is, the blog's own settings of Pelican
say (blog_fields.py), so that none moves. Markdown is read as our own texts are; what is in another form by
Pelican's readers. Not for what is made of them: see convert/blog.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from ..domain.addresses import OwnAddress, own_address
from ..domain.written_links import targets
from ..problems import ContentError, Place, Problem, Severity, sentence
from .blog_fields import NOT_MINE, Blog, Fields
from .context import LoadContext, Mistake
from .documents import FOLDER as DOCUMENTS
from .sheets import Sheet, sheets_of
from .site import FOLDERS, MARKDOWN, TEXTS, is_in
from .unread import meant_folder
from .yaml.front_matter import Document, read_headers, split
from .yaml.source import read_text, with_plain_newlines
from .yaml.tree import Node, Origin, Tree

OF_PELICANS_PAGES = frozenset("date modified authors category url save_as keywords description".split())
"""Fields of a page that ours do not have: it is one of Pelican's, and is where Pelican has it."""
FENCE = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
TO_A_LIST = re.compile(r"""(?<=[("'<\s])[{|](tag|category|author|index)[}|]/?([^)"'>\s]*)""")
RELATIVE = re.compile(r"(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^/#?{|\s][^\s?#]*(?:#\S*)?")
SOURCES = (*MARKDOWN, ".rst")
FIRST_OCTETS = 6


def is_below(path: str, folder: str) -> bool:
    return folder in ("", ".") or path == folder or is_in(path, folder.strip("/"))


def blog_sheets(context: LoadContext) -> tuple[Sheet, ...]:
    """Of articles, in order of path."""
    blog = context.site.blog
    return tuple(sheets(blog, blog_files(blog, context), "article", context)) if blog else ()


def page_sheets(context: LoadContext) -> tuple[Sheet, ...]:
    """Of pages that are not read as ours are: of another form, in a folder of the settings, hidden, moved."""
    blog = context.site.blog
    return tuple(sheets(blog, page_files(blog, context), "page", context)) if blog else ()


def sheets(blog: Blog, paths: Iterable[str], kind: str, context: LoadContext) -> Iterator[Sheet]:
    for path in paths:
        place = f"{context.site.content}/{path}"
        make = partial(sheet, blog, kind, place, path, context)
        settings = (kind, blog.key, context.site.copied, context.site.named)
        one = context.memory.of_file(place, settings, make)
        context.notes.problems.extend(one.problems)
        if one.problems or one.document:
            context.notes.of_blog.add(path)
        if one.document is None:
            context.notes.unpublished.update((path,) if one.problems else ())
        elif one.says("status") != NOT_MINE:
            yield one


def blog_files(blog: Blog, context: LoadContext) -> Iterator[str]:
    endings = (*MARKDOWN, *blog.reader.endings)
    for name, path in context.files.by_name.items():
        is_there = name.lower().endswith(endings) and may_be_article(name, blog, context)
        if is_there and not (name.lower().endswith(TEXTS) and is_stray(name, path, blog, context)):
            yield path


def may_be_article(name: str, blog: Blog, context: LoadContext) -> bool:
    own = next((folder for folder in context.site.folders if is_in(name, folder)), None)
    if own and (own != context.site.section("news") or name.lower().endswith(TEXTS)):
        return False
    theirs = (*blog.page_paths, *blog.excluded, DOCUMENTS)
    is_there = any(is_below(name, folder) for folder in blog.paths)
    is_out = any(is_below(name, folder) for folder in theirs if folder)
    return is_there and not is_out and not blog.is_ignored(name)


def is_stray(name: str, path: str, blog: Blog, context: LoadContext) -> bool:
    """Written as our own texts are, in a folder called nearly like one of ours, which has no fewer texts.

    Its author has mistaken the folder: a blog that is older than ours has more.
    """
    top, below, _ = name.partition("/")
    meant = meant_folder(top, context) if below and not blog.is_told else None
    if meant not in context.site.folders:
        return False
    if len(context.files.below(top, TEXTS)) > len(context.files.below(str(meant), TEXTS)):
        return False
    with suppress(OSError), (context.site.content / path).open("rb") as file:
        return file.read(FIRST_OCTETS).lstrip(b"\xef\xbb\xbf").startswith(b"---")
    return False


def is_pelicans_page(one: Sheet) -> bool:
    """Not a page as ours are, though it lies among them."""
    if one.document is None or not one.document.is_classic:
        return False
    return bool(OF_PELICANS_PAGES.intersection(one.fields)) or one.says("status") in ("hidden", NOT_MINE)


def tell_moved_pages(context: LoadContext) -> None:
    """Of those that came with a blog and say nothing of their address: it is another one here."""
    blog, pages = context.site.blog, sheets_of(context.site.section("pages"), context)
    for one in pages if blog else ():
        assert blog is not None
        if one.document and one.document.is_classic and not is_pelicans_page(one) and not one.is_draft:
            said = Fields(one.fields, one.path, blog, context.site.content / one.path)
            with suppress(Mistake):
                former = said.address("page", said.language in ("", context.site.language))
                if former:
                    context.notes.problems.append(moved(one.fields.place("title"), former))


def moved(place: Place, former: OwnAddress) -> Problem:
    said = sentence(
        'Pelican has this page at "{url}", and here it has an address of ours', url=f"/{former.url}"
    )
    hint = sentence('to leave it there, add the line "{line}"', line=f"Save_as: {former.save_as}")
    return Problem(place, "moved-page", said, hint, Severity.WARNING)


def page_files(blog: Blog, context: LoadContext) -> Iterator[str]:
    ours = context.site.section("pages")
    yield from (one.path for one in sheets_of(ours, context) if is_pelicans_page(one))
    for name, path in context.files.by_name.items():
        is_there = is_in(name, ours) or any(is_below(name, folder) for folder in blog.page_paths if folder)
        others = any(is_in(name, context.site.section(one)) for one in FOLDERS if one != "pages")
        if is_there and not others and not blog.is_ignored(name):
            is_text = name.lower().endswith(MARKDOWN) and not is_in(name, ours)
            if is_text or name.lower().endswith(blog.reader.endings):
                yield path


def sheet(blog: Blog, kind: str, place: str, path: str, context: LoadContext) -> Sheet:
    """Without document, where it is no text of the blog: whoever finds files that nobody reads will tell."""
    file = context.files.shown(path)
    try:
        written = read_document(blog, Path(place), file)
    except ContentError as error:
        return Sheet(path, file, None, error.problems)
    if written is None:
        return Sheet(path, file, None)
    said = Fields(written.tree.data, path, blog, Path(place))
    is_of_others = any(is_below(path, place) for place in (*context.site.copied, *context.site.named))
    is_lost = kind == "article" and said.title and said.is_undated and not is_of_others
    if is_lost and not path.lower().endswith(MARKDOWN):
        return Sheet(path, file, None, (without_date(written.tree.data.key_place("title")),))
    if not said.title or (kind == "article" and not said.is_article):
        return Sheet(path, file, None)
    try:
        node = said.node(kind, context.site.languages)
    except Mistake as wrong:
        return Sheet(path, file, None, (wrong.problem,))
    tree = Tree(node, problems=written.tree.problems)
    own = own_address(str(node.get("slug", "")))
    body = from_its_page(TO_A_LIST.sub(partial(to_a_list, blog), written.body), own.url if own else "")
    return Sheet(path, file, Document(tree, body, written.body_line))


def without_date(place: Place) -> Problem:
    """Of a text that can be nothing else; of Markdown, unread.py tells where it may belong."""
    said = sentence("this text has no date, so it is no article of the blog")
    hint = sentence('add its "date", or put it into the folder of the pages')
    return Problem(place, "no-date", said, hint, Severity.WARNING)


def read_document(blog: Blog, place: Path, file: str) -> Document | None:
    """None of a text without fields."""
    if not place.name.lower().endswith(MARKDOWN):
        return blog.reader.read(place, file)
    text = with_plain_newlines(read_text(place, file))
    with suppress(ContentError):
        found = split(text, file)
        return found if found.tree.data else None
    return between_fences(text, file)


def between_fences(text: str, file: str) -> Document | None:
    """Fields that are no YAML: Pelican takes what follows the colon as it is."""
    fenced = FENCE.match(text)
    if not fenced:
        return None
    start = text.count("\n", 0, fenced.start(1))
    inside = text[: fenced.end(1)].split("\n")
    tree, _ = read_headers(inside, start, file) if inside[start:] else (Tree(Node(Origin(file))), 0)
    return Document(tree, text[fenced.end() :], text.count("\n", 0, fenced.end()) + 1)


def from_its_page(body: str, url: str) -> str:
    """A link without a mark of Pelican's starts at the page, where a browser follows it; here, at the root.

    To a text by its file, which no browser can follow, it starts at that of this text, as ours do.
    """
    for target in reversed(targets(body)):
        address, start = target.address, target.offset
        is_written = body.startswith(address, start) and RELATIVE.fullmatch(address)
        if is_written and not address.partition("#")[0].lower().endswith(SOURCES):
            rooted = posixpath.normpath(f"/{posixpath.dirname(url)}/{address}")
            slash = "/" if address.endswith("/") and rooted != "/" else ""
            whole = "/" + rooted.lstrip("/") + slash
            body = body[:start] + whole + body[start + len(address) :]
    return body


def to_a_list(blog: Blog, found: re.Match[str]) -> str:
    """Where the list is now that `{tag}python` leads to."""
    address = dict(blog.lists).get(found[1])
    if address is None:
        return found[0]
    return "/" + address.replace("{slug}", blog.reader.slug(found[2]) if found[2] else "")
