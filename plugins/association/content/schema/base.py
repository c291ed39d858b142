"""What all file shapes share: unknown keys are refused, objects never change.

What a file shape expects at a path: which shape, which keys, which words.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from ..yaml.tree import Path


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


@cache
def keys_of(shape: type[Shape]) -> tuple[str, ...]:
    """The keys as editors write them (`from`, not `from_`), in the order of the shape."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())


@cache
def annotation_of(shape: type[Shape], key: str) -> object:
    """What is declared for a key; None for an unknown one."""
    for name, field in shape.model_fields.items():
        if key == (field.alias or name):
            return field.annotation
    return None


@cache
def is_required(shape: type[Shape], key: str) -> bool:
    names = {field.alias or name: field for name, field in shape.model_fields.items()}
    return key in names and names[key].is_required()


@cache
def shapes_inside(shape: type[Shape]) -> tuple[tuple[str, type[Shape]], ...]:
    """The keys under which other shapes stand, alone or in a list."""
    found = ((key, shape_in(annotation_of(shape, key))) for key in keys_of(shape))
    return tuple((key, inner) for key, inner in found if inner)


def shape_at(shape: type[Shape], path: Path) -> type[Shape] | None:
    """The shape of the object at `path`; an index changes nothing, a list has one shape."""
    current: type[Shape] | None = shape
    for step in path:
        if isinstance(step, str):
            current = dict(shapes_inside(current)).get(step) if current else None
    return current


def shape_in(annotation: object) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(shape_in, get_args(annotation))), None)


def words_at(shape: type[Shape], path: Path) -> tuple[str, ...]:
    """The words allowed at `path`, when only some are."""
    while path and not isinstance(path[-1], str):
        path = path[:-1]
    owner = shape_at(shape, path[:-1]) if path else None
    return tuple(words_in(annotation_of(owner, str(path[-1])))) if owner else ()


def words_in(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for part in get_args(annotation):
        yield from words_in(part)
