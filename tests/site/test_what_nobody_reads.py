"""A site whose folder holds more than its texts: what a build tells of that, and what visitors get."""

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, article

SETTINGS = f"""{SMALLEST_SETTINGS}
STATIC_PATHS = ["extra"]
OTHER_DATA_FILE = "content/data/chiffres.csv"
"""


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(
        {
            "pelicanconf.py": SETTINGS,
            "content/extra/cle.txt": "x",
            "content/data/chiffres.csv": "x",
            "content/data/notes.txt": "x",
            "content/actualités/fete.markdown": article(
                "Fête", '<iframe src="https://vimeo.com/12"></iframe>'
            ),
            "content/actualites/2025/bilan.md": article("Un", "[suite](../2026/bilan.md)", date="2025-11-20"),
            "content/actualites/2026/bilan.md": article("Deux"),
        }
    )


def test_only_what_nobody_reads_is_told(site: Built) -> None:
    """Not what Pelican copies, nor what a setting names."""

    assert ["content/actualités/fete.markdown:6:1", "content/data/notes.txt:1:1"] == [
        problem.partition(": ")[0] for problem in site.problems
    ]
    assert 0 == site.code
    assert site.has("extra/cle.txt")


def test_texts_of_one_name_have_pages_of_their_own(site: Built) -> None:
    """In folders of years; a link by its path leads to the right one."""

    assert site.has("actualites/bilan/")
    assert "../../actualites/2026-bilan/" in site.text_of("actualites/bilan/")
    assert site.has("actualites/2026-bilan/")


def test_a_film_elsewhere_is_a_link(site: Built) -> None:
    """The page asks nothing of its host."""
    page = site.text_of("actualites/fete/")

    assert '<p><a href="https://vimeo.com/12">Voir la vidéo sur Vimeo</a></p>' in page
    assert "<iframe" not in page
