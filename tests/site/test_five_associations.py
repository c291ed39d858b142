"""What is known of each of the five associations, on the page where docs/five-associations.md says it is."""

import re
from dataclasses import dataclass

import pytest
from built_site import REPOSITORY, Built, Example

DOCUMENT = REPOSITORY / "docs/five-associations.md"
SITE = re.compile(r"^`examples/([a-z-]+)`", re.MULTILINE)
ROW = re.compile(r"^\| (?P<fact>[^|]+) \| `(?P<page>/[^`|]*)` \| (?P<words>[^|]+) \|$", re.MULTILINE)
REPOSITORY_ITSELF = "tactic"


@dataclass(frozen=True, slots=True)
class Fact:
    """site: a folder of examples/; words: what stands on the page, in this order."""

    site: str
    page: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.site}{self.page} {self.words[0]}"


def facts(text: str) -> list[Fact]:
    found = []
    for section in text.split("\n## ")[1:]:
        folder = SITE.search(section)
        site = folder[1] if folder else REPOSITORY_ITSELF
        found += [Fact(site, row["page"], tuple(row["words"].split(" … "))) for row in ROW.finditer(section)]
    return found


FACTS = facts(DOCUMENT.read_text(encoding="utf-8"))


def lost(words: tuple[str, ...], text: str) -> list[str]:
    """Which of the words do not come after those before them; whatever case they begin a sentence in."""
    missing, text = [], text.casefold()
    for piece in words:
        _, found, rest = text.partition(piece.casefold())
        missing += [] if found else [piece]
        text = rest if found else text
    return missing


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_a_fact_is_on_the_page_that_the_document_names(fact: Fact, tactic: Built, example: Example) -> None:
    """In the words it names."""
    site = tactic if fact.site == REPOSITORY_ITSELF else example(fact.site)

    assert [] == lost(fact.words, site.page(fact.page[1:]).main.text)


def test_every_row_of_the_document_is_read() -> None:
    """A row whose page is not between signs would be passed over."""
    rows = [
        line
        for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| what is known")
    ]

    assert len(FACTS) == len(rows)


def test_words_that_are_missing_or_elsewhere_are_found_out() -> None:
    """Each word after the one before it."""

    assert ["trois"] == lost(("un", "trois", "deux"), "Un, deux")
    assert ["un"] == lost(("deux", "un"), "Un, deux")
