"""Where the settings are written: the files of pelicanconf.py and of what it imports, read as text.

The settings are Python and have been run by the time they come here: the files are only looked at, never
executed. ASSOCIATION is a tree: its values as Pelican read them, its places as written.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..problems import Place
from .yaml.tree import Node, Point, Tree, Value, marks_of, tree_of

Imported = frozenset[Path]

NAME = "ASSOCIATION"


@dataclass(frozen=True, slots=True)
class Writing:
    """The last place where a name is given its value.

    value: None where it cannot be read off: an import, `A, B = …`, `A += …`.
    parts: for `A["key"] = …`, by key.
    """

    file: Path
    point: Point
    value: ast.expr | None
    lines: list[str]
    parts: Mapping[str, tuple[Point, ast.expr]] = field(default_factory=dict)

    def place(self, root: Path) -> Place:
        return Place(name_below(root, self.file), self.point[0] + 1, self.point[1] + 1)


def name_below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


Writings = dict[str, Writing]


def writings(file: Path, imported: Imported = frozenset()) -> Writings:
    """Of every name, in the file itself or in one beside it that it imports; nothing if it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        module = ast.parse(text)
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        return {}
    found: Writings = {}
    for statement in statements(module.body):
        if isinstance(statement, ast.ImportFrom):
            found |= imports(statement, file, text.splitlines(), imported | {file})
        else:
            note(statement, found, file, text.splitlines())
    return found


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """In reading order, also those under `if`, `try`, `with` and loops, but not inside functions."""
    for statement in body:
        yield statement
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for inner in ("body", "handlers", "orelse", "finalbody"):
                for part in getattr(statement, inner, []):
                    yield from statements(part.body if isinstance(part, ast.ExceptHandler) else [part])


def imports(statement: ast.ImportFrom, file: Path, lines: list[str], imported: Imported) -> Writings:
    source = file.parent.joinpath(*(statement.module or "").split(".")).with_suffix(".py")
    there = writings(source, imported) if source not in imported and source.is_file() else {}
    found: Writings = {}
    for alias in statement.names:
        if alias.name == "*":
            found |= there
        else:
            here = Writing(file, point_of(statement, lines), None, lines)
            found[alias.asname or alias.name] = there.get(alias.name, here)
    return found


def note(statement: ast.stmt, found: Writings, file: Path, lines: list[str]) -> None:
    for target, value in assigned(statement):
        match target:
            case ast.Name(id=name):
                found[name] = Writing(file, point_of(target, lines), value, lines)
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(key))) if name in found:
                before = found[name]
                parts = {**before.parts, key: (point_of(target, lines), value or target)}
                if before.file == file:
                    found[name] = Writing(file, before.point, before.value, lines, parts)


def assigned(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    match statement:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from unpacked(target, value)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield target, value
        case ast.AugAssign(target=target):
            yield target, None


def unpacked(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    if isinstance(target, ast.Tuple | ast.List):
        yield from ((part, None) for part in target.elts)
    else:
        yield target, value


def point_of(node: ast.expr | ast.keyword | ast.stmt, lines: list[str]) -> Point:
    """Python counts columns in bytes, editors in characters."""
    before = lines[node.lineno - 1].encode()[: node.col_offset]
    return node.lineno - 1, len(before.decode(errors="ignore"))


def place_of_setting(name: str, root: Path, file: str) -> Place:
    writing = writings(root / file).get(name)
    return writing.place(root) if writing else Place(file)


def place_of_entry(name: str, key: str, root: Path, file: str) -> Place:
    """Of one key of a setting between braces; of the setting where that cannot be told."""
    writing = writings(root / file).get(name)
    if writing is None or writing.value is None:
        return place_of_setting(name, root, file)
    points = {**{key: point for key, point, _ in entries(writing.value, writing.lines)}}
    points |= {key: point for key, (point, _) in writing.parts.items()}
    line, column = points.get(key, writing.point)
    return Place(name_below(root, writing.file), line + 1, column + 1)


def settings_tree(identity: object, root: Path, file: str) -> Tree:
    """Without places where they cannot be found: `dict.update`, generated settings."""
    writing = writings(root / file).get(NAME)
    name = name_below(root, writing.file) if writing else file
    tree = tree_of(identity if isinstance(identity, Mapping) else {}, name)
    if writing:
        mark_parts(tree.data, writing)
    return tree


def mark_parts(node: Node, writing: Writing) -> None:
    lines = writing.lines
    node.start = point_of(writing.value, lines) if writing.value else writing.point
    if writing.value:
        mark_entries(node, writing.value, lines)
    for key, (point, value) in writing.parts.items():
        mark_value(node, key, point, value, lines)


def mark_entries(node: Node, written: ast.expr, lines: list[str]) -> None:
    for key, point, value in entries(written, lines):
        mark_value(node, key, point, value, lines)


def mark_value(node: Node, key: str, point: Point, written: ast.expr, lines: list[str]) -> None:
    node.marks[key] = marks_of(point_of(written, lines), key=point)
    value: Value | None = node.get(key)
    if isinstance(value, Node):
        value.marks.clear()
        mark_entries(value, written, lines)


def entries(node: ast.expr, lines: list[str]) -> Iterator[tuple[str, Point, ast.expr]]:
    """Of `{"name": …}` or of `dict(name=…)`."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, point_of(key, lines), value
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg:
                yield keyword.arg, point_of(keyword, lines), keyword.value
