"""The ASSOCIATION of pelicanconf.py as a tree: its values as Pelican read them, its places as written."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from .settings_file import Mark, Writing, mark_of, name_below, writings
from .tree import Tree, Written, tree_of

NAME = "ASSOCIATION"


def settings_tree(identity: object, root: Path, file: str) -> Tree:
    """Without places where they cannot be found: `dict.update`, generated settings."""
    writing = writings(root / file).get(NAME)
    name = name_below(root, writing.file) if writing else file
    values = tree_of(identity, name) if isinstance(identity, Mapping) else Tree(name, {})
    return Tree(name, values.data, written_as(writing) if writing else (None, None, None))


def written_as(writing: Writing) -> Written:
    lines = writing.lines
    whole = written(writing.value, lines) if writing.value else (writing.mark, None, None)
    added = {key: written(value, lines, mark) for key, (mark, value) in writing.parts.items()}
    return whole[0], {**(whole[1] or {}), **added} or None, whole[2]


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
