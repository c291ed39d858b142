"""What goes wrong in a template: the site's own is told at its line, the program's is a defect."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError

from ..content.settings_file import name_below
from ..problems import ContentError, Place, Problem, Sentence, sentence
from ..program import PARVIS
from ..render.templates import Unshareable
from .settings_review import SETTINGS_FILE

PROGRAMS_TEMPLATES = PARVIS / "templates"
TEMPLATES = frozenset({".html", ".xml", ".txt", ".j2", ".jinja", ".svg"})
PELICANS_THEMES = ("pelican", "themes")
"""Where Pelican looks for a template that the theme lacks (pelican/generators.py:Generator)."""

Spot = tuple[Path, int]


@contextmanager
def told_by_template(template: str, theme: Path, root: Path) -> Iterator[None]:
    """Around what `template` is used for; root: the folder of the site, from which problems name files."""
    try:
        yield
    except Exception as error:
        problem = fault(error, template, theme, root)
        if problem is None:
            raise
        raise ContentError([problem]) from error


def fault(error: Exception, template: str, theme: Path, root: Path) -> Problem | None:
    """None for a defect of the program."""
    spots = tuple(spots_of(error))
    own = [spot for spot in spots if is_own(spot[0])]
    strays = is_pelicans(spots[-1][0]) if spots else isinstance(error, TemplateNotFound)
    if own and not strays:
        file, line = own[-1]
        return Problem(Place(name_below(root, file), line), "template", *told(error))
    if not spots and isinstance(error, TemplateNotFound) and not (PROGRAMS_TEMPLATES / template).is_file():
        said = sentence('found no template "{file}"', file=template)
        hint = sentence("put it into a folder that THEME_TEMPLATES_OVERRIDES names")
        return Problem(Place(SETTINGS_FILE), "template", said, hint)
    if isinstance(error, UnicodeDecodeError) and theme.resolve() != PROGRAMS_TEMPLATES.parent:
        said = sentence('a template of the theme "{name}" is not in UTF-8', name=theme.name)
        return Problem(Place(SETTINGS_FILE), "template", said)
    if strays and theme.resolve() != PROGRAMS_TEMPLATES.parent:
        said = sentence('the theme "{name}" has no template "{file}"', name=theme.name, file=template)
        return Problem(Place(SETTINGS_FILE), "template", said)
    return None


def spots_of(error: Exception) -> Iterator[Spot]:
    """The lines of templates that were being followed, as Jinja shows them in its traceback."""
    for frame, line in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.suffix in TEMPLATES:
            yield path, line
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield Path(error.filename), error.lineno


def is_own(template: Path) -> bool:
    return PROGRAMS_TEMPLATES not in template.resolve().parents and not is_pelicans(template)


def is_pelicans(template: Path) -> bool:
    parts = template.parts
    return any(parts[at : at + 2] == PELICANS_THEMES for at in range(len(parts)))


def told(error: Exception) -> tuple[Sentence, Sentence | None]:
    if isinstance(error, Unshareable):
        return error.said, error.hint
    if isinstance(error, TemplateNotFound):
        return sentence('found no template "{file}"', file=error.name or error.message), None
    reason = error.message if isinstance(error, TemplateSyntaxError) else f"{type(error).__name__}: {error}"
    return (
        sentence("this template cannot be used: {reason}", reason=reason),
        sentence("themes/parvis/README.md lists what a template is given"),
    )
