"""Which rows are one member, and which member of members.yaml that is.

The same organisation twice, or two persons of one organisation, are one entry; two persons or two
organisations that only share their name are two. Either is told: nothing is put together in silence. An id
that the table gives itself settles it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain.text import Slug, fold, slug_of
from ..problems import Problem, sentence
from .changes import Present
from .rows import Draft, Facts, Fields, Note, Person, compared

SURE = ("email", "phone", "website", "siret", "number", "birth")
"""Two of one name who share one of these are one."""

APART = {True: ("email", "phone", "town"), False: ("town", "siret")}
"""By whether it is a person: what makes two of them where it differs, and nothing sure is shared."""

OF_ONE_PERSON = ("birth", "number")


@dataclass(frozen=True, slots=True)
class Settled:
    entries: tuple[Draft, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


def settled(
    drafts: Sequence[Draft], present: Mapping[Slug, Present], default_kind: str, has_ids: bool
) -> Settled:
    """One draft for each member, in the order of the table, each with the id that it has or gets."""
    notes: list[Note] = []
    problems: list[Problem] = []
    taken = set(present)
    entries: list[Draft] = []
    by_name: dict[Slug, list[list[Draft]]] = {}
    there = present_by_name(present)
    for one in drafts:
        groups = by_name.setdefault(one.id, [])
        group = group_of(one, groups, default_kind, has_ids)
        if has_ids and group and (problem := another_name(one, group[0])):
            problems.append(problem)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for name, groups in by_name.items():
        merged = [merge(group, notes) for group in groups]
        entries += merged if has_ids else with_ids(name, merged, there.get(name, {}), taken, notes)
    line = {one.place: number for number, one in enumerate(drafts)}
    entries.sort(key=lambda one: line[one.place])
    return Settled(tuple(entries), tuple(notes), tuple(problems))


def group_of(one: Draft, groups: list[list[Draft]], default_kind: str, has_ids: bool) -> list[Draft] | None:
    """The rows of the same member above."""
    if has_ids:
        return groups[0] if groups else None
    scored = [(group_likeness(one, group, default_kind), group) for group in groups]
    alike = [(score, group) for score, group in scored if score is not None]
    return max(alike, key=lambda pair: pair[0])[1] if alike else None


def group_likeness(one: Draft, group: list[Draft], default_kind: str) -> int | None:
    person = is_person(one, default_kind)
    if any(is_person(other, default_kind) != person for other in group):
        return None
    found = [likeness(one.facts, other.facts, person, APART[person]) for other in group]
    return None if None in found and not any(found) else max(score or 0 for score in found)


def is_person(one: Draft, default_kind: str) -> bool:
    return one.fields.get(("kind",), default_kind) == "person"


def likeness(one: Facts, other: Facts, person: bool, apart: Iterable[str]) -> int | None:
    """What speaks for one member; None for two."""
    if person and any(differ(one, other, key) for key in OF_ONE_PERSON):
        return None
    shared = sum(key in one and one[key] == other.get(key) for key in SURE)
    same_town = "town" in one and one["town"] == other.get("town")
    if not shared and any(differ(one, other, key) for key in apart):
        return None
    return 10 * shared + same_town


def differ(one: Facts, other: Facts, key: str) -> bool:
    return key in one and key in other and one[key] != other[key]


def another_name(one: Draft, first: Draft) -> Problem | None:
    """Two rows of one id with two names: which of them is right?"""
    names = [str(draft.fields.get(("name",), "")) for draft in (one, first)]
    if not all(names) or fold(names[0]) == fold(names[1]):
        return None
    said = sentence('the member "{id}" is on line {line} already', id=one.id, line=first.place.line)
    hint = sentence("keep one of the two rows, or give them different ids by a column of the mapping")
    return Problem(one.cells[("id",)].place, "duplicate-id", said, hint)


def merge(group: list[Draft], notes: list[Note]) -> Draft:
    """The first row, with what the others add; of who has left only where nobody is left."""
    first, *others = [one for one in group if not one.has_left] or group
    if not first.has_left:
        notes += [told_left(one) for one in group if one.has_left]
    for one in others:
        notes.append(told_together(one, first))
        notes += told_differences(one, first)
        first = joined(first, one)
    return first


def told_left(one: Draft) -> Note:
    said = sentence("this row of {id} has resigned, and is not imported; another one has not", id=one.id)
    return Note(one.place, said)


def told_together(one: Draft, first: Draft) -> Note:
    said = sentence(
        "the same member as on line {line}, {id}: one entry is made of both",
        line=first.place.line,
        id=first.id,
    )
    return Note(one.place, said)


def told_differences(one: Draft, first: Draft) -> Iterator[Note]:
    for path, value in one.fields.items():
        kept = first.fields.get(path)
        if path == ("joined",) or kept is None or isinstance(value, list) or isinstance(kept, list):
            continue
        if fold(value) != fold(kept):
            said = sentence(
                '{field}: "{other}" here, "{kept}" on line {line}; that of line {line} is kept',
                field=".".join(path),
                other=value,
                kept=kept,
                line=first.place.line,
            )
            yield Note(one.cells[path].place if path in one.cells else one.place, said)


def joined(first: Draft, other: Draft) -> Draft:
    fields: Fields = {**other.fields, **first.fields}
    for path, value in first.fields.items():
        more = other.fields.get(path)
        if isinstance(value, list) and isinstance(more, list):
            fields[path] = list(dict.fromkeys((*value, *more)))
        elif path == ("joined",) and isinstance(value, str) and isinstance(more, str):
            fields[path] = min(value, more)  # the day of the first membership
    return replace(
        first,
        fields=fields,
        cells={**other.cells, **first.cells},
        people=tuple(people_in((*first.people, *other.people))),
        facts={**other.facts, **first.facts},
    )


def people_in(people: Iterable[Person]) -> Iterator[Person]:
    """Each once, by name."""
    known: set[str] = set()
    for person in people:
        if fold(person["name"]) not in known:
            known.add(fold(person["name"]))
            yield person


def present_by_name(present: Mapping[Slug, Present]) -> dict[Slug, dict[Slug, Present]]:
    """Also by id, which is the name that it had."""
    found: dict[Slug, dict[Slug, Present]] = {}
    for id, one in present.items():
        for name in (id, *(slug_of(version) for _, version in one.shape.name.versions)):
            found.setdefault(name, {})[id] = one
    return found


def with_ids(
    name: Slug,
    drafts: list[Draft],
    there: Mapping[Slug, Present],
    taken: set[Slug],
    notes: list[Note],
) -> Iterator[Draft]:
    """Each with the id of the member of the file that it is most like, else with one of its own."""
    found = matches(name, drafts, there)
    for number, one in enumerate(drafts):
        if number in found:
            yield replace(one, id=found[number])
            continue
        id = free_id(name, one, taken)
        taken.add(id)
        if (there or number) and not one.has_left:
            notes.append(told_apart(one, id, drafts[0] if number else None, sorted(there)))
        yield replace(one, id=id)


def matches(name: Slug, drafts: list[Draft], there: Mapping[Slug, Present]) -> dict[int, Slug]:
    """Each member of the file for one draft only: the best pairs first."""
    scored = [
        (-score, number, id != name, id)
        for number, one in enumerate(drafts)
        for id, other in there.items()
        if (score := likeness_to_present(one, other)) is not None
    ]
    found: dict[int, Slug] = {}
    for _, number, _, id in sorted(scored):
        if number not in found and id not in found.values():
            found[number] = id
    return found


def likeness_to_present(one: Draft, other: Present) -> int | None:
    """An address that has changed does not make another member of it, another town does."""
    keys = ("email", "phone", "website", "town")
    known = {key: compared(key, text) for key in keys if (text := getattr(other.shape, key))}
    found = likeness(one.facts, known, False, ("town",))
    same = sum(other.data.get(path[0]) == value for path, value in one.fields.items() if len(path) == 1)
    return None if found is None else 100 * found + same


def free_id(name: Slug, one: Draft, taken: Collection[Slug]) -> Slug:
    """With the town, which stays the same whatever the order of the rows; else with a number."""
    town = one.facts.get("town")
    wanted = [name, *([f"{name}-{town}"] if town else [])]
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(id for id in (*wanted, *numbered) if id not in taken)


def told_apart(one: Draft, id: Slug, first: Draft | None, there: list[Slug]) -> Note:
    name = str(one.fields.get(("name",), one.id))
    if first:
        said = sentence(
            'another "{name}" than on line {line}: kept apart, as {id}',
            name=name,
            line=first.place.line,
            id=id,
        )
        return Note(one.place, said)
    said = sentence(
        'another "{name}" than {other} of members.yaml: kept apart, as {id}; if they are one, '
        "correct the town there and import again",
        name=name,
        other=", ".join(there),
        id=id,
    )
    return Note(one.place, said)
