"""What an import has changed, line by line, for the person who typed it."""

from collections.abc import Iterator

from ..problems import Sentence, sentence
from ..sources.spreadsheet.changes import Added, Change, Updated
from ..sources.spreadsheet.importing import Import
from .language import translate, translate_count

MOST_SKIPPED = 10


def report(found: Import, file: str, dry_run: bool) -> None:
    for line in (*changed(found), *counts(found), *without_consent(found.changes.added)):
        print(line)
    print(end(found, file, dry_run).text(translate))


def changed(found: Import) -> Iterator[str]:
    for one in found.changes.added:
        said = sentence("line {line}: added {id}", line=one.place.line, id=one.id)
        yield said.text(translate)
    for one in found.changes.updated:
        yield from updated(one)


def updated(one: Updated) -> Iterator[str]:
    yield sentence("line {line}: updated {id}", line=one.place.line, id=one.id).text(translate)
    for change in one.changes:
        yield f"    {told(change).text(translate)}"


def told(change: Change) -> Sentence:
    if not change.old:
        return sentence("{field}: {new}", field=change.field, new=change.new)
    return sentence("{field}: {old} → {new}", field=change.field, old=change.old, new=change.new)


def counts(found: Import) -> Iterator[str]:
    changes = found.changes
    yield ", ".join(
        (
            translate_count("{count} added", "{count} added", len(changes.added)),
            translate_count("{count} updated", "{count} updated", len(changes.updated)),
            translate_count("{count} unchanged", "{count} unchanged", changes.unchanged),
            translate_count("{count} row skipped", "{count} rows skipped", len(found.skipped)),
        )
    )
    if found.skipped:
        lines = [str(place.line) for place in found.skipped]
        shown = ", ".join(lines[:MOST_SKIPPED]) + (", …" if len(lines) > MOST_SKIPPED else "")
        yield sentence("Skipped, as the mapping asks: lines {lines}.", lines=shown).text(translate)


def without_consent(added: tuple[Added, ...]) -> Iterator[str]:
    count = sum(one.is_person for one in added)
    if count:
        yield translate_count(
            "{count} person added is not published: no consent is recorded.",
            "{count} people added are not published: no consent is recorded.",
            count,
        )


def end(found: Import, file: str, dry_run: bool) -> Sentence:
    if not found.changes.edits:
        return sentence("{file} needs no change.", file=file)
    if dry_run:
        return sentence("Nothing has been written (--dry-run).")
    return sentence("{file} is up to date.", file=file)
