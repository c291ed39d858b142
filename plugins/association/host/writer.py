"""Outputs to files below the output folder, and never outside of it; on all processors when many.

Work that many processes share, on Linux; elsewhere, and beside threads, one process does it all.
"""

import os
import pickle
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO, TypeVar, cast

from pelican import signals
from pelican.utils import sanitised_join

from ..problems import ContentError
from ..render.markdown import Prose
from ..render.urls import way_up
from .addresses import PageAddresses, data_blocks
from .outputs import Copy, File, Output, Page
from .run import Run
from .site import CARD, PageHead, href_from
from .template_errors import told_by_template

T = TypeVar("T")

MANY = 100
HANDFUL = 16
"""Texts or outputs that a process takes at a time: few, so that all processes end together."""


def write(outputs: Sequence[Output], run: Run, folder: str) -> None:
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
    """First the groups, each as a whole; then the others as they come."""
    groups: dict[str, list[Output]] = {}
    for output in outputs:
        groups.setdefault(output.group if isinstance(output, File) else "", []).append(output)
    others = groups.pop("", [])
    return [*groups.values(), *parts(others)]


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


MOST = 1024
"""Pieces of work; their numbers are put into a pipe at once, and fit into the least that it may hold: a page
of memory, 4,096 octets (pipe(7))."""
NUMBER = struct.Struct("=I")


def processors() -> int:
    """How many processes may share the work; a fork beside threads could wait for ever."""
    can_fork = sys.platform.startswith("linux") and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if can_fork else 1


def shared(work: Callable[[int], T], count: int, number: int) -> list[T]:
    """`work(0)`, `work(1)`… up to `count` (at most MOST), in `number` processes; what it returns, in order.

    Each process takes the next piece when it has done one, so that none waits for another. Of what a child
    changes in memory nothing stays: only what `work` returns comes back, pickled.
    What goes wrong with files or content in a child is raised here; RuntimeError when it fails in another
    way, whose traceback it has printed.
    """
    if number == 1:
        return [work(piece) for piece in range(count)]
    queue, entrance = os.pipe()
    os.write(entrance, b"".join(map(NUMBER.pack, range(count))))
    os.close(entrance)
    children = [child(work, queue) for _ in range(number - 1)]
    try:
        done = done_from(queue, work)
    finally:
        os.close(queue)
        told = [answer_of(process, answer) for process, answer in children]
    for part in told:
        done.update(cast("dict[int, T]", part))  # pickled by a child that did the same work
    return [done[piece] for piece in range(count)]


def child(work: Callable[[int], T], queue: int) -> tuple[int, BinaryIO]:
    """A process that works until the queue is empty: its id, and where it then tells what it has done."""
    out, back = os.pipe()
    sys.stdout.flush()
    process = os.fork()
    if process:
        os.close(back)
        return process, os.fdopen(out, "rb")
    code = 1
    try:
        os.close(out)
        told = told_by(queue, work)
        with os.fdopen(back, "wb") as answer:
            pickle.dump(told, answer)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def told_by(queue: int, work: Callable[[int], T]) -> dict[int, T] | Exception:
    """What is done; or what somebody can mend, which is no fault of the program."""
    try:
        return done_from(queue, work)
    except (OSError, ContentError) as error:
        return error


def done_from(queue: int, work: Callable[[int], T]) -> dict[int, T]:
    done = {}
    try:
        while token := os.read(queue, NUMBER.size):
            piece = NUMBER.unpack(token)[0]
            done[piece] = work(piece)
    except BaseException:
        while os.read(queue, MOST * NUMBER.size):
            pass  # nobody has to go on with what has failed
        raise
    return done


def answer_of(process: int, answer: BinaryIO) -> object:
    """It is read before the end of the process is waited for: a full pipe would hold that up."""
    with answer:
        told = answer.read()
    if os.waitpid(process, 0)[1] != 0:
        raise RuntimeError("a process that shares the work has failed; its traceback is above")
    done: object = pickle.loads(told)
    if isinstance(done, Exception):
        raise done
    return done
