"""The first view of any page is light: what a browser fetches for it, compressed, images aside."""

import gzip

from built_site import Built
from site_links import loaded_addresses

LIMIT = 60_000
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg", ".ico", ".gif")


def test_no_page_weighs_more_than_sixty_kilobytes(tactic: Built) -> None:
    """HTML, styles, scripts and fonts, as a host that compresses sends them."""
    weights = {url: weight(tactic, url) for url in tactic.urls}

    assert {} == {url: bytes_ for url, bytes_ in weights.items() if bytes_ > LIMIT}


def weight(site: Built, url: str) -> int:
    page = site.page(url)
    files = {page.target(address).partition("?")[0] for address in loaded_addresses(page)}
    contents = [site.text_of(url).encode(), *(site.bytes(f) for f in sorted(files) if not f.endswith(IMAGES))]
    return sum(len(gzip.compress(content, 6)) for content in contents)
