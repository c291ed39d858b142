"""From bytes to text: UTF-8, one kind of line end, nothing invisible."""

from pathlib import Path

import pytest

from association.content.yaml.source import decode, read_text
from association.problems import ContentError


def report(raw: bytes) -> list[str]:
    with pytest.raises(ContentError) as caught:
        decode(raw, "a.yaml")
    return [problem.line_of_text() for problem in caught.value.problems]


@pytest.mark.parametrize(
    "raw",
    ["é\nœ\t!\n".encode(), "\ufeffé\nœ\t!\n".encode(), "é\r\nœ\t!\r\n".encode(), "é\rœ\t!\r".encode()],
    ids=["unix", "byte order mark", "windows", "old macintosh"],
)
def test_every_way_to_write_utf_8_is_one_text(raw: bytes) -> None:
    """Same text, same lines."""

    assert "é\nœ\t!\n" == decode(raw, "a.yaml")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("nom: é".encode("latin-1"), "1:6: error: found the byte 0xE9"),
        ("é\r\nœ: ".encode() + b"\xff", "2:4: error: found the byte 0xFF"),
        ("a: b".encode("utf-16"), "1:1: error: found the byte 0xFF"),
        (b"a\n\xed\xa0\x80", "2:1: error: found the byte 0xED"),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_shown(raw: bytes, line: str) -> None:
    """Line and column as the editor's program counts them."""
    said = ', expected text in UTF-8; save the file again with the encoding "UTF-8" [encoding]'

    assert [f"a.yaml:{line}{said}"] == report(raw)


def test_control_characters_are_shown_where_they_stand() -> None:
    """They come from copying, and nobody sees them."""
    said = "does not belong in a text; delete it, or type this line again [bad-character]"

    assert [
        f"a.yaml:1:2: error: the invisible character U+0000 {said}",
        f"a.yaml:2:1: error: the invisible character U+000C {said}",
    ] == report(b"a\x00\n\x0cb")


def test_a_file_over_ten_megabytes_is_refused() -> None:
    """An image saved under the wrong name, more likely than a text."""

    assert [
        "a.yaml:1:1: error: this file has 10000001 bytes, expected at most 10000000; split it, or take out "
        "what was pasted by mistake [too-large]"
    ] == report(b"x" * 10_000_001)


def test_what_cannot_be_read_is_a_problem_of_that_file(tmp_path: Path) -> None:
    """A folder with the name of a file, for one."""
    with pytest.raises(ContentError) as caught:
        read_text(tmp_path, "content/pages/a.md")

    assert ["unreadable"] == [problem.code for problem in caught.value.problems]
