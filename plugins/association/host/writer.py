"""Outputs to files below the output folder, and never outside of it; on all processors when many."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from shutil import copyfile
from typing import TypeVar

from pelican import signals
from pelican.utils import sanitised_join

from .feeds import PageAddresses
from .linked_data import data_blocks
from .markdown import Prose
from .outputs import Copy, File, Output, Page
from .processes import MOST, processors, shared
from .run import Run
from .site import CARD, PageHead, href_from, site_of
from .template_faults import told_by_template
from .urls import way_up

T = TypeVar("T")

MANY = 100
HANDFUL = 16
"""Texts or outputs that a process takes at a time: few, so that all processes end together."""


def write(outputs: Sequence[Output], run: Run, folder: str) -> None:
    if run.site is None:
        run.site = site_of(run)
    number = processors() if len(outputs) > MANY else 1
    if number > 1:
        render_texts(run.renderer.unmade(), number)
    pieces = handfuls(outputs)
    shared(lambda piece: write_all(pieces[piece], run, folder), len(pieces), number)
    announce(outputs, folder)


def render_texts(texts: Sequence[Prose], number: int) -> None:
    """Ahead of the pages: a text may stand on several, written by several processes."""
    pieces = parts(texts)
    done = shared(lambda piece: [text.html for text in pieces[piece]], len(pieces), number)
    for text, html in zip(texts, chain.from_iterable(done), strict=True):
        text.html = html


def handfuls(outputs: Iterable[Output]) -> list[Sequence[Output]]:
    """First the families, each as a whole; then the others as they come."""
    families: dict[str, list[Output]] = {}
    for output in outputs:
        families.setdefault(output.family if isinstance(output, File) else "", []).append(output)
    others = families.pop("", [])
    return [*families.values(), *parts(others)]


def parts(things: Sequence[T]) -> list[Sequence[T]]:
    size = max(HANDFUL, len(things) // (MOST // 2) + 1)
    return [things[first : first + size] for first in range(0, len(things), size)]


def write_all(outputs: Sequence[Output], run: Run, folder: str) -> None:
    for output in outputs:
        path = Path(sanitised_join(folder, output.save_as))
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(output, Copy):
            copyfile(output.original, path)
        else:
            path.write_bytes(content_of(output, run))


def content_of(output: Page | File, run: Run) -> bytes:
    """The words of feeds come from templates too."""
    if isinstance(output, Page):
        return rendered(output, run).encode()
    with told_by_template(output.save_as, run.theme, run.root):
        return output.content()


def announce(outputs: Sequence[Output], folder: str) -> None:
    """Tell other plugins, in this process, of the pages that are written."""
    if signals.content_written.receivers:
        for output in outputs:
            if isinstance(output, Page):
                signals.content_written.send(sanitised_join(folder, output.save_as), context={})


def rendered(page: Page, run: Run) -> str:
    """The HTML of a page: a function of its template, its view, its head and the site."""
    root = run.edition.urls.root_path() if page.kind == "NOT_FOUND" else way_up(page.url)
    given = {"site": run.site, "page": head_of(page, run, root), "href": href_from(root), **page.view}
    name = f"{page.template}.html"
    with told_by_template(name, run.theme, run.root):
        return run.environment.get_template(name).render(given)


def head_of(page: Page, run: Run, root: str) -> PageHead:
    urls = run.edition.urls
    return PageHead(
        kind=page.kind,
        menu=page.menu,
        title=page.title,
        description=page.description,
        url=page.url,
        canonical=urls.absolute(page.url) if urls.siteurl else "",
        picture=urls.absolute(page.picture or CARD) if urls.siteurl else "",
        root=root,
        crumbs=page.crumbs,
        is_indexed=page.is_indexed,
        linked_data=partial(data_blocks, page, PageAddresses(run, root)),
    )
