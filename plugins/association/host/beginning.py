"""How runs begin: from Pelican's settings and the loaded site, one in each language."""

import logging
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

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
from ..render.assets import PublishedImage
from ..render.markdown import Links, Renderer
from ..render.templates import prepare
from ..render.urls import NAMES_FILES, page_addresses
from ..sealing import Seal
from .early import marks_of
from .edition import edition_of
from .languages import Spoken, spoken
from .loading import LoadedSite, loaded_site
from .machine import cache_folder
from .media import Media, media_of
from .members_only import SealedMedia, members_urls, open_addresses, seal_for, sealed_media
from .memo import Memo
from .run import Changes, Planned, Progress, Run, unheard, unknown
from .settings import CHANGES, PREVIEW, MarkdownOptions, languages_of, reviewed
from .site_map import names

KEY = "assosite_run"
LOADED = "assosite_loaded"
"""Setting under which a caller that has loaded the site already hands it over."""
PROGRESS = "assosite_progress"
"""Setting under which a caller hands over who is told how far the run is, a Progress."""
MEMO = "assosite_memo"
"""Setting under which a caller hands over the memo of the site that this one is to take the place of."""
TOLD = "assosite_told"
"""Setting under which a caller hands over the revisions that the published calendars tell."""


def runs_of(
    context: MutableMapping[str, object], settings: dict[str, object], environment: Environment
) -> tuple[Run, ...]:
    """Those that `context` belongs to, one for each language, begun by the first section that asks."""
    runs = context.get(KEY)
    if not isinstance(runs, tuple):
        handed = settings.get(LOADED)
        loaded = handed if isinstance(handed, LoadedSite) else loaded_by_pelican(settings)
        context[KEY] = runs = new_runs(loaded, settings, environment)
        withhold(loaded.of_blog, context)
    return runs


def withhold(sources: Iterable[str], context: Mapping[str, object]) -> None:
    """From whoever copies STATIC_PATHS, which may name the folders of a blog: not how its texts are written.

    As Pelican's own generators do (pelican/generators.py: _add_failed_source_path).
    """
    known = context.get("generated_content")
    if isinstance(known, MutableMapping):
        known.update(dict.fromkeys(sources))


def new_runs(loaded: LoadedSite, settings: dict[str, object], environment: Environment) -> tuple[Run, ...]:
    told = settings.get(TOLD)
    progress, memo = progress_of(settings), memo_of(settings)
    media = media_of(loaded, partial(progress, "pictures"))
    revisions = told if isinstance(told, Revisions) else NOTHING_KNOWN
    memo.begin(settings)
    seal = seal_for(loaded, settings)
    siteurl, outputs = str(settings["SITEURL"]).rstrip("/"), dict[str, Planned]()
    runs: list[Run] = []
    homes: dict[Language, Renderer] = {}
    for own in spoken(loaded.by_language, settings, siteurl):
        run = new_run(loaded, own, seal, media, settings, memo, revisions, environment, homes)
        homes[own.language] = run.renderer
        run.progress, run.outputs, run.of_all_languages = progress, outputs, runs
        runs.append(run)
    if seal:
        add_members(runs, loaded, seal, settings)
    if settings.get(PREVIEW):
        memo.marks = marks_of(runs, loaded.written, loaded.reserved, loaded.early)
    return tuple(runs)


def loaded_by_pelican(settings: Mapping[str, object]) -> LoadedSite:
    """By a run of `pelican` itself, which tells warnings as it tells its own."""
    loaded = loaded_site(settings)
    for warning in loaded.warnings:
        logging.getLogger(__name__).warning("%s", warning.line_of_text())
    return loaded


def add_members(runs: Sequence[Run], loaded: LoadedSite, seal: Seal, settings: dict[str, object]) -> None:
    """To each run the one of what only members read."""
    private = sealed_media(loaded, seal, runs[0].edition.urls)
    homes: dict[Language, Renderer] = {}
    for run in runs:
        run.members = members_run(run, loaded, seal, private, settings, homes)
        homes[run.language] = run.members.renderer


