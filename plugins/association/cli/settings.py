"""The settings of one site, wherever its folder lies: what `pelicanconf.py` says, made absolute.

What the settings mean and which have defaults is the host's business.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from runpy import run_path
from traceback import walk_tb

from ..content.yaml.pasted import conflicts
from ..content.yaml.source import Source, read_text
from ..problems import ContentError, Place, Problem, Sentence, sentence
from ..program import CLONE, PARVIS
from .language import translate
from .outcome import WrongUsage

SITEURL = "ASSOSITE_SITEURL"

Settings = dict[str, object]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a site sets.

    written: by its file, as far as it means something; surrounded: that and what surrounds it;
    own: what is ours to add once Pelican has read the others.
    """

    file: Path
    written: Settings
    surrounded: Settings
    own: Settings


def site_settings(site: Path, output: Path, publish: bool) -> Settings:
    """For a build: as Pelican completes them.

    What is wrong with them is among them, under host.settings_review.PROBLEMS.
    """
    return read_by_pelican(chosen(site, output, publish), site)


def content_settings(site: Path, publish: bool = False) -> Settings:
    """For what looks at the content alone, with our defaults; what is wrong is among them there too."""
    from ..host.settings import apply_defaults, complete, need_pelican

    found = chosen(site, site / "output", publish)
    if need_pelican(found.written):
        settings = read_by_pelican(found, site)
        apply_defaults(settings)
    else:
        settings = {**found.surrounded, **found.own}
        complete(settings, usual={})
    return settings


def chosen(site: Path, output: Path, publish: bool) -> Chosen:
    from ..host.settings_review import ENTRY, PROBLEMS

    file = configuration(site, publish)
    written, problems = meaningful(site, file)
    if without := [found for found in problems if found.code == "no-theme"]:
        raise ContentError(without)  # nothing can be judged without a theme
    content = site / str(written.get("PATH", "content"))
    surrounded = {**production(publish), **written, **folders(written, site), **surroundings(output)}
    return Chosen(file, written, surrounded, {"PATH": str(content), ENTRY: file.name, PROBLEMS: problems})


def read_by_pelican(found: Chosen, site: Path) -> Settings:
    from pelican.settings import read_settings

    given = {**found.surrounded, "PATH": str(site), "LOG_FILTER": quieted(found.written)}
    try:
        settings = read_settings(override=given)
    except Exception as error:  # whatever Pelican trips over is in the file
        said = sentence("the settings cannot be used: {reason}", reason=error)
        raise at(Place(found.file.name), said) from error
    return {**settings, **found.own}  # only now: Pelican refuses a folder that is yet to be made


