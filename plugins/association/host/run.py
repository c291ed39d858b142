"""One run of Pelican: the edition it publishes, the plan of its outputs, the means to write them."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Literal

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from markdown import Markdown

from ..cache import keep, kept
from ..content.load import LoadMemory, remembered
from ..domain.association import Association
from ..domain.text import Language
from ..exports.calendar_feed import NOTHING_KNOWN, ComponentCache, Revisions
from ..problems import ContentError, Place, Problem, sentence
from ..render.markdown import Links, Renderer
from ..render.templates import prepare
from ..render.urls import Urls, page_addresses
from .edition import Edition, edition_of
from .loading import LoadedSite, loaded_site
from .machine import cache_folder
from .media import Media, media_of
from .memo import Memo
from .outputs import Output, Page
from .settings import MarkdownOptions, reviewed
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
    outputs: by the file they are saved as; menu: what the menus lead to, section by section.
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
    told: Revisions = NOTHING_KNOWN
    progress: Progress = unheard
    outputs: dict[str, Output] = field(default_factory=dict)
    last: list[Callable[["Run"], Iterable[Output]]] = field(default_factory=list)
    menu: list[MenuItem] = field(default_factory=list)
    component_cache: ComponentCache = field(default_factory=dict)
    site: Site | None = None
    is_written: bool = False

    def plan(self, outputs: Iterable[Output]) -> None:
        """Announce what a section writes; two outputs for one file are an editor's mistake."""
        for output in outputs:
            if output.save_as in self.outputs:
                raise ContentError([clash(self.outputs[output.save_as], output)])
            if output.save_as:
                self.outputs[output.save_as] = output

    def kept(self, planned: Callable[["Run"], Iterable[Output]], *parts: str) -> tuple[Output, ...]:
        """What `planned` makes of this run with those parts of it and no others (`only`).

        The very outputs of the last build, while all that it is given is the same.
        """
        own = self.only(*parts)
        inputs = (own.edition, own.dated, own.told, own.media.images, own.renderer)
        return self.memo.remembered(lambda: tuple(planned(own)), planned, *inputs)

    def only(self, *parts: str) -> "Run":
        """parts: as of Edition.only; dated: what calendars tell."""
        edition = self.edition.only(*(part for part in parts if part != DATED))
        dated = self.dated if DATED in parts else self.dated.only()
        return replace(self, edition=edition, dated=dated)

    def pages(self) -> tuple[Page, ...]:
        return tuple(output for output in self.outputs.values() if isinstance(output, Page))


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
    return output.shown().title if isinstance(output, Page) else output.save_as


def run_of(
    context: MutableMapping[str, object], settings: dict[str, object], environment: Environment
) -> Run:
    """The run that `context` belongs to, begun by the first section that asks."""
    run = context.get(KEY)
    if not isinstance(run, Run):
        context[KEY] = run = new_run(settings, environment)
    return run


def new_run(settings: dict[str, object], environment: Environment) -> Run:
    handed, told = settings.get(LOADED), settings.get(TOLD)
    loaded = handed if isinstance(handed, LoadedSite) else loaded_site(settings)
    urls = Urls(settings, str(settings["SITEURL"]).rstrip("/"))
    edition = edition_of(loaded, urls, settings)
    progress = progress_of(settings)
    media = media_of(loaded, partial(progress, "pictures"))
    links = Links(page_addresses(loaded.association, urls), media.images)
    renderer = renderer_of(links, edition.language, reviewed(settings)["MARKDOWN"], edition.memory)
    theme = Path(str(settings["THEME"]))
    prepare(environment, theme, edition.language)
    hasten(environment)
    revisions = told if isinstance(told, Revisions) else NOTHING_KNOWN
    memo = settings.get(MEMO)
    if not isinstance(memo, Memo):
        memo = Memo(Path(str(settings["OUTPUT_PATH"])), lasts=False)
    memo.begin(settings)
    calendars = (edition.language, edition.uid_domain, edition.now, edition.zone, urls, media.images)
    return Run(
        edition,
        media,
        renderer,
        environment,
        theme,
        loaded.folder.root,
        memo,
        remembered(edition.association.dated(), edition.memory, "dated"),
        revisions,
        progress,
        component_cache=memo.remembered(ComponentCache, revisions, *calendars),
    )


def renderer_of(links: Links, language: Language, options: MarkdownOptions, memory: LoadMemory) -> Renderer:
    """That of the last build in this process, while it renders the same: it has most texts already."""
    renderer, known = memory.things.get(("renderer",), (None, None))
    if isinstance(renderer, Renderer) and known == (links, language, options):
        renderer.begin()
        return renderer
    renderer = Renderer(Markdown(**of_bodies(options)), links, language)
    memory.things["renderer",] = (renderer, (links, language, options))
    return renderer


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
