"""Links that must not die: a page at each old address, which leads on to the present one."""

from pathlib import Path
from shutil import copytree

import pytest
from built_site import (
    REPOSITORY,
    SMALLEST_SETTINGS,
    Built,
    SiteOf,
    article,
    event,
    sheet,
    write_site,
)
from built_site import build as build_site
from checking import checked

from association.cli.build import build as build_here

PATTERNS = {
    "/blog/{year}/{month}/{slug}.html": "/actualites/{slug}/",
    "/membres-old/": "/annuaire/",
}
SETTINGS = f"{SMALLEST_SETTINGS}LANGUAGES = ['fr', 'nl']\nALIASES = {PATTERNS}\n"
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": "members:\n"
    "  - {id: kernel, name: Kernel, aliases: [/adherents/kernel.php, /nl/oud/kernel/]}\n",
    "commissions.yaml": "commissions:\n  - {id: web, name: Web, aliases: [/groupe-web]}\n",
    "content/actualites/bilan.md": article("Bilan", aliases='[/2019/bilan/, "/été 2019.html"]'),
    "content/actualites/bilan.nl.md": sheet({"title": "Balans", "aliases": "[/nl/oud/balans/]"}, "Tekst."),
    "content/actualites/brouillon.md": article("Brouillon", status="draft", aliases="[/trahison-1/]"),
    "content/actualites/demain.md": article("Demain", date="2036-01-01", aliases="[/trahison-2/]"),
    "content/actualites/reserve.md": article("Réservé", visibility="members", aliases="[/trahison-3/]"),
    "content/agenda/fete.md": event("Fête", aliases="[/fete.htm]"),
    "content/annonces/stage.md": sheet(
        {"title": "Stage", "kind": "internship", "expires": "2027-01-31", "aliases": "[/stage/]"}, "Texte."
    ),
    "content/comptes-rendus/2026-10-01-web.md": sheet({"commission": "web", "aliases": "[/cr/1/]"}, "Texte."),
    "content/pages/charte.md": sheet({"title": "Charte", "aliases": "[/charte.html]"}, "Texte."),
}
LEADING = {
    "2019/bilan/index.html": "../../actualites/bilan/",
    "adherents/kernel.php/index.html": "../../annuaire/kernel/",
    "annonces/types/internship/index.html": "../../../annonces/types/stage/",
    "blog/2026/11/bilan.html": "../../../actualites/bilan/",
    "charte.html": "charte/",
    "cr/1/index.html": "../../commissions/web/comptes-rendus/2026-10-01/",
    "fete.htm": "agenda/fete/",
    "groupe-web/index.html": "../commissions/web/",
    "membres-old/index.html": "../annuaire/",
    "nl/aanbiedingen/types/internship/index.html": "../../../../nl/aanbiedingen/types/stage/",
    "nl/oud/balans/index.html": "../../../nl/nieuws/bilan/",
    "nl/oud/kernel/index.html": "../../../nl/ledengids/kernel/",
    "stage/index.html": "../annonces/stage/",
    "été 2019.html": "actualites/bilan/",
}
HOME = "https://essai.example/club"


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, HOME)


def leading(site: Built) -> dict[str, str]:
    """Where the pages that lead on lead to, by their files."""
    found = {}
    for file in site.files:
        text = (site.folder / file).read_text("utf-8") if file.endswith((".html", ".htm")) else ""
        if '<meta http-equiv="refresh" content="0; url=' in text:
            found[file] = text.partition("url=")[2].partition('"')[0]
    return found


def test_each_old_address_has_a_page_that_leads_on(site: Built) -> None:
    """Of every kind of text, in each language, of members and commissions, by patterns, of the program."""
    assert dict(sorted(LEADING.items())) == dict(sorted(leading(site).items()))


def test_every_page_that_leads_on_leads_to_a_page(site: Built) -> None:
    """From where it lies, also on a disk or below a path."""
    ends = {file: (site.folder / file).parent / to for file, to in leading(site).items()}

    assert [] == [file for file, end in ends.items() if not (end / "index.html").is_file()]


