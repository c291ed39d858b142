"""What all file shapes share: unknown keys are refused, objects never change, each knows where it is written.

Each key is declared once. A wrong value is left out alone when nothing else depends on it, otherwise with the
whole entry of its file, so that one mistake is not told twice. And what a shape expects at a path: which
shape, which keys, which words.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, overload

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticUndefined

from ...domain.meetings import Remark
from ...domain.text import Text
from ...problems import Place
from ..suggestions import meant_key
from ..yaml.tree import Items, Node, Origin, Path, Step, Value

ShapeT = TypeVar("ShapeT", bound="Shape")

MOST_TOLD = 1000  # nobody mends more in one go
UNWRITTEN: Final = Node(Origin(""))
put = object.__setattr__  # a shape is frozen, and its node no part of what it says


class Shape(BaseModel):
    """Two shapes that say the same are equal, wherever they are written."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    __slots__ = (
        "_node",
    )  # a private attribute of pydantic's would be compared, and takes three times as long

    @property
    def node(self) -> Node:
        """What this was read from; nothing, of a shape that no file says."""
        node = getattr(self, "_node", UNWRITTEN)
        assert isinstance(node, Node)
        return node

    def place(self, *path: Step) -> Place:
        """Where the value at `path` begins: `shape.place("skills", 2)`."""
        return self.node.place(*path)

    def key_place(self, *path: Step) -> Place:
        """Where its key begins."""
        return self.node.key_place(*path)

    @model_validator(mode="wrap")
    @classmethod
    def _read(
        cls: type[ShapeT], value: object, handler: ModelWrapValidatorHandler[ShapeT], info: ValidationInfo
    ) -> ShapeT:
        """The context is a `Mistakes` where a file with mistakes is read as far as it can be."""
        try:
            shape = handler(value)
        except ValidationError as error:
            if not isinstance(value, Node) or not isinstance(info.context, Mistakes):
                raise
            shape = read_without(error, cls, value, handler, info.context)
        if isinstance(value, Node):
            put(shape, "_node", value)
        return shape


class Mistakes:
    """What the shapes of a file have found, each mistake once: what is read again is judged again."""

    def __init__(self) -> None:
        self.by_path: dict[tuple[Path, str], ErrorDetails] = {}

    def note(self, errors: Sequence[ErrorDetails], path: Path = ()) -> None:
        """Of something that stands at `path` in the file."""
        for error in errors:
            whole: Path = (*path, *error["loc"])
            self.by_path[whole, error["type"]] = {**error, "loc": whole}

    @property
    def errors(self) -> list[ErrorDetails]:
        return list(self.by_path.values())

    @property
    def are_too_many(self) -> bool:
        return len(self.by_path) > MOST_TOLD


def read_without(
    error: ValidationError,
    shape: type[ShapeT],
    node: Node,
    handler: ModelWrapValidatorHandler[ShapeT],
    mistakes: Mistakes,
) -> ShapeT:
    """The shape without what is wrong in it, which is noted; `error` where too much depends on that."""
    errors = error.errors(include_url=False)
    if mistakes.are_too_many or not all(can_be_left_out(shape, one) for one in errors):
        raise error
    mistakes.note(errors, node.path)
    rest = without_entries(node, errors) if is_register(shape) else without_values(shape, node, errors)
    try:
        return handler(rest)
    except ValidationError:
        raise error from None


def can_be_left_out(shape: type[Shape], error: ErrorDetails) -> bool:
    """Of a list of entries any entry, of an entry what stands alone."""
    if is_register(shape):
        return True
    key = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "extra_forbidden" and len(error["loc"]) == 1:
        meant = meant_key(key, keys_of(shape))
        return meant is None or is_alone(shape, meant)
    return is_alone(shape, key)


def without_entries(node: Node, errors: Sequence[ErrorDetails]) -> Node:
    """The lists of a file without their wrong entries, and without what is no list."""
    wrong = {error["loc"][:2] for error in errors}
    rest = Node(node.origin)
    for key, entries in node.items():
        if isinstance(entries, Items) and (key,) not in wrong:
            rest[key] = kept = Items(node.origin, (key,))
            kept += [entry for index, entry in enumerate(entries) if (key, index) not in wrong]
    return rest


def without_values(shape: type[Shape], node: Node, errors: Sequence[ErrorDetails]) -> Node:
    """What cannot be missing is stood in for."""
    wrong = {str(error["loc"][0]) for error in errors}
    rest = Node(node.origin, node.path)
    rest.update({key: value for key, value in node.items() if key not in wrong})
    rest.update({key: stand_in(shape, key) for key in wrong if is_required(shape, key)})
    return rest