def meaningful(site: Path, file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings without those that mean nothing, and what is wrong with those."""
    from ..host.settings_review import PRODUCTION_FILE, SETTINGS_FILE, forgotten, review

    written = executed(file)
    lost: tuple[Problem, ...] = ()
    if file.name == PRODUCTION_FILE and (lost := forgotten(written, site)):
        written = {**executed(site / SETTINGS_FILE), **written}
    found = review(written, site, file)
    return found.settings, (*lost, *found.problems)


def production_problems(site: Path) -> tuple[Problem, ...]:
    """What publishing would find wrong with the settings, for `check`."""
    file = configuration(site, publish=True)
    try:
        return meaningful(site, file)[1] if file != configuration(site, publish=False) else ()
    except ContentError as error:
        return error.problems


def configuration(site: Path, publish: bool) -> Path:
    usual, production = site / "pelicanconf.py", site / "publishconf.py"
    if not usual.is_file():
        raise WrongUsage(sentence('There is no site in "{folder}": it has no pelicanconf.py.', folder=site))
    return production if publish and production.is_file() else usual


def production(publish: bool) -> Settings:
    """Below what the file says."""
    return {"RELATIVE_URLS": False} if publish else {}


def surroundings(output: Path) -> Settings:
    """Above what the file says; the locale is pinned so that no machine's own shows in the pages."""
    address = os.environ.get(SITEURL, "").rstrip("/")
    pinned: Settings = {"OUTPUT_PATH": str(output), "LOCALE": ["C.UTF-8", "C"]}
    return {**pinned, "SITEURL": required_address(address)} if address else pinned


def required_address(address: str) -> str:
    """Of the environment, where CI writes it."""
    from ..host.address_settings import why_no_address

    if reason := why_no_address(address):
        said = sentence(
            '{variable} is "{found}", expected the address of the site; {advice}.',
            variable=SITEURL,
            found=address,
            advice=reason.text(translate),
        )
        raise WrongUsage(said)
    return address


def quieted(written: Settings) -> list[object]:
    """Pelican judges the feeds before the plugin has set theirs, and the address as we have done already
    (pelican/settings.py:configure_settings)."""
    from logging import WARNING

    early = "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid"
    slash = "Removed extraneous trailing slash from SITEURL."
    return [*values_of(written, "LOG_FILTER"), (WARNING, early), (WARNING, slash)]


def folders(written: Settings, site: Path) -> Settings:
    """Plugins and theme come from the site if it has its own, from the program otherwise."""
    from ..host.setting_kinds import theme_folder

    paths = [site / str(name) for name in values_of(written, "PLUGIN_PATHS", ("plugins",))]
    lent = (CLONE / "plugins",) if CLONE else ()  # what is installed is found without being told
    plugins = dict.fromkeys(str(path) for path in (*paths, *lent) if path.is_dir())
    overrides = [str(site / str(name)) for name in values_of(written, "THEME_TEMPLATES_OVERRIDES")]
    return {
        "PLUGIN_PATHS": list(plugins),
        "THEME": str(theme_folder(str(written.get("THEME", "parvis")), site) or PARVIS),
        "THEME_TEMPLATES_OVERRIDES": overrides,
        "CACHE_PATH": str(site / str(written.get("CACHE_PATH", "cache"))),
    }


def values_of(settings: Settings, name: str, usual: Iterable[object] = ()) -> tuple[object, ...]:
    """What a setting lists; one that is no list has been put aside by host.settings_review."""
    values = settings.get(name, usual)
    return tuple(values) if isinstance(values, Iterable) else ()


def executed(file: Path) -> Settings:
    try:
        with importing_from(file.parent):
            names = run_path(str(file), run_name=file.stem)
    except SyntaxError as error:
        if problems := conflicts_in(Path(error.filename or file)):
            raise ContentError(problems) from error
        raise at(place_of_syntax(error, file), not_python(error), quotes_and_commas()) from error
    except (Exception, SystemExit) as error:  # the file is the webmaster's: whatever it does is told
        raise at(place_of(error, file), not_python(error), quotes_and_commas()) from error
    return {name: value for name, value in names.items() if name.isupper()}


@contextmanager
def importing_from(folder: Path) -> Iterator[None]:
    """Lets publishconf import pelicanconf; leaves no .pyc beside them and neither of them in memory."""
    path, writes = list(sys.path), sys.dont_write_bytecode
    forget_settings()
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = path, writes
        forget_settings()


def forget_settings() -> None:
    for name in ("pelicanconf", "publishconf"):
        sys.modules.pop(name, None)


def conflicts_in(file: Path) -> tuple[Problem, ...]:
    try:
        return conflicts(Source(read_text(file, file.name), file.name))
    except ContentError:
        return ()


def place_of_syntax(error: SyntaxError, file: Path) -> Place:
    name = Path(error.filename or file).name
    return Place(name, error.lineno or 1, error.offset or 1)


def place_of(error: BaseException, file: Path) -> Place:
    """The last line of the webmaster's own files that ran."""
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    own = [(path, line) for path, line in frames if path.parent == file.parent]
    return Place(own[-1][0].name, own[-1][1]) if own else Place(file.name)


def not_python(error: BaseException) -> Sentence:
    said = error.msg if isinstance(error, SyntaxError) else f"{type(error).__name__}: {error}"
    return sentence("Python cannot read this: {reason}", reason=said)


def quotes_and_commas() -> Sentence:
    return sentence("check the quotes, the commas and the brackets of this line and of the one above")


def at(place: Place, said: Sentence, hint: Sentence | None = None) -> ContentError:
    return ContentError([Problem(place, "settings", said, hint)])
