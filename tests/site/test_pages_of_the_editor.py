"""Where the web editor is published, and what everybody may read of it."""

import json
from hashlib import sha256

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, Built, SiteOf

OWN = '{"name": "Essai", "repository": "https://github.com/essai/site"}'
SETTINGS = SMALLEST_SETTINGS.replace('{"name": "Essai"}', OWN)
MEMBERS = """\
members:
  - {id: kernel, name: Kernel, summary: Un résumé}
  - {id: parti, name: Parti, summary: Un résumé, left: 2026-01-01}
"""
COMMISSIONS = """\
people:
  - {id: secrete, name: Secrète Personne}
"""
FILES = {"members.yaml": MEMBERS, "commissions.yaml": COMMISSIONS}
VENDOR = REPOSITORY / "plugins/association/web_editor/static/vendor"
HASHES = {
    "LICENSE-js-yaml.txt": "a07bc24468b9654ce76a547d47a2db282d07733b715db4c73a98bd63961f9550",
    "decap-cms.js": "7c1efd6b616b4786e279aeef194dd21649a72058d3bc8d1f78901b574610dfb8",
    "js-yaml.min.js": "32391560601990bb6e0daabd8106a35a6a539de088532413931a70a4cb4f4769",
}
"""Of the files of decap-cms 3.16.3 and js-yaml 4.3.2 as npm has them."""


def in_editor(site: Built) -> list[str]:
    return [file for file in site.files if "admin/" in file]


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    files = {**FILES, "pelicanconf.py": f'{SETTINGS}LANGUAGES = ["fr", "nl"]\n'}
    return site_of(files, "https://essai.example")


def test_without_a_repository_there_is_no_editor(site_of: SiteOf) -> None:
    """Nor a word of it."""
    site = site_of(FILES)

    assert [] == in_editor(site)
    assert "admin" not in site.text("_headers")


def test_it_can_be_switched_off(site_of: SiteOf) -> None:
    """By the setting that does so for every page."""
    site = site_of({**FILES, "pelicanconf.py": f'{SETTINGS}WEB_EDITOR_SAVE_AS = ""\n'})

    assert [] == in_editor(site)
    assert "admin" not in site.text("_headers")


def test_it_is_one_page_and_what_it_needs(site: Built) -> None:
    """One for all languages of a site."""
    vendored = [f"admin/vendor/{name}" for name in sorted(path.name for path in VENDOR.iterdir())]
    own = "config.json editor.css editor.js formats.js index.html login.js widgets.js".split()

    assert [f"admin/{name}" for name in own[:5]] == in_editor(site)[:5]
    assert sorted([*(f"admin/{name}" for name in own), *vendored]) == in_editor(site)


def test_nobody_is_led_to_it(site: Built) -> None:
    """No page, no map of the site, no search."""
    told = [file for file in site.files if not file.startswith("admin/") and file != "_headers"]

    assert [] == [file for file in told if b"admin/" in site.bytes(file)]
    assert '"noindex"' in site.text("admin/index.html")


def test_only_what_is_published_is_there(site: Built) -> None:
    """Neither members who left nor people who did not agree."""
    made = site.json("admin/config.json")

    assert {"kernel": "Kernel"} == made["assosite"]["lists"]["members"]
    assert "Secrète" not in json.dumps(made, ensure_ascii=False)


def test_it_has_a_policy_of_its_own(site: Built) -> None:
    """In place of that of all pages, and in no frame either."""
    block = site.text("_headers").partition("\n/admin/*\n")[2].splitlines()[:2]

    assert "  ! Content-Security-Policy" == block[0]
    assert "script-src 'self' 'unsafe-eval'" in block[1]
    assert block[1].endswith("frame-ancestors 'none'")


@pytest.mark.parametrize("name", HASHES)
def test_what_is_vendored_is_what_npm_has(name: str) -> None:
    """To the byte."""
    assert HASHES[name] == sha256((VENDOR / name).read_bytes()).hexdigest()
