"""What becomes of an editor's Markdown before visitors see it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from association.host.settings import MARKDOWN
from association.problems import ContentError
from association.render.assets import PictureSource, PublishedImage
from association.render.markdown import Links, Renderer

LINKS = Links(
    pages={"actualites/stages.md": "actualites/stages/", "pages/accueil.md": ""},
    images={
        "images/plan.png": PublishedImage("images/plan.png", 900, 600, is_drawing=True),
        "images/tour.jpg": PublishedImage(
            "images/tour.jpg", 800, 1600, (("images/tour-480.jpg", 480), ("images/tour.jpg", 800))
        ),
        "images/hall.jpg": PublishedImage("images/hall-jpg-960.jpg", 960, 640),
        "images/cour.jpg": PublishedImage(
            "images/cour-960.jpg",
            960,
            640,
            srcset=(("images/cour-480.jpg", 480), ("images/cour-960.jpg", 960)),
            sources=(PictureSource("image/avif", (("images/cour-480.avif", 480),)),),
        ),
    },
)


def html(text: str, *, level: int = 2, language: str = "fr", root: str = "../../") -> str:
    return str(Renderer(Markdown(**MARKDOWN), LINKS, language).prose(text, "actualites/a.md", level).at(root))


PIECES = (
    "mot|l'été|*fort*|_doux_|**gras**|`code`|[lien](/a)|![image](../images/hall.jpg)|[réf][r]|<b>html</b>|&amp;|"
    "a\\\\*b|<https://a.example>|deux  \n|[^1]|HTML|{: #ici }|# titre|- point|> cité|| a | b ||"
    "\n\n[r]: /là|\n\n[^1]: note|\n\n*[HTML]: langage|\n\n    code|\n\n```\nx\n```"
).split("|")


@given(st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n", " : « "]), max_size=40).map("".join))
def test_texts_that_need_no_patterns_come_out_as_if_they_had_them(text: str) -> None:
    """A short way for plain texts, against the long way for all."""
    short, long = Renderer(Markdown(**MARKDOWN), LINKS, "fr"), Renderer(Markdown(**MARKDOWN), LINKS, "fr")
    long.converter.treeprocessors.deregister("assosite-plain")

    assert long.html(text, "actualites/a.md", 2) == short.html(text, "actualites/a.md", 2)


def test_the_highest_heading_follows_the_title_of_the_page() -> None:
    """An article that starts with `#` does not give the page a second h1."""
    assert '<h2 id="un">Un</h2>\n<h3 id="deux">Deux</h3>' == html("# Un\n\n## Deux")


def test_no_heading_skips_a_rank() -> None:
    """Screen readers announce ranks: h2 is never followed by h4."""
    assert '<h2 id="un">Un</h2>\n<h3 id="deux">Deux</h3>' == html("## Un\n\n##### Deux")


def test_headings_of_a_description_begin_where_the_page_says() -> None:
    """The description of a member stands below an h2 of the page."""
    assert '<h3 id="un">Un</h3>' == html("# Un", level=3)


def test_two_headings_of_one_name_have_two_fragments() -> None:
    """A fragment names one place."""
    assert '<h2 id="prix">Prix</h2>\n<h2 id="prix-2">Prix</h2>' == html("## Prix\n\n## Prix")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("{filename}stages.md", "../../actualites/stages/"),
        ("{filename}/actualites/stages.md#prix", "../../actualites/stages/#prix"),
        ("stages.md", "../../actualites/stages/"),
        ("../pages/accueil.md", "../../"),
        ("/annuaire/adviser/", "../../annuaire/adviser/"),
        ("{static}/documents/plan.pdf", "../../documents/plan.pdf"),
        ("../images/hall.jpg", "../../images/hall-jpg-960.jpg"),
        ("#prix", "#prix"),
        ("https://exemple.example/a?b=1", "https://exemple.example/a?b=1"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_leads_where_its_target_is_published(written: str, address: str) -> None:
    """Files of content/, site paths and other hosts, as editors write them."""
    assert f'<p><a href="{address}">x</a></p>' == html(f"[x]({written})")


def test_the_home_page_is_linked_from_itself() -> None:
    """An empty address would be invalid."""
    assert '<p><a href="./">x</a></p>' == html("[x](/)", root="")


@pytest.mark.parametrize(
    "attack",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="javascript:alert(1)">x</a>',
        '<a onclick="alert(1)">x</a>',
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<svg onload=alert(1)></svg>",
        '<iframe src="https://evil.example"></iframe>',
        '<form action="https://evil.example"><input></form>',
        '<p style="background:url(https://evil.example)">x</p>',
        "![x](https://evil.example/pixel.png)",
        "<style>body{display:none}</style>",
        '<base href="https://evil.example/">',
    ],
)
def test_nothing_that_runs_or_calls_elsewhere_is_left(attack: str) -> None:
    """What a page shows may be hostile; what it does may not. A link that may be followed does nothing."""
    link = '<p><a href="https://evil.example">Voir sur evil.example</a></p>'
    result = html(attack).replace(link, "").lower()

    assert not any(
        trace in result
        for trace in (
            "script",
            "onclick",
            "onerror",
            "onload",
            "evil",
            "data:",
            "<form",
            "style",
            "<base",
            "<svg",
        )
    )


def attributes(tag: str, text: str) -> dict[str, str]:
    """Those of the only such element."""
    (found,) = re.findall(rf"<{tag}\s([^>]*)>", html(text))
    return dict(re.findall(r'([\w-]+)="([^"]*)"', found))


@pytest.mark.parametrize(
    "text", ["![Le hall](../images/hall.jpg)", '<img src="../images/hall.jpg" height=5>']
)
def test_an_image_knows_its_size(text: str) -> None:
    """The page does not jump when the image comes, however it was written."""
    image = attributes("img", text)

    assert ("960", "640", "lazy") == (image["width"], image["height"], image["loading"])


def test_a_browser_chooses_the_size_of_an_image_in_a_text() -> None:
    """A phone does not load the picture of a large screen."""
    expected = "../../images/cour-480.jpg 480w, ../../images/cour-960.jpg 960w"

    assert expected == attributes("img", "![La cour](../images/cour.jpg)")["srcset"]


def test_a_browser_chooses_the_format_of_an_image_in_a_text() -> None:
    """AVIF where it is known."""
    source = attributes("source", "![La cour](../images/cour.jpg)")

    assert ("image/avif", "../../images/cour-480.avif 480w") == (source["type"], source["srcset"])


def test_an_editor_cannot_name_other_candidates_for_an_image() -> None:
    """A srcset could lead to another host."""
    assert "elsewhere" not in html(
        '<img src="../images/cour.jpg" srcset="https://elsewhere.example/a.jpg 2x">'
    )


def test_a_sign_in_the_words_of_an_image_does_not_end_it() -> None:
    """The alternative text may hold what HTML uses for itself."""
    result = html("![a > b](../images/cour.jpg)")

    assert result.endswith("</picture></p>") and result.count("<img") == 1


def test_a_table_scrolls_inside_its_frame() -> None:
    """A wide table never makes the page scroll sideways, and the keyboard reaches it."""
    result = html("| a | b |\n|---|--:|\n| 1 | 2 |")

    assert result.startswith('<div class="scroll" tabindex="0" role="group" aria-label="Tableau"><table>')
    assert '<td class="num">2</td>' in result


def test_french_prose_is_typographic_and_code_is_not() -> None:
    """No line begins with a colon; code stays as it was written."""
    assert "<p>L’essai\u00a0: <code>l'a : b</code></p>" == html("L'essai : `l'a : b`").replace(
        "&nbsp;", "\u00a0"
    )


def test_a_text_has_the_typography_of_its_language() -> None:
    """English has no space before a colon, and its apostrophes are curved too."""
    assert "<p>It’s late: now</p>" == html("It's late : now", language="en")


def test_a_quotation_is_closed_after_what_it_emphasises() -> None:
    """What stands between the two marks may be anything."""
    assert "<p>Zij zei: “<em>ja</em>”, en ‘<em>nee</em>’.</p>" == html(
        """Zij zei: "*ja*", en '*nee*'.""", language="nl"
    )


def test_a_text_that_somebody_holds_is_the_same_after_builds_that_do_not_ask_for_it() -> None:
    """Else it would be rendered again for the next page that shows it."""
    renderer = Renderer(Markdown(**MARKDOWN), LINKS, "fr")
    held = renderer.prose("Un *deux*.", "a.md")
    for _ in range(3):
        renderer.begin()

    assert held is renderer.prose("Un *deux*.", "a.md")


def test_an_excerpt_is_the_first_paragraph_cut_at_a_word() -> None:
    """Used as a summary where the editor wrote none."""
    prose = Renderer(Markdown(**MARKDOWN), LINKS, "fr").prose(
        "## Titre\n\nUn *deux* trois.\n\nQuatre.", "a.md"
    )

    assert "Un deux trois." == prose.excerpt()
    assert "Un deux…" == prose.excerpt(longest=12)


def test_what_passes_all_bounds_and_is_too_deep_is_told_with_its_file() -> None:
    """A webmaster's extension may nest what ours do not: no traceback for the one who wrote the text."""
    with pytest.raises(ContentError) as raised:
        html("1. " * 500)

    assert [("actualites/a.md", "text-too-deep")] == [(one.file, one.code) for one in raised.value.problems]


def test_a_thousand_headings_of_one_name_have_a_fragment_each() -> None:
    """Found without trying all those before them."""
    fragments = re.findall('id="([^"]*)"', html("## Prix\n\n" * 1000 + "## Prix 2\n"))

    assert (["prix", "prix-2", "prix-3", "prix-4"], "prix-2-2") == (fragments[:4], fragments[-1])
    assert 1001 == len(set(fragments))


def test_a_drawing_says_that_it_is_one() -> None:
    """For themes that turn it over in the dark."""
    assert 'class="drawn"' in html("![Le plan](/images/plan.png)")
    assert 'class="drawn"' not in html("![Le hall](/images/hall.jpg)")


def test_a_picture_that_stands_upright_is_fetched_as_narrow_as_it_is_shown() -> None:
    """No picture is higher than 36rem."""
    assert 'sizes="288px"' in html("![La tour](/images/tour.jpg)")
