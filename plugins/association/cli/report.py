"""What an open page is told of the last build: its problems, each with the line it stands on, in words.

Made where the site is built, handed out by the server (dev_server.py), laid over the page by its script
(served/problems.js), which takes all of it for text. Nothing of it is in a written file.
"""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from ..problems import ContentError, Problem, Sentence, Severity, in_reading_order, printable, sentence
from .language import languages, translate, translate_count
from .outcome import OF_THE_MACHINE, WrongUsage, out_of_reach

if TYPE_CHECKING:
    from ..host.early import Mark

MOST = 200
"""Entries: whoever has more mends some first."""
AROUND, LONGEST = 30, 200  # characters: before the place on a long line, and of the whole
LARGEST = 2_000_000  # octets
WORD = re.compile(r"""[\w-]+(?=:(?:\s|$))|[^\s,;()\[\]{}"'»]+|\S""")
"""A key, else a value; one sign where it is neither."""
LABELS = {Severity.ERROR: sentence("error"), Severity.WARNING: sentence("warning")}
DEFECT_SAID = sentence("This is a defect of Assosite, not of your files; please report these lines.")
Marks = Mapping[str, str]
"""Why a page is not on the published site, by its path below the output."""


class Entry(TypedDict, total=False):
    """source: the line, in what is before the place, there, and after it."""

    severity: str
    label: str
    file: str
    where: str
    message: str
    hint: str
    code: str
    source: tuple[str, str, str]


class Report(TypedDict, total=False):
    """failed: whether the page is that of a former build. lines: of the program, to be reported."""

    failed: bool
    title: str
    entries: list[Entry]
    more: str
    lines: str
    marks: Marks


def of_problems(problems: Iterable[Problem], site: Path, failed: bool) -> Report:
    ordered = in_reading_order(problems)
    if not ordered:
        return {"failed": failed}
    errors_first = sorted(ordered, key=lambda problem: problem.severity is not Severity.ERROR)
    more = len(ordered) - MOST
    said = sentence("… and {count} more, in the terminal.", count=more).text(translate)
    return {
        "failed": failed,
        "title": title(ordered),
        "entries": [entry(problem, site) for problem in errors_first[:MOST]],
        "more": said if more > 0 else "",
    }


def title(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    said = (
        translate_count("{count} error", "{count} errors", errors) if errors else "",
        translate_count("{count} warning", "{count} warnings", warnings) if warnings else "",
    )
    return ", ".join(filter(None, said))


def of_failure(error: Exception, site: Path) -> Report:
    """Why there is no new site, whoever has to mend it."""
    if isinstance(error, ContentError):
        return of_problems(error.problems, site, failed=True)
    if isinstance(error, WrongUsage):
        return of_sentence(error.said)
    if isinstance(error, OSError) and error.errno in OF_THE_MACHINE:
        return of_sentence(out_of_reach(error))
    return {
        "failed": True,
        "title": DEFECT_SAID.text(translate),
        "lines": "".join(traceback.format_exception(error)),
    }


def of_sentence(said: Sentence) -> Report:
    return {"failed": True, "title": said.text(translate)}


def entry(problem: Problem, site: Path) -> Entry:
    made: Entry = {
        "severity": problem.severity,
        "label": LABELS[problem.severity].text(translate),
        "file": problem.file,
        "where": where(problem),
        "message": problem.text(translate),
        "hint": problem.hint_text(translate) or "",
        "code": problem.code,
    }
    source = None if is_of_whole_file(problem) else line_of(site / problem.file, problem.line)
    if source is not None:
        made["source"] = marked(source, problem.column)
    return made


def is_of_whole_file(problem: Problem) -> bool:
    return problem.line == 1 and problem.column == 1


def where(problem: Problem) -> str:
    if is_of_whole_file(problem):
        return sentence("line 1").text(translate)
    said = sentence("line {line}, column {column}", line=problem.line, column=problem.column)
    return said.text(translate)


def line_of(file: Path, line: int) -> str | None:
    """Where it can be shown: a file that is gone, or no text, has none."""
    try:
        if file.stat().st_size > LARGEST:
            return None
        with file.open(encoding="utf-8-sig", newline=None) as lines:
            found = next(islice(lines, line - 1, None), None)
    except (OSError, ValueError):
        return None
    return found.rstrip("\n") if found is not None else None


def marked(line: str, column: int) -> tuple[str, str, str]:
    """The word at the place, or the place after the end; what is far from it is left out."""
    start = min(column - 1, len(line))
    found = WORD.match(line, start)
    end = found.end() if found else start
    first = max(0, start - AROUND) if len(line) > LONGEST else 0
    before, there, after = line[first:start], line[start:end], line[end : first + LONGEST]
    cut = "…" if first else ""
    rest = "…" if len(line) > first + LONGEST else ""
    shown = (printable(part, LONGEST) for part in (before, there, after))
    one, two, three = shown
    return cut + one, two, three + rest


def labelled(marks: Mapping[str, Mark]) -> Marks:
    return {page: label(mark) for page, mark in sorted(marks.items())}


def label(mark: Mark) -> str:
    """As short as it can be: it stands beside links too."""
    said = (
        translate("draft") if mark.is_draft else "",
        translate("will appear on {day}").format(day=spoken_day(mark.day)) if mark.day else "",
        translate("for members") if mark.for_members else "",
    )
    return ", ".join(filter(None, said))


def spoken_day(day: date) -> str:
    from babel.dates import format_date  # only where there is one: babel is large

    language = (languages(os.environ) or ["en"])[0]
    said = format_date(day, "long", locale=language)
    return f"1er{said[1:]}" if language.startswith("fr") and day.day == 1 else said
