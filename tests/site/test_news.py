"""News: a list, articles, topics, and what is not yet or not at all for the public."""

from datetime import datetime, timedelta

import feedparser
import pytest
from built_site import SMALLEST_SETTINGS, TODAY, Built, Files, SiteOf, article
from html_pages import Page
from site_links import crumbs, followed

TOMORROW = "2026-11-23 08:00"
TOPIC = "actualites/sujets/reseau/"
MANY = 45
IN_ONE_TOPIC = {
    f"content/actualites/a{number:02}.md": article(f"Nouvelle {number}", tags="[Réseau]")
    for number in range(MANY)
}
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


@pytest.fixture(scope="module")
def one_topic(site_of: SiteOf) -> Built:
    return site_of(IN_ONE_TOPIC)


def articles_on(page: Page) -> list[str]:
    """Where the titles lead, in order."""
    return [page.target(a["href"]) for title in page.main.iter("h3") for a in title.iter("a")]


def test_a_long_topic_goes_on_page_by_page(one_topic: Built) -> None:
    """Ten articles a page, as the list of all; each once."""
    found = [articles_on(page) for page in followed(one_topic, TOPIC)]
    every = {url for page in found for url in page}

    assert ([10, 10, 10, 10, 5], MANY) == ([len(page) for page in found], len(every))


def test_a_page_of_a_topic_says_which_one_it_is(one_topic: Built) -> None:
    """And how many articles there are in all, the latest of when."""
    assert "45 actualités sur ce sujet, la dernière le 1er novembre 2026." in one_topic.page(TOPIC).main.text
    headings = [page.headings[:2] for page in followed(one_topic, TOPIC)]

    assert ("1 Réseau", "2 Actualités") == headings[0]
    assert [("1 Réseau – page 2", "2 Actualités"), ("1 Réseau – page 5", "2 Actualités")] == headings[1::3]


def test_pages_of_a_topic_lead_back(one_topic: Built) -> None:
    """To the page before, and from the way above to the first."""
    first, third = one_topic.page(TOPIC), one_topic.page(TOPIC + "page/3/")

    assert [("Actualités", "actualites/"), ("Réseau", "")] == crumbs(first)
    assert [
        ("Actualités", "actualites/"),
        ("Réseau", TOPIC),
        ("Réseau – page 3", ""),
    ] == crumbs(third)
    assert (TOPIC + "page/2/", TOPIC + "page/4/") == (
        third.link("Page précédente"),
        third.link("Page suivante"),
    )


def test_the_site_map_knows_all_pages_of_a_topic(one_topic: Built) -> None:
    """As those of the news."""
    listed = one_topic.text("sitemap.xml")

    assert [] == [page.url for page in followed(one_topic, TOPIC) if f"/{page.url}</loc>" not in listed]


@pytest.mark.parametrize(("kind", "url"), [("TAG", TOPIC), ("NEWS", "actualites/")])
def test_everything_is_on_one_page_where_further_pages_are_switched_off(
    site_of: SiteOf, kind: str, url: str
) -> None:
    """None of the articles is lost."""
    files: Files = {**IN_ONE_TOPIC, "pelicanconf.py": f'{SMALLEST_SETTINGS}{kind}_PAGE_SAVE_AS = ""\n'}
    site = site_of(files)

    assert (MANY, False) == (len(articles_on(site.page(url))), site.has(f"{url}page/2/"))


def test_a_short_topic_has_no_pages_to_turn(tactic: Built) -> None:
    """Nor a number."""
    page = tactic.page("actualites/sujets/securite/")

    assert [] == page.main.with_class("pages")


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


def test_a_text_that_begins_like_a_field_is_shown_whole(site_of: SiteOf) -> None:
    """Pelican adds an extension that takes « Attention: » and « https: » for headers."""
    site = site_of(
        {
            "content/actualites/un.md": article("Un", "Attention: la salle change."),
            "content/actualites/deux.md": article("Deux", "https://a.example est à nous."),
        }
    )

    assert "Attention: la salle change." in site.page("actualites/un/").text.replace("\u00a0", " ")
    assert "https://a.example est à nous." in site.page("actualites/deux/").text


def test_what_a_text_says_of_its_own_parts_leads_to_its_page_from_a_feed(site_of: SiteOf) -> None:
    """Notes, contents and numbered figures: there is nothing of that name in a reader of feeds."""
    text = "[TOC]\n\n## Un\n\nDit.[^1]\n\n[^1]: Là."
    site = site_of({"content/actualites/un.md": article("Un", text)}, "https://a.example")
    (entry,) = feedparser.parse(site.bytes("feeds/actualites.atom.xml")).entries

    assert 'href="#' not in entry.content[0].value
    assert 'href="https://a.example/actualites/un/#un"' in entry.content[0].value
    assert 'href="https://a.example/actualites/un/#fn:1"' in entry.content[0].value
