"""Whom the metadata of files name; what hostile files do to the reader."""

import time
from collections.abc import Callable
from pathlib import Path
from zlib import compress

import made_files as made
import pytest

from association.metadata import names
from association.metadata.names import named_in

NAME = "Jeanne Exemple"


def found(folder: Path, content: bytes) -> list[str]:
    file = folder / "file"
    file.write_bytes(content)
    return [f"{one.field}: {one.name}" for one in named_in(file)]


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: made.pdf({"Author": NAME}), "Author"),
        (lambda: made.pdf({"LastModifiedBy": NAME}), "LastModifiedBy"),
        (lambda: made.pdf(packet=made.xmp(NAME)), "XMP creator"),
        (lambda: made.pdf(remark=NAME), "annotation"),
        (lambda: made.docx(creator=NAME), "creator"),
        (lambda: made.docx(editor=NAME), "lastModifiedBy"),
        (lambda: made.docx(remark=NAME), "author"),
        (lambda: made.docx(change=NAME), "author"),
        (lambda: made.xlsx(NAME, ""), "author"),
        (lambda: made.xlsx("", NAME), "displayName"),
        (lambda: made.pptx(NAME), "name"),
        (lambda: made.odt(first=NAME), "initial-creator"),
        (lambda: made.odt(last=NAME), "creator"),
        (lambda: made.odt(remark=NAME), "creator"),
        (lambda: rb"{\rtf1{\info{\author Jeanne Exemple}}}", "author"),
        (lambda: made.picture("JPEG", artist=NAME), "EXIF Artist"),
        (lambda: made.picture("WEBP", artist=NAME), "EXIF Artist"),
        (lambda: made.picture("TIFF", artist=NAME), "EXIF Artist"),
        (lambda: made.picture("PNG", artist=NAME), "EXIF Artist"),
        (lambda: made.picture("JPEG", owner=NAME), "EXIF CameraOwnerName"),
        (lambda: made.picture("JPEG", comment=f"Photo de {NAME}"), "comment"),
        (lambda: made.jpeg_with_iptc(NAME), "IPTC By-line"),
        (lambda: made.png(author=NAME), "Author"),
        (lambda: made.png(packet=made.xmp(NAME)), "XMP creator"),
    ],
)
def test_a_name_is_found_wherever_programs_put_it(
    tmp_path: Path, make: Callable[[], bytes], field: str
) -> None:
    """Under the name of the field, so that it can be looked for."""
    said = found(tmp_path, make())

    assert 1 == len(said) and said[0].startswith(f"{field}: ") and said[0].endswith(NAME)


def test_a_name_is_told_once(tmp_path: Path) -> None:
    """Author, editor and commentator are mostly one."""

    assert ["creator: Jeanne Exemple"] == found(tmp_path, made.docx(NAME, NAME.upper(), NAME))


@pytest.mark.parametrize(
    "name",
    ["", "Microsoft Office User", "Utilisateur", "admin", "python-docx", "12345", "LibreOffice", "Canva"],
)
def test_what_programs_write_where_they_know_nobody_is_no_name(tmp_path: Path, name: str) -> None:
    """A warning about it could not be understood."""

    assert [] == found(tmp_path, made.docx(creator=name))


def test_a_document_of_nobody_names_nobody(tmp_path: Path) -> None:
    """The program that wrote it is no person; fields of forms are none either."""
    plain = (made.pdf({"Creator": "Writer", "Producer": "LibreOffice"}), made.png(), made.picture("JPEG"))

    assert [[], [], []] == [found(tmp_path, content) for content in plain]


@pytest.mark.parametrize("cut", [1, 10, 100, 300])
@pytest.mark.parametrize(
    "make",
    [
        lambda: made.pdf({"Author": NAME}, made.xmp(NAME), NAME),
        lambda: made.docx(NAME),
        lambda: made.picture("JPEG", NAME),
        lambda: made.png(NAME),
        lambda: made.picture("TIFF", NAME),
    ],
)
def test_a_file_that_is_cut_short_is_no_crash(tmp_path: Path, make: Callable[[], bytes], cut: int) -> None:
    """It may still name somebody; it may say nothing."""

    assert len(found(tmp_path, make()[:-cut])) <= 2


def bomb(part: str, size: int) -> bytes:
    return made.packed({part: b"<a>" + b" " * size})


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;&b;&b;">]><a><creator>&c;&c;</creator></a>'
FILES_OF_THE_MACHINE = (
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a><creator>&b;x</creator></a>'
)


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<" * 20_000,
        lambda: b"%PDF-1.7\n" + b"[" * 100_000,
        lambda: (
            b"%PDF-1.4\ntrailer<</Root 1 0 R/Info 1 0 R>>\n1 0 obj<</Author 1 0 R>>endobj\n"
            b"startxref\n9\n%%EOF"
        ),
        lambda: made.pdf(packet=LAUGHS),
        lambda: made.pdf(packet=b"<a>" * 100_000),
        lambda: made.locked_pdf(NAME),
        lambda: bomb("docProps/core.xml", 50_000_000),
        lambda: made.packed({"meta.xml": LAUGHS}),
        lambda: made.packed({"meta.xml": FILES_OF_THE_MACHINE}),
        lambda: made.packed({"meta.xml": b"<a>" * 1_000_000}),
        lambda: made.packed({f"word/comments{number}.xml": b"<a" for number in range(2000)}),
        lambda: b"PK\x03\x04" + b"\x00" * 1000,
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000,
        lambda: b"\xff\xd8\xff\xe1" + b"\xff" * 1000,
        lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 1000,
        lambda: b"II*\x00" + b"\xff" * 1000,
    ],
)
def test_a_hostile_file_ends_in_silence_within_its_time(tmp_path: Path, make: Callable[[], bytes]) -> None:
    """No crash, no word on standard error, no more than a second of work."""
    content, began = make(), time.process_time()

    assert [] == found(tmp_path, content)
    assert time.process_time() - began < 2 * names.SECONDS


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it has found until then counts."""
    file = tmp_path / "file"
    file.write_bytes(made.pdf())
    monkeypatch.setattr(names, "SECONDS", 0.05)
    monkeypatch.setattr(names, "READERS", ((names.READERS[0][0], endless),))

    assert [NAME] == [one.name for one in named_in(file)]


def endless(_file: object) -> names.Found:
    yield "Author", NAME
    while compress(b""):
        pass


def test_nothing_is_read_of_what_is_no_document(tmp_path: Path) -> None:
    """Texts, films, archives in other formats."""

    assert [] == found(tmp_path, b"Author: Jeanne Exemple")
