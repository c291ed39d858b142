"""What pydantic found, told once, in our words, at its place. Pydantic's own words are never shown.

What lacks something is named by its id or name, else by its position.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, get_args

from pydantic_core import ErrorDetails

from ...problems import Problem, Sentence, sentence
from ..fields import CancelledDay, Day, Moment, Refused
from ..fields.base import not_one_value
from ..fields.dates import days_meant
from ..suggestions import meant_key, meant_word
from ..yaml.messages import curly_quotes, within_curly_quotes
from ..yaml.source import Refusal
from ..yaml.tree import Node, Path, Tree, value_in
from .base import Shape, annotation_of, keys_of, shape_at, words_at

Errors: TypeAlias = Sequence[ErrorDetails]
OF_KEY = "[key]"  # pydantic's last step to a wrong key of a dict
MOST_LISTED = 8


def problems_of(shape: type[Shape], node: Node, errors: Errors) -> Iterator[Problem]:
    misspelt = set(misspelt_keys(shape, errors))
    for error in errors:
        match error["type"]:
            case "extra_forbidden":
                yield unknown_key(shape, node, error["loc"])
            case "missing" if error["loc"] not in misspelt:
                yield missing(node, error["loc"], error["input"])
            case "missing":
                pass
            case _:
                yield from wrong_value(shape, node, error)


def misspelt_keys(shape: type[Shape], errors: Errors) -> Iterator[Path]:
    """Where a key should be for which an unknown one stands: one mistake, not two."""
    for error in errors:
        if error["type"] == "extra_forbidden":
            *path, key = error["loc"]
            owner = shape_at(shape, tuple(path))
            near = meant_key(str(key), keys_of(owner)) if owner else None
            if near:
                yield (*path, near)


def unknown_keys_without_value(shape: type[Shape], tree: Tree) -> Iterator[Problem]:
    """The tree leaves them out of its data, so pydantic does not see them."""
    for path in tree.empty:
        owner = shape_at(shape, path[:-1])
        if owner and path[-1] not in keys_of(owner):
            yield unknown_key(shape, tree.data, path)


def unknown_key(shape: type[Shape], node: Node, path: Path) -> Problem:
    owner, key = shape_at(shape, path[:-1]), str(path[-1])
    message = sentence('unknown key "{key}"', key=key)
    allowed = keys_of(owner) if owner else ()
    cut = None if ":" in key or meant_key(key, allowed) else cut_at_a_comma(node, path)
    hint = cut or key_hint(key, allowed)
    return Problem(node.key_place(*path), "unknown-key", message, hint)


def cut_at_a_comma(node: Node, path: Path) -> Sentence | None:
    """`{on: mardi, jeudi}` means { on: mardi } and a key « jeudi » without value."""
    owner: object = node
    for step in path[:-1]:
        owner = value_in(owner, step)
    if not isinstance(owner, Node) or not owner.is_flow or path[-1] in owner:
        return None
    keys, mark = list(owner.marks), owner.marks[path[-1]]
    if mark[1] > mark[5] + len(str(path[-1])):
        return None  # it has its colon
    before = str(keys[keys.index(path[-1]) - 1]) if keys.index(path[-1]) else ""
    value = owner.get(before)
    if not isinstance(value, str):
        return None
    comma = "," if owner.marks[before][2:4] == as_before(mark[4:]) else ", "
    return sentence("write {example}", example=f'{before}: "{value}{comma}{path[-1]}"')


def as_before(mark: Sequence[int]) -> tuple[int, int]:
    """Where ends what only a comma keeps from `mark`."""
    return mark[0], mark[1] - 1


def key_hint(key: str, allowed: Sequence[str]) -> Sentence:
    if ":" in key:
        return sentence("write a space after the colon")
    near = meant_key(key, allowed)
    if near:
        return sentence('did you mean "{near}"?', near=near)
    listed = ", ".join(allowed[:MOST_LISTED]) + (", …" if len(allowed) > MOST_LISTED else "")
    return sentence("the keys allowed here are: {keys}", keys=listed)


def missing(node: Node, path: Path, owner: object) -> Problem:
    """At the key when it stands there without a value, else at the beginning of its owner."""
    *to_owner, key = path
    return Problem(
        node.place(*path),
        "missing-field",
        lack(str(key), owner, tuple(to_owner)),
        sentence('write "{key}: …"', key=key),
    )


def wrong_value(shape: type[Shape], node: Node, error: ErrorDetails) -> Iterator[Problem]:
    path, value = error["loc"], error["input"]
    if path and path[-1] == OF_KEY:
        path = path[:-1]
    refused = error.get("ctx", {}).get("error")
    if isinstance(value, str) and (bare := within_curly_quotes(value)):
        yield curly_quotes(value, bare).problem(node.place(*path))
    elif isinstance(refused, Refused):
        for fault in refused.faults:
            whole = (*path, *fault.path)
            about_key = fault.about_key or error["loc"][-1:] == (OF_KEY,)
            yield fault.refusal.problem(node.key_place(*whole) if about_key else node.place(*whole))
    else:
        yield refusal_of(shape, error["type"], path, value).problem(node.place(*path))


def refusal_of(shape: type[Shape], kind: str, path: Path, value: object) -> Refusal:
    match kind:
        case "literal_error":
            return unknown_word(value, str(key_in(path)), words_at(shape, path))
        case "tuple_type":
            return not_a_list(value, shape_at(shape, path), takes_days(shape, path))
        case "model_type" | "dict_type" | "model_attributes_type":
            return not_keys(value, shape_at(shape, path), takes_days(shape, path))
    return Refusal(
        "bad-value",
        sentence('found "{found}", which is not understood here', found=value),
        sentence("compare with the example in the documentation"),
    )


def key_in(path: Path) -> object:
    """The key whose value, or whose list, is at `path`."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def takes_days(shape: type[Shape], path: Path) -> bool:
    owner = shape_at(shape, path[:-1])
    return (
        any(kind in (CancelledDay, Day, Moment) for kind in get_args(annotation_of(owner, str(path[-1]))))
        if owner
        else False
    )


