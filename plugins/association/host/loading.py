"""From Pelican's settings to a loaded association, images judged: the same way for `build` and `check`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast
from zoneinfo import ZoneInfo

from ..content.load import ByLanguage, ImageUse, Loaded, LoadMemory, SiteFolder, Unpublishable
from ..content.settings_file import settings_tree
from ..content.site import FOLDERS
from ..domain.addresses import OldAddresses
from ..domain.association import Association
from ..domain.text import Slug
from ..drawings import colours
from ..images.formats import BadImage, Reason
from ..passphrase import VARIABLE, given_passphrase, known_words, passphrase_problems
from ..problems import ContentError, Place, Problem, Sentence, Severity, in_reading_order, sentence
from ..render.assets import LAYERS
from ..render.urls import document_problems, own_files, text_problems
from .blog import blog_of
from .documents import document_settings, named_persons
from .early import Judged, with_early
from .former_addresses import FormerAddresses
from .languages import spoken
from .machine import Clock, keeping_all, now
from .own_style import style_problems
from .settings import PREVIEW, folder_setting, languages_of, reviewed
from .settings_review import ENTRY, SETTINGS_FILE, problems_of
from .site_map import SiteMap
from .unchanged import loaded_again

if TYPE_CHECKING:
    from ..images.reading import Facts

MEMORY = "assosite_memory"
"""Setting under which a caller hands over what this process has loaded before."""
CLOCK = "assosite_clock"
"""Setting under which a caller hands over what tells the moment of the build."""
NAMES_PATHS = tuple("PATH PATHS FILE FILES DIR DIRS FOLDER FOLDERS THEME OVERRIDES TEMPLATE_PAGES".split())
"""What the name of a setting ends in that names files."""
MEMBERS_SECTION = ("MEMBERS_SAVE_AS", "MEMBERS_TEXT_SAVE_AS", "MEMBERS_ATTACHMENT_SAVE_AS")
"""Settings of addresses, none of which may be empty if members are to read what is theirs."""
CONVERT = sentence("save it as JPEG, PNG, WebP or AVIF")
EXPORT_AGAIN = sentence("save it again from your drawing program as a plain SVG, or use a PNG")
REASONS: dict[Reason, tuple[Sentence, Sentence | None]] = {
    Reason.MISSING: (sentence('the image "{path}" does not exist'), None),
    Reason.UNREADABLE: (sentence('the image "{path}" cannot be read'), None),
    Reason.TOO_HEAVY: (
        sentence('the image "{path}" weighs {megabytes} MB; the limit is {limit} MB'),
        sentence("make it smaller: 1600 pixels wide is enough"),
    ),
    Reason.NOT_AN_IMAGE: (sentence('"{path}" is not an image'), CONVERT),
    Reason.FORMAT: (sentence('the image "{path}" is in the format {format}'), CONVERT),
    Reason.VECTOR: (
        sentence('the image "{path}" is an SVG; only logos may be'),
        sentence("put it in content/images/logos, or save it as PNG"),
    ),
    Reason.EXTENSION: (
        sentence('the image "{path}" ends in {extension} but is a {format}'),
        sentence("give the file the extension of its format"),
    ),
    Reason.BROKEN: (sentence('the image "{path}" is damaged or cut short'), sentence("send the file again")),
    Reason.TOO_MANY_PIXELS: (
        sentence('the image "{path}" has {megapixels} megapixels; the limit is {limit}'),
        sentence("make it smaller: 1600 pixels wide is enough"),
    ),
    Reason.SIDE_TOO_LONG: (
        sentence('the image "{path}" measures {width} × {height} pixels; no side may pass {limit}'),
        sentence("make it smaller: 1600 pixels wide is enough"),
    ),
    Reason.SVG_BROKEN: (sentence('the drawing "{path}" is not valid SVG at its line {line}'), EXPORT_AGAIN),
    Reason.SVG_ENTITIES: (
        sentence('the drawing "{path}" declares at its line {line} an entity made of others, or too long'),
        EXPORT_AGAIN,
    ),
    Reason.SVG_LINKED_IMAGE: (
        sentence('the drawing "{path}" shows a picture that is not in it: "{address}"'),
        sentence("embed the picture in the drawing, or save the whole as a PNG"),
    ),
    Reason.SVG_IMAGE: (
        sentence('the drawing "{path}" holds a picture that is no JPEG, PNG, WebP or AVIF, or is damaged'),
        sentence("take it out, or save the whole as a PNG"),
    ),
    Reason.SVG_ROOT: (sentence('"{path}" is not a drawing: it begins with <{root}>'), EXPORT_AGAIN),
    Reason.SVG_TOO_COMPLEX: (sentence('the drawing "{path}" is too complex for a logo'), EXPORT_AGAIN),
    Reason.SVG_SIZE: (
        sentence('the drawing "{path}" says neither viewBox nor width and height'),
        EXPORT_AGAIN,
    ),
    Reason.SVG_EMPTY: (
        sentence('nothing is left of the drawing "{path}" once it is made safe'),
        EXPORT_AGAIN,
    ),
}


class ForMembers(NamedTuple):
    """How much there is that only members read; a translation is a text like any other."""

    texts: int
    meetings: int
    documents: int
    images: int


@dataclass(frozen=True, slots=True)
class LoadedSite:
    """written: every version of every text; by_language: the association in each, the first language first.

    images, places: facts about every image in use and where it is used, by path below content/.

    documents: other files that are published as they are.
    reserved…: as in Loaded; members_images: facts about those that only members see.
    member_lines: on which line of its file the entry of each member begins.
    early: texts that a preview shows before their time, by path: the day, None of drafts.
    """

    folder: SiteFolder
    written: Association
    by_language: ByLanguage
    images: Mapping[str, Facts]
    places: Mapping[str, Place]
    documents: frozenset[str]
    member_lines: Mapping[Slug, int]
    reserved: Association
    reserved_by_language: ByLanguage
    members_images: Mapping[str, Facts]
    members_documents: Mapping[str, tuple[Place, ...]]
    members_texts: Mapping[str, Place]
    titles_shown: frozenset[str]
    of_blog: frozenset[str]
    old_addresses: OldAddresses
    warnings: tuple[Problem, ...]
    early: Mapping[str, date | None]

    @property
    def for_members(self) -> ForMembers:
        meetings = sum(len(commission.meetings) for commission in self.reserved.commissions)
        documents, images = len(self.members_documents), len(self.members_images)
        return ForMembers(len(self.members_texts), meetings, documents, images)

    @property
    def association(self) -> Association:
        """In the first language."""
        return self.by_language[self.folder.language]

    @property
    def association_of_members(self) -> Association:
        """What only members read, in the first language."""
        return self.reserved_by_language[self.folder.language]


def load_site(settings: Mapping[str, object]) -> LoadedSite:
    """For `check`; ContentError when it cannot be published."""
    return loaded_site(settings, decoding=True)


@keeping_all()
def loaded_site(settings: Mapping[str, object], decoding: bool = False) -> LoadedSite:
    """`decoding` finds pictures that are cut short, which a build finds when it makes their renditions."""
    folder = site_folder(settings)
    memory = memory_of(settings) or LoadMemory()
    found = judged(folder, memory, settings, decoding)
    if settings.get(PREVIEW):
        early = memory.of_early()
        found = with_early(found, folder, lambda folder: judged(folder, early, settings, decoding))
    loaded, images, members_images, warnings, old = found
    places = {use.path: use.place for use in reversed((*loaded.images, *loaded.members_images))}
    return LoadedSite(
        folder,
        loaded.written,
        loaded.by_language,
        images,
        places,
        loaded.documents,
        loaded.member_lines,
        loaded.reserved,
        loaded.reserved_by_language,
        {path: facts for path, facts in members_images.items() if path not in images},
        loaded.members_documents,
        loaded.members_texts,
        loaded.titles_shown,
        loaded.of_blog,
        old,
        warnings,
        loaded.waiting if settings.get(PREVIEW) else {},
    )


def judged(folder: SiteFolder, memory: LoadMemory, settings: Mapping[str, object], decoding: bool) -> Judged:
    problems = [*problems_of(settings), *theme_problems(settings), *accent_problems(folder)]
    problems += style_problems(folder.content)
    try:
        loaded = loaded_again(folder, memory, settings, partial(map_of, folder, settings))
    except Unpublishable as error:
        tuple(measured(folder.content, error.images, memory, problems, decoding))
        raise ContentError([*error.problems, *problems]) from None
    images = dict(measured(folder.content, loaded.images, memory, problems, decoding))
    members_images = dict(measured(folder.content, loaded.members_images, memory, problems, decoding))
    problems += members_problems(loaded, folder, settings)
    problems += address_problems(loaded, settings, folder.content.name)
    old = old_addresses(loaded, folder, settings, problems)
    own = tuple(problem for problem in problems if problem.severity is Severity.WARNING)
    warnings = in_reading_order((*own, *loaded.warnings, *named_persons(folder, loaded, memory)))
    if len(own) < len(problems):
        raise ContentError([*(problem for problem in problems if problem not in own), *warnings])
    return Judged(loaded, images, members_images, warnings, old)


def members_problems(loaded: Loaded, folder: SiteFolder, settings: Mapping[str, object]) -> Iterator[Problem]:
    """What is for members only is left out without passphrase or section; a meeting is missed by nobody."""
    association, given, missing = loaded.association, given_passphrase(), switched_off(settings)
    if given and association.keeps_for_members:
        yield from passphrase_problems(given, known_words(association, folder.url), folder.language)
    if (given and not missing) or not loaded.members_texts:
        return
    place, count = loaded.members_texts[min(loaded.members_texts)], len(loaded.members_texts)
    said, hint = without_section(missing, count) if missing else without_passphrase(count)
    yield Problem(place, "members-left-out", said, hint, Severity.WARNING)


def without_passphrase(count: int) -> tuple[Sentence, Sentence]:
    return sentence(
        "texts for members only are left out, for {variable} is not set: {count}",
        variable=VARIABLE,
        count=count,
    ), sentence(
        "give the passphrase of the members to the build that publishes; {command} proposes one",
        command="python3 tasks.py passphrase",
    )


def switched_off(settings: Mapping[str, object]) -> str:
    """The setting without which the members' section cannot be; '' where there is all it takes."""
    return next((name for name in MEMBERS_SECTION if not settings[name]), "")


