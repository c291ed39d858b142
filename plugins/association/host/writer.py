"""Outputs to files below the output folder, and never outside of it; on all processors when many."""

import os
import sys
import threading
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.utils import sanitised_join

from .feeds import PageAddresses
from .linked_data import data_blocks
from .outputs import File, Output, Page
from .run import Run
from .site import CARD, PageHead, href_from, site_of
from .urls import way_up

MANY = 100


def write(outputs: Sequence[Output], run: Run, folder: str) -> None:
    if run.site is None:
        run.site = site_of(run)
    in_turn = shares(outputs, processors() if len(outputs) > MANY else 1)
    children = [begun(share, run, folder) for share in in_turn[1:]]
    write_all(in_turn[0], run, folder)
    for child in children:
        if os.waitpid(child, 0)[1] != 0:
            raise RuntimeError("a process that writes pages has failed; its traceback is above")
    announce(outputs, folder)


def processors() -> int:
    """How many processes may share the work; a fork beside threads could wait for ever."""
    can_fork = sys.platform.startswith("linux") and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if can_fork else 1


def shares(outputs: Sequence[Output], number: int) -> list[Sequence[Output]]:
    return [outputs[first::number] for first in range(number)]


def begun(share: Sequence[Output], run: Run, folder: str) -> int:
    """A child process that writes `share` and ends; its process id."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        write_all(share, run, folder)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def write_all(outputs: Sequence[Output], run: Run, folder: str) -> None:
    for output in outputs:
        content = output.content() if isinstance(output, File) else rendered(output, run).encode()
        path = Path(sanitised_join(folder, output.save_as))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def announce(outputs: Sequence[Output], folder: str) -> None:
    """Tell other plugins, in this process, of the pages that are written."""
    if signals.content_written.receivers:
        for output in outputs:
            if isinstance(output, Page):
                signals.content_written.send(sanitised_join(folder, output.save_as), context={})


def rendered(page: Page, run: Run) -> str:
    """The HTML of a page: a function of its template, its view, its head and the site."""
    root = run.edition.urls.root_path() if page.kind == "NOT_FOUND" else way_up(page.url)
    template = run.environment.get_template(f"{page.template}.html")
    return template.render(site=run.site, page=head_of(page, run, root), href=href_from(root), **page.view)


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
