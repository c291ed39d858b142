"""RELATIVE_INDEX: addresses that name the file, for hosts that look for none in a folder, and for disks."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, article, event, sheet
from html_pages import Page
from opened_site import OpenedSite, built_sealed

HOME = "https://essai.example/club"
SETTINGS = f"{SMALLEST_SETTINGS}LANGUAGES = ['fr', 'nl']\nRELATIVE_INDEX = True\nPUBLISH_KEEP = ['forum/']\n"
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": "members:\n"
    + "".join(f"  - {{id: membre-{n}, name: Membre {n}, aliases: [/vieux/{n}/]}}\n" for n in range(8)),
    "commissions.yaml": "commissions:\n  - {id: web, name: Web, charter: /charte/}\n",
    "content/actualites/bilan.md": article(
        "Bilan",
        "[Qui](/annuaire/), [haut](/), [1](/charte/#regle), [forum](/forum/), [fête](../agenda/fete.md)",
        tags="[entraide]",
        commissions="[web]",
    ),
    "content/actualites/bilan.nl.md": sheet({"title": "Balans"}, "Tekst."),
    "content/agenda/fete.md": event("Fête"),
    "content/pages/charte.md": sheet({"title": "Charte"}, "## Règle\n\nTexte."),
    "content/pages/reserve.md": sheet({"title": "Réservé", "visibility": "members"}, "Un secret."),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, HOME)


def targets(page: Page) -> list[str]:
    """Where a page leads within the site, as it is written."""
    found = [
        *((one["href"]) for one in page.document.iter("a", "link")),
        *(one["action"] for one in page.document.iter("form")),
    ]
    return [one for one in found if one and not urlsplit(one).scheme and urlsplit(one).path]


def test_every_link_names_a_file_that_is_there(site: Built) -> None:
    """Links of the theme, of texts, in every language; what others serve keeps its address."""
    lost = [
        (url, target)
        for url in site.urls
        if not url.endswith("404.html")  # shown at any address
        for target in targets(site.page(url))
        if not target.endswith("forum/")
        and not (site.folder / url if url.endswith("/") or not url else (site.folder / url).parent)
        .joinpath(unquote(urlsplit(target).path))
        .is_file()
    ]

    assert [] == lost


def test_what_leaves_the_site_names_the_files_too(site: Built) -> None:
    """Each is an address that such a host answers."""
    texts = [
        site.bytes(file).decode()
        for file in ("sitemap.xml", "feeds/actualites.atom.xml", "data/v1/events.json")
    ]
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', site.bytes("index.html").decode())
    named = [address for text in texts for address in re.findall(rf"{HOME}/[^\"#<\s]*", text)]
    lost = [one for one in named if not (site.folder / unquote(one.removeprefix(f"{HOME}/"))).is_file()]
    lost.remove(f"{HOME}/forum/")

    assert [f"{HOME}/index.html"] == canonical
    assert named
    assert [] == lost


def test_old_addresses_lead_to_files(site: Built) -> None:
    """Also those that hosts are told."""
    assert 'url=../../annuaire/membre-3/index.html"' in site.bytes("vieux/3/index.html").decode()
    assert "/club/vieux/3/ /club/annuaire/membre-3/index.html 301" in site.bytes("_redirects").decode()


def test_what_scripts_read_names_files(site: Built) -> None:
    """The directory and the search make links of it."""
    urls = re.findall(r'"([^"]*/)"', site.bytes("annuaire/recherche.json").decode())

    assert [] == [url for url in urls if (site.folder / url / "index.html").is_file()]


def test_pages_that_a_script_answers_say_on_a_disk_that_they_need_a_server(site: Built) -> None:
    """Browsers load no module there, and one that is none is loaded."""
    for url, language in (
        ("recherche/", "peut pas chercher"),
        ("nl/zoeken/", "niet zoeken"),
        ("annuaire/", "chercher"),
    ):
        scripts = [one for one in site.page(url).document.iter("script") if one["src"].endswith("/disk.js")]

        assert [""] == [one["type"] for one in scripts]
        assert language in scripts[0]["data-said"]


def test_what_members_read_opens_at_its_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The seal knows it by its folder, however it is asked for."""
    opened = OpenedSite(built_sealed(tmp_path_factory.mktemp("sealed"), FILES))
    texts = [opened.page(url).text for url in opened.urls]

    assert any("Un secret." in text for text in texts)


def test_nothing_changes_where_the_setting_is_off(site_of: SiteOf) -> None:
    """Byte by byte."""
    off = {**FILES, "pelicanconf.py": SETTINGS.replace("RELATIVE_INDEX = True", "RELATIVE_INDEX = False")}
    without = {**FILES, "pelicanconf.py": SETTINGS.replace("RELATIVE_INDEX = True\n", "")}
    one, other = site_of(off), site_of(without)
    plain = [file for file in one.files if file != ".assosite"]

    assert [] == [file for file in plain if one.bytes(file) != other.bytes(file)]
    assert not any(b"disk.js" in one.bytes(file) for file in plain if file.endswith(".html"))
