"""The map of the directory: its outline, its interactive sister, and what is published of both."""

import pytest
from built_site import SMALLEST_SETTINGS, Built, Files, SiteOf
from html_pages import Element

TOWNS = """\
towns:
  - {id: lens, name: Lens, lat: 50.432, lon: 2.833}
  - {id: arras, name: Arras, lat: 50.291, lon: 2.777}
members:
  - {id: kernel, name: Kernel, town: lens}
  - {id: icea, name: Icea, town: arras}
"""
OUTLINE = """\
{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"nom": "<script>alert(1)</script>"}, "geometry":
    {"type": "Polygon", "coordinates": [[[2.5, 50.2], [3.2, 50.2], [3.2, 50.6], [2.5, 50.6], [2.5, 50.2]]]}},
  {"type": "Feature", "properties": {}, "geometry":
    {"type": "LineString", "coordinates": [[2.4, 50.3], [3.3, 50.5]]}}
]}
"""
TILES = 'MAP_TILES = {"url": "https://tile.example/{z}/{x}/{y}.png", "attribution": "© <b>Cartes</b>"}\n'
PLAIN: Files = {"members.yaml": TOWNS}
OUTLINED: Files = {**PLAIN, "content/territoire.geojson": OUTLINE}
TILED: Files = {**PLAIN, "pelicanconf.py": SMALLEST_SETTINGS + TILES}


def the_map(site: Built, url: str = "annuaire/") -> Element:
    (drawing,) = site.page(url).main.with_class("map")
    return drawing


def tiled(site_of: SiteOf, setting: str) -> list[str]:
    """The problems of a site with that MAP_TILES."""
    files = {**PLAIN, "pelicanconf.py": f"{SMALLEST_SETTINGS}MAP_TILES = {setting}\n"}
    return [line.partition(": error: ")[2] for line in site_of(files, may_fail=True).problems]


def test_all_languages_share_the_files_of_the_interactive_one(site_of: SiteOf) -> None:
    """Which lie at the root of the site."""
    settings = f'{SMALLEST_SETTINGS}{TILES}LANGUAGES = ["fr", "nl"]\n'
    site = site_of({**PLAIN, "pelicanconf.py": settings})

    assert (True, True) == (
        "../../theme/map/map.js" in site.text_of("nl/ledengids/"),
        site.has("theme/map/map.js"),
    )


@pytest.mark.parametrize("url", ["", "annuaire/", "annuaire/lieux/lens/", "annuaire/kernel/"])
def test_the_outline_is_on_every_map(site_of: SiteOf, url: str) -> None:
    """Borders and waters, on the home page and on the pages of towns and members too."""
    drawing = the_map(site_of(OUTLINED), url)

    assert (1, 1) == (len(drawing.with_class("border")), len(drawing.with_class("water")))


def test_without_the_file_the_land_lies_around_the_towns(site_of: SiteOf) -> None:
    """No border is made up."""
    drawing = the_map(site_of(PLAIN))

    assert (1, 0, 0) == tuple(len(drawing.with_class(part)) for part in ("land", "border", "water"))


def test_nothing_but_lines_comes_out_of_the_file(site_of: SiteOf) -> None:
    """Neither the file itself nor the words in it are published."""
    site = site_of(OUTLINED)
    telling = [name for name, content in site.contents().items() if b"alert(1)" in content]

    assert ([], False) == (telling, site.has("territoire.geojson"))


def test_each_town_of_the_map_leads_to_its_page(site_of: SiteOf) -> None:
    """And says its name and its number."""
    links = [(link["href"], link.first("title").text) for link in the_map(site_of(OUTLINED)).iter("a")]

    assert [("lieux/arras/", "Arras : 1 membre"), ("lieux/lens/", "Lens : 1 membre")] == [
        (href.removeprefix("../annuaire/"), title) for href, title in links
    ]


def test_a_broken_outline_stops_the_build_with_a_sentence(site_of: SiteOf) -> None:
    """With its line and column."""
    site = site_of({**PLAIN, "content/territoire.geojson": '{"type":\n}'}, may_fail=True)

    assert (1, ("content/territoire.geojson:2:1: error: from here on, this is not JSON",)) == (
        site.code,
        tuple(problem.partition(";")[0] for problem in site.problems),
    )


