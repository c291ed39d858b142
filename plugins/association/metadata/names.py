"""The persons that the metadata of a file name: authors, editors, commentators, photographers.

A file that is hostile, broken or locked names nobody: it is read for a second at most, and never raises.
"""

import logging
import re
import signal
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import BinaryIO

from .readers import names_in_ole, names_in_pdf, names_in_picture, names_in_rtf, names_in_zip

Found = Iterator[tuple[str, str]]
"""The field of the metadata, and what it says."""

RECIPE = 1
"""To be raised when the same bytes may be found to name others."""
OFFICE = frozenset(
    "doc docx dot dotx docm rtf xls xlsx xlt xltx xlsm ppt pptx pps ppsx pot potx pptm "
    "odt ods odp odg odf odc ott ots otp otg".split()
)
PICTURES = frozenset("jpg jpeg jpe jfif png webp tif tiff avif".split())
KINDS = frozenset({"pdf", "ai"}) | OFFICE | PICTURES
READERS: tuple[tuple[re.Pattern[bytes], Callable[[BinaryIO], Found]], ...] = (
    (re.compile(rb".{0,1000}?%PDF-", re.DOTALL), names_in_pdf),
    (re.compile(rb"PK\x03\x04"), names_in_zip),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), names_in_ole),
    (re.compile(rb"\{\\rtf"), names_in_rtf),
    (
        re.compile(
            rb"\xff\xd8\xff|\x89PNG\r\n|RIFF.{4}WEBP|II\*\x00|MM\x00\*|II\+\x00|MM\x00\+|.{4}ftypavi",
            re.DOTALL,
        ),
        names_in_picture,
    ),
)
SECONDS = 0.7
"""Of work, not of waiting: the same file says the same on a busy machine."""
MOST_NAMES, LONGEST_NAME = 12, 80
NOBODY = re.compile(
    r"(?:microsoft|ms)?\s*(?:office)?\s*(?:user|users|utilisateur|gebruiker|author|auteur|owner|propriétaire)s?"
    r"|(?:windows|utilisateur|gebruiker)\s+(?:user|windows|microsoft(?:\s+office)?)"
    r"|admin(?:istrat(?:or|eur))?|root|unknown|inconnue?|anonym(?:ous|e)|none|null|default|un-?named|sans nom"
    r"|pc|client|hp|dell|asus|acer|lenovo|toshiba|apple|canva|libreoffice|openoffice(?:\.org)?"
    r"|microsoft (?:word|excel|powerpoint|office)|python-(?:docx|pptx)|openpyxl|xlsxwriter|pypdf|reportlab"
    r"|olympus digital camera",
    re.IGNORECASE,
)
SOFTWARE = re.compile(
    r"created with|gimp|photoshop|lavc|gd-jpeg|imagemagick|ffmpeg|jpe?g|encod|software|adobe|paint|https?://"
    r"|camera|screenshot|capture",
    re.IGNORECASE,
)
"""What comments say that programs have written."""
COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Naming:
    field: str
    name: str


class OutOfTime(BaseException):
    """Not an Exception: libraries that read broken files catch those and go on."""


def named_in(path: Path) -> tuple[Naming, ...]:
    """Each name once, where it was met first."""
    found: list[Naming] = []
    try:
        with path.open("rb") as file, quietly(), limited_time():
            for naming in namings(file):
                if all(naming.name.casefold() != other.name.casefold() for other in found):
                    found.append(naming)
    except (
        Exception,
        OutOfTime,
    ) as error:  # hostile bytes raise anything, MemoryError and RecursionError too
        logging.getLogger(__name__).debug("%s: %r", path, error)
    return tuple(found)


def namings(file: BinaryIO) -> Iterator[Naming]:
    head = file.read(1024)
    file.seek(0)
    reader = next((reader for signature, reader in READERS if signature.match(head)), None)
    if reader:
        yield from islice(persons(reader(file)), MOST_NAMES)


def persons(found: Iterable[tuple[str, str]]) -> Iterator[Naming]:
    """What is neither blank, nor a name that programs put where they know none."""
    for field, text in found:
        name = re.sub(r"\s+", " ", text.replace("\x00", " ")).strip()[:LONGEST_NAME]
        is_software = field == COMMENT and SOFTWARE.search(name)
        if any(map(str.isalpha, name)) and not NOBODY.fullmatch(name) and not is_software:
            yield Naming(field, name)


@contextmanager
def quietly() -> Iterator[None]:
    """What libraries think of a broken file is nobody's concern."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


@contextmanager
def limited_time() -> Iterator[None]:
    """OutOfTime after SECONDS of work; no limit where there are no such signals (Windows, other threads)."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGVTALRM, out_of_time)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def out_of_time(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
