"""`new --translation-of`: a file beside the text that it translates, with what a translation says itself."""

import os
from pathlib import Path

from ..content.load import SiteFolder
from ..content.sheets import stem
from ..content.suggestions import did_you_mean
from ..domain.text import Language
from ..problems import sentence
from .new_entries import Made, NewOptions, new_file, slugs, title_line, wrong_option
from .new_notes import words_in
from .outcome import WrongUsage


def new_translation(section: str, options: NewOptions, folder: SiteFolder) -> Made:
    """Beside the text that it translates, from which it has all that is the same in both."""
    language, first = other_language(options, folder), text_meant(section, options, folder)
    name = f"{stem(first.name)}.{language}.md"
    if first.with_name(name).exists():
        raise WrongUsage(sentence("This translation is there already: {name}.", name=name))
    words = words_in(language)
    lines = [title_line(options), f"# summary: {words['summary']}"]
    return new_file(folder, section, str(first.with_name(name)), lines, language)


def other_language(options: NewOptions, folder: SiteFolder) -> Language:
    """The one that was typed, or the only other one of the site."""
    others = folder.languages[1:]
    if options.lang in folder.languages or (options.lang is None and len(others) == 1):
        return options.lang or others[0]
    known = ", ".join(folder.languages)
    said = sentence("found {found}, expected one of: {kinds}", found=options.lang or "", kinds=known)
    raise wrong_option("lang", said, None)


def text_meant(section: str, options: NewOptions, folder: SiteFolder) -> Path:
    written = (options.translation_of or "").replace(os.sep, "/")
    files = sorted((folder.content / folder.section(section)).rglob("*.md"))
    found = [path for path in files if path.as_posix().endswith(f"/{written.removeprefix('./')}")]
    found += [path for path in files if stem(written) in (stem(path.name), *slugs(path))]
    if not found:
        near = did_you_mean(stem(written), tuple(stem(path.name) for path in files))
        raise wrong_option("translation-of", sentence('no such text: "{name}"', name=written), near)
    return found[0]