def members_run(
    public: Run,
    loaded: LoadedSite,
    seal: Seal,
    private: SealedMedia,
    settings: dict[str, object],
    homes: Mapping[Language, Renderer],
) -> Run:
    """Like that of the public, with other texts at other addresses.

    Templates of its own too: they keep what pages of one site have in common (render/templates.py).
    """
    language = public.language
    association = introduced(loaded.reserved_by_language[language], public.edition.association)
    urls = members_urls(public.edition.urls, seal, association, loaded.titles_shown)
    own = Spoken(language, association, urls, public.is_first)
    edition = edition_of(loaded, own, settings, "members")
    pages = {**page_addresses(association, urls, loaded.reserved), **private.documents}
    links = with_more(public.renderer.links, pages, private.images)
    options, glossaries = reviewed(settings)["MARKDOWN"], loaded.written.glossaries()
    renderer = renderer_of(links, language, options, edition.memory, homes, glossaries, "members")
    return replace(
        public,
        edition=edition,
        media=Media(links.images, private.files, private.attachments),
        renderer=renderer,
        environment=spoken_in(language, like(public.environment, settings), settings),
        dated=association.dated(),
        seal=seal,
        has_members_calendar=settings["MEMBERS_CALENDAR"] is True,
        told=NOTHING_KNOWN,
        component_cache={},
    )


def with_more(public: Links, pages: Mapping[str, str], images: Mapping[str, PublishedImage]) -> Links:
    return replace(public, pages={**public.pages, **pages}, images={**public.images, **images})


def introduced(reserved: Association, public: Association) -> Association:
    """With the public text that introduces the section."""
    intro = public.introducing("MEMBERS")
    return replace(reserved, pages=(*reserved.pages, intro)) if intro else reserved


def memo_of(settings: Mapping[str, object]) -> Memo:
    memo = settings.get(MEMO)
    return memo if isinstance(memo, Memo) else Memo(Path(str(settings["OUTPUT_PATH"])), lasts=False)


def new_run(
    loaded: LoadedSite,
    own: Spoken,
    seal: Seal | None,
    media: Media,
    settings: dict[str, object],
    memo: Memo,
    revisions: Revisions,
    environment: Environment,
    homes: Mapping[Language, Renderer],
) -> Run:
    """Of one language. homes: the renderers of all of them, once they are made."""
    edition = edition_of(loaded, own, settings)
    pages = page_addresses(own.association, own.urls, loaded.written)
    links = Links({**pages, **open_addresses(loaded, own, seal)}, media.images, *naming(settings))
    options, glossaries = reviewed(settings)["MARKDOWN"], loaded.written.glossaries()
    theme = Path(str(settings["THEME"]))
    calendars = (own.language, edition.uid_domain, edition.now, edition.zone, own.urls, media.images)
    return Run(
        edition,
        media,
        renderer_of(links, own.language, options, edition.memory, homes, glossaries),
        spoken_in(own.language, environment if own.is_first else like(environment, settings), settings),
        theme,
        loaded.folder.root,
        memo,
        remembered(own.association.dated(), edition.memory, f"dated {own.language}"),
        own.is_first,
        told=revisions,
        changes=cast(Changes, settings.get(CHANGES, unknown)),
        component_cache=memo.remembered(ComponentCache, revisions, *calendars),
        old_addresses=loaded.old_addresses,
        of_blog=loaded.of_blog,
    )


def naming(settings: Mapping[str, object]) -> tuple[bool, tuple[str, ...]]:
    """Whether links of texts name files, and where they do not."""
    return bool(settings.get(NAMES_FILES)), names(settings, "PUBLISH_KEEP")


def renderer_of(
    links: Links,
    language: Language,
    options: MarkdownOptions,
    memory: LoadMemory,
    homes: Mapping[Language, Renderer],
    glossaries: Mapping[Language, Glossary],
    view: str = "",
) -> Renderer:
    """That of the last build in this process, while it renders the same: it has most texts already."""
    renderer, known = memory.things.get(("renderer", language, view), (None, None))
    if isinstance(renderer, Renderer) and known == (links, options, glossaries):
        renderer.begin(homes)
        return renderer
    make = partial(Markdown, **of_bodies(options))
    renderer = Renderer(make(), links, language, make, homes, glossaries)
    memory.things["renderer", language, view] = (renderer, (links, options, glossaries))
    return renderer


def spoken_in(language: Language, environment: Environment, settings: Mapping[str, object]) -> Environment:
    """Templates with the words of the language. Pelican's own environment speaks the first one."""
    prepare(environment, Path(str(settings["THEME"])), language, languages_of(settings)[0])
    hasten(environment)
    return environment


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