def without_section(setting: str, count: int) -> tuple[Sentence, Sentence]:
    return sentence(
        "texts for members only are left out, for {setting} is empty: {count}",
        setting=setting,
        count=count,
    ), sentence("take that setting out, and the members' section is there again")


def address_problems(loaded: Loaded, settings: Mapping[str, object], content: str) -> Iterator[Problem]:
    """Of what is written, at addresses that the site has in one of its languages."""
    every = spoken(loaded.by_language, settings)
    own = frozenset(file for each in every for file in own_files(each.urls, each.association))
    for each in every:
        yield from text_problems(each.association, each.urls, own, content)
    yield from document_problems(loaded.documents, own, content)


def old_addresses(
    loaded: Loaded, folder: SiteFolder, settings: Mapping[str, object], problems: list[Problem]
) -> OldAddresses:
    """What is wrong with them goes to `problems`."""
    known = map_of(folder, settings, loaded.by_language, loaded.coming_slugs)
    former = FormerAddresses(known, loaded.documents)
    found = former.all(loaded.aliases, reviewed(settings)["ALIASES"])
    problems += former.problems
    return found


def map_of(
    folder: SiteFolder, settings: Mapping[str, object], by_language: ByLanguage, waiting: Mapping[str, Slug]
) -> SiteMap:
    return SiteMap(spoken(by_language, settings), folder, settings, waiting)


