"""Texts of one name: which keeps the address, and which gets its year before it."""

from pathlib import Path

import pytest
from site_on_disk import Files, article, codes, loaded

from association.render.urls import written_pages


def addresses(root: Path, files: Files) -> dict[str, str]:
    """The end of the address by path, of texts that have a page."""
    association = loaded(root, {f"content/{path}": text for path, text in files.items()}).association
    return {page.source: str(page.parts["slug"]) for page in written_pages(association)}


def news(year: int, more: str = "", body: str = "") -> str:
    return article(f"date: {year}-03-01\n{more}".strip(), body)


def test_the_oldest_keeps_the_address_it_had_alone(tmp_path: Path) -> None:
    """In folders of years; a third one moves neither."""
    two = {"actualites/2024/bilan.md": news(2024), "actualites/2025/bilan.md": news(2025)}
    three = {**two, "actualites/2026/bilan.md": news(2026)}
    expected = {"actualites/2024/bilan.md": "bilan", "actualites/2025/bilan.md": "2025-bilan"}

    assert expected == addresses(tmp_path / "two", two)
    assert {**expected, "actualites/2026/bilan.md": "2026-bilan"} == addresses(tmp_path / "three", three)


def test_a_date_before_the_name_tells_the_year(tmp_path: Path) -> None:
    """Rather than the folder or the fields."""
    files = {
        "actualites/2025-11-20-assemblee.md": news(2026),
        "actualites/2025/2026-01-10-assemblee.md": news(2026),
    }

    assert ["assemblee", "2026-assemblee"] == list(addresses(tmp_path, files).values())[::-1]


def test_the_folder_tells_the_year_before_the_fields_do(tmp_path: Path) -> None:
    """The account of 2025 appears in January."""
    files = {"actualites/2024/bilan.md": news(2025), "actualites/2025/x/bilan.md": news(2026)}

    assert {"bilan", "2025-bilan"} == set(addresses(tmp_path, files).values())


@pytest.mark.parametrize(
    ("section", "older", "newer"),
    [
        ("agenda", "start: 2025-12-01", "start: 2026-12-01"),
        ("agenda", "dates: [{start: 2025-12-01}]", "dates: [{start: 2026-12-01}]"),
        (
            "annonces",
            "kind: job\nexpires: 2027-01-01\ndate: 2025-12-01",
            "kind: job\nexpires: 2027-01-01\ndate: 2026-11-01",
        ),
        ("annonces", "kind: job\nexpires: 2026-12-01", "kind: job\nexpires: 2027-12-01"),
    ],
)
def test_events_and_offers_are_told_apart_likewise(
    tmp_path: Path, section: str, older: str, newer: str
) -> None:
    """By the year of their fields, where no file name says one."""
    files = {f"{section}/a/stage.md": article(newer), f"{section}/b/stage.md": article(older)}
    found = addresses(tmp_path, files)

    assert "stage" == found[f"{section}/b/stage.md"]
    assert found[f"{section}/a/stage.md"] in ("2026-stage", "2027-stage")


def test_pages_have_the_years_of_their_folders(tmp_path: Path) -> None:
    """One without a year was there before."""
    files = {"pages/budget.md": article("order: 1"), "pages/2026/budget.md": article("order: 2")}

    assert {"pages/budget.md": "budget", "pages/2026/budget.md": "2026-budget"} == addresses(tmp_path, files)


def test_a_slug_wins(tmp_path: Path) -> None:
    """It is taken as it is written, and others make room where they are younger."""
    files = {
        "actualites/2025/bilan.md": news(2025, "slug: bilan"),
        "actualites/2026/bilan.md": news(2026),
        "actualites/2027/bilan.md": news(2024, "slug: le-bilan"),
    }

    assert {"bilan", "2026-bilan", "le-bilan"} == set(addresses(tmp_path, files).values())


def test_a_slug_is_never_changed(tmp_path: Path) -> None:
    """Whoever writes a younger one that is taken is told."""
    files = {
        "content/actualites/2025/bilan.md": news(2025),
        "content/actualites/2026/bilan.md": news(2026, "slug: bilan"),
    }

    assert ["duplicate-slug"] == codes(tmp_path, files)


def test_a_name_that_only_one_has_is_left_alone(tmp_path: Path) -> None:
    """In a folder of a year or not."""
    files = {"actualites/2025/bilan.md": news(2025), "actualites/2026-01-02-fete.md": news(2026)}

    assert {"bilan", "fete"} == set(addresses(tmp_path, files).values())


def test_two_of_one_year_are_a_mistake(tmp_path: Path) -> None:
    """Nobody could tell which is which."""
    files = {f"content/actualites/2026-0{month}-01-fete.md": news(2026) for month in (1, 2)}

    assert ["duplicate-slug"] == codes(tmp_path, files)


def test_the_year_may_be_taken_too(tmp_path: Path) -> None:
    """By a text that is called so."""
    files = {
        "content/actualites/2025/bilan.md": news(2025),
        "content/actualites/2026/bilan.md": news(2026),
        "content/actualites/2026-bilan.md": news(2026),
    }

    assert ["duplicate-slug"] == codes(tmp_path, files)


def test_a_translation_goes_with_the_text_of_its_year(tmp_path: Path) -> None:
    """One page for both, in the language of the site; alone, it stays where it was."""
    together = {
        "actualites/2025/bilan.md": news(2025),
        "actualites/2026/bilan.md": news(2026),
        "actualites/nl/2026/bilan.md": news(2026, "lang: nl"),
    }
    alone = {"actualites/2025/bilan.md": news(2025), "actualites/nl/2026/bilan.md": news(2026, "lang: nl")}

    assert {"bilan", "2026-bilan"} == set(addresses(tmp_path / "a", together).values())
    assert 2 == len(addresses(tmp_path / "a2", together))
    assert {"actualites/2025/bilan.md": "bilan"} == addresses(tmp_path / "b", alone)


@pytest.mark.parametrize("year", [2025, 2026])
def test_two_translations_of_one_name_belong_to_two_years(tmp_path: Path, year: int) -> None:
    """Only one of them has its text in the language of the site; the other one is a text of its own."""
    files = {
        f"actualites/{year}/fr/bilan.md": news(year),
        "actualites/2025/nl/bilan.md": news(2025, "lang: nl"),
        "actualites/2026/nl/bilan.md": news(2026, "lang: nl"),
    }
    other = 2025 + 2026 - year

    assert {
        f"actualites/{year}/fr/bilan.md": "bilan" if year == 2025 else "2026-bilan",
        f"actualites/{other}/nl/bilan.md": "bilan" if other == 2025 else "2026-bilan",
    } == addresses(tmp_path, files)


def test_a_link_by_its_path_leads_to_each(tmp_path: Path) -> None:
    """To no other of that name."""
    files = {
        "actualites/2025/bilan.md": news(2025, "", "[suite](../2026/bilan.md)"),
        "actualites/2026/bilan.md": news(2026, "", "[avant](../2025/bilan.md)"),
    }

    assert [] == codes(tmp_path, {f"content/{path}": text for path, text in files.items()})