def stand_in(shape: type[Shape], key: str) -> Value:
    """A day where one is expected, else a text."""
    expected = annotation_of(shape, key)
    return "2000-01-01" if date in (expected, *get_args(expected)) else "?"


@cache
def is_register(shape: type[Shape]) -> bool:
    """A file of lists of entries, and nothing else."""
    return all(is_list_of_shapes(annotation_of(shape, key)) for key in keys_of(shape))


def is_list_of_shapes(annotation: object) -> bool:
    if get_origin(annotation) is tuple:
        return shape_in(annotation) is not None
    return any(map(is_list_of_shapes, get_args(annotation)))


Spoken = tuple[Shape, Path, Text]
"""A text, with the shape that has it and where it stands in there."""


def spoken_in(shape: Shape, keys: Container[str]) -> Iterator[Spoken]:
    """All that these keys say to visitors, however deep."""
    for name, value in shape:
        if name in keys:
            yield from spoken_by(value, shape, (name,))


def spoken_by(value: object, shape: Shape, path: Path) -> Iterator[Spoken]:
    match value:
        case Text():
            yield shape, path, value
        case Shape():
            yield from spoken_in(value, value.node)
        case Remark(words=words):
            yield from spoken_by(words, shape, (*path, "reason"))
        case tuple():
            for index, part in enumerate(value):
                yield from spoken_by(part, shape, (*path, index))
        case dict():
            for key_, part in value.items():
                yield from spoken_by(part, shape, (*path, str(key_)))


DefaultT = TypeVar("DefaultT")
ALONE, SPOKEN = "alone", "spoken"


@overload
def key(text: str = "", *, alone: bool = False, spoken: bool = False, alias: str | None = None) -> Any: ...
@overload
def key(
    text: str = "",
    *,
    default: DefaultT,
    alone: bool = False,
    spoken: bool = False,
    alias: str | None = None,
) -> DefaultT: ...
def key(
    text: str = "",
    *,
    default: object = PydanticUndefined,
    alone: bool = False,
    spoken: bool = False,
    alias: str | None = None,
) -> Any:
    """All there is to say of a key besides its type; without `default`, it has to be written.

    text: what it means, as an editor reads it while typing: in French, because they do.
    alone: no rule looks at it together with another key, so that a wrong value is left out without
        its entry, the rest of which is still checked.
    spoken: of a text of content/: its versions in several languages each have their own; all others
        say the same, and a translation need not say it.
    alias: as editors write it, where Python has another use for the word.
    """
    extra: dict[str, Any] = {name: True for name, is_so in ((ALONE, alone), (SPOKEN, spoken)) if is_so}
    return Field(default, alias=alias, description=text or None, json_schema_extra=extra or None)


# What keys that many shapes have mean.
ID = "L’identifiant, permanent, fin de l’adresse : lettres sans accent, chiffres et traits d’union."
NAME = "Le nom, tel qu’il s’affiche."
TITLE = "Le titre. Un texte qui contient « : » s’écrit entre guillemets droits."
MARKDOWN = "Un texte libre, en Markdown."
EMAIL = "Une adresse de courriel, publiée telle quelle."
TOWN = "La commune : un identifiant de « towns »."
VENUE = "Le lieu : un identifiant de « venues », ou un texte libre."
ALIASES = "Les anciennes adresses de la page, qui y mènent : [/2019/03/ancien/, /ancien.html]."
ONLINE = "L’adresse de la visioconférence."
DURATION = "2h, 1h30, 90min ou 3j."


@cache
def keys_of(shape: type[Shape]) -> tuple[str, ...]:
    """The keys as editors write them (`from`, not `from_`), in the order of the shape."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())


@cache
def declaration_of(shape: type[Shape], key: str) -> FieldInfo | None:
    """What is declared for a key; None for an unknown one."""
    declared = ((field.alias or name, field) for name, field in shape.model_fields.items())
    return next((field for name, field in declared if name == key), None)


def annotation_of(shape: type[Shape], key: str) -> object:
    declared = declaration_of(shape, key)
    return declared.annotation if declared else None


def is_required(shape: type[Shape], key: str) -> bool:
    declared = declaration_of(shape, key)
    return declared is not None and declared.is_required()


def is_alone(shape: type[Shape], key: str) -> bool:
    """Whether a wrong value can be left out without its entry: nothing else there depends on it."""
    return ALONE in extra_of(shape, key)


def extra_of(shape: type[Shape], key: str) -> Mapping[str, object]:
    declared = declaration_of(shape, key)
    extra = declared.json_schema_extra if declared else None
    return extra if isinstance(extra, dict) else {}


@cache
def shared_keys(shape: type[Shape]) -> frozenset[str]:
    """What a text says for all its versions."""
    return frozenset(key for key in keys_of(shape) if SPOKEN not in extra_of(shape, key))


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
