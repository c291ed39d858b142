"""Where links of texts may lead: to every address of the site, and to what others serve beside it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, Built, SiteOf, article, write_site

from association.cli.check import problems_found
from association.cli.settings import content_settings
from association.content.load import load
from association.host.loading import map_of, site_folder
from association.host.site_map import SiteMap
from association.render.urls import URLS

NOT_IN_TEXTS = ("images/", "documents/", ".assosite")
"""Files of content are looked for in content; the mark of a build is nobody's page."""
MEMBERS = "membres/"
"""Texts may lead to what is for members, in a site whose editor has no passphrase."""
LISTS = ("annuaire/commissions/", "commissions/", "agenda/par/", "annuaire/par/")
"""Some of their pages are there from a certain length on."""
HOME = "https://essai.example/asso"


def checked(site: Path) -> tuple[str, ...]:
    """What `check` says, warnings too, by the settings of the site."""
    return tuple(problem.line_of_text() for problem in problems_found(site)[0])


def map_of_site(site: Path) -> SiteMap:
    settings = content_settings(site)
    folder = site_folder(settings)
    return map_of(folder, settings, load(folder).by_language, {})


def addresses(built: Built) -> frozenset[str]:
    """As visitors ask for them."""
    files = (file for file in built.files if not (file.endswith(".html") and built.leads_on(file)))
    every = (file.removesuffix("index.html") if file.endswith("index.html") else file for file in files)
    return frozenset(one for one in every if not one.startswith(NOT_IN_TEXTS))


def test_every_address_of_the_site_is_known_without_building_it(
    tactic: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Members, events, months, topics, lists and their pages, feeds, calendars, data."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795334400")
    known = map_of_site(REPOSITORY)

    assert [] == [address for address in sorted(addresses(tactic)) if not known.has(f"/{address}")]


def test_no_more_is_known_than_there_is(tactic: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for lists that get a page of their own once they are long, and for what a passphrase opens."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795334400")
    known = map_of_site(REPOSITORY)
    every = {address for kind in URLS for address in known.of(kind)}

    assert [MEMBERS] == [one for one in sorted(every - addresses(tactic)) if not one.startswith(LISTS)]


def site(tmp_path: Path, link: str, settings: str = "", **files: str) -> Path:
    written: dict[str, str | bytes] = {
        "pelicanconf.py": SMALLEST_SETTINGS + settings,
        "content/actualites/a.md": article("A", f"[x]({link})"),
        **files,
    }
    return write_site(tmp_path, written)


@pytest.mark.parametrize(
    ("link", "settings"),
    [
        ("/forum/sujet/3/", 'PUBLISH_KEEP = ["CNAME", "/forum/"]\n'),
        ("/outils/essai.html", 'STATIC_PATHS = ["outils"]\n'),
        ("/humans.txt", 'EXTRA_PATH_METADATA = {"outils/h.txt": {"path": "humans.txt"}}\n'),
        ("/plan/plan.html", 'TEMPLATE_PAGES = {"plan.html": "plan/plan.html"}\n'),
        ("/archives.html", 'DIRECT_TEMPLATES = ["archives"]\n'),
        ("/theme/map/map.js", ""),
        (f"{HOME}/annuaire/", f'SITEURL = "{HOME}"\n'),
        (f"{HOME}", f'SITEURL = "{HOME}"\n'),
        ("https://essai.example/ailleurs/", f'SITEURL = "{HOME}"\n'),
        ("/répertoire/", 'DIRECTORY_URL = "répertoire/"\n'),
    ],
)
def test_what_others_serve_beside_the_site_is_none_of_its_business(
    tmp_path: Path, link: str, settings: str
) -> None:
    """Static files, templates of a webmaster, another program at the same name."""
    (tmp_path / "content" / "outils").mkdir(parents=True)
    (tmp_path / "content" / "outils" / "h.txt").write_text("x", encoding="utf-8")
    said = checked(site(tmp_path, link, settings))

    assert [] == [line for line in said if "content/actualites/a.md" in line]


@pytest.mark.parametrize(
    "written", ["[x]({})", "<{}>", "Voir {}.", '<a href="{}">x</a>', "[x][a]\n\n[a]: {}"]
)
def test_the_full_address_of_a_page_of_ours_is_followed_too(tmp_path: Path, written: str) -> None:
    """However it stands in the text."""
    files = {
        "pelicanconf.py": f'{SMALLEST_SETTINGS}SITEURL = "{HOME}"\n',
        "content/actualites/a.md": article("A", written.format(f"{HOME}/nexiste/pas/")),
    }
    said = checked(write_site(tmp_path, files))

    assert ["[missing-page]"] == [line.rpartition(" ")[2] for line in said]


@pytest.mark.parametrize("key", ["repository", "social"])
def test_addresses_in_the_identity_are_followed(tmp_path: Path, key: str) -> None:
    """At their place in the settings."""
    value = f'"{HOME}/nexiste/"' if key == "repository" else f'{{"blog": "{HOME}/nexiste/"}}'
    settings = f'SITEURL = "{HOME}"\nASSOCIATION = {{"name": "Essai", "{key}": {value}}}\n'
    said = checked(site(tmp_path, "/", settings))

    assert ["pelicanconf.py:10", "[missing-page]"] == [
        part for line in said for part in (":".join(line.split(":")[:2]), line.rpartition(" ")[2])
    ]


