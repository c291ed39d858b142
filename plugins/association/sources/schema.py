"""JSON Schemas of the editors' files, for completion and first checks while typing.

Made from the shapes. They know less than `check`: no references, no calendar.
In French, as their readers are.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic.json_schema import WithJsonSchema

from . import fields
from .fields.json_forms import Form
from .schema_words import FILES, description
from .shapes.base import Shape
from .shapes.commissions import CommissionsFile
from .shapes.front_matter import ArticleShape, EventShape, PageShape
from .shapes.members import MembersFile
from .shapes.minutes import MinutesShape
from .shapes.offers import OfferShape

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
    described = {title: an_object(title, raw_object) for title, raw_object in sorted(objects.items())}
    top = described.pop(shape.__name__)
    definitions = {**named_forms(), EMPTY_NAME: EMPTY, **described}
    used = {key: form for key, form in definitions.items() if is_used(key, top, definitions)}
    return {
        "$schema": DIALECT,
        "title": FILES[name].title,
        "description": FILES[name].text,
        **top,
        "$defs": used,
    }


def an_object(title: str, raw: Form) -> Form:
    """Pydantic's titles and docstrings out, our words in; what is optional may be empty."""
    required = raw.get("required", [])
    properties = {
        key: a_property(title, key, value, key in required) for key, value in raw["properties"].items()
    }
    form: Form = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**form, "required": required} if required else form


def a_property(title: str, key: str, raw: Form, is_required: bool) -> Form:
    choices = list(alternatives(raw))
    if not is_required:
        choices.append({"$ref": f"#/$defs/{EMPTY_NAME}"})
    form: Form = choices[0] if len(choices) == 1 else {"anyOf": choices}
    words = description(title, key)
    said: Form = {"description": words} if words else {}
    default: Form = {"default": raw["default"]} if raw.get("default") not in (None, [], {}) else {}
    return {**said, **form, **default}


def alternatives(raw: Form) -> Iterator[Form]:
    """The forms a value may have, those of our fields by name."""
    form = {key: value for key, value in raw.items() if key not in ("title", "description", "default")}
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
            if isinstance(mark, WithJsonSchema) and mark.json_schema not in found.values():
                found[name] = mark.json_schema
    return found


def is_used(name: str, top: Form, definitions: Mapping[str, Form]) -> bool:
    everything = json.dumps([top, *definitions.values()])
    return f'"#/$defs/{name}"' in everything
