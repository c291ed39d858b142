"""What is wrong with the settings of a site, each mistake at the line where its setting is written.

A setting that means nothing is told and then left out, as if it had not been written: so the
mistakes of the content can be told in the same run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType

from ..content.settings_file import Writings, writings
from ..problems import ContentError, Place, Problem, Severity, sentence, shown
from ..program import THEMES, is_programs_theme
from ..render.urls import URLS, file_of, usual_address
from . import regional_settings as regional
from . import setting_kinds as kinds
from .address_settings import addresses_by_language, blanks, map_tiles, page_address, site_address
from .alias_settings import old_patterns
from .documents import document_kinds, yes_or_no
from .other_plugins import needed
from .setting_kinds import Ground, Kind, SettingFault
from .settings import DEFAULTS, pelicans_defaults
from .web_editor_settings import web_editor

Settings = dict[str, object]

SETTINGS_FILE, PRODUCTION_FILE = "pelicanconf.py", "publishconf.py"
PROBLEMS = "assosite_settings_problems"
"""Setting under which what is wrong with the others is handed over."""
ENTRY = "assosite_settings_file"
"""Setting that names the file the settings were read from."""
INHERITED = ("SITENAME", "TIMEZONE", "PLUGINS", "ASSOCIATION")
"""Settings that no site does without, and that publishconf.py takes over from pelicanconf.py."""
ALIKE = 0.85

STOPGAPS: Settings = {"TIMEZONE": "UTC", "PLUGINS": ["association"]}
"""In the place of what no site does without, until it is mended."""

OWN: Mapping[str, Kind] = {
    "SITENAME": kinds.line,
    "SITEURL": site_address,
    "PATH": kinds.folder_of_texts,
    "TIMEZONE": regional.zone,
    "DEFAULT_LANG": regional.main_language,
    "LANGUAGES": regional.languages,
    "LANGUAGE_ADDRESSES": addresses_by_language,
    "THEME": kinds.theme,
    "THEME_TEMPLATES_OVERRIDES": kinds.folders,
    "PLUGINS": kinds.plugins,
    "PLUGIN_PATHS": kinds.texts,
    "ASSOCIATION": kinds.anything,  # judged part by part, with the content
    "MEMBERS_FILE": kinds.file_beside,
    "COMMISSIONS_FILE": kinds.file_beside,
    **dict.fromkeys((name for name in DEFAULTS if name.endswith("_FOLDER")), kinds.folder_within),
    "TERRITORY_FILE": kinds.file_within,
    "MAP_TILES": map_tiles,
    "WEB_EDITOR": web_editor,
    "STATIC_PATHS": kinds.texts,
    "DOCUMENT_KINDS": document_kinds,
    "PUBLISH_UNLINKED_DOCUMENTS": yes_or_no,
    "SOCIAL_CARDS": yes_or_no,
    "ALIASES": old_patterns,
    "RELATIVE_INDEX": yes_or_no,
    "MEMBERS_CALENDAR": yes_or_no,
    "DIRECT_TEMPLATES": kinds.direct_templates,
    "TEMPLATE_PAGES": kinds.template_pages,
    "EXTRA_PATH_METADATA": kinds.mapping_of_mappings,
    "DEFAULT_PAGINATION": kinds.count_or_default,
    "MEMBERS_PER_PAGE": kinds.count,
    "CURRENCY": regional.currency,
    "HOLIDAYS_COUNTRY": regional.country,
    "CALENDAR_UID_DOMAIN": regional.uid_domain,
    "MARKDOWN": kinds.markdown_options,
    "JINJA_ENVIRONMENT": kinds.jinja_options,
    "OUTPUT_PATH": kinds.path,
    "CACHE_PATH": kinds.path,
    "PUBLISH_RSYNC": kinds.line_or_nothing,
    "PUBLISH_BRANCH": kinds.line,
    "PUBLISH_REMOTE": kinds.line,
    "PUBLISH_KEEP": kinds.names,
    **{f"{kind}_{part}": page_address for kind in URLS for part in ("URL", "SAVE_AS")},
}
"""Settings of ours, and those of Pelican that the program relies on."""
PAIRS = frozenset({"LOG_FILTER"})
"""Lists of pairs, empty by default."""
LEFT_ALONE = frozenset({"LOCALE"})
"""Imposed by the commands, whatever the file says."""
OTHERS_OF_PELICAN = frozenset(
    "TAGS_URL TAGS_SAVE_AS CATEGORIES_URL CATEGORIES_SAVE_AS AUTHORS_URL AUTHORS_SAVE_AS ARCHIVES_URL"
    " ARCHIVES_SAVE_AS INDEX_URL FEED_DOMAIN FEED_ATOM FEED_RSS FEED_ALL_RSS TAG_FEED_ATOM TAG_FEED_RSS"
    " CATEGORY_FEED_RSS TRANSLATION_FEED_RSS DEFAULT_DATE AUTHOR SITESUBTITLE PLUGIN_PATH"
    " MD_EXTENSIONS".split()
)
"""Known, but without a default."""


@dataclass(frozen=True, slots=True)
class Review:
    """settings: those that mean something."""

    settings: Settings
    problems: tuple[Problem, ...]


def review(written: Settings, root: Path, entry: Path) -> Review:
    """written: all that the file `entry` says; root: the folder of the site."""
    where = SettingPlaces(root, {**writings(root / SETTINGS_FILE), **writings(entry)}, entry)
    ground, kept, problems = ground_of(written, root), dict(written), []
    for name, value in written.items():
        found = tuple(mistakes(name, value, ground))
        problems += [problem(mistake, where.place(name)) for mistake in found]
        if any(mistake.severity is Severity.ERROR for mistake in found):
            del kept[name]
    problems += [*misspelt(written, where), *lacking(written, where)]
    problems += [*two_first_languages(kept, where), *addresses_of_no_language(kept, where)]
    problems += two_pages_in_one_file(kept, where)
    if isinstance(plugins := kept.get("PLUGINS"), list | tuple):
        kept["PLUGINS"] = needed(plugins, root)
    return Review({**STOPGAPS, **kept}, tuple(problems))


def refuse(settings: Mapping[str, object]) -> None:
    """For commands that cannot go on with other settings than those that were meant."""
    problems = problems_of(settings)
    if any(found.severity is Severity.ERROR for found in problems):
        raise ContentError(problems)


def problems_of(settings: Mapping[str, object]) -> tuple[Problem, ...]:
    found = settings.get(PROBLEMS, ())
    return found if isinstance(found, tuple) else ()


@dataclass(frozen=True, slots=True)
class SettingPlaces:
    root: Path
    writings: Writings
    entry: Path

    def place(self, name: str) -> Place:
        """Where a setting is written; of one that is not, the file where it belongs."""
        if name in self.writings:
            return self.writings[name].place(self.root)
        usual = self.root / SETTINGS_FILE
        return Place(SETTINGS_FILE if usual.is_file() else self.entry.name)


def problem(mistake: SettingFault, place: Place) -> Problem:
    return Problem(place, mistake.code, mistake.said, mistake.hint, mistake.severity)


def ground_of(settings: Settings, root: Path) -> Ground:
    usual = Ground(root, root / "content")
    path = settings.get("PATH", "content")
    is_path = not any(kinds.path("PATH", path, usual))
    content = root / path if is_path and isinstance(path, str | Path) else usual.content
    catalogues = catalogues_of(settings.get("THEME"), root)
    if catalogues is None:
        return Ground(root, content)
    return Ground(root, content, frozenset({"fr", *catalogues}), unsaid(catalogues))


def catalogues_of(named: object, root: Path) -> dict[str, Path] | None:
    """What a theme of the program is translated to; a site's own theme says what it likes."""
    name = named if isinstance(named, str) else "parvis"
    if any(kinds.path("THEME", name, Ground(root, root))) or is_own(root / name, root):
        return None
    folder = THEMES / Path(name).name / "translations"
    translated = folder.glob("*/LC_MESSAGES/*.mo") if folder.is_dir() else ()
    return {catalogue.parent.parent.name: catalogue for catalogue in translated}