def test_the_interactive_map_is_off_unless_it_is_asked_for(site_of: SiteOf) -> None:
    """Nothing of it is published: no file, no word, no other host in the policy."""
    site = site_of(PLAIN)
    traces = [
        name
        for name, content in site.contents().items()
        if "leaflet" in name or b"leaflet" in content.lower() or b"theme/map" in content
    ]

    assert ([], True) == (traces, "img-src 'self' data:;" in site.text("_headers"))


def test_the_policy_lets_pictures_come_from_the_host_of_the_tiles(site_of: SiteOf) -> None:
    """From that host, and pictures alone."""
    policy = site_of(TILED).text("_headers")

    assert (1, True) == (
        policy.count("tile.example"),
        "img-src 'self' data: https://tile.example;" in policy,
    )


def test_the_library_is_published_with_its_licence(site_of: SiteOf) -> None:
    """Which is its only condition."""
    files = [name for name in site_of(TILED).files if name.startswith("theme/map/")]

    assert [
        "theme/map/leaflet/LICENSE",
        "theme/map/leaflet/leaflet.css",
        "theme/map/leaflet/leaflet.js",
        "theme/map/map.css",
        "theme/map/map.js",
    ] == files


def test_the_page_says_whom_the_interactive_map_contacts(site_of: SiteOf) -> None:
    """Beside the button, on the directory only."""
    site = site_of(TILED)
    said = "Le fond de carte vient de tile.example, qui recevra votre adresse IP."

    assert (True, False) == (said in site.page("annuaire/").main.text, said in site.page("").main.text)


def test_a_page_with_an_interactive_map_loads_nothing_from_elsewhere(site_of: SiteOf) -> None:
    """The address of the tiles is a text until somebody asks for the map."""
    document = site_of(TILED).page("annuaire/").document
    sources = [element["src"] for element in document.iter("script", "img", "iframe") if element["src"]]

    assert [] == [source for source in sources if "//" in source]


def test_what_the_settings_say_of_the_tiles_is_escaped(site_of: SiteOf) -> None:
    """A text, whoever wrote it."""

    assert "© &lt;b&gt;Cartes&lt;/b&gt;" in site_of(TILED).text_of("annuaire/")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('"https://tile.example/"', "found MAP_TILES = https://tile.example/, expected"),
        ('{"attribution": "©"}', 'the "url" of MAP_TILES is "", expected an https address'),
        (
            '{"url": "http://t.example/{z}/{x}/{y}.png", "attribution": "©"}',
            'the "url" of MAP_TILES is "http://t.example/{z}/{x}/{y}.png", expected an https address',
        ),
        ('{"url": "https://t.example/{z}/{x}.png", "attribution": "©"}', 'the "url" of MAP_TILES'),
        ('{"url": "https://{s}.t.example/{z}/{x}/{y}.png", "attribution": "©"}', 'the "url" of MAP_TILES'),
        ('{"url": "https://{z}.t.example/{x}/{y}.png", "attribution": "©"}', 'the "url" of MAP_TILES'),
        ("""{"url": "https://t.example;script-src *;/{z}/{x}/{y}", "attribution": "©"}""", 'the "url" of'),
        ('{"url": "https://t.example/{z}/{x}/{y}.png"}', 'MAP_TILES has no "attribution"'),
        (
            '{"url": "https://t.example/{z}/{x}/{y}.png", "attribution": " "}',
            'MAP_TILES has no "attribution"',
        ),
        (
            '{"url": "https://t.example/{z}/{x}/{y}", "attribution": "©", "attribution_url": "javascript:1"}',
            'the "attribution_url" of MAP_TILES is "javascript:1", expected an https address',
        ),
        (
            '{"url": "https://t.example/{z}/{x}/{y}", "attribution": "©", "max_zoom": 99}',
            'the "max_zoom" of MAP_TILES is "99", expected a number from 1 to 24',
        ),
        (
            '{"url": "https://t.example/{z}/{x}/{y}", "attribution": "©", "zoom": 9}',
            'MAP_TILES has the unknown key "zoom", expected one of url,',
        ),
    ],
)
def test_a_mistake_in_the_tiles_is_one_sentence(site_of: SiteOf, setting: str, said: str) -> None:
    """Told by the build, and nothing is written."""
    (problem,) = tiled(site_of, setting)

    assert problem.startswith(said), problem
