"""The Atom feeds of the agenda and of commissions: what is announced, what has changed."""

from datetime import timedelta
from pathlib import Path

import feedparser
from built_site import TODAY, Built, SiteOf, article, build, event, write_site

FEED = "feeds/agenda.atom.xml"
COMMISSIONS = """\
commissions:
  - id: reseaux
    name: Réseaux
    kind: commission
    meetings:
      - title: Réunion
        start: 2026-11-03 18:30
        duration: 2h
        repeat: {every: month, on: first tuesday}
        cancelled_on: [2027-02-02]
        moved: [{from: 2026-12-01, to: 2026-12-08 18:30}, {from: 2027-01-05, to: 2027-01-05 20:00}]
"""
FILES = {
    "commissions.yaml": COMMISSIONS,
    "content/agenda/atelier.md": event("Atelier <b>gras</b>", commissions="[reseaux]", summary="On bricole."),
    "content/agenda/fete.md": event("Fête", start="2026-10-01 18:30", duration="2h"),
    "content/agenda/report.md": event("Visite", event_status="postponed"),
    "content/actualites/nouvelle.md": article("Une nouvelle", commissions="[reseaux]"),
    "content/actualites/autre.md": article("Une autre"),
}
COMMISSION = "feeds/commissions/reseaux.atom.xml"
DAY_AFTER = (TODAY + timedelta(days=1)).timetuple()[:3]


def titles(site: Built, feed: str = FEED) -> set[str]:
    return {entry.title.replace("\xa0", " ") for entry in entries(site, feed)}


def entries(site: Built, feed: str = FEED) -> list[feedparser.FeedParserDict]:
    read = feedparser.parse(site.bytes(feed))
    assert not read.bozo, read.bozo_exception
    return read.entries


def test_the_feed_tells_what_is_to_come_and_what_has_changed(site_of: SiteOf) -> None:
    """An entry for each event and meeting, and for each date that was moved or cancelled."""
    expected = {
        "Réseaux : Réunion",
        "Nouvelle date : Réseaux : Réunion, mardi 8 décembre 2026",
        "Nouvelle heure : Réseaux : Réunion, mardi 5 janvier 2027",
        "Annulation : Réseaux : Réunion, mardi 2 février 2027",
        "Atelier <b>gras</b>",
        "Report : Visite",
    }

    assert expected == titles(site_of(FILES))


def test_an_entry_says_when_and_what(site_of: SiteOf) -> None:
    """The day, the hour, the text of the event."""
    entry = next(entry for entry in entries(site_of(FILES)) if entry.title.startswith("Atelier"))
    content = entry.content[0].value.replace("\xa0", " ")

    assert ["lundi 23 novembre 2026", "18 h 30", "Un texte."] == [
        said for said in ("lundi 23 novembre 2026", "18 h 30", "Un texte.") if said in content
    ]


def test_the_feed_of_a_commission_has_its_dates_and_its_news(site_of: SiteOf) -> None:
    """And nobody else's."""
    own = titles(site_of(FILES), COMMISSION)

    assert (True, True, False, False) == (
        "Une nouvelle" in own,
        "Réseaux : Réunion" in own,
        "Une autre" in own,
        "Report : Visite" in own,
    )


def test_an_entry_is_the_same_in_every_feed(site_of: SiteOf) -> None:
    """A reader of both shows it once."""
    site = site_of(FILES)
    news = {entry.id for entry in entries(site, "feeds/actualites.atom.xml")}
    agenda = {entry.id for entry in entries(site)}

    assert set() == {entry.id for entry in entries(site, COMMISSION)} - news - agenda


def test_identifiers_are_unique(tactic: Built) -> None:
    """RFC 4287 section 4.2.6."""
    ids = [entry.id for entry in entries(tactic)]

    assert len(ids) == len(set(ids))


def test_what_has_not_changed_is_not_told_again(site_of: SiteOf) -> None:
    """Built a day later without any history: the same entries, since the same moment."""
    builds = (site_of(FILES), site_of(FILES, moment=TODAY + timedelta(hours=12)))
    first, second = ({entry.id: entry.updated for entry in entries(site)} for site in builds)

    assert first == second


def test_what_has_changed_since_it_was_published_is_dated_now(tmp_path: Path) -> None:
    """With the revisions of the build before; an earlier change keeps its moment."""
    site, moments = write_site(tmp_path / "site", FILES), [TODAY + timedelta(days=day) for day in range(3)]
    revisions = build(site, tmp_path / "0", moment=moments[0]).text("data/v1/revisions.json")
    write_site(site, {"content/agenda/atelier.md": event("Atelier", start="2026-12-01 18:30", duration="1h")})
    told = []
    for number, moment in enumerate(moments[1:], 1):
        built = build(site, tmp_path / str(number), moment=moment, revisions=revisions)
        revisions = built.text("data/v1/revisions.json")
        told.append({entry.title for entry in entries(built) if entry.updated_parsed[:3] == DAY_AFTER})

    assert [{"Atelier"}, {"Atelier"}] == told


def test_nothing_is_told_of_the_future(site_of: SiteOf) -> None:
    """No entry was updated after the build."""
    far = {"content/agenda/loin.md": event("Loin", start="2029-06-01", end="2029-06-01")}

    assert [] == [e.title for e in entries(site_of(far)) if e.updated > TODAY.isoformat()]


def test_the_feeds_are_found_from_the_pages(tactic: Built) -> None:
    """By programs in the head, by people in the foot and on the page of the commission."""
    page = tactic.page("commissions/infrastructures-reseaux/")
    heads = {page.target(link["href"]) for link in page.document.iter("link")}
    feeds = {FEED, "feeds/commissions/infrastructures-reseaux.atom.xml"}

    assert (feeds, feeds) == (feeds & heads, feeds & page.targets)
