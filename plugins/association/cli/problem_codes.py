"""The codes of problems and what is said under each, found in the code that says it.

As far as that can be read: what is written in the call, under a name, or in the function called for it.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import compile

from ..program import PACKAGE

CODE = compile(r"[a-z]+(?:-[a-z]+)+|encoding")
TELL = frozenset(
    {"Problem", "error", "warn", "warning", "told", "refused", "mistake", "Refused", "SettingFault"}
)

OF_OPTIONS = "wrong_option"
"""Its words are options of a command."""


@cache
def sources() -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def sentences_by_code() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for text in sources().values():
        for code, sentences in Source.of(ast.parse(text)).told():
            found.setdefault(code, set()).update(sentences)
    return found


@dataclass(frozen=True, slots=True)
class Source:
    """named: what stands under a name at the top of a module; functions: those of the module."""

    tree: ast.Module
    named: dict[str, ast.expr]
    functions: dict[str, ast.FunctionDef]

    @classmethod
    def of(cls, tree: ast.Module) -> "Source":
        functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        return cls(tree, assigned(tree), functions)

    def told(self) -> Iterator[tuple[str, set[str]]]:
        for place in (self.tree, *self.functions.values()):
            local = {**self.named, **assigned(place)}
            for node in ast.walk(place):
                if isinstance(node, ast.Call | ast.Tuple) and called(node) != OF_OPTIONS:
                    yield from self.told_by(node, local, place)

    def told_by(
        self, call: ast.Call | ast.Tuple, local: dict[str, ast.expr], place: ast.AST
    ) -> Iterator[tuple[str, set[str]]]:
        """A sentence stands beside its code; else somewhere in the function that tells it."""
        arguments = call.args if isinstance(call, ast.Call) else call.elts
        for code in filter(None, (code_in(argument, local) for argument in arguments)):
            said = {one for argument in arguments for one in self.sentences(argument, local)}
            if said:
                yield code, said
            elif called(call) in TELL and isinstance(place, ast.FunctionDef):
                yield code, set(self.sentences(place, {}))

    def sentences(self, part: ast.AST, local: dict[str, ast.expr], depth: int = 2) -> Iterator[str]:
        for node in ast.walk(part):
            if isinstance(node, ast.Call) and called(node) == "sentence":
                yield from texts(node)
            elif depth and isinstance(node, ast.Call) and called(node) in self.functions:
                yield from self.sentences(self.functions[called(node)], self.named, depth - 1)
            elif depth and isinstance(node, ast.Name) and node.id in local:
                yield from self.sentences(local[node.id], {}, depth - 1)


def assigned(place: ast.AST) -> dict[str, ast.expr]:
    body = getattr(place, "body", [])
    return {
        target.id: node.value
        for node in body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def called(call: ast.expr) -> str:
    function = getattr(call, "func", None)
    return str(getattr(function, "id", getattr(function, "attr", "")))


def code_in(argument: ast.expr, local: dict[str, ast.expr]) -> str | None:
    node = local.get(argument.id) if isinstance(argument, ast.Name) else argument
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) and CODE.fullmatch(value) else None


def texts(call: ast.Call) -> Iterator[str]:
    for node in call.args[:1]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
