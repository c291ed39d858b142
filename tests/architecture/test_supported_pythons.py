"""What every Python from 3.11.0 to 3.14 has to understand alike."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import _constants, _parser

import pytest
from program import REPOSITORY, ROOT, Module, modules

FUNCTIONS = frozenset("compile match fullmatch search sub subn split findall finditer".split())
AT_FAULT = frozenset({_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP})
"""Before 3.11.5 they may lose characters or a whole match (CPython, gh-106052)."""
FOLDERS = (ROOT, REPOSITORY / "tests", REPOSITORY / "benchmarks")


def written_patterns(module: Module) -> Iterator[tuple[str, str]]:
    """Where a pattern is handed to `re` as it stands, and the pattern."""
    for call in module.calls():
        pattern = call.args[0] if call.args else None
        if is_of_re(call.func) and isinstance(pattern, ast.Constant):
            yield f"{module.path}:{call.lineno}", pattern.value


def is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in FUNCTIONS
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
    )


def compiled_patterns() -> Iterator[tuple[str, str]]:
    """Those that the modules of the program hold, however they are put together."""
    for module in modules():
        name = ".".join(("association", *module.path.removesuffix(".py").split("/")))
        for attribute, value in vars(import_module(name.removesuffix(".__init__"))).items():
            if isinstance(value, re.Pattern):
                yield f"{module.path}: {attribute}", value.pattern


def operations(parsed: object) -> Iterator[object]:
    """Every operation of a parsed pattern, however deep."""
    if isinstance(parsed, _parser.SubPattern | list | tuple):
        for part in parsed:
            yield from operations(part)
    else:
        yield parsed


def is_at_fault(pattern: str | bytes) -> bool:
    return not AT_FAULT.isdisjoint(operations(_parser.parse(pattern)))


@pytest.mark.parametrize(
    ("pattern", "answer"), [("a++", True), ("(?:b|(?>a))*", True), ("[+]+", False), (r"(a+)\1*?", False)]
)
def test_possessive_quantifiers_and_atomic_groups_are_recognised(pattern: str, answer: bool) -> None:
    """As Python itself reads the pattern."""
    assert answer is is_at_fault(pattern)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_no_written_pattern_needs_a_later_python(folder: Path) -> None:
    """No possessive quantifier, no atomic group, neither in the program nor in its tests."""
    found = [pattern for module in modules(folder) for pattern in written_patterns(module)]

    assert [] == [place for place, pattern in found if is_at_fault(pattern)]


def test_no_compiled_pattern_needs_a_later_python() -> None:
    """Those made of pieces are judged as a whole."""
    found = dict(compiled_patterns())

    assert len(found) > 100
    assert [] == [place for place, pattern in found.items() if is_at_fault(pattern)]
