"""The mapping: which column of the export gives which field of a member. A small YAML file.

consent, listed and people are never imported: nobody's consent stands in a spreadsheet, and a person appears
on the site only with one that is recorded. Ids are found by what a spreadsheet calls them: by id or by name,
whatever the case.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator

from ..content.context import UNKNOWN, Known, Reading, hint
from ..content.fields import LanguageCode, LongLine, Reference, YesNo
from ..content.fields.base import refused, text_of
from ..content.schema.base import Shape
from ..content.schema.members import KindName, MembersFile
from ..content.suggestions import did_you_mean
from ..content.yaml.tree import Tree
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
DayFormat = Annotated[str, PlainValidator(day_format)]
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
    format: DayFormat | None = None
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


class AddressColumns(Shape):
    street: OfText | None = None
    postal_code: OfText | None = None
    country: OfText | None = None


class MemberColumns(Shape):
    """The fields of a member that are plain data, in their order."""

    name: OfText | None = None
    kind: OfText | None = None
    type: OfText | None = None
    summary: OfText | None = None
    description: OfText | None = None
    skills: OfList | None = None
    town: OfText | None = None
    address: AddressColumns | None = None
    serves: OfList | None = None
    website: OfText | None = None
    email: OfText | None = None
    phone: OfText | None = None
    social: dict[LongLine, OfText] = Field(default_factory=dict)
    logo: OfText | None = None
    people: Annotated[None, PlainValidator(never(PEOPLE))] = None
    interns: OfText | None = None
    languages: OfList | None = None
    partnerships: OfList | None = None
    labels: OfList | None = None
    joined: OfDay | None = None
    left: OfDay | None = None
    charter_signed: OfDay | None = None
    sponsors: OfList | None = None
    consent: Annotated[None, PlainValidator(never(CONSENT))] = None
    last_verified: OfDay | None = None
    listed: Annotated[None, PlainValidator(never(LISTED))] = None


class Defaults(Shape):
    """What a new member gets where its row says nothing."""

    kind: KindName | None = None
    type: Reference | None = None
    skills: tuple[Reference, ...] = ()
    town: Reference | None = None
    serves: tuple[Reference, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    labels: tuple[LongLine, ...] = ()
    consent: Annotated[None, PlainValidator(never(CONSENT))] = None
    people: Annotated[None, PlainValidator(never(PEOPLE))] = None


class RowsWhere(Shape):
    column: LongLine
    values: tuple[LongLine, ...]


class ColumnMapping(Shape):
    """columns: None when those of the file are named like the fields. id: like the name if left out."""

    delimiter: Delimiter | None = None
    encoding: Encoding = "utf-8"
    id: OfText | None = None
    columns: MemberColumns | None = None
    defaults: Defaults = Defaults()
    skip_when: RowsWhere | None = None
    only_when: RowsWhere | None = None


@dataclass(frozen=True, slots=True)
class WrittenMapping:
    """A mapping that has no mistake, and where each word of it stands."""

    value: ColumnMapping
    tree: Tree


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
    for entry, _ in members.entries(list_name):
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
