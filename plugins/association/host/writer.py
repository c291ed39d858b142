"""Outputs to files below the output folder, and never outside of it; on all processors when many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from shutil import copyfile
from typing import TypeVar

from markupsafe import Markup
from pelican import signals
from pelican.utils import sanitised_join

from ..domain.text import Language
from ..render.mail import kept_from_scrapers
from ..render.markdown import Prose
from ..render.ordinals import with_ordinals
from ..render.speech import with_spans
from ..render.urls import way_up
from .addresses import PageAddresses, data_blocks
from .memo import Memo
from .outputs import Copy, File, Page, Shown, alternates, texts_of
from .processes import processors, shared
from .run import Planned, Progress, Run, Stage
from .site import PageHead, href_from
from .social_cards import open_graph, preview_of
from .template_errors import told_by_template

T = TypeVar("T")

LOCKED = "members_locked"
"""The template of what everybody sees of a page that is sealed."""
MANY = 100
HANDFUL = 16
"""Texts or outputs that a process takes at a time: few, so that all processes end together."""


def write(every: Sequence[Planned], run: Run, folder: str) -> None:
    """run: one of those whose outputs they are; what it shares with the others serves all."""
    memo = run.memo
    memo.compare((output, own.language, own.sites, own.seal) for output, own in every)
    right = frozenset(one.output.save_as for one in every if memo.is_right(one.output))
    new = tuple(one for one in every if one.output.save_as not in right)
    if not memo.in_place:
        carry(sorted(right), memo, folder)
    tally = Tally(run.progress, "outputs", len(new))
    for batch in batches(new, memo.first):
        write_batch(batch, run, folder, tally)
        memo.put(tuple(one.output.save_as for one in batch))
    memo.note(Path(folder), right)
    announce(new, folder)


def batches(new: Sequence[Planned], first: frozenset[str]) -> tuple[Sequence[Planned], ...]:
    """What somebody looks at comes first; all at once when nobody sees it before the end."""
    early = tuple(one for one in new if one.output.save_as in first)
    if not early:
        return (new,)
    return early, tuple(one for one in new if one.output.save_as not in first)


@dataclass(slots=True)
class Tally:
    """How much of a stage is done."""

    progress: Progress
    stage: Stage
    total: int
    done: int = 0

    def add(self, number: int) -> None:
        self.done += number
        self.progress(self.stage, self.done, self.total)


def write_batch(new: Sequence[Planned], run: Run, folder: str, tally: Tally) -> None:
    number = processors() if len(new) > MANY else 1
    if number > 1:
        found = chain.from_iterable(texts_of(one.output) for one in new)
        texts = tuple(dict.fromkeys(text.origin for text in found))
        render_texts(texts, number, Tally(run.progress, "texts", len(texts)))
    pieces = handfuls(new)
    shared(
        lambda piece: write_all(pieces[piece], folder),
        len(pieces),
        number,
        lambda piece: tally.add(len(pieces[piece])),
    )


def carry(names: Iterable[str], memo: Memo, folder: str) -> None:
    """What is right already, from where it lies."""
    for name in names:
        memo.carry(name, place(folder, name))


def render_texts(texts: Sequence[Prose], number: int, tally: Tally) -> None:
    """Ahead of the pages: a text may stand on several, written by several processes."""
    pieces = parts(texts)
    done = shared(
        lambda piece: [text.html for text in pieces[piece]],
        len(pieces),
        number,
        lambda piece: tally.add(len(pieces[piece])),
    )
    for text, html in zip(texts, chain.from_iterable(done), strict=True):
        text.is_told(html)


def handfuls(every: Iterable[Planned]) -> list[Sequence[Planned]]:
    """First the groups, each as a whole; then the others as they come."""
    groups: dict[tuple[str, Language], list[Planned]] = {}
    others: list[Planned] = []
    for one in every:
        group = one.output.group if isinstance(one.output, File) else ""
        (groups.setdefault((group, one.run.language), []) if group else others).append(one)
    return [*groups.values(), *parts(others)]


def parts(things: Sequence[T]) -> list[Sequence[T]]:
    return [things[first : first + HANDFUL] for first in range(0, len(things), HANDFUL)]


def write_all(every: Sequence[Planned], folder: str) -> None:
    for output, run in every:
        path = place(folder, output.save_as)
        if isinstance(output, Copy):
            copyfile(output.original, path)
        else:
            write_one(output.save_as, content_of(output, run), path, run.memo)


def place(folder: str, save_as: str) -> Path:
    """In a folder that there is."""
    path = Path(sanitised_join(folder, save_as))
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def write_one(save_as: str, content: bytes, path: Path, memo: Memo) -> None:
    """What has turned out the same keeps its time, by which servers and rsync tell what is new."""
    if memo.has(save_as, content):
        memo.carry(save_as, path)
    else:
        path.unlink(missing_ok=True)  # it may be the very file of the former site, by a second name
        path.write_bytes(content)


def content_of(output: Page | File, run: Run) -> bytes:
    """The words of feeds come from templates too."""
    if isinstance(output, Page):
        return rendered(output, run).encode()
    with told_by_template(output.save_as, run.theme, run.root):
        return output.content()


def announce(every: Sequence[Planned], folder: str) -> None:
    """Tell other plugins, in this process, of the pages that are written."""
    if signals.content_written.receivers:
        for output, _ in every:
            if isinstance(output, Page):
                signals.content_written.send(sanitised_join(folder, output.save_as), context={})


def rendered(page: Page, run: Run) -> str:
    """The HTML of a page: a function of its template, its view, its head and the site."""
    shown = page.shown()
    if run.seal is None:
        return filled(page, shown, run)
    inner = filled(page, shown, run, is_inner=True)
    sealed = {"sealed": Markup(run.seal.page(page.url, shown.title, inner))}
    outside, kind = page.outside(), "MEMBERS" if page.kind == "MEMBERS" else "MEMBERS_TEXT"
    shell = replace(page, kind=kind, template=LOCKED)
    return filled(shell, replace(outside, view={**outside.view, **sealed}), run.public)


def filled(page: Page, shown: Shown, run: Run, is_inner: bool = False) -> str:
    """is_inner: only what stands in the frame that all pages have."""
    root = run.edition.urls.root_path() if page.kind == "NOT_FOUND" else way_up(page.url)
    head = head_of(page, shown, run, root, is_inner)
    given = {"site": run.site, "page": head, "href": href_from(root), **shown.view}
    name = f"{page.template}.html"
    with told_by_template(name, run.theme, run.root):
        html = with_spans(run.environment.get_template(name).render(given))
    return kept_from_scrapers(with_ordinals(html, run.language))


def head_of(page: Page, shown: Shown, run: Run, root: str, is_inner: bool = False) -> PageHead:
    urls = run.edition.urls
    preview = preview_of(page, shown, run.edition)
    return PageHead(
        kind=page.kind,
        menu=page.menu,
        title=shown.title,
        description=shown.description,
        url=page.url,
        canonical=urls.absolute(page.url) if urls.siteurl else "",
        picture=preview.address,
        open_graph=partial(open_graph, page, preview, run.edition),
        root=root,
        crumbs=shown.crumbs,
        translations=page.translations,
        alternates=alternates(page.translations, urls) if page.is_indexed else (),
        is_indexed=page.is_indexed,
        source=page.source,
        is_inner=is_inner,
        linked_data=partial(data_blocks, shown, PageAddresses(urls, run.media.images, root)),
    )
