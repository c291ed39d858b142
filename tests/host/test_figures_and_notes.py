"""What a text may hold beside words: figures with numbers, contents, notes, tasks, bare addresses."""

import pytest
from markdown import Markdown

from association.host.settings import MARKDOWN
from association.render.assets import ROOT, PublishedImage
from association.render.markdown import Links, Renderer


def html(text: str, language: str = "fr") -> str:
    renderer = Renderer(Markdown(**MARKDOWN), Links({}, {}), language)
    return renderer.html(text, "a.md", 2).replace(ROOT, "/").strip()


def test_an_image_with_a_title_alone_in_its_paragraph_is_a_figure_with_a_caption() -> None:
    """In a sentence it stays an image."""
    assert (
        '<figure><img alt="Plan" src="/plan.png"><figcaption>L’entrée est à gauche</figcaption></figure>'
    ) == html('![Plan](plan.png "L\'entrée est à gauche")')
    assert html('Voici ![Plan](plan.png "L\'entrée").').startswith("<p>Voici <img")
    assert html("![Plan](plan.png)").startswith("<p><img")


def test_figures_that_have_a_name_are_numbered_and_named_by_their_number() -> None:
    """Also ahead of the figure; a link with words of its own keeps them."""
    text = (
        "Voir [](#fig-b), puis [](#fig-a) et [le plan](#fig-a).\n\n"
        '![A](a.png "Un"){#fig-a}\n\n![B](b.png){#fig-b}\n'
    )

    assert '<a href="#fig-b">figure 2</a>, puis <a href="#fig-a">figure 1</a> et' in html(text)
    assert '<figure id="fig-a"><img alt="A" src="/a.png"><figcaption>Figure 1 – Un</figcaption>' in html(text)
    assert "<figcaption>Figuur 2</figcaption>" in html(text, "nl")


def test_contents_lead_to_every_heading() -> None:
    """Nested as the headings are."""
    text = "[TOC]\n\n# Un\n## Un `été`\n# Deux\n"

    assert (
        '<div class="toc"><p><strong>Sommaire</strong></p><ul><li><a href="#un">Un</a>'
        '<ul><li><a href="#un-ete">Un été</a></li></ul></li><li><a href="#deux">Deux</a></li></ul></div>'
    ) in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "> [!WARNING]\n> Une **marche**",
        "!!! warning\n    Une **marche**",
        '!!! danger "Attention"\n    Une **marche**',
        "> [!warning]\n>\n> Une **marche**",
    ],
)
def test_notes_are_read_in_the_two_ways_people_write_them(text: str) -> None:
    """As GitHub and GitLab write them, and as other generators do."""
    said = "<p><strong>Attention</strong></p>\n<p>Une <strong>marche</strong></p>"

    assert f'<div class="admonition">\n{said}\n</div>' == html(text)


def test_what_only_looks_like_a_note_is_none() -> None:
    """A kind nobody knows is a word of the quotation; three exclamation marks are just that."""
    assert html("> [!BRAVO]\n> oui").startswith("<blockquote>")
    assert html("> [!NOTE]").startswith("<blockquote>")
    assert "<p>!!!</p>" == html("!!!")
    assert "<p>!!! note\nsans retrait</p>" == html("!!! note\nsans retrait").replace("\u202f", " ")
    assert "!!! note\n    x" in html("```\n!!! note\n    x\n```")


def test_notes_follow_one_another_and_what_stands_around_them() -> None:
    """Without an empty line between them, with all that a note may hold."""
    made = html('Avant\n!!! tip "Un"\n    - a\n      - b\n!!! note\n    deux\n\n    trois\n#après')

    assert 2 == made.count('<div class="admonition">')
    assert made.startswith("<p>Avant</p>") and made.endswith("<p>#après</p>")
    assert "<li>a<ul>\n<li>b</li>" in made
    assert "<p>deux</p>\n<p>trois</p>" in made


def test_tasks_show_whether_they_are_done() -> None:
    """With signs that are read aloud, not with boxes nobody can tick."""
    assert (
        '<ul>\n<li class="task">☐ à faire</li>\n<li class="task">☑ fait</li>\n<li>autre</li>\n</ul>'
    ) == html("- [ ] à faire\n- [x] fait\n- autre")


@pytest.mark.parametrize(
    ("text", "address", "rest"),
    [
        ("https://a.example.", "https://a.example", "."),
        ("(https://a.example/x)", "https://a.example/x", ")"),
        ("https://fr.wikipedia.org/wiki/Lens_(ville)", "https://fr.wikipedia.org/wiki/Lens_(ville)", ""),
        ("«https://a.example/é»", "https://a.example/%C3%A9", "»"),
        ("https://a.example/?a=1&b=2, oui", "https://a.example/?a=1&amp;b=2", ", oui"),
        ("https://a.example/a_b_c", "https://a.example/a_b_c", ""),
        ("HTTPS://A.EXAMPLE/x", "HTTPS://A.EXAMPLE/x", ""),
        ("www.a.example/x", "http://www.a.example/x", ""),
        ("jean.dupont@a.example.", "mailto:jean.dupont@a.example", "."),
    ],
)
def test_a_bare_address_is_a_link_up_to_the_sign_that_ends_the_sentence(
    text: str, address: str, rest: str
) -> None:
    """Brackets belong to the address that has opened them."""
    made = html(text).replace("é", "%C3%A9")

    assert f'href="{address}"' in made
    assert made.endswith(f"{rest}</p>")


