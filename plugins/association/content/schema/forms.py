"""What a form asks of whoever fills in a file without knowing YAML: the keys of a shape, in its order.

Made from the shapes, as the JSON Schemas are, so that a form, a schema and `check` never differ. Not for how
a field looks: that is the business of whoever draws the form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from ..fields.base import Form
from .base import Shape, annotation_of, declaration_of, is_required, keys_of, shape_in, words_in
from .json_schema import EMPTY_NAME, SHAPES, schema

Kind = Literal[
    "line", "paragraph", "markdown", "truth", "word", "words", "reference", "references", "lines", "image",
    "entry", "entries", "other",
]  # fmt: skip
LISTED: Final[Mapping[str, str]] = {
    "parent": "types",
    "type": "types",
    "skills": "skills",
    "town": "towns",
    "serves": "towns",
    "sponsors": "members",
    "members": "members",
    "member": "members",
    "organisers": "members",
    "partners": "partners",
    "commissions": "commissions",
    "commission": "commissions",
    "venue": "venues",
}
"""By the key, the list whose entries it names; a venue may be a free text too."""
KINDS: Final[Mapping[str, Kind]] = {
    "YesNo": "truth",
    "MarkdownField": "markdown",
    "TextField": "paragraph",
    "Summary": "paragraph",
    "ImagePath": "image",
}
"""By the name of a form; all others are a line."""
BODY: Final = "body"


@dataclass(frozen=True, slots=True)
class Question:
    """hint: in French, as `key` says it. pattern: of what is written on a line, '' where anything may be.

    words: those that may be chosen. listed: the list whose entries may be.
    needed: whether every file has it; always: whether a translation has it too.
    by_language: whether it may be said in several.
    """

    key: str
    kind: Kind
    hint: str = ""
    pattern: str = ""
    words: tuple[str, ...] = ()
    listed: str = ""
    needed: bool = False
    always: bool = False
    by_language: bool = False
    inside: "tuple[Question, ...]" = ()


@cache
def questions_of(name: str) -> tuple[Question, ...]:
    """name: of a file shape, as in SHAPES."""
    return tuple(questions(SHAPES[name], schema(name), schema(name).get("required", ())))


def questions(shape: type[Shape], forms: Form, always: tuple[str, ...] = ()) -> Iterator[Question]:
    properties = forms["$defs"].get(shape.__name__, forms)["properties"]
    for key in keys_of(shape):
        yield question(shape, key, properties[key], forms, key in always)


def question(shape: type[Shape], key: str, form: Form, forms: Form, always: bool) -> Question:
    annotation, declared = annotation_of(shape, key), declaration_of(shape, key)
    choices = [choice for choice in form.get("anyOf", [form]) if name_of(choice) != EMPTY_NAME]
    words, inner = tuple(words_in(annotation)), shape_in(annotation)
    kind = kind_of(key, choices, words, inner)
    return Question(
        key,
        kind,
        (declared.description if declared else None) or "",
        pattern_of(choices, forms) if kind == "line" else "",
        words,
        LISTED.get(key, "") if kind in ("reference", "references") else "",
        is_required(shape, key),
        always,
        any(is_by_language(forms["$defs"].get(name_of(choice), {})) for choice in choices),
        tuple(questions(inner, forms, tuple(forms["$defs"][inner.__name__].get("required", ()))))
        if inner
        else (),
    )


def kind_of(key: str, choices: list[Form], words: tuple[str, ...], inner: type[Shape] | None) -> Kind:
    is_list = any(choice.get("type") == "array" for choice in choices)
    if inner:
        return "entries" if is_list else "entry"
    if words:
        return "words" if is_list else "word"
    if key in LISTED:
        return "references" if is_list else "reference"
    if is_list:
        return "lines"
    if any(choice.get("type") == "object" for choice in choices):
        return "other"
    return KINDS.get(name_of(choices[0]), "line")


def is_by_language(form: Form) -> bool:
    return any("propertyNames" in choice for choice in form.get("anyOf", ()))


def name_of(form: Form) -> str:
    """'' for a form that is not named, such as a mapping of anything."""
    return str(form.get("$ref", "")).rpartition("/")[2]


def pattern_of(choices: list[Form], forms: Form) -> str:
    """Only where there is one way to write it."""
    found = [forms["$defs"].get(name_of(choice), choice).get("pattern", "") for choice in choices]
    return str(found[0]) if len(found) == 1 else ""
