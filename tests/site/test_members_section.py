"""What members read once they have typed their passphrase, and what everybody reads in its place."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import icalendar
import pytest
from built_site import (
    REPOSITORY,
    SMALLEST_SETTINGS,
    TODAY,
    Built,
    Files,
    SiteOf,
    article,
    event,
    sheet,
    surroundings,
    write_site,
)
from opened_site import PASSPHRASE, SITEURL, VARIABLE, OpenedSite, build_sealed, built_sealed, sealed_in
from PIL import Image

MEMBERS_ONLY = {"visibility": "members"}
MARK = ".assosite"
"""Says of each file what it is (host/mark.py)."""


def picture() -> bytes:
    image, written = Image.new("RGB", (64, 48), (200, 30, 90)), BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


FILES: Files = {
    "members.yaml": "members:\n  - {id: kernel, name: Kernel}\n",
    "commissions.yaml": """\
commissions:
  - id: bureau
    name: Bureau
    meetings:
      - {id: ouverte, title: Porte ouverte, start: 2026-12-01 18:30, duration: 2h}
      - {id: passee, title: Réunion passée, start: 2026-11-10 18:30}
      - {id: close, title: Séance à huis clos, start: 2026-12-02 18:30, duration: 2h, visibility: members}
""",
    "content/actualites/salaires.md": article(
        "Barème des salaires",
        """\
Voir [les baux](baux.md), [la fête](../agenda/fete.md), [l’assemblée](../agenda/assemblee.md),
[la réunion](../comptes-rendus/2026-11-10-bureau.md), [le stage](../annonces/stage.md),
[un texte](ouverte.md), [la grille](</documents/Grille 2026.ods>) et [les outils](../pages/outils.md).

