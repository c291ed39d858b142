"""From a file and a list of edits to the file as it will be; or not at all."""

from collections.abc import Sequence

from ...problems import ContentError, Place, Problem, sentence
from ..text_files import decode
from ..tree import Path, Value
from ..yaml_tree import read_tree
from .additions import AddEntries
from .edits import ExtendList, NotEditable, SetField, with_field
from .manuscript import Manuscript
from .nodes import root_of
from .scalars import Field

Edit = SetField | ExtendList | AddEntries


def edited(raw: bytes, edits: Sequence[Edit], file: str) -> bytes:
    """`raw` with the edits, read again and compared; ContentError when it does not say what was asked.

    Nothing is written here. Edits of one place are made in their order.
    """
    decode(raw, file)
    manuscript = Manuscript(raw.decode("utf-8"))
    before = read_tree(manuscript.text, file).data
    root = root_of(manuscript)
    try:
        splices = [splice for edit in edits for splice in edit.splices(root, manuscript)]
    except NotEditable:
        raise not_editable(file) from None
    after = manuscript.with_splices(splices).encode("utf-8")
    check(after, expected(before, edits), file)
    return after


def check(after: bytes, wanted: Value, file: str) -> None:
    try:
        found = read_tree(decode(after, file), file).data
    except ContentError:
        raise not_editable(file) from None
    if meaning(found) != meaning(wanted):
        raise not_editable(file)


def expected(before: Value, edits: Sequence[Edit]) -> Value:
    data = before
    for edit in edits:
        match edit:
            case SetField(path=path, value=value):
                data = with_field(data, path, plain(value))
            case ExtendList(path=path, items=items):
                data = with_field(data, path, [*value_at(data, path), *items])
            case AddEntries(list_name=name, entries=entries):
                new = [{key: plain(value) for key, value in entry.fields} for entry in entries]
                data = with_field(data, (name,), [*value_at(data, (name,)), *new])
    return data


def value_at(data: Value, path: Path) -> list[Value]:
    found = data
    for step in path:
        found = found.get(step, []) if isinstance(found, dict) else found[step]
    return found if isinstance(found, list) else []


def plain(value: Field) -> Value:
    if isinstance(value, str):
        return value
    return dict(value) if hasattr(value, "items") else list(value)


def meaning(value: Value) -> Value:
    """Ends of lines at the end of a text say nothing."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, list):
        return [meaning(part) for part in value]
    return {key: meaning(part) for key, part in value.items()}


def not_editable(file: str) -> ContentError:
    said = sentence("this file is written in a way that cannot be changed without touching something else")
    hint = sentence("make this change by hand; nothing has been written")
    return ContentError([Problem(Place(file), "not-editable", said, hint)])
