"""From a file and a list of edits to the file as it will be; or not at all.

What can be changed in a file of lists of entries: a field set, a list made longer, entries added, in the
manner of those that stand there. Values are put into the text at the places that the tree of our own reader
gives them, and the result is read again and compared before it is handed out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...problems import ContentError, Place, Problem, sentence
from .reader import read_tree
from .source import decode
from .text_edits import Field, Part, SourceText, TextEdit, scalar, written_field, written_part, written_value
from .tree import NOWHERE, Items, Node, Path, Point, Step, Value, value_in

INDENT = 2


class NotEditable(Exception):
    """The place is written in a way that cannot be changed alone."""


@dataclass(frozen=True, slots=True)
class SetField:
    """The value at `path`, written anew or added; `order` is that of the keys beside it."""

    path: Path
    value: Field
    order: Sequence[str] = ()

    def splices(self, root: Node, source_text: SourceText) -> Iterator[TextEdit]:
        owner, key = at(root, self.path[:-1]), str(self.path[-1])
        if not isinstance(owner, Node):
            raise NotEditable
        if key not in owner.marks:
            yield added_field(owner, key, self.value, self.order, source_text)
            return
        start, end = start_of(owner, key), end_of(owner, key, source_text)
        if start == end:
            yield filled_in(owner, start, self.value, source_text)
        else:
            in_quotes = source_text.opens_with(start, "'\"")
            new = written_value(self.value, margin_of(owner) + INDENT, owner.is_flow, in_quotes)
            yield TextEdit(start, end, new)


@dataclass(frozen=True, slots=True)
class ExtendList:
    """More texts, or entries, at the end of the list at `path`."""

    path: Path
    items: Sequence[Part]

    def splices(self, root: Node, source_text: SourceText) -> Iterator[TextEdit]:
        old = at(root, self.path)
        if not isinstance(old, Items):
            raise NotEditable
        if not old.is_flow:
            lines = [f"{' ' * old.start[1]}- {in_list(item)}" for item in self.items]
            yield source_text.lines_after(source_text.last_word(old.start, old.end)[0], lines)
        else:
            yield in_brackets(old, ", ".join(map(written_part, self.items)), source_text)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """notes: lines for the editor, written below the fields as comments where there is room for them."""

    fields: tuple[tuple[str, Field], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddEntries:
    """`list_name` is made when there is no such list yet. owner: the entry that has it, if not the file."""

    list_name: str
    entries: Sequence[NewEntry]
    owner: Path = ()

    def splices(self, root: Node, source_text: SourceText) -> Iterator[TextEdit]:
        owner = at(root, self.owner)
        if not isinstance(owner, Node):
            raise NotEditable
        old = owner.get(self.list_name)
        if isinstance(old, Items) and old:
            yield below(self, old, source_text)
        elif self.list_name in owner.marks:
            yield from instead_of_nothing(self, owner, source_text)
        elif owner.is_flow:
            yield in_braces(self, owner, source_text)
        elif self.owner:
            yield below_its_fields(self, owner, source_text)
        else:
            yield at_the_end(self, 0 if owner.start == NOWHERE else owner.start[1], source_text)


Edit = SetField | ExtendList | AddEntries


def edited(raw: bytes, edits: Sequence[Edit], file: str) -> bytes:
    """`raw` with the edits, read again and compared; ContentError when it does not say what was asked.

    Nothing is written here. Edits of one place are made in their order.
    """
    decode(raw, file)
    source_text = SourceText(raw.decode("utf-8"))
    before = read_tree(source_text.text, file).data
    try:
        splices = [splice for edit in edits for splice in edit.splices(before, source_text)]
    except NotEditable:
        raise not_editable(file) from None
    after = source_text.with_splices(splices).encode("utf-8")
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
                data = with_field(data, path, [*value_at(data, path), *map(plain, items)])
            case AddEntries(list_name=name, entries=entries, owner=owner):
                new = [{key: plain(value) for key, value in entry.fields} for entry in entries]
                data = with_field(data, (*owner, name), [*value_at(data, (*owner, name)), *new])
    return data


def value_at(data: Value, path: Path) -> list[Value]:
    found: Value | None = data
    for step in path:
        found = value_in(found, step)
    return found if isinstance(found, list) else []


def plain(value: Field) -> Value:
    if isinstance(value, str):
        return value
    return dict(value) if isinstance(value, Mapping) else [plain(part) for part in value]


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


def with_field(data: Value, path: Path, value: Value) -> Value:
    """A copy of `data` with that value: what the file has to say afterwards."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        items[step] = with_field(items[step], tuple(rest), value)
        return items
    parts = dict(data) if isinstance(data, dict) else {}
    parts[step] = with_field(parts.get(step, {}), tuple(rest), value)
    return parts


