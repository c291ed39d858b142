"""One run of Pelican, in one language: its edition, the plan of its outputs, the means to write them."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from markdown import Markdown

from ..cache import keep, kept
from ..content.load import LoadMemory, remembered
from ..domain.association import Association
from ..domain.knowledge import Glossary
from ..domain.text import Language
from ..exports.calendar_feed import NOTHING_KNOWN, ComponentCache, Revisions
from ..problems import ContentError, Place, Problem, sentence
from ..render.markdown import Links, Renderer
from ..render.templates import prepare
from ..render.urls import page_addresses
from .edition import Edition, edition_of
from .languages import Spoken, spoken
from .loading import LoadedSite, loaded_site
from .machine import cache_folder
from .media import Media, media_of
from .memo import Memo
from .outputs import Output, Page, Subject, Translation
from .settings import MarkdownOptions, languages_of, reviewed
from .site import MenuItem, Site

KEY = "assosite_run"
LOADED = "assosite_loaded"
"""Setting under which a caller that has loaded the site already hands it over."""
PROGRESS = "assosite_progress"
"""Setting under which a caller hands over who is told how far the run is, a Progress."""
MEMO = "assosite_memo"
"""Setting under which a caller hands over the memo of the site that this one is to take the place of."""
TOLD = "assosite_told"
"""Setting under which a caller hands over the revisions that the published calendars tell."""

DATED = "dated"
"""The part of a run that calendars tell of."""

Stage = Literal["pictures", "texts", "outputs"]
Progress = Callable[[Stage, int, int], None]
"""Is told how many are done, of how many."""


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
    outputs: of all runs of the build, by the file they are saved as, and whose they are.
    menu: what the menus lead to, section by section.
    progress: whom the writer tells how far it is.
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
    told: Revisions = NOTHING_KNOWN
    progress: Progress = unheard
    outputs: dict[str, "Planned"] = field(default_factory=dict)
    last: list[Callable[["Run"], Iterable[Output]]] = field(default_factory=list)
    of_all_languages: list["Run"] = field(default_factory=list)
    menu: list[MenuItem] = field(default_factory=list)
    component_cache: ComponentCache = field(default_factory=dict)
    site: Site | None = None
    is_written: bool = False

    def plan(self, outputs: Iterable[Output]) -> None:
        """Announce what a section writes; two outputs for one file are an editor's mistake."""
        for output in outputs:
            if output.save_as in self.outputs:
                raise ContentError([clash(self.outputs[output.save_as].output, output)])
            if output.save_as:
                self.outputs[output.save_as] = Planned(output, self)

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

    def pages(self) -> tuple[Page, ...]:
        """Of all languages."""
        return tuple(one.output for one in self.outputs.values() if isinstance(one.output, Page))


class Planned(NamedTuple):
    output: Output
    run: Run


def join_languages(runs: Sequence[Run]) -> None:
    """Pages that show the same in several languages hear of one another."""
    if len(runs) == 1:
        return
    outputs = runs[0].outputs
    found: dict[tuple[str, Subject], dict[Language, str]] = {}
    for output, run in outputs.values():
        if isinstance(output, Page):
            found.setdefault((output.kind, output.subject), {})[run.language] = output.url
    firsts = {run.language: run.first_pages() for run in runs}
    for name, (output, run) in outputs.items():
        if isinstance(output, Page):
            own = translations(output, found[output.kind, output.subject], firsts)
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


def runs_of(
    context: MutableMapping[str, object], settings: dict[str, object], environment: Environment
) -> tuple[Run, ...]:
    """Those that `context` belongs to, one for each language, begun by the first section that asks."""
    runs = context.get(KEY)
    if not isinstance(runs, tuple):
        context[KEY] = runs = new_runs(settings, environment)
    return runs


def new_runs(settings: dict[str, object], environment: Environment) -> tuple[Run, ...]:
    handed, told = settings.get(LOADED), settings.get(TOLD)
    loaded = handed if isinstance(handed, LoadedSite) else loaded_site(settings)
    progress, memo = progress_of(settings), memo_of(settings)
    media = media_of(loaded, partial(progress, "pictures"))
    revisions = told if isinstance(told, Revisions) else NOTHING_KNOWN
    memo.begin(settings)
    siteurl, outputs = str(settings["SITEURL"]).rstrip("/"), dict[str, Planned]()
    runs: list[Run] = []
    homes: dict[Language, Renderer] = {}
    for own in spoken(loaded.by_language, settings, siteurl):
        run = new_run(loaded, own, media, settings, memo, revisions, environment, homes)
        homes[own.language] = run.renderer
        run.progress, run.outputs, run.of_all_languages = progress, outputs, runs
        runs.append(run)
    return tuple(runs)


