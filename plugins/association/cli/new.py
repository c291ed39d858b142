"""`new`: whatever an editor adds, ready to be filled in, called as the editor calls it.

Nothing is overwritten. What was not typed is asked, when somebody is there to answer.
"""

from dataclasses import replace
from pathlib import Path

from ..content.fields.dates import moment
from ..content.load import SiteFolder
from ..content.suggestions import did_you_mean
from ..problems import Sentence, sentence
from ..spreadsheet.rows import framed
from .files import folder_of, name_shown
from .kind_words import Meaning, every_word, meaning, words_listed, words_shown
from .language import language_of_reader, translate
from .new_kinds import KINDS, LACKS_TRANSLATED, TITLE, TRANSLATED, NewKind
from .new_options import NewOptions, accepted, starts_of
from .new_translation import new_translation, section_of
from .new_words import spoken
from .outcome import FINE, WrongUsage, ask

__all__ = ["KINDS", "NewOptions", "new"]

STARTS = sentence("Its day, and its time if it has one (2027-03-18 18h30):")
LACKS_START = sentence('The day is missing: `python3 tasks.py new {kind} "Title" --start 2027-03-18`.')
ADDRESS = sentence("Its address (https://…):")
LACKS_ADDRESS = sentence('The address is missing: `python3 tasks.py new {kind} "Name" --url https://…`.')
SAY_WHAT = sentence('Say what to add: `python3 tasks.py new WHAT "Name"`; WHAT is one of: {kinds}.')
OF_TRANSLATION = ("title", "lang")


def new(word: str, options: NewOptions, site: Path) -> int:
    """word: as it was typed."""
    if meaning(word, "en") is None:
        raise unknown(word)
    folder = folder_of(site)
    meant = meaning(word, folder.language) or Meaning("")
    if meant.kind == "translation":
        return translation(word, options, folder)
    kind = KINDS[meant.kind]
    options = with_given(options, meant, kind)
    refuse_options(word, kind, options)
    complete = answered(word, kind, options)
    if options.translation_of:
        path, line = new_translation(kind.section, complete, folder)
    else:
        path, line = kind.make(complete, folder)
    return tell(path, line, kind)


def unknown(word: str) -> WrongUsage:
    near = near_word(word) if word.strip() else None
    if near is None:
        return WrongUsage(with_every_kind(SAY_WHAT))
    said = with_every_kind(sentence('there is no "{word}" to add; expected one of: {kinds}', word=word))
    return WrongUsage(framed(sentence("new: {said}"), said, near))


def near_word(word: str) -> Sentence | None:
    """One of the reader's own language, if any is like it."""
    own = words_listed(spoken(language_of_reader()))
    return did_you_mean(word, own) or did_you_mean(word, every_word())


def with_every_kind(said: Sentence) -> Sentence:
    """In full, however long the list."""
    listed = ", ".join(words_shown(language_of_reader()))
    return replace(said, values=(*said.values, ("kinds", listed)))


def with_given(options: NewOptions, meant: Meaning, kind: NewKind) -> NewOptions:
    """With what the word itself says, where no option says it. A text is named by its title."""
    if options.title and "title" not in kind.options:
        options = replace(options, name=options.name or options.title, title=None)
    if options.translation_of:
        return options
    typed = {"kind", *options.options} if options.type else set(options.options)
    given = {key: value for key, value in meant.given.items() if key not in typed}
    return replace(options, **given)  # type: ignore[arg-type]


def refuse_options(word: str, kind: NewKind, options: NewOptions) -> None:
    for option in options.options:
        if option not in kind.every_option:
            raise no_option(word, option)
        if options.translation_of and option in (*kind.options, "members_only"):
            raise WrongUsage(
                sentence(
                    "A translation has that from the text that it translates: leave out --{option}.",
                    option=option.replace("_", "-"),
                )
            )


def no_option(word: str, option: str) -> WrongUsage:
    typed = option.replace("_", "-")
    return WrongUsage(sentence("`new {kind}` takes no option --{option}.", kind=word, option=typed))


def answered(word: str, kind: NewKind, options: NewOptions) -> NewOptions:
    """What was not typed is asked, when somebody is there to answer."""
    name = options.name.strip() or ask(kind.asks, kind.lacks.filled(kind=word))
    complete = replace(options, name=name)
    if options.translation_of:
        return complete
    if "start" in kind.options and not options.start:
        complete = replace(complete, start=ask(STARTS, LACKS_START.filled(kind=word), check_start))
    if kind.needs_address and not options.url:
        complete = replace(complete, url=ask(ADDRESS, LACKS_ADDRESS.filled(kind=word)))
    return complete


def check_start(text: str) -> None:
    for start in starts_of(NewOptions(start=text)):
        accepted(moment, start, "start")


def translation(word: str, options: NewOptions, folder: SiteFolder) -> int:
    """Its name is that of the text that it translates."""
    for option in options.options:
        if option not in OF_TRANSLATION:
            raise no_option(word, option)
    text = options.name.strip() or ask(TRANSLATED, LACKS_TRANSLATED.filled(kind=word))
    section = section_of(text, folder)
    title = options.title or ask(TITLE, LACKS_TRANSLATED.filled(kind=word))
    complete = replace(options, name=title, title=None, translation_of=text)
    return tell(*new_translation(section, complete, folder), KINDS["page"])


def tell(path: Path, line: int, kind: NewKind) -> int:
    print(f"{name_shown(path)}:{line}")
    print(kind.then.text(translate))
    return FINE
