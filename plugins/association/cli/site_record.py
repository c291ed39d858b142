"""What a site remembers of the program, in `assosite.json`: with which version somebody looked at it last.

Without it nobody could tell a file that somebody has changed from one that an earlier version wrote.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..problems import ContentError, Place, Problem, sentence

RECORD = "assosite.json"


@dataclass(frozen=True, slots=True)
class Record:
    """files: by path in the site, the sum of what the program wrote there.

    templates: by its name, the sum of the theme's template that one of the site stood in for.
    """

    version: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)


def sum_of(content: bytes) -> str:
    """As it is in every clone: git may give lines other ends."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def record_of(site: Path) -> Record:
    """An empty one where there is none."""
    try:
        content = (site / RECORD).read_bytes()
    except FileNotFoundError:
        return Record()
    try:
        said = json.loads(content)
        return Record(str(said["version"]), dict(said.get("files", {})), dict(said.get("templates", {})))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        unreadable = sentence("this is not what the program has written there: {reason}", reason=error)
        hint = sentence("take the file from an earlier version of the site, or delete it")
        raise ContentError([Problem(Place(RECORD), "record", unreadable, hint)]) from error


def written(record: Record) -> bytes:
    said = {"version": record.version, "files": dict(record.files), "templates": dict(record.templates)}
    return (json.dumps(said, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