def test_code_is_no_link(tmp_path: Path) -> None:
    """An address that is shown, not followed."""
    files = {
        "pelicanconf.py": f'{SMALLEST_SETTINGS}SITEURL = "{HOME}"\n',
        "content/actualites/a.md": article("A", f"`{HOME}/nexiste/` et `[x](/nexiste/)`"),
    }

    assert () == checked(write_site(tmp_path, files))


def test_a_page_that_is_switched_off_leads_nowhere(tmp_path: Path) -> None:
    """Its kind is known, and it is not there."""
    said = checked(site(tmp_path, "/agenda/calendriers/", 'CALENDARS_SAVE_AS = ""\n'))

    assert ["[missing-page]"] == [line.rpartition(" ")[2] for line in said]


def test_the_addresses_of_a_section_that_is_added_are_taken_at_their_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of pages that the table has, and nobody has told yet of what there is one."""
    monkeypatch.setitem(URLS, "ALBUM", "albums/{id}/")
    said = checked(site(tmp_path, "/albums/fibre/"))

    assert () == said


PLUGIN = "def register():\n    pass\n"


def test_beside_the_plugins_of_others_nothing_is_certain(tmp_path: Path) -> None:
    """They may write any page: a warning at most."""
    settings = 'PLUGIN_PATHS = ["plugins", "miens"]\nPLUGINS = ["association", "forum"]\n'
    files = {"miens/forum/__init__.py": PLUGIN}
    said = checked(site(tmp_path, "/forum/", settings, **files))

    assert ["warning"] == [line.split(": ")[1] for line in said if "missing-page" in line]


def test_a_mistake_elsewhere_does_not_make_links_wrong(tmp_path: Path) -> None:
    """A member that cannot be read may have the page that is linked to."""
    files = {"members.yaml": "members:\n  - {id: kernel, name: Kernel, website: kernel}\n"}
    said = checked(site(tmp_path, "/annuaire/kernel/", **files))

    assert ["[bad-url]"] == [line.rpartition(" ")[2] for line in said]


def test_mistaken_links_are_told_with_one_another(tmp_path: Path) -> None:
    """To a file and to a page, in one run."""
    files = {"content/actualites/b.md": article("B", "[x](rien.md)")}
    said = checked(site(tmp_path, "/nexiste/", **files))

    assert ["[missing-page]", "[missing-link]"] == [line.rpartition(" ")[2] for line in said]


def test_what_a_check_accepts_a_build_accepts(site_of: SiteOf) -> None:
    """With its fragment, its query and its accents."""
    files: Mapping[str, str | bytes] = {
        "content/actualites/a.md": article("A", "## L’été\n\n[x](#l-ete) [y](/actualites/a/#l-ete)"),
        "content/actualites/b.md": article("B", "[x](/actualites/?page=1#p-contenu) [y](a.md#l-ete)"),
    }
    built = site_of(files)

    assert (0, ()) == (built.code, built.problems)


@pytest.mark.parametrize(
    "heading",
    [
        "## Un *titre*",
        "## Un [titre](/)",
        "## `code`",
        "Un titre\n--------",
        "## Deux\n\n## Deux",
        "<h2>En HTML</h2>",
        "<div>\n\n## Dedans\n\n</div>",
        "> ## Cité",
        "- ## Un point",
        "## Terminé ##",
        "##    Espacé  ",
        "## C++ et C#",
        "## 2026",
        "# Un\n\n## Deux\n\n# Trois",
    ],
)
def test_the_parts_of_a_text_are_those_of_its_page(site_of: SiteOf, tmp_path: Path, heading: str) -> None:
    """What the built page has, `check` knows; whatever a heading is made of."""
    built = site_of({"content/actualites/a.md": article("A", f"{heading}\n\nUn texte.")})
    ids = [one for one in built.page("actualites/a/").ids if not one.startswith("p-")]
    links = " ".join(f"[x](/actualites/a/#{one})" for one in ids)
    files = {
        "content/actualites/a.md": article("A", f"{heading}\n\nUn texte."),
        "content/actualites/b.md": article("B", links),
    }

    assert () == checked(write_site(tmp_path / "again", files))


@pytest.mark.parametrize(
    "text",
    [
        "```\n\n## Titre\n\n```",
        "    x\n\n    ## Titre",
        "<!--\n\n## Titre\n\n-->\n\nUn texte.",
        "####### Titre",
        "##Titre",
        "## Titre {#autre}",
        r"\## Titre",
    ],
)
def test_what_only_looks_like_a_heading_is_no_part(tmp_path: Path, text: str) -> None:
    """Code, comments, and headings that are called otherwise."""
    said = checked(site(tmp_path, "/actualites/b/#titre", **{"content/actualites/b.md": article("B", text)}))

    assert ["[missing-part]"] == [line.rpartition(" ")[2] for line in said]
