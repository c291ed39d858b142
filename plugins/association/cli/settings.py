"""The settings of one site, wherever its folder lies: what `pelicanconf.py` says, made absolute.

What the settings mean and which have defaults is the host's business.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from runpy import run_path
from traceback import walk_tb

from ..problems import ContentError, Place, Problem, Sentence, sentence
from .outcome import WrongUsage

PROGRAM = Path(__file__).resolve().parents[3]
SITEURL = "ASSOSITE_SITEURL"

Settings = dict[str, object]


def site_settings(site: Path, output: Path, publish: bool) -> Settings:
    from pelican.settings import read_settings

    file = configuration(site, publish)
    written = {**production(publish), **executed(file)}
    content = site / str(written.get("PATH", "content"))
    chosen = {**written, **folders(written, site, file), **surroundings(output), "PATH": str(site)}
    try:
        settings = read_settings(override={**chosen, "LOG_FILTER": quieted(written)})
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise at(Place(file.name), sentence("the settings cannot be used: {reason}", reason=error)) from error
    return {**settings, "PATH": str(content)}  # only now: Pelican refuses a folder that is yet to be made


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
    return {**pinned, "SITEURL": address} if address else pinned


def quieted(written: Settings) -> list[tuple[int, str]]:
    """Pelican judges the feeds before the plugin has set theirs (pelican/settings.py:configure_settings)."""
    from logging import WARNING

    early = "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid"
    own = written.get("LOG_FILTER", [])
    return [*own, (WARNING, early)] if isinstance(own, list) else [(WARNING, early)]


def folders(written: Settings, site: Path, file: Path) -> Settings:
    """Plugins and theme come from the site if it has its own, from the program otherwise."""
    named = written.get("PLUGIN_PATHS", ["plugins"])
    paths = [site / str(name) for name in (named if isinstance(named, list | tuple) else [named])]
    plugins = dict.fromkeys(str(path) for path in (*paths, PROGRAM / "plugins") if path.is_dir())
    cache = site / str(written.get("CACHE_PATH", "cache"))
    return {"PLUGIN_PATHS": list(plugins), "THEME": str(theme(written, site, file)), "CACHE_PATH": str(cache)}


def theme(written: Settings, site: Path, file: Path) -> Path:
    name = str(written.get("THEME", "themes/parvis"))
    candidates = (site / name, PROGRAM / name, PROGRAM / "themes" / Path(name).name)
    found = next((folder for folder in candidates if folder.is_dir()), None)
    if found:
        return found
    said = sentence('found the theme "{name}", expected the folder of a theme', name=name)
    raise at(Place(file.name, line_of("THEME", file)), said, sentence('write THEME = "themes/parvis"'))


def line_of(setting: str, file: Path) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(setting)), 1)


def executed(file: Path) -> Settings:
    try:
        with importing_from(file.parent):
            names = run_path(str(file), run_name=file.stem)
    except SyntaxError as error:
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
