"""Files kept from one build to the next, that anybody may delete or damage at any time.

An entry is one file: the SHA-256 of the rest, then the rest. What cannot be read as it was written is not
kept, and what cannot be written is not kept either: the work is done again, and the build goes on.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

UNFINISHED = ".unfinished"
DIGEST = sha256().digest_size
UNUSED_FOR = 30 * 86_400  # seconds


def kept(entry: Path) -> bytes | None:
    """What `keep` was given; None when it is not there any more, or not whole. It is young again."""
    try:
        content = entry.read_bytes()
    except OSError:
        return None
    digest, body = content[:DIGEST], content[DIGEST:]
    if sha256(body).digest() != digest:
        return None
    with suppress(OSError):
        os.utime(entry)
    return body


def keep(entry: Path, body: bytes) -> None:
    """Whole or not at all: another build may be reading it. A full disk only means that nothing is kept."""
    with suppress(OSError):
        entry.parent.mkdir(parents=True, exist_ok=True)
        write(entry, sha256(body).digest() + body)


def write(entry: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=entry.parent, suffix=UNFINISHED, delete=False) as file:
        unfinished = Path(file.name)
        try:
            file.write(content)
            file.flush()
            unfinished.replace(entry)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise


def forget_old(entry: Path) -> None:
    """What lies beside an entry and nobody has asked for, nor kept, for a month before it."""
    with suppress(OSError):
        limit = entry.stat().st_mtime - UNUSED_FOR
        for other in entry.parent.iterdir():
            if other.stat().st_mtime < limit:
                other.unlink()