def at(root: Value, path: Path) -> Value | None:
    found: Value | None = root
    for step in path:
        found = value_in(found, step)
    return found


def start_of(owner: Node | Items, step: Step) -> Point:
    return owner.marks[step][:2]


def end_of(owner: Node | Items, step: Step, source_text: SourceText) -> Point:
    value, marks = value_in(owner, step), owner.marks[step]
    end = value.end if isinstance(value, Node | Items) else marks[2:4]
    return source_text.last_word(marks[:2], end)


def margin_of(owner: Node) -> int:
    return owner.start[1]


def added_field(
    owner: Node, key: str, value: Field, order: Sequence[str], source_text: SourceText
) -> TextEdit:
    """After the last of the keys that come before it in `order`, else after the first one."""
    above = neighbour(owner, key, order)
    if owner.is_flow:
        text = f"{scalar(key, 0, True)}: {written_value(value, 0, True)}"
        if above is None:
            return TextEdit(inside(owner.start), inside(owner.start), text)
        end = end_of(owner, above, source_text)
        return TextEdit(end, end, f", {text}")
    if above is None:
        raise NotEditable
    margin = margin_of(owner)
    text = f"{' ' * margin}{written_field(key, value, margin)}"
    return source_text.lines_after(end_of(owner, above, source_text)[0], text.split("\n"))


def neighbour(owner: Node, key: str, order: Sequence[str]) -> Step | None:
    rank: dict[Step, int] = {name: number for number, name in enumerate(order)}
    mine = rank.get(key, len(rank))
    before = [name for name in owner.marks if rank.get(name, len(rank)) < mine]
    return next(reversed(before or [*owner.marks][:1]), None)


def filled_in(owner: Node, start: Point, value: Field, source_text: SourceText) -> TextEdit:
    """The value of a key that stands there without one."""
    line, column = start
    touches = source_text.lines[line][:column].endswith(":")
    new = written_value(value, margin_of(owner) + INDENT, owner.is_flow)
    return TextEdit(start, start, f" {new}" if touches else new)


def in_list(item: Part) -> str:
    return scalar(item, 0, False) if isinstance(item, str) else written_part(item)


def in_brackets(old: Items, text: str, source_text: SourceText) -> TextEdit:
    if old:
        end = end_of(old, len(old) - 1, source_text)
        return TextEdit(end, end, f", {text}")
    return TextEdit(inside(old.start), inside(old.start), text)


def inside(start: Point) -> Point:
    return (start[0], start[1] + 1)


def at_the_end(add: AddEntries, margin: int, source_text: SourceText) -> TextEdit:
    """The list, new, below everything else."""
    lines = [f"{' ' * margin}{add.list_name}:", *spaced(add.entries, margin + INDENT)]
    last = len(source_text.lines) - 1
    if not source_text.text:
        return TextEdit((0, 0), (0, 0), "".join(f"{line}\n" for line in lines))
    if source_text.lines[last]:
        return source_text.lines_after(last, ["", *lines])
    is_spaced = last > 0 and not source_text.lines[last - 1].strip()
    return TextEdit(
        (last, 0), (last, 0), "".join(f"{line}\n" for line in ([] if is_spaced else [""]) + lines)
    )


