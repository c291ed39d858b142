"""What a new version asks of a site: each thing once, with the line that it is about.

A note is added with the change that asks for it. `check` tells a setting or a key that is no longer known,
and which one is meant; here is what would be wrong without a word, and since when.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.settings_file import name_below
from ..problems import Place, Problem, Sentence, Severity, sentence

SETTINGS, CONTENT, TEMPLATES, PLUGINS = "settings", "content", "templates", "plugins"
ENDINGS = {
    SETTINGS: (".py",),
    CONTENT: (".md", ".markdown", ".yaml"),
    TEMPLATES: (".html", ".xml", ".txt"),
    PLUGINS: (".py",),
}


@dataclass(frozen=True, slots=True)
class Note:
    """since: the first version in which it is so. where: which files of a site it is about.

    pattern: what a line has that it is about.
    """

    since: str
    where: str
    pattern: re.Pattern[str]
    said: Sentence
    hint: Sentence


NOTES: Sequence[Note] = (
    Note(
        "1.0.0",
        TEMPLATES,
        re.compile(r"""\btheme/[\w-]+\.js\b"""),
        sentence("the scripts of the theme lie in a folder that is named by their version"),
        sentence("write {example}", example='src="{{ href(site.scripts ~ "/….js") }}"'),
    ),
    Note(
        "1.0.0",
        CONTENT,
        re.compile(r"/annonces/types/(?:internship|apprenticeship|job|tender|skill-exchange|request)/"),
        sentence("the addresses of kinds of offers are in words of the language"),
        sentence("take the address from the list of offers"),
    ),
    Note(
        "1.0.0",
        PLUGINS,
        re.compile(r"\bpage\([^#\n]*\bview=\{"),
        sentence("a page of a section names the function that shows it, and what that reads"),
        sentence("write {example}", example="shown=partial(view, …)"),
    ),
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The folder of a site, and where its own files of each kind are: files, or folders of them."""

    site: Path
    places: dict[str, tuple[Path, ...]]

    def files(self, where: str) -> Iterator[Path]:
        for place in self.places.get(where, ()):
            found = sorted(place.rglob("*")) if place.is_dir() else [place]
            yield from (file for file in found if file.suffix in ENDINGS[where] and file.is_file())


def number(version: str) -> tuple[int, ...]:
    """Of what is no version, nought: everything is later."""
    return tuple(map(int, re.findall(r"\d+", version)[:3]))


def asked(since: str, grounds: Grounds, notes: Sequence[Note] = NOTES) -> Iterator[Problem]:
    """since: the version that the site was last looked at with."""
    for note in notes:
        if number(note.since) > number(since):
            for file in grounds.files(note.where):
                yield from lines_about(note, file, grounds.site)


def lines_about(note: Note, file: Path, site: Path) -> Iterator[Problem]:
    for line, text in enumerate(file.read_text("utf-8", errors="replace").splitlines(), start=1):
        if found := note.pattern.search(text):
            place = Place(name_below(site, file), line, found.start() + 1)
            yield Problem(place, "upgrade", note.said, note.hint, Severity.WARNING)