def unsaid(catalogues: Mapping[str, Path]) -> dict[str, tuple[int, int]]:
    """How many sentences fewer than the fullest a catalogue has, and how many that has."""
    numbers = {language: sentences_in(catalogue) for language, catalogue in catalogues.items()}
    most = max(numbers.values(), default=0)
    return {language: (most - number, most) for language, number in numbers.items() if number < most}


def sentences_in(catalogue: Path) -> int:
    """Translated ones, as the file itself counts them (gettext, "The Format of GNU MO Files")."""
    with catalogue.open("rb") as file:
        return int.from_bytes(file.read(12)[8:], "little")


def is_own(theme: Path, root: Path) -> bool:
    return theme.is_dir() and not is_programs_theme(theme)


def mistakes(name: str, value: object, ground: Ground) -> Iterator[SettingFault]:
    kind = OWN.get(name) or kind_of_default(name)
    return kind(name, value, ground) if name not in LEFT_ALONE else iter(())


def kind_of_default(name: str) -> Kind:
    """Of Pelican's other settings only the form is judged, by that of the default."""
    if name.endswith(("_REGEX", "FILENAME_METADATA")):
        return kinds.pattern
    match DEFAULTS[name] if name in DEFAULTS else pelicans_defaults().get(name):
        case bool():
            return kinds.yes_or_no
        case str():
            return kinds.text_or_off
        case [tuple(), *_]:
            return kinds.sequence
        case list():
            return kinds.sequence if name in PAIRS else kinds.texts
        case dict():
            return kinds.mapping
    return kinds.anything


def forgotten(written: Settings, root: Path) -> tuple[Problem, ...]:
    """publishconf.py says only what changes: without its import, the rest of pelicanconf.py would be lost."""
    usual = writings(root / SETTINGS_FILE)
    if not any(name in usual and name not in written for name in INHERITED):
        return ()
    said = sentence('found none of the settings of "{file}" here', file=SETTINGS_FILE)
    hint = sentence('write "{better}" at the top', better="from pelicanconf import *")
    return (Problem(Place(PRODUCTION_FILE), "settings", said, hint),)


