"""Outputs to files below the output folder, and never outside of it; on all processors when many.

Work that many processes share, on Linux; elsewhere, and beside threads, one process does it all.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from shutil import copyfile
from signal import SIG_IGN, SIGINT, signal
from typing import TypeVar, cast

from markupsafe import Markup
from pelican import signals
from pelican.utils import sanitised_join

from ..domain.text import Language
from ..problems import ContentError
from ..render.mail import kept_from_scrapers
from ..render.markdown import Prose
from ..render.speech import with_spans
from ..render.typography import network_locale
from ..render.urls import way_up
from .addresses import PageAddresses, data_blocks
from .memo import Memo
from .outputs import Copy, File, Page, Shown, alternates, texts_of
from .run import Planned, Progress, Run, Stage
from .site import PageHead, href_from
from .social_cards import preview_of
from .template_errors import told_by_template

T = TypeVar("T")

LOCKED = "members_locked"
"""The template of what everybody sees of a page that is sealed."""
MANY = 100
HANDFUL = 16
"""Texts or outputs that a process takes at a time: few, so that all processes end together."""
AHEAD = 4
"""Pieces that a child is given at a time: this process gives none while it does one itself."""


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
        return kept_from_scrapers(with_spans(run.environment.get_template(name).render(given)))


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
        picture_size=preview.size,
        picture_alt=preview.alt,
        locale=network_locale(run.language),
        root=root,
        crumbs=shown.crumbs,
        translations=page.translations,
        alternates=alternates(page.translations, urls) if page.is_indexed else (),
        is_indexed=page.is_indexed,
        source=page.source,
        is_inner=is_inner,
        linked_data=partial(data_blocks, shown, PageAddresses(urls, run.media.images, root)),
    )


def processors() -> int:
    """How many processes may share the work; a fork beside threads could wait for ever."""
    can_fork = sys.platform.startswith("linux") and threading.active_count() == 1 and has_semaphores()
    return len(os.sched_getaffinity(0)) if can_fork else 1


def has_semaphores() -> bool:
    """A pool of processes needs some, which a system without /dev/shm does not give."""
    try:
        get_context("fork").Lock()
    except (ImportError, OSError):
        return False
    return True


def shared(
    work: Callable[[int], T], count: int, number: int, told: Callable[[int], None] = lambda piece: None
) -> list[T]:
    """`work(0)`, `work(1)`… up to `count`, in `number` processes; what it returns, in order.

    This process is one of them: one more copy of what they share would take a quarter of the memory. The
    others are forks, so that `work` may be anything; of what a child changes in memory nothing stays: only
    what `work` returns comes back, pickled. Each takes the next piece when it has done one: none waits for
    another. `told`, in this process, hears of each piece that is done, in any order.
    What goes wrong with files or content is raised here as it is; RuntimeError, with the traceback of what
    went wrong, when it fails in another way.
    """
    if number == 1:
        return [*alone(work, count, told)]
    with ProcessPoolExecutor(number - 1, get_context("fork"), initializer=begin, initargs=(work,)) as pool:
        pieces: list[Future[object]] = []
        begun: dict[Future[object], int] = {}
        while len(pieces) < count and heard(begun, told):
            piece = len(pieces)
            is_ours = len(begun) >= AHEAD * (number - 1)
            pieces.append(done_here(work, piece) if is_ours else pool.submit(done, piece))
            begun[pieces[-1]] = piece
        wait(begun)
        heard(begun, told)
        answers = [piece.result() for piece in pieces]  # the first failure, as it would be in one process
    return cast("list[T]", answers)  # of processes that did this very work


def heard(begun: dict[Future[object], int], told: Callable[[int], None]) -> bool:
    """Tells of those that are done, which are no longer begun then; whether all of them are done well."""
    ended = [future for future in begun if future.done()]
    well = [future for future in ended if not future.exception()]
    for future in well:
        told(begun.pop(future))
    return len(well) == len(ended)


def done_here(work: Callable[[int], object], piece: int) -> Future[object]:
    """As another process would answer."""
    own: Future[object] = Future()
    try:
        own.set_result(attempt(work, piece))
    except Exception as error:
        own.set_exception(error)
    return own


def alone(work: Callable[[int], T], count: int, told: Callable[[int], None]) -> Iterator[T]:
    for piece in range(count):
        answer = work(piece)
        told(piece)
        yield answer


def begin(work: Callable[[int], object]) -> None:
    """In a child, which has one work for all its life; an interruption is its parent's to tell."""
    global at_work
    at_work = work
    signal(SIGINT, SIG_IGN)


def done(piece: int) -> object:
    """In a child: the next piece."""
    return attempt(at_work, piece)


def attempt(work: Callable[[int], object], piece: int) -> object:
    """Not every error survives the way to another process; its traceback does."""
    try:
        return work(piece)
    except (OSError, ContentError):
        raise
    except Exception as error:
        raise RuntimeError("a process that shares the work has failed") from error


at_work: Callable[[int], object]
