"""The site that the benchmark measures is one that the program accepts."""

from pathlib import Path

import pytest
from built_site import Built, build
from forms import generate
from site_links import Published

SMALL = {"news": 13, "members": 30, "events": 12}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("generated")
    generate(folder, **SMALL)
    return build(folder, folder / "output")


def test_the_same_numbers_give_the_same_files(tmp_path: Path) -> None:
    """So that two measurements measure the same."""
    generate(tmp_path / "one", **SMALL)
    generate(tmp_path / "other", **SMALL)

    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_it_builds_without_a_word(generated: Built) -> None:
    """No error, no warning."""

    assert (0, "") == (generated.code, generated.said)


def test_it_has_as_many_pages_as_was_asked_for(generated: Built) -> None:
    """Articles, members and events."""
    members = generated.json("data/v1/members.json")["members"]
    articles = [url for url in generated.urls if url.startswith("actualites/article-")]
    events = [url for url in generated.urls if url.startswith("agenda/evenement-")]

    assert (13, 30, 12) == (len(articles), len(members), len(events))


def test_its_links_lead_somewhere(generated: Built) -> None:
    """A second site for the followers of links, with other words."""
    published = Published(generated, "https://a.example/")

    assert {} == {url: gone for url in generated.urls if (gone := published.broken(generated.page(url)))}