def misspelt(settings: Settings, where: SettingPlaces) -> Iterator[Problem]:
    """Names that nobody knows and that are nearly one of ours, unless that one is written as well."""
    for name, writing in where.writings.items():
        near = meant(name, settings)
        if near:
            said = sentence('unknown setting "{name}"', name=name)
            yield Problem(
                writing.place(where.root),
                "unknown-setting",
                said,
                sentence('did you mean "{near}"?', near=near),
            )


def meant(name: str, settings: Settings) -> str | None:
    if name in OWN or name in DEFAULTS or name in OTHERS_OF_PELICAN:
        return None
    value = settings.get(name)
    if name.startswith("_") or isinstance(value, ModuleType):
        return None
    known = {*OWN, *DEFAULTS}
    found = [name.upper()] if name.upper() in known else []
    if not found and name.isupper():
        found = get_close_matches(name[:80], sorted(known), n=1, cutoff=ALIKE)
    is_meant = found and found[0] not in settings and name not in pelicans_defaults()
    return found[0] if is_meant else None


def lacking(settings: Settings, where: SettingPlaces) -> Iterator[Problem]:
    """What no site can do without. (The identity is judged with its parts.)"""
    for name, better in (("TIMEZONE", '"Europe/Paris"'), ("PLUGINS", '["association"]')):
        if name not in settings:
            said = sentence("the settings have no {setting}", setting=name)
            hint = sentence("add a line such as {better}", better=f"{name} = {better}")
            yield Problem(where.place(name), "missing-field", said, hint)


def two_first_languages(settings: Settings, where: SettingPlaces) -> Iterator[Problem]:
    """The first of LANGUAGES is the one at the root of the site, as DEFAULT_LANG is."""
    listed, first = settings.get("LANGUAGES"), settings.get("DEFAULT_LANG")
    if isinstance(listed, list | tuple) and first is not None and listed[0] != first:
        said = sentence(
            'LANGUAGES begins with "{found}", expected the language of DEFAULT_LANG, "{first}"',
            found=listed[0],
            first=first,
        )
        yield Problem(where.place("LANGUAGES"), "bad-language", said)


def two_pages_in_one_file(settings: Settings, where: SettingPlaces) -> Iterator[Problem]:
    """Of those that there is one of; what texts and entries are called is told with them."""
    language = str(settings.get("DEFAULT_LANG") or pelicans_defaults()["DEFAULT_LANG"])
    written: dict[str, str] = {}
    for kind in sorted(URLS, key=lambda kind: {f"{kind}_URL", f"{kind}_SAVE_AS"} & settings.keys() != set()):
        url, save_as = f"{kind}_URL", f"{kind}_SAVE_AS"
        file = str(settings.get(save_as, file_of(str(settings.get(url, usual_address(kind, language))))))
        other = written.setdefault(file, kind) if file and not blanks(file) else kind
        if other != kind:
            said = sentence(
                'both {setting} and {other} write their page to "{file}"',
                setting=save_as if save_as in settings else url,
                other=f"{other}_SAVE_AS",
                file=file,
            )
            place = where.place(save_as if save_as in settings else url)
            yield Problem(place, "same-address", said, sentence("give one of them another address"))


def addresses_of_no_language(settings: Settings, where: SettingPlaces) -> Iterator[Problem]:
    """LANGUAGE_ADDRESSES is about the languages beside the one at the root, which DIRECTORY_URL is about."""
    listed, own = settings.get("LANGUAGES"), settings.get("LANGUAGE_ADDRESSES")
    further = tuple(map(str, listed[1:])) if isinstance(listed, list | tuple) else ()
    for language in own if isinstance(own, Mapping) else ():
        if language not in further:
            said = sentence(
                "LANGUAGE_ADDRESSES speaks of {found}, which is no further language of LANGUAGES",
                found=shown(language),
            )
            hint = sentence(
                "the addresses of the first language are settings of their own, such as {example}",
                example='DIRECTORY_URL = "…"',
            )
            yield Problem(where.place("LANGUAGE_ADDRESSES"), "bad-language", said, hint)


def review_in_place(settings: Settings, entry: Path) -> None:
    """For `pelican`, which has read its settings already: what means nothing goes back to its default."""
    usual = pelicans_defaults()
    written = {name: value for name, value in settings.items() if is_written(name, value, usual)}
    found = review(written, entry.parent, entry)
    for name in written.keys() - found.settings.keys():
        settings[name] = usual.get(name)
    settings |= {**found.settings, PROBLEMS: found.problems, ENTRY: entry.name}


def is_written(name: str, value: object, usual: Mapping[str, object]) -> bool:
    return name.isupper() and (name not in usual or value != usual[name])


def entry_of(arguments: Sequence[str]) -> Path:
    """The file that `pelican` was given, which it tells nobody (pelican/__init__.py:get_instance)."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name in ("-s", "--settings"):
            return Path(value or next(iter(arguments[number + 1 :]), SETTINGS_FILE)).absolute()
    return Path(SETTINGS_FILE).absolute()
