"""The schemas in the hands of a validator that nobody here wrote: ajv, as programs for editors use it."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from built_site import EXAMPLES
from editors_yaml import sources, value_in
from tools import REPOSITORY, command, node_package

SCHEMAS = REPOSITORY / "schemas"
SITES = (REPOSITORY, *(REPOSITORY / "examples" / name for name in EXAMPLES))
CASES = sorted(path.parent for path in (REPOSITORY / "tests/bad_input").glob("*/expected.txt"))
OF_FORM = frozenset(
    "bad-amount bad-apply bad-consent bad-country bad-duration bad-email bad-group bad-language bad-list"
    " bad-number bad-on bad-path bad-phone bad-position bad-postal-code bad-slug bad-url bad-yes-no too-long"
    " unexpected-keys unexpected-list unknown-key unknown-value yaml-top-level".split()
)
"""Codes of what is wrong with the form of one value. The others take a calendar, another entry or a file."""
OF_THE_NAME = frozenset({"translation-named-in-another-language/content/actualites/rentree.nl.md"})
"""What is right by itself, and wrong beside the name of its file, which a schema does not see."""
TEXTS = (
    "a", "A-b", "a b", "a_b", "é", "ÉTÉ", "lens", "62300", "01000", "2026-11-03", "2026-11-03 18:30",
    "2026-11-03T18h30", "3/11/2026", "1h30", "2 jours", "90min", "90 minutes", "a@b.example",
    "mailto:a@b.example", "https://a.example/b?c#d", "HTTPS://A.EXAMPLE", "javascript:x", "/charte/",
    "//a.example", "logos/a.png", "../a.png", "a//b.png", "a/.b.png", 'a"b.png', "a\\b.png", "a:b",
    "a|b", "fr", "pt-BR", "zh-Hant-TW", "FR", "+33 3 21 00 00 00", "0353010000", "50.43", "-2.8", "1e3",
    "12,50", "oui", "NON", "true", "Europe/Paris", "FREQ=WEEKLY;BYDAY=TU", "rrule:FREQ=DAILY", "month",
    "2 months", "TOUS  LES deux MOIS", "elke 2 maanden", "une semaine sur deux", "first tuesday",
    "Premier Mardi du mois", "le 15", "day 05", "on tuesday", "😀", "a\tb", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    broken: list[str]
    refused: list[str | None]
    matches: list[bool]


def judged(documents: list[dict[str, object]], texts: list[tuple[str, str]]) -> Verdict:
    node_package("ajv/dist/2020.js")
    node = command("node", "nodejs")
    script = Path(__file__).with_name("schema_judge.mjs")
    request = json.dumps({"documents": documents, "texts": texts})
    ended = subprocess.run([node, str(script), str(SCHEMAS)], input=request, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return Verdict(**json.loads(ended.stdout))


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its schema sees it; codes: of the errors that `check` finds in it."""

    name: str
    schema: str
    value: object
    codes: frozenset[str]


def documents() -> Iterator[Document]:
    for site in (*SITES, *CASES):
        told = site / "expected.txt"
        errors = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
        for schema, path in sources(site):
            name = path.relative_to(site).as_posix()
            try:
                value = value_in(path)
            except ValueError:  # not YAML at all, and no schema is asked
                continue
            yield Document(f"{site.name}/{name}", schema, value, codes_of(name, errors))


def codes_of(name: str, told: list[str]) -> frozenset[str]:
    pattern = re.compile(rf"{re.escape(name)}:\d+:\d+: error: .*\[([a-z-]+)\]")
    return frozenset(match[1] for line in told if (match := pattern.fullmatch(line)))


@cache
def verdicts() -> tuple[tuple[Document, str | None], ...]:
    found = tuple(documents())
    asked = [{"schema": one.schema, "value": one.value} for one in found]
    return tuple(zip(found, judged(asked, []).refused, strict=True))


def patterns(form: object) -> Iterator[str]:
    if isinstance(form, dict):
        for key, value in form.items():
            yield from [value] if key == "pattern" and isinstance(value, str) else patterns(value)
    elif isinstance(form, list):
        for part in form:
            yield from patterns(part)


@cache
def every_pattern() -> tuple[str, ...]:
    files = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.glob("*.json")))
    return tuple(dict.fromkeys(pattern for form in files for pattern in patterns(form)))


def test_the_seven_schemas_are_valid_for_a_strict_validator() -> None:
    """They follow the meta-schema they name, and every pattern is one of ECMAScript with the flag `u`."""
    assert 7 == len(list(SCHEMAS.glob("*.json")))
    assert [] == judged([], []).broken


def test_a_pattern_means_the_same_in_python_and_in_ecmascript() -> None:
    """The tests of the reader judge by Python, editors by what their program is written in."""
    asked = [(pattern, text) for pattern in every_pattern() for text in TEXTS]
    ours = [re.search(pattern, text) is not None for pattern, text in asked]

    assert 10 < len(every_pattern())
    assert [] == [
        pair
        for pair, mine, other in zip(asked, ours, judged([], asked).matches, strict=True)
        if mine != other
    ]


def test_no_right_file_is_refused() -> None:
    """Those of the repository, and those of the tests in which `check` finds no error."""
    fine = [(document.name, refused) for document, refused in verdicts() if not document.codes]

    assert 100 < len(fine)
    assert [] == [(name, refused) for name, refused in fine if refused]


@pytest.mark.parametrize("code", sorted(OF_FORM))
def test_a_mistake_of_form_is_seen_while_typing(code: str) -> None:
    """Whatever a schema can know of."""
    wrong = [(document.name, refused) for document, refused in verdicts() if code in document.codes]

    assert wrong
    assert [] == [name for name, refused in wrong if refused is None and name not in OF_THE_NAME]
