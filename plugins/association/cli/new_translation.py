"""`new --translation-of`: a file beside the text that it translates, with what a translation says itself."""

import os
from collections.abc import Iterable
from pathlib import Path

from ..content.load import SiteFolder
from ..content.sheets import stem, without_language
from ..content.suggestions import did_you_mean
from ..domain.text import Language
from ..problems import sentence
from .new_options import Made, NewOptions, wrong_option
from .new_texts import new_file, slugs, title_lines
from .new_words import words_in
from .outcome import WrongUsage

SECTIONS = ("news", "events", "offers", "pages")
ONE_LANGUAGE = sentence("This site has one language: name the others in LANGUAGES, in pelicanconf.py.")


def new_translation(section: str, options: NewOptions, folder: SiteFolder) -> Made:
    """Beside the text that it translates, from which it has all that is the same in both."""
    language, first = other_language(options, folder), text_meant(section, options, folder)
    name = f"{bare_name(first, folder)}.{language}.md"
    if first.with_name(name).exists():
        raise WrongUsage(sentence("This translation is there already: {name}.", name=name))
    words = words_in(language)
    lines = [*title_lines(options), f"# summary: {words['summary']}"]
    return new_file(folder, section, str(first.with_name(name)), lines, language)


def other_language(options: NewOptions, folder: SiteFolder) -> Language:
    """The one that was typed, or the only other one of the site."""
    others = folder.languages[1:]
    if not others:
        raise WrongUsage(ONE_LANGUAGE)
    if options.lang in folder.languages or (options.lang is None and len(others) == 1):
        return options.lang or others[0]
    known = ", ".join(folder.languages)
    if options.lang is None:
        raise WrongUsage(sentence("Say in which language it is: --lang, with one of: {kinds}.", kinds=known))
    said = sentence("found {found}, expected one of: {kinds}", found=options.lang, kinds=known)
    raise wrong_option("lang", said, None)


def bare_name(path: Path, folder: SiteFolder) -> str:
    """`bilan` of bilan.md and of bilan.nl.md, which stand beside each other."""
    return stem(without_language(path.name, folder.languages))


def section_of(written: str, folder: SiteFolder) -> str:
    """Where that text is."""
    found = [section for section in SECTIONS if texts_named(written, section, folder)]
    if not found:
        files = [path for section in SECTIONS for path in texts_of(section, folder)]
        raise no_such_text("name", written, files)
    if len(found) > 1:
        places = ", ".join(folder.name_of(texts_named(written, one, folder)[0]) for one in found)
        said = sentence('"{name}" is the name of several texts: {files}', name=written, files=places)
        raise wrong_option("name", said, None)
    return found[0]


def text_meant(section: str, options: NewOptions, folder: SiteFolder) -> Path:
    written = options.translation_of or ""
    found = texts_named(written, section, folder)
    if not found:
        raise no_such_text("translation-of", written, texts_of(section, folder))
    return found[0]


def no_such_text(option: str, written: str, files: Iterable[Path]) -> WrongUsage:
    near = did_you_mean(stem(written), tuple(stem(path.name) for path in files))
    return wrong_option(option, sentence('no such text: "{name}"', name=written), near)


def texts_of(section: str, folder: SiteFolder) -> list[Path]:
    return sorted((folder.content / folder.section(section)).rglob("*.md"))


def texts_named(written: str, section: str, folder: SiteFolder) -> list[Path]:
    """By their path first, then by what they are called."""
    name, files = written.replace(os.sep, "/"), texts_of(section, folder)
    found = [path for path in files if path.as_posix().endswith(f"/{name.removeprefix('./')}")]
    return found + [path for path in files if stem(name) in names_of(path, folder)]


def names_of(path: Path, folder: SiteFolder) -> tuple[str, ...]:
    return stem(path.name), bare_name(path, folder), *slugs(path)
