"""A small reader of JSON Schema for tests: the keywords our schemas use, and an error for any other."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Form: TypeAlias = Mapping[str, object]

KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
DECORATION = {"$schema", "$defs", "title", "description", "default"}


def errors(schema: Form, value: object) -> list[str]:
    """What the schema has against the value, each with its path."""
    return list(errors_at(schema, schema, value, "top"))


def errors_at(schema: Form, form: Form, value: object, path: str) -> Iterator[str]:
    for keyword in sorted(form.keys() - DECORATION):
        rule = form[keyword]
        match keyword:
            case "$ref":
                yield from errors_at(schema, schema["$defs"][rule.rpartition("/")[2]], value, path)
            case "anyOf":
                if all(list(errors_at(schema, choice, value, path)) for choice in rule):
                    yield f"{path}: {value!r} is none of the choices"
            case "items" if isinstance(value, list):
                for index, part in enumerate(value):
                    yield from errors_at(schema, rule, part, f"{path}[{index}]")
            case "properties" | "additionalProperties" if isinstance(value, dict):
                yield from errors_in_keys(schema, form, keyword, value, path)
            case "patternProperties" if isinstance(value, dict):
                for key, part in value.items():
                    for pattern in (each for each in rule if re.search(each, key)):
                        yield from errors_at(schema, rule[pattern], part, f"{path}.{key}")
            case "properties" | "patternProperties" | "additionalProperties" | "items":
                pass
            case _ if not fulfils(keyword, rule, value):
                yield f"{path}: {value!r} against {keyword} {rule!r}"


def errors_in_keys(
    schema: Form, form: Form, keyword: str, value: Mapping[str, object], path: str
) -> Iterator[str]:
    known = form.get("properties", {})
    for key, part in value.items():
        if keyword == "properties" and key in known:
            yield from errors_at(schema, known[key], part, f"{path}.{key}")
        elif keyword == "additionalProperties" and key not in known and form[keyword] is False:
            yield f"{path}: unknown key {key!r}"
        elif keyword == "additionalProperties" and key not in known:
            yield from errors_at(schema, form[keyword], part, f"{path}.{key}")


def fulfils(keyword: str, rule: object, value: object) -> bool:
    match keyword:
        case "type":
            return any(is_a(kind, value) for kind in ([rule] if isinstance(rule, str) else rule))
        case "enum":
            return value in rule
        case "const":
            return value == rule
        case "pattern":
            return not isinstance(value, str) or re.search(rule, value) is not None
        case "maxLength":
            return not isinstance(value, str) or len(value) <= rule
        case "minimum":
            return not is_a("number", value) or rule <= value
        case "maximum":
            return not is_a("number", value) or value <= rule
        case "required":
            return not isinstance(value, dict) or set(rule) <= value.keys()
        case "minItems" | "minProperties":
            return not isinstance(value, list | dict) or rule <= len(value)
        case "propertyNames":
            return not isinstance(value, dict) or all(
                fulfils("pattern", rule["pattern"], key) for key in value
            )
    raise NotImplementedError(keyword)


def is_a(kind: str, value: object) -> bool:
    if kind == "null" or value is None:
        return kind == "null" and value is None
    return isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))