def test_whoever_is_not_led_on_can_follow_a_link_in_their_language(site: Built) -> None:
    """And search engines are told of the present address alone."""
    page = site.page("nl/oud/balans/")
    links = [(link.text, link["href"]) for link in page.document.iter("a")]
    canonical = [link["href"] for link in page.document.iter("link") if link["rel"] == "canonical"]
    robots = [meta["content"] for meta in page.document.iter("meta") if meta["name"] == "robots"]

    assert [("Naar het nieuwe adres", "../../../nl/nieuws/bilan/")] == links
    assert ([f"{HOME}/nl/nieuws/bilan/"], ["noindex"]) == (canonical, robots)
    assert [] == [*page.document.iter("script"), *page.document.iter("nav")]


def test_old_addresses_are_in_no_list(site: Built) -> None:
    """Nor is what nobody may know of anywhere."""
    listed = {"sitemap.xml", "recherche/index.json", "index.html", "_headers"}
    texts = {file: site.bytes(file).decode() for file in listed}
    names = [
        old
        for old in ("oud/", "2019", "membres-old", "charte.html")
        for text in texts.values()
        if old in text
    ]
    told = [file for file in site.files if b"trahison" in site.bytes(file)]

    assert ([], []) == (names, told)


def test_hosts_are_told_in_redirects_below_the_path_of_the_site(site: Built) -> None:
    """They answer 301 where a page alone can only lead on."""
    lines = site.bytes("_redirects").decode().splitlines()

    assert "/club/2019/bilan/ /club/actualites/bilan/ 301" in lines
    assert "/club/%C3%A9t%C3%A9%202019.html /club/actualites/bilan/ 301" in lines
    assert len(LEADING) == len(lines)


def test_a_site_without_old_addresses_has_no_file_of_them(site_of: SiteOf) -> None:
    """Nothing is there that nobody asked for."""
    assert "_redirects" not in site_of({}).files


WRONG = {
    "members.yaml": """\
members:
  - id: kernel
    name: Kernel
    aliases:
      - /annuaire/
      - /agenda.ics
      - /theme/vieux/
      - /2019/
""",
    "content/actualites/bilan.md": article("Bilan", aliases="[/2019/, /agenda.ics/1/]"),
    "content/pages/aide.md": sheet(
        {"title": "Aide", "aliases": "[/aide/, /vieux.html, /vieux.html/1/]"}, "Texte."
    ),
}
SAID = (
    'content/actualites/bilan.md:4:19: error: "agenda.ics" is a file, and cannot hold "/agenda.ics/1/"; '
    "take the old address out, or correct it [same-address]",
    'content/pages/aide.md:3:11: error: the site has a page or a file at "/aide/"; '
    "take the old address out, or correct it [same-address]",
    'content/pages/aide.md:3:32: error: "vieux.html" is a file, and cannot hold "/vieux.html/1/"; '
    "take the old address out, or correct it [same-address]",
    'members.yaml:5:9: error: the site has a page or a file at "/annuaire/"; '
    "take the old address out, or correct it [same-address]",
    'members.yaml:6:9: error: the site has a page or a file at "/agenda.ics"; '
    "take the old address out, or correct it [same-address]",
    'members.yaml:7:9: error: the site has a page or a file at "/theme/vieux/"; '
    "take the old address out, or correct it [same-address]",
    'members.yaml:8:9: error: the old address "/2019/" is claimed in content/actualites/bilan.md too; '
    "leave it to the one that had it [same-address]",
)


def test_check_tells_of_old_addresses_that_are_present_ones_or_somebody_elses(tmp_path: Path) -> None:
    """Each at its line, before anything is written over."""
    assert SAID == checked(write_site(tmp_path, WRONG))


NOWHERE = "ALIASES leads to"
WRONG_PATTERNS = [
    ("/vieux/", "/nulle-part/", f'{NOWHERE} "/nulle-part/", and nothing on this site has such an address'),
    ("/vieux/{slug}", "/nouvelles/{slug}/", f'{NOWHERE} "/nouvelles/{{slug}}/", and nothing on this site'),
    ("/{slug}/", "/actualites/{slug}/", 'ALIASES has the old addresses "/{slug}/", and "/'),
    ("/annuaire/", "/agenda/", 'the site has a page or a file at "/annuaire/"'),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG_PATTERNS)
