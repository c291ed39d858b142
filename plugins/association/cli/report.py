"""Problems as a person, a program or a forge reads them; the same problems in the same order."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from ..problems import Problem, Severity, in_reading_order
from .language import translate, translate_count


def in_text(problems: Iterable[Problem]) -> int:
    ordered = in_reading_order(problems)
    for problem in ordered:
        print(problem.line_of_text(translate), file=sys.stderr)
    print(counted(ordered), file=sys.stderr)
    return code_of(ordered)


def in_json(problems: Iterable[Problem]) -> int:
    ordered = in_reading_order(problems)
    print(json.dumps({"problems": [as_record(problem) for problem in ordered]}, indent=2))
    return code_of(ordered)


def in_github(problems: Iterable[Problem], site: Path) -> int:
    """Workflow commands, which the forge shows on the line at fault."""
    ordered = in_reading_order(problems)
    for problem in ordered:
        print(annotation(problem, repository_path(site, problem.file)))
    return code_of(ordered)


def counted(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity == Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    return ", ".join(
        (
            translate_count("{count} error", "{count} errors", errors),
            translate_count("{count} warning", "{count} warnings", warnings),
        )
    )


def code_of(problems: Iterable[Problem]) -> int:
    return int(any(problem.severity == Severity.ERROR for problem in problems))


def as_record(problem: Problem) -> dict[str, str | int | None]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.text(translate),
        "hint": problem.hint_text(translate),
    }


def annotation(problem: Problem, path: str) -> str:
    properties = {"file": path, "line": problem.line, "col": problem.column, "title": problem.code}
    written = ",".join(f"{name}={escaped_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {written}::{escaped(problem.said(translate))}"


def repository_path(site: Path, file: str) -> str:
    """The path as the forge knows it, from the root of the checkout; from the site if it lies elsewhere."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    path = (site / file).resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file


def escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
