"""What is known of the outputs of a site that was built before."""

import os
from functools import partial
from pathlib import Path

import pytest

from association.host.memo import Memo, read_record
from association.host.outputs import File, Page, Shown
from association.host.settings import is_known_throughout, settings_written


@pytest.mark.parametrize(
    "content",
    [None, b"", b"{", b"[]", b"null", b'{"a": 1}', b'{"a": ["key", "x", 2]}', b'{"a": ["key"]}', b"\xff"],
)
def test_what_is_no_record_says_nothing(content: bytes | None) -> None:
    """Of another version, or of nobody."""
    assert {} == read_record(content)


def test_settings_that_are_no_plain_values_are_never_the_same() -> None:
    """A filter may do something else although it has the same name."""
    filters = {"JINJA_FILTERS": {"loud": str.upper}}

    assert settings_written({"A": [1, {"b": None}]}) == settings_written({"A": [1, {"b": None}]})
    assert settings_written(filters) != settings_written(filters)


def test_settings_of_one_build_do_not_count() -> None:
    """Every build is made in a folder of its own."""
    assert settings_written({"A": 1, "OUTPUT_PATH": "one"}) == settings_written(
        {"A": 1, "OUTPUT_PATH": "two"}
    )


@pytest.mark.parametrize(
    ("plugins", "known"),
    [
        (["association"], True),
        (["association.news", "association.directory"], True),
        (["association", "sitemap"], False),
        (["association", object()], False),
        (["associations"], False),
    ],
)
def test_only_our_own_plugins_are_known(plugins: list[object], known: bool) -> None:
    """Any other may change what is written."""
    assert known is is_known_throughout({"PLUGINS": plugins})


def test_a_record_that_nobody_has_used_for_a_month_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build into a temporary folder leaves one behind."""
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path))
    memos = [Memo(tmp_path / name) for name in ("old", "young", "new")]
    for memo, age in zip(memos, (31, 29, 0), strict=True):
        memo.note(tmp_path)
        told = tmp_path.stat().st_mtime - age * 86_400
        os.utime(memo.entry(), (told, told))
    memos[2].note(tmp_path)

    assert [False, True, True] == [memo.entry().exists() for memo in memos]


def written() -> bytes:
    return b"Kernel"


def test_an_output_that_hides_what_it_is_made_from_is_always_made_again(tmp_path: Path) -> None:
    """It costs time, and nothing else."""
    memo, hidden = Memo(tmp_path), "Kernel"

    assert "" == memo.key(File("a.txt", partial(lambda: hidden.encode())), b"ground")
    assert "" != memo.key(File("a.txt", partial(written)), b"ground")


def test_what_all_outputs_share_is_in_every_key(tmp_path: Path) -> None:
    """The program, the settings, the theme."""
    memo, page = Memo(tmp_path), Page("HOME", "", "index.html", "home", partial(Shown, title="Un"))

    assert memo.key(page, b"ground") != memo.key(page, b"other ground")
    assert memo.key(page, b"ground") == Memo(tmp_path).key(page, b"ground")
