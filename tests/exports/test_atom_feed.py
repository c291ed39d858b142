"""News feeds as a feed reader sees them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import feedparser
import pytest

from association.exports.atom import FeedEntry, NewsFeed, entry_id, news_feed

PARIS = ZoneInfo("Europe/Paris")
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = NewsFeed(
    id="tag:tactic.example,2026:actualites",
    title="TacTic & amis : actualités",
    subtitle="Les informaticiens de l'Artois",
    url="https://tactic.example/",
    self_url="https://tactic.example/feeds/actualites.atom.xml",
    language="fr",
    author="TacTic",
    stamp=datetime(2026, 11, 1, tzinfo=UTC),
)
LAUNCH = FeedEntry(
    id="tag:tactic.example,2026:actualites/lancement",
    title="TacTic est lancée : <30> & plus",
    url="https://tactic.example/actualites/lancement/",
    published=datetime(2026, 10, 9, 8, tzinfo=PARIS),
    updated=datetime(2026, 10, 12, 8, 0, 0, 123, tzinfo=PARIS),
    summary="Trente <structures> & une école.",
    content='<p>Arras, un <a href="https://tactic.example/annuaire/">8 octobre</a> &amp; après.</p>',
    authors=("Camille Exemple", "Claude Patron"),
    categories=("vie de l'association", "réseaux"),
)
SHORT = FeedEntry(
    id="tag:tactic.example,2026:actualites/court",
    title="Court",
    url="https://tactic.example/actualites/court/",
    published=datetime(2026, 10, 10, 8, tzinfo=PARIS),
    updated=datetime(2026, 10, 10, 8, tzinfo=PARIS),
)
NEWS = news_feed((LAUNCH, SHORT), FEED)
PARSED = feedparser.parse(NEWS)


def test_a_feed_reader_finds_no_fault() -> None:
    """Well-formed Atom 1.0."""
    assert (False, "atom10", 2) == (bool(PARSED.bozo), PARSED.version, len(PARSED.entries))


def test_a_feed_says_what_it_is_and_where_it_lives() -> None:
    """Title, id, page, own address, language and who signs (RFC 4287 section 4.1.1)."""
    links = {link.rel: link.href for link in PARSED.feed.links}

    assert (FEED.id, FEED.title, FEED.subtitle, "fr", "TacTic") == (
        PARSED.feed.id,
        PARSED.feed.title,
        PARSED.feed.subtitle,
        PARSED.feed.language,
        PARSED.feed.author,
    )
    assert {"alternate": FEED.url, "self": FEED.self_url} == links


def test_an_entry_is_told_whole() -> None:
    """The summary is text and stays text, whatever it contains."""
    entry = PARSED.entries[0]

    assert (LAUNCH.id, LAUNCH.url, LAUNCH.content, list(LAUNCH.categories)) == (
        entry.id,
        entry.link,
        entry.content[0].value,
        [tag.term for tag in entry.tags],
    )
    assert "Trente &lt;structures&gt; &amp; une école." == ElementTree.fromstring(NEWS).findtext(
        f"{ATOM}entry/{ATOM}summary"
    )


def test_a_title_is_text() -> None:
    """RFC 4287 section 3.1.1.1: what looks like markup in it is not."""
    assert LAUNCH.title == ElementTree.fromstring(NEWS).findtext(f"{ATOM}entry/{ATOM}title")


def test_every_author_of_an_entry_is_named() -> None:
    """An entry without one is signed by the feed's."""
    entries = ElementTree.fromstring(NEWS).findall(f"{ATOM}entry")

    assert [["Camille Exemple", "Claude Patron"], []] == [
        [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")] for entry in entries
    ]


def test_moments_are_whole_seconds_with_their_offset() -> None:
    """RFC 3339, as RFC 4287 section 3.3 wants."""
    entry = ElementTree.fromstring(NEWS).find(f"{ATOM}entry")

    assert entry is not None
    assert ("2026-10-09T08:00:00+02:00", "2026-10-12T08:00:00+02:00") == (
        entry.findtext(f"{ATOM}published"),
        entry.findtext(f"{ATOM}updated"),
    )


@pytest.mark.parametrize(
    ("entries", "expected"),
    [((LAUNCH, SHORT), "2026-10-12T08:00:00+02:00"), ((), "2026-11-01T00:00:00+00:00")],
    ids=["entries", "none"],
)
def test_a_feed_is_as_new_as_its_latest_entry(entries: tuple[FeedEntry, ...], expected: str) -> None:
    """An empty one is as new as the build, never as the clock of the machine."""
    assert expected == ElementTree.fromstring(news_feed(entries, FEED)).findtext(f"{ATOM}updated")


def test_the_same_entries_give_the_same_bytes() -> None:
    """Whenever they are written."""
    assert NEWS == news_feed((LAUNCH, SHORT), replace(FEED, stamp=FEED.stamp + timedelta(days=9)))


def test_an_entry_without_text_has_neither_summary_nor_content() -> None:
    """An empty element would say that the text is empty."""
    tags = {
        element.tag.removeprefix(ATOM) for element in ElementTree.fromstring(NEWS).findall(f"{ATOM}entry")[1]
    }

    assert set() == tags & {"summary", "content", "category", "author"}


def test_an_id_outlives_the_address_of_the_site() -> None:
    """A tag URI (RFC 4151) of the domain that calendars use too."""
    written = entry_id("tactic.example", LAUNCH.published, "actualites", "lancement")

    assert LAUNCH.id == written


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    """A form feed written as an entity must not stop the build."""
    odd = replace(LAUNCH, title="a\x0cb", summary="c\x01d", content="<p>e\ufffff\tg</p>")
    (entry,) = feedparser.parse(news_feed((odd,), FEED)).entries

    assert ("ab", "cd", "<p>ef\tg</p>") == (entry.title, entry.summary, entry.content[0].value)