def unknown_word(value: object, key: str, words: tuple[str, ...]) -> Refusal:
    if not isinstance(value, str):
        return not_one_value(value).faults[0].refusal
    near = meant_word(value, words)
    return Refusal(
        "unknown-value",
        sentence('unknown value "{found}" for "{key}"', found=value, key=key),
        sentence('did you mean "{near}"?', near=near)
        if near
        else sentence("write one of: {words}", words=", ".join(words)),
    )


def not_a_list(value: object, entry: type[Shape] | None, are_days: bool) -> Refusal:
    if value == {}:  # {web, reseaux}: keys without values
        return Refusal(
            "bad-list",
            sentence('found "{{" and "}}", expected a list'),
            sentence('write "[" and "]" instead'),
        )
    if isinstance(value, Mapping):
        return Refusal(
            "bad-list",
            sentence("found keys ({keys}), expected a list", keys=", ".join(map(str, value))),
            sentence('begin each entry with "- "'),
        )
    text = str(value)
    return Refusal(
        "bad-list",
        sentence('found "{found}", expected a list', found=value),
        sentence('begin each entry with "- "')
        if entry or text.startswith("-")
        else sentence("write {better}", better=f"[{days_meant(text) if are_days else text}]"),
    )


def not_keys(value: object, expected: type[Shape] | None, are_days: bool) -> Refusal:
    keys = ", ".join(keys_of(expected)[:MOST_LISTED]) if expected else ""
    hint = sentence("write keys such as {keys}, each with its value", keys=keys) if keys else None
    if are_days:
        hint = sentence("write each day with its text, for example {example}", example="{2027-03-02: …}")
    if isinstance(value, list | tuple):
        return Refusal("bad-group", sentence("found a list, expected keys with values"), hint)
    if isinstance(value, str) and ":" in value:
        hint = sentence("write a space after each colon")
    return Refusal("bad-group", sentence('found "{found}", expected keys with values', found=value), hint)


Lack = Callable[[str, str], Sentence]

# One template per kind of thing: other languages need its gender.
LACKS: Mapping[str, Lack] = {
    "types": lambda name, key: sentence('type "{name}" has no "{key}"', name=name, key=key),
    "skills": lambda name, key: sentence('skill "{name}" has no "{key}"', name=name, key=key),
    "towns": lambda name, key: sentence('town "{name}" has no "{key}"', name=name, key=key),
    "members": lambda name, key: sentence('member "{name}" has no "{key}"', name=name, key=key),
    "people": lambda name, key: sentence('person "{name}" has no "{key}"', name=name, key=key),
    "partners": lambda name, key: sentence('partner "{name}" has no "{key}"', name=name, key=key),
    "benefits": lambda name, key: sentence('benefit "{name}" has no "{key}"', name=name, key=key),
    "venues": lambda name, key: sentence('venue "{name}" has no "{key}"', name=name, key=key),
    "commissions": lambda name, key: sentence('commission "{name}" has no "{key}"', name=name, key=key),
    "meetings": lambda name, key: sentence('meeting "{name}" has no "{key}"', name=name, key=key),
    "dates": lambda name, key: sentence('date "{name}" has no "{key}"', name=name, key=key),
}


def lack(key: str, owner: object, path: Path) -> Sentence:
    """That `owner`, which stands at `path`, has no `key`."""
    match path:
        case []:
            return sentence('found no "{key}"', key=key)
        case [*_, str(list_name), int(index)]:
            return lack_in_list(key, name_of(owner), list_name, index + 1)
    return sentence('"{owner}" has no "{key}"', owner=path[-1], key=key)


def lack_in_list(key: str, name: str | None, list_name: str, number: int) -> Sentence:
    if name and list_name in LACKS:
        return LACKS[list_name](name, key)
    return sentence('entry {number} of "{list}" has no "{key}"', number=number, list=list_name, key=key)


def name_of(owner: object) -> str | None:
    if not isinstance(owner, Mapping):
        return None
    names = (owner.get(key) for key in ("id", "name", "title", "member"))
    return next((name for name in names if isinstance(name, str)), None)