![Un graphique](/images/graphique.png)
""",
        category="social",
        summary="Ce que gagnent nos membres.",
        **MEMBERS_ONLY,
    ),
    "content/actualites/baux.md": article(
        "Baux commerciaux", category="Juridique", show_title="true", **MEMBERS_ONLY
    ),
    "content/actualites/divers.md": article("Nouvelles diverses", **MEMBERS_ONLY),
    "content/actualites/paie.md": article(
        "Fiches de paie", category="Social", date="2026-11-08", **MEMBERS_ONLY
    ).replace("date: 2026-11-01\n", "", 1),
    "content/actualites/brouillon.md": article("Un brouillon", status="draft", **MEMBERS_ONLY),
    "content/actualites/demain.md": article("Pour demain", **MEMBERS_ONLY).replace(
        "2026-11-01", "2026-11-23"
    ),
    "content/actualites/ouverte.md": article("Un texte pour tous", "[Les statuts](/documents/statuts.pdf)."),
    "content/agenda/fete.md": event("Fête du quartier"),
    "content/agenda/assemblee.md": event(
        "Assemblée privée",
        dates="[{start: 2026-12-05 10:00, duration: 1h}, {start: 2027-01-09 10:00, duration: 1h}]",
        **MEMBERS_ONLY,
    ),
    "content/annonces/stage.md": sheet(
        {"title": "Stage chez Kernel", "kind": "internship", "member": "kernel", "expires": "2026-12-24"}
        | MEMBERS_ONLY,
        "Un stage.",
    ),
    "content/comptes-rendus/2026-11-10-bureau.md": sheet(
        {"commission": "bureau", "date": "2026-11-10"} | MEMBERS_ONLY, "Présents : Kernel."
    ),
    "content/pages/outils.md": sheet(
        {
            "title": "Outils des membres",
            "template": "resources",
            "resources": "[{title: La grille, file: Grille 2026.ods}, {title: Le guide, file: guide.pdf}]",
        }
        | MEMBERS_ONLY,
        "À télécharger.",
    ),
    "content/pages/membres.md": sheet({"title": "Espace des adhérents"}, "La phrase est au dos de la carte."),
    "content/documents/statuts.pdf": "%PDF-1.4 statuts",
    "content/documents/guide.pdf": "%PDF-1.4 guide",
    "content/documents/Grille 2026.ods": "PK grille",
    "content/images/graphique.png": picture(),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = built_sealed(tmp_path_factory.mktemp("members"), FILES)
    assert (0, "") == (built.code, built.said)
    return built


@pytest.fixture(scope="module")
def opened(site: Built) -> OpenedSite:
    return OpenedSite(site)


@pytest.fixture(scope="module")
def address_of(opened: OpenedSite) -> dict[str, str]:
    """Of private texts, by their titles."""
    return {one["title"]: one["url"] for one in opened.found("membres/recherche.bin")}


TITLES = (
    "Assemblée privée",
    "Barème des salaires",
    "Baux commerciaux",
    "Fiches de paie",
    "Nouvelles diverses",
    "Outils des membres",
    "Stage chez Kernel",
)


def test_every_private_text_is_a_sealed_page(opened: OpenedSite, address_of: dict[str, str]) -> None:
    """Drafts and texts to come are none; minutes are called by their day."""
    papers = address_of["Bureau, 10 novembre 2026"]

    assert {*TITLES} == {title for title, url in address_of.items() if url != papers}
    assert {*address_of.values(), "membres/"} == {*opened.urls}
    assert "Présents : Kernel." in opened.page(papers).text
    assert all(title in opened.page(address_of[title]).headings[0] for title in TITLES)


def test_what_everybody_sees_of_a_sealed_page_asks_for_the_passphrase(
    site: Built, address_of: dict[str, str]
) -> None:
    """It is like any other page of the site, in no search engine, and says who may read it."""
    page = site.page(address_of["Barème des salaires"])
    robots = [one["content"] for one in page.document.iter("meta") if one["name"] == "robots"]

    assert "Réservé aux membres" in page.main.text
    assert "membres/" in page.targets
    assert ["noindex"] == robots
    assert {"Actualités", "Agenda"} <= {words for _, words in page.links}
    assert "feeds/actualites.atom.xml" in {page.target(one["href"]) for one in page.document.iter("link")}


def test_nothing_tells_of_which_kind_a_sealed_page_is(site: Built, opened: OpenedSite) -> None:
    """But for what is sealed in it and for its address, all have the same bytes."""
    hidden = [url for url in opened.urls if url not in ("membres/", "membres/baux/")]

    def bare(url: str) -> str:
        sealed = str(sealed_in(site, url)["sealed"])
        return site.text_of(url).replace(sealed, "").replace(url, "")

    assert 6 < len(hidden) and 1 == len({bare(url) for url in hidden})


def test_what_is_shown_of_a_page_is_its_title_where_that_is_wished_for(site: Built) -> None:
    """In its address too; not a word of the text."""
    page = site.page("membres/baux/")

    assert page.title.startswith("Baux commerciaux")
    assert "Un texte." not in page.html


def test_the_section_is_introduced_to_everybody(site: Built) -> None:
    """By content/pages/membres.md, which is no page of its own; the menu leads there."""

    assert "La phrase est au dos de la carte." in site.page("membres/").main.text
    assert "Espace des adhérents" in site.page("membres/").title
    assert "membres/" in site.page("").targets


def test_links_of_a_private_text_lead_where_they_should(
    opened: OpenedSite, address_of: dict[str, str]
) -> None:
    """To private texts of every kind at their own addresses, to public ones at theirs."""
    page = opened.page(address_of["Barème des salaires"])
    expected = {
        "les baux": "membres/baux/",
        "la fête": "agenda/fete/",
        "l’assemblée": address_of["Assemblée privée"],
        "le stage": address_of["Stage chez Kernel"],
        "les outils": address_of["Outils des membres"],
        "un texte": "actualites/ouverte/",
    }

    assert expected == {words: page.link(words) for words in expected}
    assert page.link("la réunion") in opened.urls


def test_no_link_within_leads_nowhere(site: Built, opened: OpenedSite) -> None:
    """From any private page: to a page or a file that there is."""
    links = {(url, target) for url in opened.urls for target in opened.page(url).targets}
    inner = {(url, target) for url, target in links if ":" not in target}

    assert [] == [link for link in sorted(inner) if not site.has(unquote(link[1]))]


def test_a_document_is_handed_over_under_its_name(opened: OpenedSite, address_of: dict[str, str]) -> None:
    """With its type; from a text and from a page of documents alike."""
    linked = opened.page(address_of["Barème des salaires"]).link("la grille")
    told, content = opened.file(linked)

    assert linked == opened.page(address_of["Outils des membres"]).link("La grille")
    assert ("Grille 2026.ods", b"PK grille") == (told["name"], content)
    assert "application/vnd.oasis.opendocument.spreadsheet" == told["type"]


def test_a_picture_is_sealed_too(opened: OpenedSite, address_of: dict[str, str]) -> None:
    """Named by nothing that tells which one it is, at the size that the page says."""
    page = opened.page(address_of["Barème des salaires"])
    picture = page.document.first("img")
    told, content = opened.file(page.target(picture["src"]))

    assert "image" == told["name"]
    with Image.open(BytesIO(content)) as image:
        assert (picture["width"], picture["height"]) == tuple(map(str, image.size))


def test_the_list_has_all_of_it_in_its_parts(opened: OpenedSite) -> None:
    """Pillars by their names whatever their capitals, the latest first, what has none last."""
    expected = """\
