"""What editors write for editors reaches nobody else: every byte of the output is searched."""

import re

import pytest
from annotated_site import FILES, NOTES, SHOWN
from built_site import Built, SiteOf
from private_site import picture

FOLDED = re.compile(rb"\r\n[ \t]")
MARKS = (b"<!--", b"&lt;!--", b"\\u003c!--", b"-->", b"--&gt;", b"CDATA", b"[//]")


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of({**FILES, "content/images/a.jpg": picture()}, siteurl="https://a.example")


@pytest.fixture(scope="module")
def written(site: Built) -> dict[str, bytes]:
    """Every file, folded lines of calendars and cards put together again."""
    return {file: FOLDED.sub(b"", text) for file, text in site.contents().items()}


def test_the_notes_were_really_written() -> None:
    """A test that looks for nothing finds nothing."""
    everything = "\n".join(FILES.values())

    assert 300 < len(NOTES) and [] == [word for word in NOTES if word not in everything]


def test_no_note_is_in_any_file_or_file_name(written: dict[str, bytes]) -> None:
    """Pages, feeds, calendars, cards, JSON-LD, open data, search data, descriptions of pages."""
    found = {
        (NOTES[word], file)
        for file, text in written.items()
        for word in set(re.findall(r"zn\d{3}x", f"{file} {text.decode('utf-8', 'replace')}"))
        if word in NOTES
    }

    assert set() == found


def test_what_is_written_as_code_stays(site: Built) -> None:
    """In a comment of an example one reads how comments are written."""
    text = site.text_of("actualites/un/")

    assert [True] * 3 == [f"&lt;!-- {word} --&gt;" in text for word in SHOWN]


def test_what_stands_around_a_note_stays_too(written: dict[str, bytes]) -> None:
    """The search can see: the texts themselves are in the site."""
    everything = b"\n".join(written.values())

    assert [True, True, True] == [words in everything for words in (b"Texte public", b"Fin.", b"de texte.")]


def test_no_sign_of_a_note_is_left_outside_of_code(written: dict[str, bytes]) -> None:
    """Half a comment would show that there was one."""
    data = {file: text for file, text in written.items() if not file.startswith("theme/")}
    for word in SHOWN:
        mine = re.compile(
            rb"(?:<|&lt;|\\u003c|&amp;lt;)!-- " + word.encode() + rb" --(?:>|&gt;|\\u003e|&amp;gt;)"
        )
        data = {file: mine.sub(b"", text) for file, text in data.items()}

    assert [] == [(file, mark) for file, text in data.items() for mark in MARKS if mark in text]


def test_a_comment_without_end_is_told(site: Built) -> None:
    """It hides the rest of the text: the editor hears of it, with its line."""
    told = [problem for problem in site.problems if "[unclosed-comment]" in problem]

    assert len(FILES) <= len(told)