@pytest.mark.parametrize(
    "text", ["`https://a.example`", "xhttps://a.example", "@nom", "a@b", "[x@y.example](/contact/)"]
)
def test_what_is_no_bare_address_becomes_no_link(text: str) -> None:
    """Code, a part of a word, the words of another link."""
    assert html(text).count("<a ") == text.count("](")


def test_markdown_within_html_is_markdown_after_an_empty_line() -> None:
    """As the forge shows it; and in the element that asks for it, as Python-Markdown does."""
    assert "<details>\n<summary>Plus</summary>\n<ul>\n<li>un</li>\n</ul>\n</details>" == html(
        "<details>\n<summary>Plus</summary>\n\n- un\n\n</details>"
    )
    assert "<div>\n<p><strong>oui</strong></p>\n</div>" == html("<div>\n\n**oui**\n\n</div>")
    assert "<strong>oui</strong>" in html('<div markdown="1">\n**oui**\n</div>')


def test_an_extension_that_a_webmaster_chooses_keeps_its_own_way() -> None:
    """Admonitions and coloured code of Python-Markdown's own."""
    own = {**MARKDOWN, "extensions": [*MARKDOWN["extensions"], "admonition"]}
    renderer = Renderer(Markdown(**own), Links({}, {}), "fr")

    assert "<p>Danger</p>" in renderer.html("!!! danger\n    non", "actualites/a.md", 2)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![Plan](plan.png){width=300}", ("300", "150", "300px")),
        ('<img src="plan.png" alt="Plan" width="50%">', ("304", "152", "304px")),
        ('<img src="plan.png" alt="Plan" width="300px">', ("300", "150", "300px")),
        ("![Plan](plan.png){width=5000}", ("1600", "800", "(min-width: 42rem) 38rem, 100vw")),
        ("![Plan](plan.png){width=large}", ("1600", "800", "(min-width: 42rem) 38rem, 100vw")),
    ],
)
def test_an_image_is_as_wide_as_its_editor_wishes(written: str, shown: tuple[str, str, str]) -> None:
    """In pixels or as a part of the column; its height follows, and browsers fetch no more than that."""
    plan = PublishedImage("plan.png", 1600, 800, (("plan-400.png", 400), ("plan.png", 1600)))
    renderer = Renderer(Markdown(**MARKDOWN), Links({}, {"plan.png": plan}), "fr")
    made = renderer.html(written, "a.md", 2)

    width, height, sizes = shown
    assert f'width="{width}" height="{height}"' in made
    assert f'sizes="{sizes}"' in made


def test_the_excerpt_of_a_text_is_what_it_says_first() -> None:
    """Neither its contents nor the title of a note: it stands in lists and in search engines."""
    renderer = Renderer(Markdown(**MARKDOWN), Links({}, {}), "fr")

    assert "Bonjour." == renderer.prose("[TOC]\n\n# Un\n\nBonjour.", "a.md").excerpt()
    assert "Une marche." == renderer.prose("> [!WARNING]\n> Une marche.", "a.md").excerpt()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("~hier~ demain", "<del>hier</del> demain"),
        ("(~28 Mo) et (~27 Mo)", "(~28\u00a0Mo) et (~27\u00a0Mo)"),
        ("de ~10 à ~20 €", "de ~10 à ~20\u00a0€"),
        (r"\"oui\" à 3 \% et \~", '"oui" à 3 % et ~'),
        ("une Liste<texte|nombre> vide", "une Liste&lt;texte|nombre&gt; vide"),
        ("voir paquet@2.2.0 (#187)", "voir paquet@2.2.0 (#187)"),
    ],
)
def test_signs_mean_what_they_mean_in_the_forge(text: str, expected: str) -> None:
    """Seen in real texts: what is about, what is escaped, what only looks like a tag or an address."""
    assert f"<p>{expected}</p>" == html(text).replace("&nbsp;", "\u00a0")


def test_code_in_two_words_and_a_title_in_html_are_what_they_are() -> None:
    """`bash npm2yarn` begins a fence; a page has its only first heading already."""
    assert '<code class="language-bash">x\n</code>' in html("```bash npm2yarn\nx\n```")
    assert '<h2 align="center">Un</h2>'.replace(' align="center"', "") == html('<h1 align="center">Un</h1>')
    assert "<code>a | b</code>" in html(r"""| A |
|---|
| `a \| b` |""")
