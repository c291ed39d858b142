"""What visitors get in place of what a text embeds: a link, and nothing from another host."""

import re
from pathlib import Path

import pytest
from markdown import Markdown
from site_on_disk import article, loaded

from association.content.unshown import HARMLESS, unshown
from association.domain.markup import TAGS
from association.host.settings import MARKDOWN
from association.render.markdown import Links, Renderer

LINKS = Links(pages={}, images={})
ELEMENTS = (
    "abbr acronym address applet area article aside audio b base basefont bdi bdo big blink "
    "blockquote br button canvas caption center cite code col colgroup data datalist dd del details "
    "dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 "
    "h5 h6 header hgroup hr i iframe input ins kbd label legend li link main map mark marquee math "
    "menu meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp "
    "rt ruby s samp script search section select slot small source spacer span strike strong style "
    "sub summary sup svg table tbody td textarea tfoot th thead time title tr track tt u ul var "
    "video wbr"
).split()


def html(text: str, language: str = "fr") -> str:
    return str(Renderer(Markdown(**MARKDOWN), LINKS, language).prose(text, "actualites/a.md").at("../../"))


def link(text: str, language: str = "fr") -> tuple[str, str]:
    """The address and the words of the one link."""
    found = re.findall(r'<a href="([^"]*)">([^<]*)</a>', html(text, language))
    assert len(found) == 1
    return found[0][0].replace("&amp;", "&"), found[0][1].replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize(
    ("address", "page", "words"),
    [
        ("https://www.youtube.com/embed/abc?rel=0&amp;t=2", "https://www.youtube.com/watch?v=abc", "YouTube"),
        ("//www.youtube-nocookie.com/embed/a-b_c", "https://www.youtube.com/watch?v=a-b_c", "YouTube"),
        (
            "https://www.youtube.com/embed/videoseries?si=x&list=PL1",
            "https://www.youtube.com/playlist?list=PL1",
            "YouTube",
        ),
        ("https://player.vimeo.com/video/12?h=ab&title=0", "https://vimeo.com/12/ab", "Vimeo"),
        ("https://player.vimeo.com/video/12", "https://vimeo.com/12", "Vimeo"),
        (
            "https://www.dailymotion.com/embed/video/x1?autoplay=1",
            "https://www.dailymotion.com/video/x1",
            "Dailymotion",
        ),
        (
            "https://geo.dailymotion.com/player.html?video=x1",
            "https://www.dailymotion.com/video/x1",
            "Dailymotion",
        ),
        (
            "https://tube.example/videos/embed/0a-1b?warningTitle=0",
            "https://tube.example/w/0a-1b",
            "PeerTube",
        ),
    ],
)
def test_a_film_elsewhere_is_a_link_to_its_page(address: str, page: str, words: str) -> None:
    """That which shows the film alone would not open by itself."""

    assert (page, f"Voir la vidéo sur {words}") == link(f'<iframe src="{address}" width="560"></iframe>')


@pytest.mark.parametrize(
    ("address", "page", "words"),
    [
        (
            "https://www.helloasso.com/associations/x/adhesions/2027/widget",
            "https://www.helloasso.com/associations/x/adhesions/2027",
            "Adhérer sur HelloAsso",
        ),
        (
            "https://www.helloasso.com/associations/x/evenements/y/widget-bouton",
            "https://www.helloasso.com/associations/x/evenements/y",
            "S’inscrire sur HelloAsso",
        ),
        (
            "https://www.helloasso.com/associations/x/formulaires/1/widget",
            "https://www.helloasso.com/associations/x/formulaires/1",
            "Faire un don sur HelloAsso",
        ),
        (
            "https://www.helloasso.com/associations/x/paiements/y/widget",
            "https://www.helloasso.com/associations/x/paiements/y",
            "Voir sur HelloAsso",
        ),
        ("https://www.helloasso.com/associations/x", None, "Voir sur HelloAsso"),
        (
            "https://www.openstreetmap.org/export/embed.html?bbox=2.8%2C50.4%2C2.9%2C50.5&amp;marker=50.43%2C2.83",
            "https://www.openstreetmap.org/?mlat=50.43&mlon=2.83#map=16/50.43/2.83",
            "Voir la carte sur OpenStreetMap",
        ),
        ("https://umap.openstreetmap.fr/fr/map/x_1?scale=0", None, "Voir la carte sur uMap"),
        (
            "https://www.google.com/maps/embed?pb=!1m18!2d2.83!3d50.43!2m3",
            "https://www.google.com/maps/search/?api=1&query=50.43,2.83",
            "Voir la carte sur Google Maps",
        ),
        (
            "https://maps.google.com/maps?q=Lens&amp;output=embed",
            "https://maps.google.com/maps?q=Lens",
            "Voir la carte sur Google Maps",
        ),
        ("https://framaforms.org/x-1", None, "Remplir le formulaire sur Framaforms"),
        (
            "https://docs.google.com/forms/d/e/1/viewform?embedded=true",
            "https://docs.google.com/forms/d/e/1/viewform",
            "Remplir le formulaire sur Google Forms",
        ),
        ("https://w.soundcloud.com/player/?url=x", None, "Écouter sur SoundCloud"),
        (
            "https://open.spotify.com/embed/episode/1?utm=2",
            "https://open.spotify.com/episode/1",
            "Écouter sur Spotify",
        ),
        ("https://www.ailleurs.example:8443/x", None, "Voir sur ailleurs.example"),
        ("http://ailleurs.example", None, "Voir sur ailleurs.example"),
        ("https://ailleurs.example/film.mp4", None, "Voir la vidéo sur ailleurs.example"),
    ],
)
def test_a_link_says_what_is_there(address: str, page: str | None, words: str) -> None:
    """By its address; the name is that of the place, else its host."""

    assert (page or address, words) == link(f'<iframe src="{address}"></iframe>')


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            '<video src="../documents/a.mp4"></video>',
            ("../../documents/a.mp4", "Voir la vidéo «\u00a0a.mp4\u00a0»"),
        ),
        (
            '<video controls>\n<source src="/documents/a.webm">\nNon.\n</video>',
            ("../../documents/a.webm", "Voir la vidéo «\u00a0a.webm\u00a0»"),
        ),
        (
            '<audio src="{static}/documents/a.mp3" controls>',
            ("../../documents/a.mp3", "Écouter «\u00a0a.mp3\u00a0»"),
        ),
        (
            '<object data="/documents/a.pdf"><p>Non.</p></object>',
            ("../../documents/a.pdf", "Ouvrir «\u00a0a.pdf\u00a0»"),
        ),
        ('<embed src="/annuaire/">', ("../../annuaire/", "Ouvrir la page")),
        ("<IFRAME SRC=https://a.example/x></IFRAME>", ("https://a.example/x", "Voir sur a.example")),
        (
            '<iframe data-src="https://a.example/x" src="about:blank"></iframe>',
            ("https://a.example/x", "Voir sur a.example"),
        ),
        (
            "<iframe src='https://a.example/?q=\"&lt;b>'></iframe>",
            ("https://a.example/?q=%22%3Cb%3E", "Voir sur a.example"),
        ),
    ],
)
def test_a_link_is_found_however_it_is_written(written: str, expected: tuple[str, str]) -> None:
    """A file of the site is told by its name."""

    assert expected == link(written)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "De video bekijken op Vimeo"),
        ("en", "Watch the video on Vimeo"),
        ("de", "Watch the video on Vimeo"),
    ],
)
def test_the_words_are_in_the_language_of_the_site(language: str, words: str) -> None:
    """As all that the site says by itself."""

    assert words == link('<iframe src="https://vimeo.com/12"></iframe>', language)[1]


