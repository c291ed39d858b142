"""No link leads to nothing, wherever the site is published; no page sends its visitor to another host."""

from urllib.parse import urljoin, urlsplit

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, Built, SiteOf, build, sheet
from html_pages import Page
from site_links import Published, css_addresses, loaded_addresses

HOMES = {
    "at the root of its host": "https://tactic.example",
    "below the name of a repository": "https://host.example/repo",
    "without an address": "",
}


@pytest.fixture(scope="module", params=HOMES.values(), ids=HOMES.keys())
def published(
    request: pytest.FixtureRequest, tactic: Built, tmp_path_factory: pytest.TempPathFactory
) -> Published:
    """The site of the repository in each place where it may live."""
    siteurl = request.param
    if siteurl == HOMES["at the root of its host"]:
        return Published(tactic, f"{siteurl}/")
    site = build(REPOSITORY, tmp_path_factory.mktemp("published") / "output", siteurl)
    assert site.code == 0, site.said
    return Published(site, f"{siteurl or 'http://localhost:8000'}/")


def test_every_link_and_every_fragment_leads_somewhere(published: Published) -> None:
    """Pages, images, calendars, styles, headings: all that a page names on its own host."""
    broken = {
        url: missing for url in published.site.urls if (missing := published.broken(published.site.page(url)))
    }

    assert {} == broken


def test_nothing_is_loaded_from_another_host(published: Published) -> None:
    """Visitors are seen by the association's own host and by nobody else."""
    foreign = {
        (url, address)
        for url in published.site.urls
        for address in foreign_addresses(published, published.site.page(url))
    }

    assert set() == foreign


def foreign_addresses(published: Published, page: Page) -> list[str]:
    host = urlsplit(published.base).netloc
    absolute = (urljoin(published.address(page), address) for address in loaded_addresses(page))
    return [address for address in absolute if urlsplit(address).netloc not in {host, ""}]


def test_styles_load_nothing_from_another_host(published: Published) -> None:
    """Fonts and pictures of the stylesheet are files of the site, there for the taking."""
    styles = [file for file in published.site.files if file.endswith(".css")]
    named = [
        urljoin(published.base + file, a) for file in styles for a in css_addresses(published.site.text(file))
    ]

    assert styles and [] == [a for a in named if not a.startswith("data:") and not published.exists(a)]


def test_the_addresses_of_the_sitemap_are_those_of_pages(published: Published) -> None:
    """Absolute when the site has an address."""
    lines = published.site.text("sitemap.xml").split("<loc>")[1:]
    addresses = [urljoin(published.base, line.split("</loc>")[0]) for line in lines]

    assert addresses and [] == [address for address in addresses if not published.exists(address)]


def test_a_page_names_its_own_address(published: Published) -> None:
    """`canonical`, when there is an address to name."""
    canonical = {
        url: [
            link["href"]
            for link in published.site.page(url).document.iter("link")
            if link["rel"] == "canonical"
        ]
        for url in published.site.urls
    }
    has_address = "localhost" not in published.base
    expected = {url: [f"{published.base}{url}"] if has_address else [] for url in canonical}

    assert expected | {"404.html": canonical["404.html"]} == canonical


def test_links_of_the_feed_are_absolute(tactic: Built) -> None:
    """A reader shows the text far from the site: no link of it may be relative."""
    feed = tactic.text("feeds/actualites.atom.xml")

    assert [] == [
        part[:60] for part in feed.split("href=&quot;")[1:] if not part.startswith(("http", "mailto:", "#"))
    ]


def test_a_dead_link_is_found(site_of: SiteOf) -> None:
    """The test above would see one, where a build has to take an address at its word."""
    files = {
        "pelicanconf.py": f'{SMALLEST_SETTINGS}PUBLISH_KEEP = ["nulle-part/"]\n',
        "content/pages/un.md": sheet({"title": "Un"}, "[nulle part](/nulle-part/) [ici](#absent)"),
    }
    site = site_of(files)

    assert ["https://a.example/nulle-part/", "https://a.example/un/#absent"] == sorted(
        Published(site, "https://a.example/").broken(site.page("un/"))
    )
