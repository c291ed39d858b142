"""The settings that the webmaster's guide shows: all of them in one site, which does what the guide says."""

import re

import pytest
from built_site import REPOSITORY, Built, SiteOf

GUIDE = (REPOSITORY / "docs" / "guide-webmestre.md").read_text("utf-8")
SETTINGS = re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
APACHE = re.search(r"^```apache\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
MEMBERS = """\
towns:
  - {id: lens, name: Lens, lat: 50.43, lon: 2.83}
  - {id: arras, name: Arras, lat: 50.29, lon: 2.78}
members:
  - {id: kernel, name: Kernel, town: lens}
  - {id: icea, name: Icea, town: arras}
"""


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    """The smallest site of the guide, then each block in the order of the guide."""
    assert APACHE
    return site_of(
        {
            "pelicanconf.py": "\n".join(SETTINGS),
            "members.yaml": MEMBERS,
            "content/actualites/bilan.md": "---\ntitle: Bilan\ndate: 2026-09-01\n---\n\nUn texte.\n",
            "content/extra/htaccess.txt": APACHE[1],
            "templates/.keep": "",
        }
    )


def test_they_begin_with_a_whole_site() -> None:
    """The others are added to it."""
    assert SETTINGS[0].startswith("# pelicanconf.py\nSITENAME = ")


def test_nothing_is_wrong_with_them(site: Built) -> None:
    """Not even worth a word."""
    assert (0, ()) == (site.code, site.problems)


def test_each_does_what_the_guide_says(site: Built) -> None:
    """Addresses, a language more, open data switched off, an address of the site, a file of the host."""
    wanted = ("adherents/index.html", "adherents/kernel/index.html", "nl/index.html", ".htaccess")

    assert [] == [path for path in wanted if not (site.folder / path).is_file()]
    assert not site.has("data/v1/members.json")
    assert APACHE and APACHE[1] == site.text(".htaccess")
    assert "https://tile.openstreetmap.org" in site.text("_headers")
    assert "https://forge.example/tactic/adherents/" in site.text("sitemap.xml")
