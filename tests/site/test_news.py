"""News: a list, articles, topics, and what is not yet or not at all for the public."""

from datetime import datetime, timedelta

import feedparser
from built_site import TODAY, Built, SiteOf, article

TOMORROW = "2026-11-23 08:00"
ANNOUNCED = {"content/actualites/demain.md": article("Une surprise", date=TOMORROW)}


def test_the_latest_news_come_first(tactic: Built) -> None:
    """After the pinned ones."""
    links = [target for target, _ in tactic.page("actualites/").links if target.startswith("actualites/")]
    order = [
        links.index(f"actualites/{slug}/")
        for slug in ("lancement-de-tactic", "l-agenda-dans-votre-telephone")
    ]

    assert sorted(order) == order


def test_the_list_goes_on_page_by_page(tactic: Built) -> None:
    """Ten articles a page; each page leads to the next and back."""
    first, second = tactic.page("actualites/"), tactic.page("actualites/page/2/")

    assert (True, True) == ("actualites/page/2/" in first.targets, "actualites/" in second.targets)


def test_every_article_is_in_the_list(tactic: Built) -> None:
    """On one of its pages."""
    listed = tactic.page("actualites/").targets | tactic.page("actualites/page/2/").targets
    articles = {
        url
        for url in tactic.urls
        if url.startswith("actualites/") and url.count("/") == 2 and "/sujets/" not in url
    }

    assert articles and articles <= listed


def test_an_article_says_when_it_was_changed(tactic: Built) -> None:
    """`modified` in words and for machines."""
    page = tactic.page("actualites/facturation-electronique-huit-questions/")
    moments = {time["datetime"][:10] for time in page.main.iter("time")}

    assert {"2026-11-10", "2026-11-19"} <= moments


def test_an_article_leads_to_its_topics(tactic: Built) -> None:
    """And a topic to its articles."""
    news, topic = "actualites/sauvegardes-trois-copies/", "actualites/sujets/securite/"

    assert (True, True) == (topic in tactic.page(news).targets, news in tactic.page(topic).targets)


def test_an_article_of_tomorrow_is_nowhere_today(site_of: SiteOf) -> None:
    """Not even its title."""
    site = site_of(ANNOUNCED)

    assert [] == [file for file in site.files if "demain" in file or b"Une surprise" in site.bytes(file)]


def test_an_article_appears_when_its_moment_has_come(site_of: SiteOf) -> None:
    """The same files, built a minute after."""
    site = site_of(ANNOUNCED, moment=datetime.fromisoformat("2026-11-23T08:01+01:00"))

    assert "1 Une surprise" in site.page("actualites/demain/").headings


def test_an_article_of_a_later_day_waits_for_the_site_s_own_midnight(site_of: SiteOf) -> None:
    """23:30 in Paris is still today, whatever the day is in Tokyo."""
    files = {"content/actualites/demain.md": article("Une surprise", date="2026-11-23")}
    site = site_of(files, moment=datetime.fromisoformat("2026-11-22T23:30+01:00"))

    assert not site.has("actualites/demain/")


def test_a_draft_is_nowhere(tactic: Built) -> None:
    """The repository holds one: its title is in no file."""

    assert [] == [file for file in tactic.files if b"premier bilan" in tactic.bytes(file)]


def test_the_feed_is_read_without_complaint(tactic: Built) -> None:
    """By the reader most aggregators are made with."""
    feed = feedparser.parse(tactic.bytes("feeds/actualites.atom.xml"))

    assert (0, "atom10", "TacTic") == (feed.bozo, feed.version, feed.feed.title)


def test_the_feed_leads_to_pages_of_the_site(tactic: Built) -> None:
    """Every entry has its page."""
    feed = feedparser.parse(tactic.bytes("feeds/actualites.atom.xml"))
    paths = [entry.link.removeprefix("https://tactic.example/") for entry in feed.entries]

    assert len(paths) == 12 and [True] * 12 == [tactic.has(path) for path in paths]


def test_the_feed_is_announced_on_the_pages(tactic: Built) -> None:
    """So that a reader finds it from any address."""
    page = tactic.page("actualites/")
    feeds = {page.target(link["href"]) for link in page.document.iter("link") if "alternate" in link["rel"]}

    assert "feeds/actualites.atom.xml" in {feed.removeprefix("https://tactic.example/") for feed in feeds}


def test_a_feed_of_nothing_is_the_same_all_day(site_of: SiteOf) -> None:
    """Publishing an unchanged site again changes no file."""
    moments = (TODAY, TODAY + timedelta(hours=3))
    feeds = [site_of({}, moment=moment).bytes("feeds/actualites.atom.xml") for moment in moments]

    assert feeds[0] == feeds[1]