def memory_of(settings: Mapping[str, object]) -> LoadMemory | None:
    memory = settings.get(MEMORY)
    return memory if isinstance(memory, LoadMemory) else None


def clock_of(settings: Mapping[str, object]) -> Clock:
    clock = settings.get(CLOCK)
    return cast(Clock, clock) if callable(clock) else now


def site_folder(settings: Mapping[str, object]) -> SiteFolder:
    content = Path(str(settings["PATH"]))
    root = content.parent
    zone, own = zone_of(settings), reviewed(settings)
    return SiteFolder(
        root=root,
        content=content,
        members=root / str(settings["MEMBERS_FILE"]),
        commissions=root / str(settings["COMMISSIONS_FILE"]),
        settings_file=str(settings.get(ENTRY, SETTINGS_FILE)),
        identity=settings["ASSOCIATION"],
        language=str(settings["DEFAULT_LANG"]),
        languages=languages_of(settings),
        zone=zone,
        now=clock_of(settings)(zone),
        sections={section: str(settings[folder_setting(section)]) for section in FOLDERS},
        territory=str(settings["TERRITORY_FILE"]),
        holidays_country=own["HOLIDAYS_COUNTRY"],
        uid_domain=str(settings["CALENDAR_UID_DOMAIN"]),
        url=str(settings.get("SITEURL") or "").rstrip("/"),
        copied=tuple(map(str, own["STATIC_PATHS"])),
        named=tuple(named_paths(settings, content)),
        blog=blog_of(settings),
        **document_settings(settings),
    )


