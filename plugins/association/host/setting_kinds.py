"""What the value of a setting may be; each kind tells what is wrong with one, in sentences that name it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from os import fspath
from pathlib import Path

from ..problems import Sentence, Severity, sentence, shown
from ..program import THEMES
from .other_plugins import UNNEEDED, bare_name, is_needed
from .settings import LISTS_OF_PELICAN, needs_theme

PELICANS_THEMES = ("simple", "notmyidea")
LONGEST, LONGEST_PATH = 200, 1000


@dataclass(frozen=True, slots=True)
class SettingFault:
    said: Sentence
    hint: Sentence | None = None
    code: str = "bad-setting"
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Ground:
    """What a value is judged against. root: the folder of the site, content: that of its texts."""

    root: Path
    content: Path
    languages: frozenset[str] | None = None
    """Those that the theme has the sentences of; None when any will do."""
    lacking: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of which it has not all: how many it lacks, of how many."""


SettingFaults = Iterator[SettingFault]
Kind = Callable[[str, object, Ground], SettingFaults]


def line(setting: str, value: object, ground: Ground) -> SettingFaults:
    """A text on one line."""
    if not isinstance(value, str):
        yield no_text(setting, value)
    elif not value.strip():
        yield SettingFault(sentence("{setting} is empty, expected a text", setting=setting))
    else:
        yield from unfit(setting, value, LONGEST)


def line_or_nothing(setting: str, value: object, ground: Ground) -> SettingFaults:
    if value != "":
        yield from line(setting, value, ground)


def no_text(setting: str, value: object) -> SettingFault:
    return SettingFault(
        sentence("{setting} is {found}, expected a text between quotes", setting=setting, found=shown(value))
    )


def unfit(setting: str, text: str, longest: int) -> SettingFaults:
    if len(text) > longest:
        yield SettingFault(
            sentence(
                "{setting} has {length} characters, expected at most {most}",
                setting=setting,
                length=len(text),
                most=longest,
            )
        )
    elif odd := next((character for character in text if not character.isprintable()), None):
        yield SettingFault(
            sentence(
                "{setting} holds the character {found}, expected a text on one line",
                setting=setting,
                found=shown(odd),
            )
        )


def path(setting: str, value: object, ground: Ground) -> SettingFaults:
    """The path of a file or of a folder, as a text or as Python's Path."""
    if not isinstance(value, str | Path):
        yield no_text(setting, value)
    elif not fspath(value).strip():
        yield SettingFault(sentence("{setting} is empty, expected a path", setting=setting))
    else:
        longest = max(map(len, fspath(value).split("/")))
        yield from unfit(setting, fspath(value), LONGEST if longest > LONGEST else LONGEST_PATH)


def folder_of_texts(setting: str, value: object, ground: Ground) -> SettingFaults:
    """PATH; a folder that is yet to be made is simply empty."""
    found = tuple(path(setting, value, ground))
    yield from found
    if not found and isinstance(value, str | Path) and (ground.root / value).is_file():
        yield SettingFault(
            sentence('{setting} is "{found}", which is a file, expected a folder', **both(setting, value))
        )


