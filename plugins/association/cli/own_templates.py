"""Templates of a site that stand in for those of the theme: what an upgrade may have changed behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content.settings_file import name_below
from ..problems import Place, Problem, Sentence, Severity, sentence
from .site_record import sum_of

BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
PARENT = re.compile(r"""\{%-?\s*extends\s+["'](?:!theme/)?([^"']+)["']""")
READ = re.compile(r"""["']([\w./-]+\.(?:html|xml|txt))["']""")
"""A template by its name, in another one or in a plugin."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """name: as it is asked for, `home.html`."""

    name: str
    file: Path


def own_templates(folders: tuple[Path, ...]) -> tuple[OwnTemplate, ...]:
    found = {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(folders)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return tuple(OwnTemplate(name, path) for name, path in sorted(found.items()))


def remarks(
    own: tuple[OwnTemplate, ...], theme: Path, known: dict[str, str], readers: set[str], site: Path
) -> Iterator[Problem]:
    """theme: the folder of its templates. known: the sums of its templates when the site was last looked at.

    readers: the names of templates that others of the site ask for.
    """
    for template in own:
        original = theme / template.name
        if original.is_file():
            yield from behind(template, original, known.get(template.name), site)
        elif template.name not in readers:
            said = sentence('the theme has no template "{name}": nobody reads this file', name=template.name)
            yield remark(template, 1, said, sentence("look for its new name in {folder}", folder=theme), site)


def behind(template: OwnTemplate, original: Path, known: str | None, site: Path) -> Iterator[Problem]:
    text = template.file.read_text("utf-8", errors="replace")
    compare = sentence('compare them: diff "{theirs}" "{own}"', theirs=original, own=template.file)
    if PARENT.search(text):
        there = blocks(original, original.parents[len(Path(template.name).parts) - 1])
        for found in BLOCK.finditer(text):
            if found[1] not in there:
                said = sentence('the theme has no block "{name}" here: it is shown nowhere', name=found[1])
                yield remark(template, text.count("\n", 0, found.start()) + 1, said, compare, site)
    elif known is None:
        said = sentence("this file stands in for the theme's, which may have changed since it was copied")
        yield remark(template, 1, said, compare, site)
    elif known != sum_of(original.read_bytes()):
        yield remark(template, 1, sentence("the theme's file has changed since this one"), compare, site)


def blocks(template: Path, folder: Path) -> frozenset[str]:
    """Of a template and of those that it extends."""
    text = template.read_text("utf-8")
    own = frozenset(BLOCK.findall(text))
    parent = PARENT.search(text)
    return own | blocks(folder / parent[1], folder) if parent else own


def names_read(files: Iterator[Path]) -> set[str]:
    return {name for file in files for name in READ.findall(file.read_text("utf-8", errors="replace"))}


def remark(template: OwnTemplate, line: int, said: Sentence, hint: Sentence, site: Path) -> Problem:
    return Problem(Place(name_below(site, template.file), line), "upgrade", said, hint, Severity.WARNING)