def named_paths(settings: Mapping[str, object], content: Path) -> Iterator[str]:
    """Below content, what settings name for Pelican, a theme or a plugin of others."""
    for name, value in settings.items():
        if name.endswith(NAMES_PATHS) and name not in ("PATH", *map(folder_setting, FOLDERS)):
            values = (value,) if isinstance(value, str | Path) else value
            if isinstance(values, list | tuple | dict):
                yield from (path for each in values for path in path_below(each, content))


def path_below(named: object, content: Path) -> Iterator[str]:
    """From content or from the folder of the site; nothing for content itself, or for what is elsewhere."""
    if not isinstance(named, str | Path) or not str(named):
        return
    for each in dict.fromkeys(os.path.normpath(base / named) for base in (content, content.parent)):
        found = Path(each)
        if found != content and found.is_relative_to(content) and os.path.lexists(found):
            yield found.relative_to(content).as_posix()


def zone_of(settings: Mapping[str, object]) -> ZoneInfo:
    return ZoneInfo(str(settings["TIMEZONE"]))


def theme_problems(settings: Mapping[str, object]) -> Iterator[Problem]:
    """A theme without its style sheets cannot be written; without a template, it says so page by page."""
    theme = Path(str(settings["THEME"]))
    for layer in LAYERS:
        try:
            (theme / "css" / f"{layer}.css").read_text("utf-8")
        except (OSError, ValueError):
            said = sentence(
                'the theme "{name}" has no {part} that can be read', name=theme.name, part=f"css/{layer}.css"
            )
            yield Problem(Place(SETTINGS_FILE), "theme", said)


def measured(
    content: Path, uses: Iterable[ImageUse], memory: LoadMemory, problems: list[Problem], decoding: bool
) -> Iterator[tuple[str, Facts]]:
    """Facts of every image in use; what is wrong with one goes to `problems`."""
    for use in uses:
        from ..images.reading import decode, inspect  # only where there is one: Pillow is large

        try:
            path, as_logo = content / use.path, use.path.startswith("images/logos/")
            facts = memory.of_file(path, inspect, partial(inspect, path, as_logo))
            if decoding:
                decode(path)
            yield use.path, facts
        except BadImage as bad:
            problems.append(image_problem(use.place, use.path, bad))


def accent_problems(folder: SiteFolder) -> Iterator[Problem]:
    """An accent that no page shows as it is."""
    seed = folder.identity.get("accent") if isinstance(folder.identity, Mapping) else None
    if not isinstance(seed, str) or not colours.is_colour(seed) or colours.is_usable(seed):
        return
    place = settings_tree(folder.identity, folder.root, folder.settings_file).data.place("accent")
    said = sentence(
        'the accent "{seed}" is hard to read on light and on dark pages alike; shades of it take its place',
        seed=seed,
    )
    hint = sentence('the nearest that can be used as it is: "{near}"', near=colours.nearest_usable(seed))
    yield Problem(place, "accent", said, hint, Severity.WARNING)


def image_problem(place: Place, path: str, bad: BadImage) -> Problem:
    message, hint = REASONS[bad.reason]
    return Problem(place, "bad-image", message.filled(path=path, **bad.values), hint)