def test_check_tells_of_patterns_that_lead_nowhere_or_hide_pages(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    """At the line of the settings where the old address stands."""
    settings = f"{SMALLEST_SETTINGS}ALIASES = {{\n    {old!r}: {new!r},\n}}\n"
    files = {"pelicanconf.py": settings, "content/actualites/bilan.md": article("Bilan")}
    found = checked(write_site(tmp_path, files), ALIASES={old: new})

    assert [True] == [one.startswith(f"pelicanconf.py:10:5: error: {said}") for one in found]


def test_what_a_text_says_of_itself_counts_more_than_a_pattern(site_of: SiteOf) -> None:
    """An old blog has exceptions."""
    files = {
        "pelicanconf.py": f'{SMALLEST_SETTINGS}ALIASES = {{"/blog/{{slug}}/": "/actualites/{{slug}}/"}}\n',
        "content/actualites/a.md": article("A"),
        "content/actualites/b.md": article("B", aliases="[/blog/a/]"),
    }
    found = leading(site_of(files))

    assert {"blog/a/index.html": "../../actualites/b/", "blog/b/index.html": "../../actualites/b/"} == found


def test_an_old_address_is_not_that_of_a_text_whose_day_comes(tmp_path: Path) -> None:
    """The site would not build on that day; a draft may well leave its address to another text."""
    files = {
        "content/actualites/bilan.md": article("Bilan", aliases="[/actualites/demain/, /actualites/ancien/]"),
        "content/actualites/demain.md": article("Demain", date="2036-01-01"),
        "content/actualites/ancien.md": article("Ancien", status="draft"),
    }
    said = (
        'content/actualites/bilan.md:4:11: error: "/actualites/demain/" is the address of '
        "actualites/demain.md, which waits for its day; take the old address out, or correct it "
        "[same-address]"
    )

    assert (said,) == checked(write_site(tmp_path, files))


def test_a_preview_shows_the_draft_that_left_its_address_to_another_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a word, and with all other texts that wait."""
    files = {
        "content/actualites/bilan.md": article("Bilan", aliases="[/actualites/ancien/]"),
        "content/actualites/ancien.md": article("Ancien", status="draft"),
        "content/actualites/demain.md": article("Demain", date="2036-01-01"),
    }
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    code = build_here(write_site(tmp_path, files), tmp_path / "output", publish=False, is_preview=True)
    pages = tmp_path / "output/actualites"

    assert (0, True) == (code, (pages / "demain/index.html").is_file())
    assert "<h1>Ancien" in (pages / "ancien/index.html").read_text("utf-8")


def test_a_theme_without_a_page_that_leads_on_builds_a_site_that_asks_for_none(tmp_path: Path) -> None:
    """Addresses that the program has changed are told to hosts alone; those of the site end the build."""
    offer = sheet({"title": "Stage", "kind": "internship", "expires": "2027-01-31"}, "Texte.")
    theme = write_theme(tmp_path / "theme")
    files = {
        "pelicanconf.py": f"{SMALLEST_SETTINGS}THEME = {str(theme)!r}\n",
        "content/annonces/stage.md": offer,
    }
    site = build_site(write_site(tmp_path / "site", files), tmp_path / "output")
    asked = {**files, "content/actualites/bilan.md": article("Bilan", aliases="[/2019/]")}
    other = build_site(write_site(tmp_path / "other", asked), tmp_path / "of other")

    assert (0, {}) == (site.code, leading(site))
    assert 'the theme "theme" has no template "redirect.html"' in "".join(other.problems)
    assert site.bytes("_redirects").startswith(b"/annonces/types/internship/ ")


def write_theme(folder: Path) -> Path:
    """All of Parvis, but for the page that leads on."""
    copytree(REPOSITORY / "themes/parvis", folder)
    (folder / "templates/redirect.html").unlink()
    return folder
