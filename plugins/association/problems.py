"""What is wrong with an editor's files, said so that they can mend it.

A sentence is kept as an English template and its values until it is printed,
so that one problem can be read in any language that has a catalogue.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from reprlib import Repr

Translate = Callable[[str], str]


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message template (the gettext msgid) and the values of its {fields}."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def text(self, translate: Translate = str) -> str:
        return translate(self.template).format(**dict(self.values))

    def filled(self, **values: object) -> "Sentence":
        """This sentence, once its values are known."""
        return Sentence(self.template, in_words(values))


def sentence(template: str, **values: object) -> Sentence:
    return Sentence(template, in_words(values))


def in_words(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, printable(in_text(value))) for name, value in values.items())


def in_text(value: object) -> str:
    """Python refuses to write out a number of thousands of digits (sys.set_int_max_str_digits)."""
    return shown(value) if isinstance(value, int) else str(value)


def printable(text: str, longest: int = 120) -> str:
    """`text` on one line and of a bearable length, control characters made visible."""
    shown = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in text
    )
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


class Short(Repr):
    """`repr` that is short, tells no address of memory, and never fails."""

    def repr_int(self, number: int, level: int) -> str:
        return super().repr_int(number, level) if abs(number) < 10**40 else "<int>"

    def repr_instance(self, thing: object, level: int) -> str:
        is_plain = thing is None or isinstance(thing, bool | float | PurePath)
        return repr(thing) if is_plain else f"<{type(thing).__name__}>"


SHORT = Short()
SHORT.maxstring = SHORT.maxother = 100


def shown(value: object) -> str:
    """A value of Python as somebody may have written it."""
    return SHORT.repr(value)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an editor's file: path from the site folder, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    place: Place
    code: str
    message: Sentence
    hint: Sentence | None = None
    severity: Severity = Severity.ERROR

    @property
    def file(self) -> str:
        return self.place.file

    @property
    def line(self) -> int:
        return self.place.line

    @property
    def column(self) -> int:
        return self.place.column

    def text(self, translate: Translate = str) -> str:
        return self.message.text(translate)

    def hint_text(self, translate: Translate = str) -> str | None:
        return self.hint.text(translate) if self.hint else None

    def said(self, translate: Translate = str) -> str:
        """The message, and the hint if there is one."""
        message, hint = self.text(translate), self.hint_text(translate)
        return translate("{message}; {hint}").format(message=message, hint=hint) if hint else message

    def line_of_text(self, translate: Translate = str) -> str:
        """The form of DESIGN section 5: `file:line:column: severity: message; hint [code]`."""
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.severity}: {self.said(translate)} [{self.code}]"


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(
            set(problems),
            key=lambda problem: (problem.file, problem.line, problem.column, problem.code, problem.text()),
        )
    )


class ContentError(Exception):
    """The files of the association cannot be published; `problems` says why, all of it."""

    exitcode = 1  # read by pelican/__init__.py:main

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_reading_order(problems)
        super().__init__("\n" + "\n".join(problem.line_of_text() for problem in self.problems))

    def __reduce__(self) -> tuple[type["ContentError"], tuple[tuple[Problem, ...]]]:
        """So that it can come from another process."""
        return ContentError, (self.problems,)
