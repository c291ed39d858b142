"""Ordinals in pages: raised where they are read, untouched where they are not."""

import pytest

from association.render.ordinals import with_ordinals


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("fr", "le 1er mai", "le 1<sup>er</sup> mai"),
        (
            "fr",
            "la 1re fois, la 2nde, les 12es",
            "la 1<sup>re</sup> fois, la 2<sup>nde</sup>, les 12<sup>es</sup>",
        ),
        ("fr-BE", "au XXIe siècle", "au XXI<sup>e</sup> siècle"),
        (
            "nl",
            "de 1ste, de 2de, de 21e eeuw",
            "de 1<sup>ste</sup>, de 2<sup>de</sup>, de 21<sup>e</sup> eeuw",
        ),
        ("en", "the 1st, the 2nd", "the 1st, the 2nd"),
        ("fr", "Vie, 2ex, A2e, 2e.fr, https://a.example/2e", "Vie, 2ex, A2e, 2e.fr, https://a.example/2e"),
    ],
)
def test_ordinals_are_raised_as_the_language_does(language: str, written: str, expected: str) -> None:
    """And nothing that only looks like one."""
    assert f"<h1>{expected}</h1>" == with_ordinals(f"<h1>{written}</h1>", language)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="le-2e/" title="Le 2e">ici</a>',
        "<p>ici</p><code>1er</code><pre><b>1er</b> 2e</pre>",
        "<title>Le 1er mai</title>",
        "<select><option>2e étage</option></select>",
        '<script type="application/ld+json">{"name":"Le 1er mai"}</script>',
        "<p>1<sup>er</sup></p>",
        "<svg><text>2e</text></svg>",
    ],
)
def test_what_holds_words_alone_stays(html: str) -> None:
    """Also on a page that has an ordinal elsewhere."""
    assert f"{html}<p>le 3<sup>e</sup></p>" == with_ordinals(f"{html}<p>le 3e</p>", "fr")