@pytest.mark.parametrize(
    "written",
    [
        "<iframe></iframe>",
        '<iframe src="javascript:x()"></iframe>',
        '<iframe src="#"></iframe>',
        "<video></video>",
    ],
)
def test_nothing_is_shown_without_an_address(written: str) -> None:
    """Nor is a link that leads nowhere."""

    assert "" == html(written).strip()


def test_a_link_stands_in_the_line_or_in_a_paragraph_of_its_own() -> None:
    """As what it replaces."""
    frame = '<iframe src="https://a.example/"></iframe>'
    shown = '<a href="https://a.example/">Voir sur a.example</a>'

    assert f"<p>Un {shown} mot</p>" == html(f"Un {frame} mot")
    assert f"<p>Un</p>\n<p>{shown}</p>\n<p>deux</p>" == html(f"Un\n\n{frame}\n\ndeux")
    assert f"<div><p>{shown}</p></div>" == html(f"<div>{frame}</div>")


def test_a_frame_that_nothing_closes_hides_nothing() -> None:
    """A browser would take the rest of the page for its contents."""

    assert "Après" in html('<iframe src="https://a.example/" />\n\nAprès')
    assert 2 == html(
        '<iframe src="https://a.example/">\n\nUn\n\n<iframe src="https://b.example/"></iframe>'
    ).count("<a ")


def test_a_text_is_summed_up_in_its_own_words() -> None:
    """Not by what stands in place of the film it begins with."""
    frame, film = '<iframe src="https://vimeo.com/12"></iframe>', '<video src="/documents/a.mp4"></video>'
    renderer = Renderer(Markdown(**MARKDOWN), LINKS, "fr")

    assert "Le récit." == renderer.prose(f"{frame}\n\n{film}\n\nLe récit.", "a.md").excerpt()
    assert "Voir la vidéo sur Vimeo" == renderer.prose(frame, "a.md").excerpt()


def test_in_code_a_frame_is_shown() -> None:
    """Somebody explains how to write one."""

    assert "<a " not in html('`<iframe src="https://a.example/"></iframe>`')


def test_thousands_of_frames_take_no_time() -> None:
    """Content is hostile until proven otherwise."""
    for piece in (
        '<iframe src="https://a.example/">',
        "<video src='",
        '<iframe "',
        "<object>",
        "{{<",
        "[gallery ",
    ):
        unshown(piece * 3000)

    assert 3000 == html('<embed src="https://a.example/">' * 3000).count("<a ")


@pytest.mark.parametrize("name", ELEMENTS)
def test_what_is_taken_out_is_told(name: str) -> None:
    """And nothing of what is kept; of what only keeps its words, nobody misses more."""
    is_kept = f"<{name}" in html(f"<{name}>mot</{name}>\n\nfin")

    assert is_kept <= (name in TAGS)
    assert (name not in TAGS and name not in HARMLESS) == bool(unshown(f"<{name}>mot</{name}>\n\nfin"))


def test_a_film_of_the_site_is_published_as_the_link_leads_to_it(tmp_path: Path) -> None:
    """Documents are published when a text links to them."""
    text = article("date: 2026-09-01", '<video><source src="../documents/a%20b.mp4"></video>')
    files = {"content/documents/a b.mp4": b"x", "content/actualites/a.md": text}

    assert {"documents/a b.mp4"} == loaded(tmp_path, files).documents


def test_a_film_that_is_not_there_is_told_and_stops_nothing(tmp_path: Path) -> None:
    """A text was published without it before."""
    text = article(
        "date: 2026-09-01", '<video src="../documents/a.mp4"></video> <iframe src="/annuaire/"></iframe>'
    )

    assert ["missing-link", "removed-html", "removed-html"] == sorted(
        problem.code for problem in loaded(tmp_path, {"content/actualites/a.md": text}).warnings
    )
