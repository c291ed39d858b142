"""Links within the documentation and its tables of contents: each leads to a heading that is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "mise-en-forme.md"
"""Shows what links do; tests/host/test_guide_to_markdown.py reads it."""
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(set(ROOT.glob("docs/**/*.md")) - {EXAMPLES}),
]
CODE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
LINK = re.compile(r"(?<!`)\]\(((?!https?:)[^)#\s]*)#([^)\s]+)\)")


def prose(page: Path) -> str:
    return CODE.sub("", page.read_text("utf-8"))


def anchor(title: str) -> str:
    """As forges make it: small letters, hyphens for spaces, no other signs."""
    shown = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", title)
    return re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")


def anchors(page: Path, level: str = "#+") -> list[str]:
    return [anchor(title) for sign, title in HEADING.findall(prose(page)) if re.fullmatch(level, sign)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_heading_finds_it(page: Path) -> None:
    """In the same page or in another one."""
    text = re.sub(r"`[^`\n]*`", "", prose(page))
    found = [((page.parent / path).resolve() if path else page, name) for path, name in LINK.findall(text)]

    assert [] == [name for target, name in found if target.suffix == ".md" and name not in anchors(target)]


@pytest.mark.parametrize("name", ["guide-redaction.md", "guide-webmestre.md"])
def test_every_chapter_is_in_the_contents(name: str) -> None:
    """Of the guides that are too long to be leafed through."""
    contents = (ROOT / "docs" / name).read_text("utf-8").partition("\n## ")[0]

    assert [] == [one for one in anchors(ROOT / "docs" / name, "##") if f"(#{one})" not in contents]
