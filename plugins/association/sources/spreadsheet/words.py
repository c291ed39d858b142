"""The ids of members.yaml by what a spreadsheet calls them: by id or by name, whatever the case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...domain.slugs import Slug, fold, slug_of
from ...domain.text import Text
from ...problems import Place, Problem, Sentence
from ..nearest import did_you_mean
from ..reading import Reading
from ..references import UNKNOWN, Known, hint
from ..shapes.members import MembersFile

LIST_OF_FIELD = {
    "type": "types",
    "skills": "skills",
    "town": "towns",
    "serves": "towns",
    "sponsors": "members",
}


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