def file_beside(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Of members, of commissions: beside the folder of the texts."""
    yield from file_in(ground.content.parent, setting, value, ground)


def file_within(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from file_in(ground.content, setting, value, ground)


def file_in(folder: Path, setting: str, value: object, ground: Ground) -> SettingFaults:
    found = tuple(path(setting, value, ground))
    yield from found
    if not found and isinstance(value, str | Path) and (folder / value).is_dir():
        yield SettingFault(
            sentence('{setting} is "{found}", which is a folder, expected a file', **both(setting, value))
        )


def folder_within(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Of one kind of texts, below the folder of all."""
    found = tuple(path(setting, value, ground))
    yield from found
    if found or not isinstance(value, str | Path):
        return
    steps = fspath(value).strip("/").split("/")
    if any(step in ("", ".", "..") for step in steps):
        yield SettingFault(
            sentence(
                '{setting} is "{found}", expected a folder inside that of the texts', **both(setting, value)
            )
        )
    elif ground.content.joinpath(*steps).is_file():
        yield SettingFault(
            sentence('{setting} is "{found}", which is a file, expected a folder', **both(setting, value))
        )


def no_folder(setting: str, value: object) -> SettingFault:
    said = sentence('{setting} is "{found}", which is a file, expected a folder', **both(setting, value))
    return SettingFault(said)


def no_file(setting: str, value: object) -> SettingFault:
    said = sentence('{setting} is "{found}", which is a folder, expected a file', **both(setting, value))
    return SettingFault(said)


def folders(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Each of them there."""
    found = tuple(texts(setting, value, ground))
    yield from found
    for name in value if not found and isinstance(value, list | tuple) else ():
        if not (ground.root / name).is_dir():
            yield SettingFault(
                sentence('{setting} names "{found}", which is no folder', **both(setting, name))
            )


def both(setting: str, value: object) -> dict[str, object]:
    return {"setting": setting, "found": value}


def count(setting: str, value: object, ground: Ground) -> SettingFaults:
    if type(value) is not int or not 0 < value < 10**9:
        yield SettingFault(
            sentence(
                "{setting} is {found}, expected a whole number from 1 on", setting=setting, found=shown(value)
            )
        )


def count_or_default(setting: str, value: object, ground: Ground) -> SettingFaults:
    """None and False are Pelican's own ways to leave it open."""
    if value is not None and value is not False:
        yield from count(setting, value, ground)


def mapping(setting: str, value: object, ground: Ground) -> SettingFaults:
    if not isinstance(value, Mapping):
        yield SettingFault(
            sentence(
                "{setting} is {found}, expected keys and values between braces",
                setting=setting,
                found=shown(value),
            )
        )


def template_pages(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Of Pelican: a template below content, and the file that is made of it."""
    yield from mapping(setting, value, ground)
    for name, file in value.items() if isinstance(value, Mapping) else ():
        if not (isinstance(name, str) and isinstance(file, str)):
            yield no_text(f"{setting}[{shown(name)}]", file if isinstance(name, str) else name)
        elif needs_theme(ground.content / name):
            said = sentence(
                '{setting} names "{found}", which is made of templates of the theme: it is not published',
                **both(setting, name),
            )
            hint = sentence("write it as a page, in Markdown, or see docs/extending.md")
            yield SettingFault(said, hint, severity=Severity.WARNING)


def direct_templates(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Of Pelican; what it has by default is left out without a word, as the site has its own."""
    yield from texts(setting, value, ground)
    names = value if isinstance(value, list | tuple) else ()
    if found := ", ".join(name for name in names if name in LISTS_OF_PELICAN and name != "index"):
        said = sentence(
            '{setting} names lists of articles that the site has in its own way: "{found}"',
            **both(setting, found),
        )
        hint = sentence("take them out")
        yield SettingFault(said, hint, severity=Severity.WARNING)


def mapping_of_mappings(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from mapping(setting, value, ground)
    for key, part in value.items() if isinstance(value, Mapping) else ():
        if not isinstance(key, str):
            yield no_text(f"{setting}[{shown(key)}]", key)
        yield from mapping(f"{setting}[{shown(key)}]", part, ground)


def sequence(setting: str, value: object, ground: Ground) -> SettingFaults:
    if not isinstance(value, list | tuple):
        yield SettingFault(
            sentence(
                "{setting} is {found}, expected a list between square brackets",
                setting=setting,
                found=shown(value),
            ),
            sentence("write {better}", better=f'{setting} = ["{value}"]')
            if isinstance(value, str) and value.isprintable() and '"' not in value
            else None,
        )


def names(setting: str, value: object, ground: Ground) -> SettingFaults:
    """A list of names of files, none of them empty."""
    yield from sequence(setting, value, ground)
    for part in value if isinstance(value, list | tuple) else ():
        yield from path(setting, part, ground)


def texts(setting: str, value: object, ground: Ground) -> SettingFaults:
    """A list of texts, often of paths; an empty one is the folder itself."""
    yield from sequence(setting, value, ground)
    for part in value if isinstance(value, list | tuple) else ():
        if part != "":
            yield from path(setting, part, ground)


def plugins(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from sequence(setting, value, ground)
    if not isinstance(value, list | tuple):
        return
    if not any(is_ours(part) for part in value):
        yield SettingFault(
            sentence('{setting} has no "association", which is the program', setting=setting),
            sentence("write {better}", better='PLUGINS = ["association"]'),
        )
    else:
        yield from (no_text(setting, part) for part in value if not is_plugin(part))
        for part in value:
            if not is_needed(part, ground.root):
                said = sentence('the plugin "{name}" is left out', name=bare_name(part))
                yield SettingFault(said, UNNEEDED[bare_name(part)], "unneeded-plugin", Severity.WARNING)


def is_plugin(part: object) -> bool:
    return isinstance(part, str) or hasattr(part, "register")


def is_ours(plugin: object) -> bool:
    name = plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "")
    return isinstance(name, str) and name.split(".")[0] == "association"


def markdown_options(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from mapping(setting, value, ground)
    if isinstance(value, Mapping):
        from markdown import Markdown  # only now: few sites have a say in it

        yield from unusable(setting, lambda: Markdown(**value))


def jinja_options(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from mapping(setting, value, ground)
    if isinstance(value, Mapping):
        from jinja2 import Environment  # only now: few sites have a say in it

        yield from unusable(setting, lambda: Environment(**value).from_string("{{ 1 }}"))


def unusable(setting: str, make: Callable[[], object]) -> SettingFaults:
    """make: does with the value what a build will do; whatever goes wrong is the value's fault."""
    try:
        make()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        yield SettingFault(sentence("{setting} cannot be used: {reason}", setting=setting, reason=reason))


def yes_or_no(setting: str, value: object, ground: Ground) -> SettingFaults:
    if not isinstance(value, bool | int):
        yield SettingFault(
            sentence("{setting} is {found}, expected True or False", setting=setting, found=shown(value))
        )


def text_or_off(setting: str, value: object, ground: Ground) -> SettingFaults:
    """One of Pelican's texts, which None and False switch off."""
    if isinstance(value, str | Path):
        yield from unfit(setting, fspath(value), LONGEST_PATH)
    elif value is not None and value is not False:
        yield no_text(setting, value)


def pattern(setting: str, value: object, ground: Ground) -> SettingFaults:
    """A regular expression."""
    if not isinstance(value, str):
        yield no_text(setting, value)
    else:
        yield from unusable(setting, lambda: re.compile(value))


def anything(setting: str, value: object, ground: Ground) -> SettingFaults:
    yield from ()


def theme(setting: str, value: object, ground: Ground) -> SettingFaults:
    found = tuple(path(setting, value, ground))
    yield from found
    if found or not isinstance(value, str | Path):
        return
    if is_pelicans_theme(fspath(value), theme_folder(fspath(value), ground.root)):
        yield SettingFault(
            sentence(
                'the theme "{name}" is made for blogs of Pelican: it has no page of an association',
                name=Path(value).name,
            ),
            sentence("take THEME out; how the site is made to look otherwise, docs/extending.md tells"),
            "no-theme",
        )
    elif theme_folder(fspath(value), ground.root) is None:
        yield SettingFault(
            sentence('found the theme "{name}", expected the folder of a theme', name=value),
            sentence('write THEME = "parvis"'),
            "no-theme",
        )


def is_pelicans_theme(name: str, folder: Path | None) -> bool:
    """One that comes with Pelican, or any other that has its templates and none of ours."""
    if folder is None:
        return name in PELICANS_THEMES
    return (folder / "templates" / "article.html").is_file() and not (folder / "css").is_dir()


def theme_folder(name: str, root: Path, themes: Path = THEMES) -> Path | None:
    """Of the site if it has it, of the program otherwise."""
    candidates = (root / name, themes.parent / name, themes / Path(name).name)
    return next((folder for folder in candidates if folder.is_dir()), None)
