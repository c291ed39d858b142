"""The mapping: which column of the export gives which field of a member. A small YAML file.

Every key of a member has a column, of the kind of what it holds, but three:
consent, listed and people are never imported: nobody's consent stands in a spreadsheet, and a person appears
on the site only with one that is recorded. Whom an organisation names is said apart, by `people` beside
`columns`: they come in without consent. Ids are found by what a spreadsheet calls them: by id or by name,
whatever the case.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_args, get_origin

from pydantic import BeforeValidator, Field, PlainValidator, create_model

from ..content.context import UNKNOWN, Known, Reading, hint
from ..content.fields import LanguageCode, LongLine, Reference, YesNo
from ..content.fields.base import refused, text_of
from ..content.schema.base import Shape, annotation_of, is_alone, key, keys_of, shape_in
from ..content.schema.members import KindName, MembersFile, MemberShape, PersonShape
from ..content.suggestions import did_you_mean
from ..content.yaml.tree import Node
from ..domain.text import Slug, Text, fold, slug_of
from ..problems import Place, Problem, Sentence, sentence

EXAMPLE = datetime(2026, 10, 8)

CONSENT = sentence("a consent is never imported: it counts only once it is recorded in members.yaml")
PEOPLE = sentence("people are never imported: each appears only with a consent recorded in members.yaml")
LISTED = sentence('"listed" is never imported: who is left out of the directory is decided in members.yaml')

LIST_OF_FIELD = {
    "type": "types",
    "skills": "skills",
    "town": "towns",
    "serves": "towns",
    "sponsors": "members",
}


def names(value: object) -> tuple[str, ...]:
    """One column, or several whose texts are joined by a space."""
    parts = value if isinstance(value, list | tuple) else (value,)
    return tuple(text_of(part) for part in parts)


def spelt_out(value: object) -> object:
    """`town: Ville` is short for `town: {column: Ville}`."""
    return {"column": value} if isinstance(value, str | list) else value


def day_formats(value: object) -> tuple[str, ...]:
    """One form, or several of which each date has one."""
    parts = value if isinstance(value, list | tuple) else (value,)
    return tuple(day_format(part) for part in parts)


def day_format(value: object) -> str:
    text = text_of(value)
    try:
        known = datetime.strptime(EXAMPLE.strftime(text), text)
    except ValueError:
        known = None
    if known != EXAMPLE:
        raise refused(
            "bad-format",
            sentence('found "{found}", expected the form of a date', found=text),
            sentence(
                "write %d for the day, %m for the month and %Y for the year, for example {example}",
                example="%d/%m/%Y",
            ),
        )
    return text


def delimiter(value: object) -> str:
    text = value if value == "\t" else text_of(value)
    if len(text) != 1 or text.isalnum() or text in "\"'\n":
        raise refused(
            "bad-delimiter",
            sentence('found "{found}", expected the sign between two columns', found=text),
            sentence('write ";", "," or "\\t"'),
        )
    return text


def encoding(value: object) -> str:
    text = text_of(value).lower()
    if text not in ("utf-8", "windows-1252"):
        raise refused(
            "bad-encoding",
            sentence('found "{found}", expected an encoding', found=text),
            sentence("write utf-8 or windows-1252"),
        )
    return text


def never(why: Sentence) -> Callable[[object], None]:
    def refuse(value: object) -> None:
        raise refused("never-imported", why, sentence("take it out, and write it in members.yaml by hand"))

    return refuse


ColumnNames = Annotated[tuple[str, ...], PlainValidator(names)]
DayFormats = Annotated[tuple[str, ...], PlainValidator(day_formats)]
Delimiter = Annotated[str, PlainValidator(delimiter)]
Encoding = Annotated[str, PlainValidator(encoding)]


class TextColumn(Shape):
    """otherwise: read where `column` is empty. values: what stands for what, whatever the case.

    filled, empty: written instead of the text, according to whether there is one.
    replace: no, where what members.yaml says already counts.
    """

    column: ColumnNames
    otherwise: ColumnNames = Field(default=(), alias="else")
    values: dict[LongLine, LongLine] = Field(default_factory=dict)
    filled: LongLine | None = None
    empty: LongLine | None = None
    replace: YesNo = True


class DayColumn(Shape):
    column: ColumnNames
    otherwise: ColumnNames = Field(default=(), alias="else")
    format: DayFormats = ()
    replace: YesNo = True


class ListColumn(Shape):
    column: ColumnNames
    otherwise: ColumnNames = Field(default=(), alias="else")
    separator: LongLine = ","
    values: dict[LongLine, LongLine] = Field(default_factory=dict)
    replace: YesNo = True


AnyColumn = TextColumn | DayColumn | ListColumn
OfText = Annotated[TextColumn, BeforeValidator(spelt_out)]
OfDay = Annotated[DayColumn, BeforeValidator(spelt_out)]
OfList = Annotated[ListColumn, BeforeValidator(spelt_out)]


NEVER = {"people": PEOPLE, "consent": CONSENT, "listed": LISTED}


def columns_of(shape: type[Shape]) -> type[Shape]:
    """The shape of a mapping: for each key of `shape`, from which column it is read."""
    keys = [name for name in keys_of(shape) if name != "id"]
    columns: dict[str, Any] = {name: (column_of(shape, name), column_key(shape, name)) for name in keys}
    return create_model(shape.__name__.replace("Shape", "Columns"), __base__=Shape, **columns)


def column_key(shape: type[Shape], name: str) -> Any:
    default: object = {} if dict in kinds_of(shape, name) else None
    return key(default=default, alone=is_alone(shape, name))


def column_of(shape: type[Shape], name: str) -> Any:
    """By what the key holds: a group of keys, a list, a day, or else a text."""
    kinds, group = kinds_of(shape, name), shape_in(annotation_of(shape, name))
    if name in NEVER:
        return Annotated[None, PlainValidator(never(NEVER[name]))]
    if dict in kinds:
        return dict[LongLine, OfText]
    if group:
        return columns_of(group) | None
    if tuple in kinds:
        return OfList | None
    return OfDay | None if date in kinds else OfText | None


def is_group(shape: type[Shape], name: str) -> bool:
    """Whether it has several columns, one for each key below it."""
    return dict in kinds_of(shape, name) or shape_in(annotation_of(shape, name)) is not None


def kinds_of(shape: type[Shape], name: str) -> tuple[object, ...]:
    """`tuple`, `date`: the classes of which its annotation is made."""
    return tuple(kinds_in(annotation_of(shape, name)))


def kinds_in(annotation: object) -> Iterator[object]:
    yield get_origin(annotation) or annotation
    for part in get_args(annotation):
        yield from kinds_in(part)


if TYPE_CHECKING:  # mypy knows no class that is made as the program runs
    MemberColumns: TypeAlias = Shape
    PersonColumns: TypeAlias = Shape
else:
    MemberColumns = columns_of(MemberShape)
    PersonColumns = columns_of(PersonShape)


class Defaults(Shape):
    """What a new member gets where its row says nothing."""

    kind: KindName | None = None
    type: Reference | None = None
    skills: tuple[Reference, ...] = ()
    town: Reference | None = None
    serves: tuple[Reference, ...] = ()
    languages: tuple[LanguageCode, ...] = key(default=(), alone=True)
    labels: tuple[LongLine, ...] = key(default=(), alone=True)
    consent: Annotated[None, PlainValidator(never(CONSENT))] = None
    people: Annotated[None, PlainValidator(never(PEOPLE))] = None


class RowsWhere(Shape):
    column: LongLine
    values: tuple[LongLine, ...]


class ColumnMapping(Shape):
    """columns: None when those of the file are named like the fields. id: like the name if left out.

    encoding: None when the bytes show it. people: whom a row names beside an organisation. titles: what else
    a column may be called.
    """

    delimiter: Delimiter | None = None
    encoding: Encoding | None = None
    id: OfText | None = None
    columns: MemberColumns | None = None
    people: PersonColumns | None = None
    titles: dict[LongLine, ColumnNames] = Field(default_factory=dict)
    defaults: Defaults = Defaults()
    skip_when: RowsWhere | None = None
    only_when: RowsWhere | None = None


@dataclass(frozen=True, slots=True)
class WrittenMapping:
    """A mapping that has no mistake, and where each word of it stands."""

    value: ColumnMapping
    node: Node


@dataclass(frozen=True, slots=True)
class Words:
    """names: of the entries, as they are shown."""

    known: Known
    ids: Mapping[str, Slug]
    names: tuple[str, ...]

    def id_of(self, text: str) -> Slug | None:
        return self.ids.get(fold(text)) or self.ids.get(slug_of(text))

    def problem(self, text: str, place: Place) -> Problem:
        return Problem(place, "unknown-reference", *self.unknown(text))

    def unknown(self, text: str) -> tuple[Sentence, Sentence]:
        near = did_you_mean(text, (*self.known.ids, *self.names)) or hint(text, self.known)
        return UNKNOWN[self.known.list_name](text), near


def words_of(members: Reading[MembersFile]) -> dict[str, Words]:
    """By field. A field whose list is not declared takes any word."""
    return {
        field: words(members, list_name)
        for field, list_name in LIST_OF_FIELD.items()
        if getattr(members.value, list_name) is not None
    }


def words(members: Reading[MembersFile], list_name: str) -> Words:
    ids: dict[str, Slug] = {}
    names: list[str] = []
    for entry in getattr(members.value, list_name) or ():
        ids.setdefault(entry.id, entry.id)
        for name in versions(entry.name):
            ids.setdefault(fold(name), entry.id)
            names.append(name)
    return Words(members.known(list_name), ids, tuple(names))


def versions(name: Text | str) -> Iterator[str]:
    if isinstance(name, str):
        yield name
    else:
        yield from (version for _, version in name.versions)
