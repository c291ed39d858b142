"""One run of Pelican, in one language: its edition, the plan of its outputs, the means to write them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, cast

from jinja2 import Environment

from ..domain.addresses import OldAddresses
from ..domain.association import Association
from ..domain.text import Language
from ..exports.calendar_feed import NOTHING_KNOWN, ComponentCache, Revisions
from ..problems import ContentError, Place, Problem, sentence
from ..render.markdown import Renderer
from ..sealing import Seal
from .edition import Edition
from .media import Media
from .members_only import MembersUrls, outside_of
from .memo import Memo
from .outputs import NOTHING, Output, Page, Subject, Translation
from .site import MenuItem, Site

NONE_OLD = OldAddresses()
DATED = "dated"
"""The part of a run that calendars tell of."""

Stage = Literal["pictures", "texts", "outputs"]
Progress = Callable[[Stage, int, int], None]
"""Is told how many are done, of how many."""


Changes = Callable[[frozenset[str]], Mapping[str, datetime]]
"""Of files of texts, by their paths below content, when they were last changed, as far as that is known."""


def unknown(names: frozenset[str]) -> Mapping[str, datetime]:
    """The Changes of a run that knows of no history."""
    return {}


def unheard(stage: Stage, done: int, total: int) -> None:
    """The Progress of a run that nobody watches."""


@dataclass(slots=True)
class Run:
    """Shared by all sections of one run.

    root: the folder of the site, from which problems name files.
    memo: of what was written last, and from what.
    dated: what calendars tell of the association.
    of_all_languages: the runs of the build, the one of its first language first.
    is_first: whether its language is the first of the site, or its only one.
    seal: of a run of what only members read; None for what everybody does.
    has_members_calendar: whether members have their dates on their telephones.
    members: that run in the same language, where there is something for them.
    outputs: of all runs of the build, by the file they are saved as, and whose they are.
    menu: what the menus lead to, section by section.
    changes: asks the history of the files, for the sitemap.
    progress: whom the writer tells how far it is.
    old_addresses: where they lead, in all languages.
    of_blog: paths below content of texts that a Pelican blog has outside our folders.
    told, component_cache: for calendars, what was published last and what they have in common.
    """

    edition: Edition
    media: Media
    renderer: Renderer
    environment: Environment
    theme: Path
    root: Path
    memo: Memo
    dated: Association
    is_first: bool = True
    seal: Seal | None = None
    members: "Run | None" = None
    has_members_calendar: bool = False
    told: Revisions = NOTHING_KNOWN
    changes: Changes = unknown
    progress: Progress = unheard
    outputs: dict[str, "Planned"] = field(default_factory=dict)
    last: list[Callable[["Run"], Iterable[Output]]] = field(default_factory=list)
    of_all_languages: list["Run"] = field(default_factory=list)
    menu: list[MenuItem] = field(default_factory=list)
    component_cache: ComponentCache = field(default_factory=dict)
    old_addresses: OldAddresses = NONE_OLD
    of_blog: frozenset[str] = frozenset()
    site: Site | None = None
    is_written: bool = False

    def plan(self, outputs: Iterable[Output]) -> None:
        """Announce what a section writes; two outputs for one file are an editor's mistake."""
        for output in map(self.for_its_readers, outputs):
            if output.save_as in self.outputs:
                raise ContentError([clash(self.outputs[output.save_as].output, output)])
            if output.save_as:
                self.outputs[output.save_as] = Planned(output, self)

    def for_its_readers(self, output: Output) -> Output:
        """What is sealed is in no list for the public."""
        if self.seal is None or not isinstance(output, Page):
            return output
        urls = cast(MembersUrls, self.edition.urls)
        opens_at, title = urls.url("MEMBERS") or "", output.shown if urls.tells_title(output.url) else NOTHING
        outside = partial(outside_of, title, opens_at) if output.outside is NOTHING else output.outside
        own = replace(output, menu="MEMBERS", modified=None, is_indexed=False, source="", outside=outside)
        return replace(own, card=None)

    def kept(self, planned: Callable[["Run"], Iterable[Output]], *parts: str) -> tuple[Output, ...]:
        """What `planned` makes of this run with those parts of it and no others (`only`).

        The very outputs of the last build, while all that it is given is the same.
        """
        own = self.only(*parts)
        inputs = (own.edition, own.dated, own.told, own.media.images, own.renderer)
        return self.memo.remembered(lambda: tuple(planned(own)), planned, *inputs)

    def first_pages(self) -> dict[str, str]:
        """Those of the site and of its sections, by their kind."""
        kinds = ("HOME", *(item.kind for item in self.menu if item.kind != "PAGE"))
        return {kind: url for kind in kinds if (url := self.edition.urls.url(kind)) is not None}

    def only(self, *parts: str) -> "Run":
        """parts: as of Edition.only; dated: what calendars tell."""
        edition = self.edition.only(*(part for part in parts if part != DATED))
        dated = self.dated if DATED in parts else self.dated.only()
        return replace(self, edition=edition, dated=dated)

    @property
    def language(self) -> Language:
        return self.edition.language

    @property
    def public(self) -> "Run":
        """That of what everybody reads in the same language."""
        return next(run for run in self.of_all_languages if run.language == self.language)

    @property
    def sites(self) -> tuple[Site, ...]:
        """All that its pages are told of: what is sealed stands in a page of the public."""
        runs = (self, self.public) if self.seal else (self,)
        return tuple(run.site for run in runs if run.site)

    def pages(self) -> tuple[Page, ...]:
        """Of all languages."""
        return tuple(one.output for one in self.outputs.values() if isinstance(one.output, Page))


class Planned(NamedTuple):
    output: Output
    run: Run


def join_languages(runs: Sequence[Run]) -> None:
    """Pages that show the same in several languages, to the same readers, hear of one another."""
    if len(runs) == 1:
        return
    outputs = runs[0].outputs
    found: dict[tuple[str, Subject, bool], dict[Language, str]] = {}
    for output, run in outputs.values():
        if isinstance(output, Page):
            found.setdefault((output.kind, output.subject, bool(run.seal)), {})[run.language] = output.url
    firsts = {run.language: run.first_pages() for run in runs}
    for name, (output, run) in outputs.items():
        if isinstance(output, Page):
            own = translations(output, found[output.kind, output.subject, bool(run.seal)], firsts)
            outputs[name] = Planned(replace(output, translations=own), run)


def translations(
    page: Page, own: Mapping[Language, str], firsts: Mapping[Language, Mapping[str, str]]
) -> tuple[Translation, ...]:
    """Where there is no page of the same, the first of its section; firsts: those, by language and kind."""
    return tuple(
        Translation(language, own[language])
        if language in own
        else Translation(language, pages.get(page.menu, pages.get("HOME", "")), is_same=False)
        for language, pages in firsts.items()
    )


def clash(first: Output, second: Output) -> Problem:
    names = [name_of(output) for output in (first, second)]
    said = sentence(
        '"{second}" and "{first}" would both be written to {file}',
        first=names[0],
        second=names[1],
        file=second.save_as,
    )
    return Problem(
        Place(second.save_as), "same-address", said, sentence("give one of them another slug or id")
    )


def name_of(output: Output) -> str:
    """For the editor: a page whose title the theme has the words for is called by its address."""
    return output.shown().title or f"/{output.url}" if isinstance(output, Page) else output.save_as