1 Espace des adhérents
2 Juridique
3 Baux commerciaux
2 Social
3 Fiches de paie
3 Barème des salaires
2 Actualités
3 Nouvelles diverses
2 Agenda
3 Séance à huis clos
3 Assemblée privée
3 Assemblée privée
2 Comptes rendus
2 Documents
3 La grille
3 Le guide
2 Annonces
3 Stage chez Kernel
2 Pages
3 Outils des membres"""
    found = [heading for heading in opened.page("membres/").headings if heading != "2 "]

    assert expected.splitlines() == found


def test_the_list_tells_days(opened: OpenedSite) -> None:
    """Of private meetings and of each date of an event."""

    assert {"2026-12-02", "2026-12-05", "2027-01-09", "2026-11-10"} <= {
        time["datetime"][:10] for time in opened.page("membres/").document.iter("time")
    }


def test_search_has_words_of_private_texts_alone(opened: OpenedSite) -> None:
    """What is for all is found by the search for all."""
    found = {one["title"]: one for one in opened.found("membres/recherche.bin")}

    assert "Voir les baux" in found["Barème des salaires"]["text"]
    assert "Ce que gagnent nos membres." == found["Barème des salaires"]["summary"]
    assert "social" == found["Barème des salaires"]["kind"].lower()
    assert "Un texte pour tous" not in found


def test_no_list_for_the_public_knows_of_the_section(site: Built, opened: OpenedSite) -> None:
    """Sitemap, feeds, calendars, data and search; the home page counts what is public."""
    lists = [file for file in site.files if file.endswith((".xml", ".ics", ".json", ".csv", ".txt"))]
    private = [*opened.urls, *TITLES, "huis clos", "membres/"]

    assert 6 < len(lists)
    assert [] == [(file, word) for file in lists for word in private if word in site.text(file)]


def test_the_calendar_of_members_is_there_only_where_it_is_asked_for(site: Built, tmp_path: Path) -> None:
    """In clear, at an address that the opened list alone tells: private meetings and events, no others."""
    asked = {**FILES, "pelicanconf.py": SMALLEST_SETTINGS + "MEMBERS_CALENDAR = True\n"}
    own = OpenedSite(built_sealed(tmp_path, asked))
    [file] = [file for file in own.site.files if file.startswith("membres/") and file.endswith(".ics")]
    calendar = icalendar.Calendar.from_ical(own.site.bytes(file))
    page = own.page("membres/")

    assert {"Bureau : Séance à huis clos", "Assemblée privée"} == {
        str(one["SUMMARY"]) for one in calendar.events
    }
    assert file in page.targets
    assert [] == [
        other for other in own.site.files if other != file and file.encode() in own.site.bytes(other)
    ]
    assert [] == [file for file in site.files if file.startswith("membres/") and file.endswith(".ics")]


def test_without_a_passphrase_the_section_is_left_out(site_of: SiteOf) -> None:
    """That is said once; nothing private is written, only what introduces the section to everybody."""
    built = site_of(FILES, siteurl=SITEURL)

    assert 1 == len(built.problems) and "members-left-out" in built.said
    assert ["membres/index.html"] == [file for file in built.files if "membres" in file]
    assert ["membres/"] == [url for url in built.urls if "membres/" in built.page(url).targets]
    assert [] == [file for file in built.files for title in TITLES if title.encode() in built.bytes(file)]


def test_a_section_that_is_switched_off_is_left_out(tmp_path: Path) -> None:
    """No page that nothing leads to, though there is a passphrase."""
    settings = {"pelicanconf.py": f'{SMALLEST_SETTINGS}MEMBERS_SAVE_AS = ""\n'}
    built = built_sealed(tmp_path, {**FILES, **settings})

    assert (0, 1) == (built.code, len(built.problems)) and "members-left-out" in built.said
    assert [] == [file for file in built.files if "membres" in file]
    assert [] == [file for file in built.files for title in TITLES if title.encode() in built.bytes(file)]


def test_pelican_alone_seals_too(site: Built, tmp_path: Path) -> None:
    """`pelican content` with the plugin: nothing private in clear, the same sealed pages."""
    folder = write_site(
        tmp_path / "site", {**FILES, "pelicanconf.py": f'{SMALLEST_SETTINGS}SITEURL = "{SITEURL}"\n'}
    )
    for name in ("plugins", "themes"):
        (folder / name).symlink_to(REPOSITORY / name, target_is_directory=True)
    output = tmp_path / "output"
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "content", "-o", str(output)]
    environment = surroundings("", TODAY) | {VARIABLE: PASSPHRASE}
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    built = Built(ended.returncode, output, ended.stderr)

    assert 0 == built.code, built.said
    assert OpenedSite(site).urls == OpenedSite(built).urls
    assert OpenedSite(site).shown("membres/") == OpenedSite(built).shown("membres/")
    assert [] == [
        (file, title)
        for file in built.files
        for title in TITLES
        if title != "Baux commerciaux" and title.encode() in built.bytes(file)
    ]


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    """The very files, as long as nothing has changed but the hour."""
    folder, output = write_site(tmp_path / "site", FILES), tmp_path / "output"
    first = build_sealed(folder, output)
    times = {file: (output / file).stat().st_mtime_ns for file in first.files}
    (folder / "content" / "neuf.txt").write_text("", "utf-8")  # so that the site is not left alone
    build_sealed(folder, output)

    assert {MARK} == {file for file in first.files if times[file] != (output / file).stat().st_mtime_ns}


def test_another_passphrase_seals_all_anew(tmp_path: Path) -> None:
    """As a first build would; what is public stays as it is."""
    folder, output, another = (
        write_site(tmp_path / "site", FILES),
        tmp_path / "output",
        "canard fusain lagune piment bocal",
    )
    before = build_sealed(folder, output).contents()
    after = build_sealed(folder, output, another).contents()
    cold = build_sealed(folder, tmp_path / "cold", another).contents()
    same = {file for file in before if before[file] == after.get(file)}

    assert cold == after
    assert [] == [file for file in same if file.startswith("membres/")]
    assert {MARK} == {file for file in before.keys() - same if not file.startswith("membres/")}


DUTCH = {
    "pelicanconf.py": SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n',
    "content/actualites/salaires.md": article("Barème", "Voir [le bail](bail.md).", **MEMBERS_ONLY),
    "content/actualites/salaires.nl.md": sheet({"title": "Loonschaal"}, "Zie [de huur](bail.md)."),
    "content/actualites/bail.md": article("Bail", "[Le bail](/documents/bail.pdf).", **MEMBERS_ONLY),
    "content/documents/bail.pdf": "%PDF",
}


def test_each_language_has_its_section(tmp_path: Path) -> None:
    """In its words, with the texts that say theirs and the others as they are; documents are the same."""
    built = built_sealed(tmp_path, DUTCH)
    own = OpenedSite(built)
    french, dutch = (
        {one["title"]: one["url"] for one in own.found(f"{section}recherche.bin")}
        for section in ("membres/", "nl/leden/")
    )
    page = own.page(dutch["Loonschaal"])
    languages = [one["hreflang"] for one in built.page(dutch["Loonschaal"]).document.iter("a")]

    assert ({"Barème", "Bail"}, {"Loonschaal", "Bail"}) == ({*french}, {*dutch})
    assert french["Barème"].startswith("membres/") and dutch["Loonschaal"].startswith("nl/leden/")
    assert dutch["Bail"] == page.link("de huur")
    assert own.page(french["Bail"]).link("Le bail") == own.page(dutch["Bail"]).link("Le bail")
    assert "fr" in languages
