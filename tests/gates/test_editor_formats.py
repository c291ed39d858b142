"""What the web editor reads in a file, and writes of it: every value as the text that it is."""

import json
import subprocess
from pathlib import Path

import pytest
from tools import REPOSITORY, command

SCRIPTS = REPOSITORY / "plugins/association/web_editor/static"


def through(form: str, text: str) -> tuple[dict[str, object], str]:
    script = Path(__file__).with_name("editor_formats.mjs")
    ended = subprocess.run(
        [command("node", "nodejs"), str(script), str(SCRIPTS)],
        input=json.dumps([[form, text]]),
        capture_output=True,
        text=True,
        check=True,
    )
    ((read, written),) = json.loads(ended.stdout)
    return read, written


@pytest.mark.parametrize("value", ["01000", "NO", "50.2910", "1e3", "null", "2026-11-01", "0x1F", "~"])
def test_a_value_stays_the_text_that_it_is(value: str) -> None:
    """Whatever YAML takes it for, quoted or not."""
    for said in (value, f'"{value}"', f"'{value}'"):
        read, written = through("assosite-yaml", f"towns:\n  - id: {said}\n")

        assert {"towns": [{"id": value}]} == read
        assert read == through("assosite-yaml", written)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Un\n---\n\nUn texte.\n", {"title": "Un", "body": "Un texte.\n"}),
        ("\ufeff---\ntitle: Un\n---\nUn texte.\n", {"title": "Un", "body": "Un texte.\n"}),
        ("---\r\ntitle: Un\r\n---\r\n\r\nUn texte.\r\n", {"title": "Un", "body": "Un texte.\n"}),
        ("Title: Un\nDate: 2026\n\nUn texte.\n", {"title": "Un", "date": "2026", "body": "Un texte.\n"}),
        ("Un texte sans rien devant.\n", {"body": "Un texte sans rien devant.\n"}),
        ("---\ntitle: Un\n---\nUn.\n\n---\n\nDeux.\n", {"title": "Un", "body": "Un.\n\n---\n\nDeux.\n"}),
    ],
    ids=["front matter", "BOM", "CRLF", "headers of Pelican", "no front matter", "rule in the text"],
)  # fmt: skip
def test_a_text_is_read_however_it_begins(text: str, expected: dict[str, str]) -> None:
    """And is written so that it is read alike."""
    read, written = through("assosite-text", text)

    assert expected == read
    assert expected == through("assosite-text", written)[0]


def test_what_is_empty_is_not_written() -> None:
    """It means that there is nothing; an empty list may mean that there is none."""
    _, written = through("assosite-yaml", "a: ''\nb: []\nc: {d: ''}\n")

    assert "b: []\nc: {}\n" == written
