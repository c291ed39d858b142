"""The ASSOCIATION of pelicanconf.py as a tree: its values as Pelican read them, its places as written.

The settings are Python and have been run by the time they come here: the file is only
looked at, never executed.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .tree import Tree, Written, tree_of

NAME = "ASSOCIATION"
UNWRITTEN: Written = (None, None, None)


@dataclass(frozen=True, slots=True)
class Mark:
    """Line and column from 0."""

    line: int
    column: int


def settings_tree(identity: object, root: Path, file: str) -> Tree:
    """Without places where they cannot be found: `dict.update`, imports, generated settings."""
    values = tree_of(identity, file) if isinstance(identity, Mapping) else Tree(file, {})
    return Tree(file, values.data, written_in(root / file))


def written_in(path: Path) -> Written:
    try:
        text = path.read_text(encoding="utf-8-sig")
        module = ast.parse(text)
    except (OSError, ValueError, SyntaxError):
        return UNWRITTEN
    found = [node for node in module.body if isinstance(node, ast.Assign | ast.AnnAssign) and assigns(node)]
    return written(found[-1].value, text.splitlines()) if found and found[-1].value else UNWRITTEN


def assigns(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == NAME for target in targets)


def written(node: ast.expr, lines: list[str], key: Mark | None = None) -> Written:
    parts = {name: written(value, lines, mark) for name, mark, value in entries(node, lines)}
    return mark_of(node, lines), parts or None, key


def entries(node: ast.expr, lines: list[str]) -> Iterator[tuple[str, Mark, ast.expr]]:
    """Of `{"name": …}` or of `dict(name=…)`."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, mark_of(key, lines), value
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg:
                yield keyword.arg, mark_of(keyword, lines), keyword.value


def mark_of(node: ast.expr | ast.keyword, lines: list[str]) -> Mark:
    """Python counts columns in bytes, editors in characters."""
    before = lines[node.lineno - 1].encode()[: node.col_offset]
    return Mark(node.lineno - 1, len(before.decode(errors="ignore")))