def below_its_fields(add: AddEntries, owner: Node, source_text: SourceText) -> TextEdit:
    """The list, new, after the last field of its owner and what is noted there."""
    margin = margin_of(owner)
    last = end_of(owner, [*owner.marks][-1], source_text)[0]
    lines = [f"{' ' * margin}{add.list_name}:", *spaced(add.entries, margin + INDENT)]
    return source_text.lines_after(below_comments(last, margin - 1, source_text), lines)


def below(add: AddEntries, old: Items, source_text: SourceText) -> TextEdit:
    if old.is_flow:
        return in_brackets(old, ", ".join(map(in_flow, add.entries)), source_text)
    margin, last, dash = old.start[1], start_of(old, len(old) - 1), dash_of_last(old, source_text)
    width = last[1] - margin if last[0] == dash else INDENT
    is_spaced = not source_text.lines[dash - 1].strip() if len(old) > 1 else not add.owner
    lines = list(spaced(add.entries, margin, width, is_spaced))
    end = below_comments(end_of(old, len(old) - 1, source_text)[0], margin, source_text)
    return source_text.lines_after(end, ["", *lines] if is_spaced else lines)


def dash_of_last(old: Items, source_text: SourceText) -> int:
    """The line on which the last entry has its "-"."""
    line = start_of(old, len(old) - 1)[0]
    while line > old.start[0] and source_text.lines[line][old.start[1] : old.start[1] + 1] != "-":
        line -= 1
    return line


def instead_of_nothing(add: AddEntries, root: Node, source_text: SourceText) -> Iterator[TextEdit]:
    """The key stands there, with no value or with []."""
    old = root.get(add.list_name)
    if old is not None and not (isinstance(old, Items) and old.is_flow):
        raise NotEditable
    (line, column), end = start_of(root, add.list_name), end_of(root, add.list_name, source_text)
    before = source_text.lines[line][:column].rstrip(" ")
    if root.is_flow:
        yield TextEdit((line, len(before)), end, f" [{', '.join(map(in_flow, add.entries))}]")
        return
    yield TextEdit((line, len(before)), end, "")
    margin = root.marks[add.list_name][5]
    last = below_comments(end[0], margin, source_text)
    yield source_text.lines_after(last, spaced(add.entries, margin + INDENT))


def in_braces(add: AddEntries, root: Node, source_text: SourceText) -> TextEdit:
    text = f"{add.list_name}: [{', '.join(map(in_flow, add.entries))}]"
    if not root.marks:
        return TextEdit(inside(root.start), inside(root.start), text)
    end = end_of(root, [*root.marks][-1], source_text)
    return TextEdit(end, end, f", {text}")


def below_comments(line: int, margin: int, source_text: SourceText) -> int:
    """The last line of comments that follow directly and stand further right than `margin`."""
    for number in range(line + 1, len(source_text.lines)):
        text = source_text.lines[number]
        if not text.lstrip(" ").startswith("#") or len(text) - len(text.lstrip(" ")) <= margin:
            break
        line = number
    return line


def spaced(
    entries: Sequence[NewEntry], margin: int, width: int = INDENT, is_spaced: bool = True
) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if number and is_spaced:
            yield ""
        yield from lines_of(entry, margin, width)


def lines_of(entry: NewEntry, margin: int, width: int) -> Iterator[str]:
    """`- id: …` and the other fields below it."""
    column = margin + width
    dash = f"{' ' * margin}-".ljust(column)
    for key, value in entry.fields:
        first, *others = written_field(key, value, column).split("\n")
        yield dash + first
        yield from others
        dash = " " * column
    yield from (f"{' ' * column}# {note}" for note in entry.notes)


def in_flow(entry: NewEntry) -> str:
    pairs = (f"{scalar(key, 0, True)}: {written_value(value, 0, True)}" for key, value in entry.fields)
    return "{" + ", ".join(pairs) + "}"
