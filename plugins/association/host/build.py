"""A whole build inside this process, for tasks.py: Pelican run once, its log turned into problems."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from pelican import Pelican
from pelican.log import console

from ..content.settings_file import writings
from ..exports.calendar_feed import NOTHING_KNOWN, Revisions, revisions_from
from ..problems import ContentError, Place, Problem, Severity, sentence
from .beginning import LOADED, MEMO, TOLD
from .loading import loaded_site
from .machine import keeping_all
from .memo import Memo, state
from .other_plugins import overwritten
from .settings import PUBLISHED, is_known_throughout
from .settings_review import ENTRY, SETTINGS_FILE

OURS = Path(__file__).resolve().parents[1]


class LoggedErrors(logging.Handler):
    """What Pelican only logs: it would publish a site without the plugin that failed to load."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run(settings: dict[str, object]) -> tuple[Problem, ...]:
    """Write the site to settings["OUTPUT_PATH"]; the warnings. Raises ContentError."""
    console.quiet = True
    errors = LoggedErrors()
    logging.getLogger("pelican").addHandler(errors)
    try:
        with keeping_all():
            return pelican_run(settings, errors)
    finally:
        logging.getLogger("pelican").removeHandler(errors)


def pelican_run(settings: dict[str, object], errors: LoggedErrors) -> tuple[Problem, ...]:
    with only_pelican_stumbling():
        pelican = Pelican(settings)
    refuse(errors)
    pelican.settings[LOADED] = loaded = loaded_site(pelican.settings)
    pelican.settings[TOLD], warnings = told_last(pelican.settings)
    with only_pelican_stumbling(Path(str(pelican.settings["PATH"])).parent):
        pelican.run()
    refuse(errors)
    refuse_overwritten(pelican.settings)
    return (*loaded.warnings, *warnings)


def refuse_overwritten(settings: Mapping[str, object]) -> None:
    """What another plugin has put in the place of a file of the site."""
    memo, root = settings.get(MEMO), Path(str(settings["PATH"])).parent
    if not isinstance(memo, Memo) or is_known_throughout(settings):
        return
    file = str(settings.get(ENTRY, SETTINGS_FILE))
    written = writings(root / file).get("PLUGINS")
    place = written.place(root) if written else Place(file)
    output, known = settings["OUTPUT_PATH"], memo.written.items()
    changed = [name for name, (_, *before) in known if [*state(f"{output}/{name}")] != before]
    if found := tuple(overwritten(changed, place)):
        raise ContentError(found)


def told_last(settings: Mapping[str, object]) -> tuple[Revisions, tuple[Problem, ...]]:
    """A host may answer with a page of its own where it has no such file: that is told, and no failure."""
    published = settings.get(PUBLISHED)
    try:
        return revisions_from(published if isinstance(published, bytes) else b""), ()
    except ValueError:
        said = sentence(
            "this is not what an earlier build has published; calendars say of every date that it has changed"
        )
        hint = sentence("give the revisions.json of the published site, or an empty file if it has none yet")
        return NOTHING_KNOWN, (Problem(Place("revisions.json"), "revisions", said, hint, Severity.WARNING),)


@contextmanager
def only_pelican_stumbling(root: Path | None = None) -> Iterator[None]:
    """An error that no line of ours has a part in is told: Pelican stumbles over a setting of its own,
    or another plugin does; and one in a plugin of the site. root: its folder."""
    try:
        yield
    except ContentError:
        raise
    except Exception as error:
        if root and (own := of_site(error, root)):
            raise ContentError([own]) from error
        if any(is_ours(frame.f_code.co_filename) for frame, _ in walk_tb(error.__traceback__)):
            raise
        reason = f"{type(error).__name__}: {error}"
        said = sentence("Pelican cannot go on: {reason}", reason=reason)
        hint = sentence("look for the setting or the plugin that this speaks of")
        raise ContentError([Problem(Place(SETTINGS_FILE), "pelican", said, hint)]) from error


def of_site(error: Exception, root: Path) -> Problem | None:
    """Where the last lines that ran, those of libraries aside, are a plugin's of the site."""
    spots = ((Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__))
    known = [spot for spot in spots if is_ours(str(spot[0])) or is_plugin_of(root, spot[0])]
    if not known or is_ours(str(known[-1][0])):
        return None
    file, line = known[-1]
    reason = f"{type(error).__name__}: {error}"
    said = sentence("this plugin cannot go on: {reason}", reason=reason)
    return Problem(Place(file.relative_to(root).as_posix(), line), "plugin", said)


def is_plugin_of(root: Path, file: Path) -> bool:
    beside = {"site-packages", ".venv", "content"}
    return file.suffix == ".py" and file.is_relative_to(root) and not beside.intersection(file.parts)


def is_ours(file: str) -> bool:
    return OURS in Path(file).parents and Path(file) != Path(__file__)


def refuse(errors: LoggedErrors) -> None:
    if errors.messages:
        raise ContentError(
            Problem(Place(SETTINGS_FILE), "pelican", sentence("{message}", message=message))
            for message in errors.messages
        )
