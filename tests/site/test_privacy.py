"""Nobody appears anywhere without consent, and nothing before its time: every output byte is searched."""

import re

import pytest
from built_site import Built, SiteOf
from private_site import FILES, PUBLIC, SECRETS

SPACING = re.compile(rb"[\s.\-]|&nbsp;|&#46;|\\u002e|\xc2\xa0|\xe2\x80\xaf")
SIGN = re.compile(rb"&#64;|\\u0040")
"""As pages write it, so that scrapers do not find addresses."""
SCRAPED = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|mailto:")


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, siteurl="https://a.example")


@pytest.fixture(scope="module")
def haystack(site: Built) -> bytes:
    """Names and contents of all files, letters in lower case, spaces and folded lines taken out."""
    names = "\n".join(site.files).encode()
    everything = SIGN.sub(b"@", b"\n".join((names, *site.contents().values())))
    return SPACING.sub(b"", everything).lower()


def test_the_secrets_were_really_written() -> None:
    """A test that looks for nothing finds nothing."""
    written = b"\n".join(text if isinstance(text, bytes) else text.encode() for text in FILES.values())
    names = "\n".join(FILES).encode()

    assert 150 < len(SECRETS) and [] == [word for word in SECRETS if word.encode() not in written + names]


@pytest.mark.parametrize("word", PUBLIC)
def test_what_is_public_is_found(haystack: bytes, word: str) -> None:
    """The search can see: these words are in the site."""

    assert word.encode() in haystack


def test_no_secret_is_in_any_file_or_file_name(haystack: bytes) -> None:
    """Pages, feeds, calendars, data, images and their metadata."""

    assert {} == {place: word for word, place in SECRETS.items() if word.encode() in haystack}


def test_who_was_withheld_is_not_even_an_id(site: Built, haystack: bytes) -> None:
    """Open data name members by id: those of the others are left out."""

    assert b"privesansaccord" not in haystack


def test_the_days_of_who_shows_no_role_are_nowhere(site: Built, haystack: bytes) -> None:
    """When somebody had a seat is as much theirs as which one."""

    assert [] == [day for day in ("19870304", "mars1987", "jusqu’en1987") if day.encode() in haystack]


def test_a_photo_with_consent_is_published_without_what_the_camera_added(site: Built) -> None:
    """Re-encoded: the picture is there, its metadata are not."""
    photos = [file for file in site.files if "visage" in file]

    assert photos and [] == [file for file in photos if b"Exif" in site.bytes(file)]


def test_only_images_that_a_public_page_shows_are_published(site: Built) -> None:
    """A photo in the folder is nobody's consent."""
    images = [file for file in site.files if file.startswith("images/")]

    assert images and [] == [file for file in images if "visage" not in file]


def test_pages_hold_no_address_that_a_scraper_finds(tactic: Built) -> None:
    """Calendars, vCards and data keep theirs as they are; people see each one."""
    found = [url for url in tactic.urls if SCRAPED.search(tactic.text_of(url))]
    shown = [url for url in tactic.urls if SCRAPED.search(tactic.page(url).main.text)]

    assert shown and [] == found
