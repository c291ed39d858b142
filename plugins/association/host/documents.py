"""Files that are published as they are: what the settings say of them, and whom they name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from ..cache import keep, kept
from ..content.documents import RUN_BY_BROWSERS, RUN_BY_SERVERS, kind_of
from ..domain.text import fold
from ..metadata.names import KINDS, OFFICE, PICTURES, RECIPE, Naming, named_in
from ..problems import Place, Problem, Sentence, Severity, sentence, shown
from .machine import cache_folder
from .setting_kinds import Ground, SettingFault, SettingFaults

if TYPE_CHECKING:
    from ..content.load import Loaded, LoadMemory, SiteFolder
    from ..domain.association import Association

KIND = re.compile(r"\.?([a-z0-9]{1,20})", re.IGNORECASE)
HEAVIEST = 100_000_000
"""Octets; what is larger is looked into by nobody."""


def document_kinds(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Endings of file names, of files that nothing runs."""
    if not isinstance(value, list | tuple | set | frozenset):
        yield SettingFault(
            sentence(
                'found {setting} = {value}, expected a list such as ["dwg", "stl"]',
                setting=setting,
                value=shown(value),
            )
        )
        return
    for kind in value:
        match = KIND.fullmatch(kind) if isinstance(kind, str) else None
        if not match:
            yield SettingFault(
                sentence(
                    '{setting} has {value}, expected the ending of a file name, such as "dwg"',
                    setting=setting,
                    value=shown(kind),
                )
            )
        elif match[1].lower() in RUN_BY_BROWSERS | RUN_BY_SERVERS:
            yield SettingFault(
                sentence(
                    '{setting} has "{kind}", which browsers or servers run: such a file is no document',
                    setting=setting,
                    kind=match[1],
                )
            )


def yes_or_no(setting: str, value: object, ground: Ground) -> SettingFaults:
    if not isinstance(value, bool):
        yield SettingFault(
            sentence("found {setting} = {value}, expected True or False", setting=setting, value=shown(value))
        )


class DocumentSettings(TypedDict):
    document_kinds: frozenset[str]
    publishes_unlinked: bool


def document_settings(settings: Mapping[str, object]) -> DocumentSettings:
    """Fields of SiteFolder; settings that mean nothing are told and left out before (settings_review.py)."""
    kinds, unlinked = settings["DOCUMENT_KINDS"], settings["PUBLISH_UNLINKED_DOCUMENTS"]
    written = kinds if isinstance(kinds, list | tuple | set | frozenset) else ()
    matches = (KIND.fullmatch(kind) for kind in written if isinstance(kind, str))
    return {
        "document_kinds": frozenset(match[1].lower() for match in matches if match),
        "publishes_unlinked": unlinked is True,
    }


def named_persons(folder: SiteFolder, loaded: Loaded, memory: LoadMemory) -> Iterator[Problem]:
    """Warnings about names that the programs have written into documents, ours and those of members aside."""
    known = frozenset(fold(name) for whole in loaded.by_language.values() for name in bodies(whole))
    for path in sorted(loaded.deposited):
        if kind_of(path) in KINDS:
            document = folder.content / path
            found = memory.of_file(document, names_in, partial(names_in, document))
            namings = [one for one in found if fold(one.name) not in known]
            if namings:
                yield naming_problem(f"{folder.content.name}/{path}", namings)


def bodies(association: Association) -> Iterator[str]:
    yield association.identity.name
    yield from (member.name for member in association.members if member.kind != "person")
    yield from (partner.name for partner in association.partners)


def naming_problem(file: str, namings: list[Naming]) -> Problem:
    found = ", ".join(f"{one.field}: {one.name}" for one in namings)
    return Problem(
        Place(file),
        "named-in-metadata",
        sentence('the metadata of this file says who worked on it: "{found}"', found=found),
        hint_for(file),
        Severity.WARNING,
    )


def hint_for(file: str) -> Sentence:
    kind = kind_of(file)
    if kind in OFFICE:
        return sentence(
            "in Word, Excel or PowerPoint: File, Info, Inspect Document; "
            "in LibreOffice: File, Properties, Reset Properties; then save it again"
        )
    if kind in PICTURES:
        return sentence(
            "export it again without metadata, or run: {command}", command=f'exiftool -all= "{file}"'
        )
    return sentence(
        "empty the author in the properties of the document it was made from and export it again, "
        "or print it into a new PDF"
    )


def names_in(path: Path) -> tuple[Naming, ...]:
    """Read once for each content, as long as the cache lasts."""
    folder = cache_folder("metadata")
    try:
        if path.stat().st_size > HEAVIEST:
            return ()
        with path.open("rb") as file:
            entry = folder / f"{file_digest(file, 'sha256').hexdigest()}-{RECIPE}.json"
    except OSError:
        return ()  # whoever publishes it will say so
    packed = kept(entry)
    if packed is not None:
        return tuple(Naming(*one) for one in json.loads(packed))
    namings = named_in(path)
    keep(entry, json.dumps([[one.field, one.name] for one in namings]).encode())
    return namings
