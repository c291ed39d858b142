"""JSON Schemas of the editors' files, for completion and first checks while typing.

Made from the shapes, and what `key` says of each key. They know less than `check`: no references, no
calendar. In French, as their readers are.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic.json_schema import WithJsonSchema

from .. import fields
from ..fields.base import Form
from .base import ALONE, SPOKEN, Shape, shared_keys
from .commissions import CommissionsFile
from .members import MembersFile
from .texts import ArticleShape, CommonShape, EventShape, MinutesShape, OfferShape, PageShape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHAPES: Mapping[str, type[Shape]] = {
    "members": MembersFile,
    "commissions": CommissionsFile,
    "article": ArticleShape,
    "event": EventShape,
    "offer": OfferShape,
    "minutes": MinutesShape,
    "page": PageShape,
}
PLAIN_NAMES = ("Line", "TextField")  # for forms that other fields have too
BESIDE_THE_FORM = ("title", "description", "default", ALONE, SPOKEN)
NULL: Form = {"type": "null"}

# An empty value means absent; written so that editors do not offer it as a value.
EMPTY_NAME = "Empty"
EMPTY: Form = {"type": ["string", "null"], "maxLength": 0}


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in SHAPES:
        (folder / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8", newline="\n")


def schema_text(name: str) -> str:
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def schema(name: str) -> Form:
    shape = SHAPES[name]
    raw = shape.model_json_schema()
    objects = {shape.__name__: raw, **raw.pop("$defs", {})}
    described = {title: an_object(raw_object) for title, raw_object in sorted(objects.items())}
    top = for_all_versions(described.pop(shape.__name__), shape)
    definitions = {**named_forms(), EMPTY_NAME: EMPTY, **described}
    used = {key: form for key, form in definitions.items() if is_used(key, top, definitions)}
    return {
        "$schema": DIALECT,
        "title": FILES[name].title,
        "description": FILES[name].text,
        **top,
        "$defs": used,
    }


def for_all_versions(form: Form, shape: type[Shape]) -> Form:
    """A translation leaves out what its first text says for both, and no key tells which of them it is."""
    said_once = shared_keys(shape) if issubclass(shape, CommonShape) else ()
    required = [key for key in form.get("required", []) if key not in said_once]
    bare = {name: value for name, value in form.items() if name != "required"}
    return {**bare, "required": required} if required else bare


def an_object(raw: Form) -> Form:
    """Pydantic's titles and docstrings out; what is optional may be empty."""
    required = raw.get("required", [])
    properties = {key: a_property(value, key in required) for key, value in raw["properties"].items()}
    form: Form = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**form, "required": required} if required else form


def a_property(raw: Form, is_required: bool) -> Form:
    choices = list(alternatives(raw))
    if not is_required:
        choices.append({"$ref": f"#/$defs/{EMPTY_NAME}"})
    form: Form = choices[0] if len(choices) == 1 else {"anyOf": choices}
    said: Form = {"description": raw["description"]} if "description" in raw else {}
    default: Form = {"default": raw["default"]} if raw.get("default") not in (None, [], {}) else {}
    return {**said, **form, **default}


def alternatives(raw: Form) -> Iterator[Form]:
    """The forms a value may have, those of our fields by name."""
    form = {key: value for key, value in raw.items() if key not in BESIDE_THE_FORM}
    if "anyOf" in form:  # without the null that pydantic adds to what is optional
        form["anyOf"] = [choice for choice in form["anyOf"] if choice != NULL]
    name = name_of(form)
    if name:
        yield {"$ref": f"#/$defs/{name}"}
    elif "anyOf" in form:
        for choice in form["anyOf"]:
            yield from alternatives(choice)
    else:
        yield {key: nested(value) for key, value in form.items()}


def nested(value: object) -> object:
    """The form of the entries of a list or of a mapping."""
    if not isinstance(value, dict):
        return value
    choices = list(alternatives(value))
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def name_of(form: Form) -> str | None:
    return next((name for name, named in named_forms().items() if named == form), None)


@cache
def named_forms() -> dict[str, Form]:
    """The forms of our fields, each once, by the name of a field that has it."""
    found: dict[str, Form] = {}
    for name in (*PLAIN_NAMES, *fields.__all__):
        for mark in getattr(getattr(fields, name), "__metadata__", ()):
            form = mark.json_schema if isinstance(mark, WithJsonSchema) else None
            if form and form not in found.values():
                found[name] = form
    return found


def is_used(name: str, top: Form, definitions: Mapping[str, Form]) -> bool:
    everything = json.dumps([top, *definitions.values()])
    return f'"#/$defs/{name}"' in everything


class About(NamedTuple):
    title: str
    text: str


FILES: Mapping[str, About] = {
    "members": About("members.yaml", "Les membres de l’association, et les mots qui servent à les décrire."),
    "commissions": About(
        "commissions.yaml", "Les commissions, leurs réunions et les lieux où elles se tiennent."
    ),
    "article": About("content/actualites/*.md", "L’en-tête d’une actualité."),
    "event": About("content/agenda/*.md", "L’en-tête d’un événement, ou d’une série de dates."),
    "offer": About("content/annonces/*.md", "L’en-tête d’une annonce."),
    "minutes": About("content/comptes-rendus/*.md", "L’en-tête d’un compte rendu."),
    "page": About("content/pages/*.md", "L’en-tête d’une page."),
}