def memo_of(settings: Mapping[str, object]) -> Memo:
    memo = settings.get(MEMO)
    return memo if isinstance(memo, Memo) else Memo(Path(str(settings["OUTPUT_PATH"])), lasts=False)


def new_run(
    loaded: LoadedSite,
    own: Spoken,
    media: Media,
    settings: dict[str, object],
    memo: Memo,
    revisions: Revisions,
    environment: Environment,
    homes: Mapping[Language, Renderer],
) -> Run:
    """Of one language. homes: the renderers of all of them, once they are made."""
    edition = edition_of(loaded, own, settings)
    links = Links(page_addresses(own.association, own.urls, loaded.written), media.images)
    options, glossaries = reviewed(settings)["MARKDOWN"], loaded.written.glossaries()
    theme = Path(str(settings["THEME"]))
    calendars = (own.language, edition.uid_domain, edition.now, edition.zone, own.urls, media.images)
    return Run(
        edition,
        media,
        renderer_of(links, own.language, options, edition.memory, homes, glossaries),
        environment_of(environment, settings, theme, own),
        theme,
        loaded.folder.root,
        memo,
        remembered(own.association.dated(), edition.memory, f"dated {own.language}"),
        own.is_first,
        revisions,
        component_cache=memo.remembered(ComponentCache, revisions, *calendars),
    )


def renderer_of(
    links: Links,
    language: Language,
    options: MarkdownOptions,
    memory: LoadMemory,
    homes: Mapping[Language, Renderer],
    glossaries: Mapping[Language, Glossary],
) -> Renderer:
    """That of the last build in this process, while it renders the same: it has most texts already."""
    renderer, known = memory.things.get(("renderer", language), (None, None))
    if isinstance(renderer, Renderer) and known == (links, options, glossaries):
        renderer.begin(homes)
        return renderer
    make = partial(Markdown, **of_bodies(options))
    renderer = Renderer(make(), links, language, make, homes, glossaries)
    memory.things["renderer", language] = (renderer, (links, options, glossaries))
    return renderer


def environment_of(
    environment: Environment, settings: Mapping[str, object], theme: Path, own: Spoken
) -> Environment:
    """Templates with the words of the language. Pelican's own environment speaks the first one."""
    fresh = environment if own.is_first else like(environment, settings)
    prepare(fresh, theme, own.language, languages_of(settings)[0])
    hasten(fresh)
    return fresh


def like(environment: Environment, settings: Mapping[str, object]) -> Environment:
    """Another one as Pelican makes it (pelican/generators.py: Generator.__init__)."""
    options = cast(Mapping[str, Any], settings["JINJA_ENVIRONMENT"])
    fresh = Environment(loader=environment.loader, **options)
    fresh.filters |= environment.filters
    fresh.globals |= environment.globals
    fresh.tests |= environment.tests
    return fresh


def of_bodies(options: MarkdownOptions) -> MarkdownOptions:
    """Without what Pelican adds for its own headers (pelican/readers.py: MarkdownReader.__init__).

    It takes « Attention: … » at the beginning of a text for a field, which nobody would see.
    """
    extensions = [each for each in options["extensions"] if each != "markdown.extensions.meta"]
    return {**options, "extensions": extensions}


def progress_of(settings: Mapping[str, object]) -> Progress:
    progress = settings.get(PROGRESS)
    return progress if callable(progress) else unheard


def hasten(environment: Environment) -> None:
    """Templates do not change during a run, and compile to the same code until they do."""
    environment.auto_reload = False
    environment.optimized = False  # else what filters make of constants would be kept with the code
    environment.bytecode_cache = KeptTemplates(cache_folder(f"templates-{dialect(environment)}"))


class KeptTemplates(BytecodeCache):
    """Compiled templates. Jinja's own folder of them takes for code whatever it finds there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        code = kept(self.folder / bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(self.folder / bucket.key, bucket.bytecode_to_string())


def dialect(environment: Environment) -> str:
    """What the code of a template depends on beside its text, which is all that Jinja's cache looks at."""
    rules = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
    parts = (jinja2.__version__, rules, sorted(environment.extensions), sorted(environment.policies.items()))
    return sha256(repr(parts).encode()).hexdigest()[:12]
