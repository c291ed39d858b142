"""Honest logos look the same after sanitising."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL.Image import Image
from PIL.Image import new as new_image
from PIL.Image import open as open_image
from PIL.PngImagePlugin import PngInfo

from association.images.formats import BadImage, Reason
from association.images.reading import inspect
from association.images.svg import sanitised_svg

OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
)
CLEAN_OPENING = '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg">'
SHAPE = '<path d="M0 0h9z" />'


def inside(source: str) -> str:
    """What is left of the drawing between the opening and the closing tag."""
    return (
        sanitised_svg(f"{OPENING}{source}</svg>")
        .decode()
        .removeprefix(CLEAN_OPENING)
        .removesuffix("</svg>\n")
    )


def opening(attributes: str) -> str:
    source = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{SHAPE}</svg>'
    return sanitised_svg(source).decode().partition(' xmlns="')[0].removeprefix("<svg ")


@pytest.mark.parametrize(
    "drawing",
    [
        '<circle cx="4" cy="4" fill="#c8102e" r="3" stroke="rgb(0, 10%, 3)" />',
        '<g fill-rule="evenodd" transform="scale(.5) rotate(45)"><path d="M1.5e-3,2A1 1 0 0 1 5z" /></g>',
        '<polygon points="0,0 1,1 2,-3" stroke-dasharray="1 2" /><rect height="100%" width="3px" x="-1" />',
        '<radialGradient id="a:b.c-d" r="1"><stop offset="50%" stop-color="hsl(3, 4%, 5)" /></radialGradient>'
        '<path d="M0 0" fill="url(#a:b.c-d)" />',
        '<clipPath id="c"><path d="M0 0" /></clipPath><path clip-path="url(#c)" d="M0 0" />',
        '<filter id="f"><feGaussianBlur stdDeviation="2" /></filter><path d="M0" filter="url(#f)" />',
        """<text font-family="'Inter', Arial" x="1">Un <tspan font-weight="700">deux</tspan> trois</text>""",
        '<g id="a"><path d="M0" /></g><use href="#a" x="3" />',
        '<path d="M0" fill="currentColor" /><path d="M0" fill="none" />',
        '<title>Réseau &amp; co</title><path d="M0" />',
    ],
)
def test_what_logos_are_made_of_stays_as_it_is(drawing: str) -> None:
    """Shapes, gradients, clips, soft shadows, words, copies."""
    assert drawing == inside(drawing)


def test_an_old_reference_is_written_the_new_way() -> None:
    """xlink:href has been href since SVG 2."""
    assert f'<g id="a">{SHAPE}</g><use href="#a" />' == inside(f'<g id="a">{SHAPE}</g><use xlink:href="#a"/>')


def test_sanitising_twice_changes_nothing() -> None:
    """The output is its own input."""
    once = sanitised_svg(f'{OPENING}<style>.a{{fill:red}}</style><g class="a">{SHAPE}</g></svg>')

    assert once == sanitised_svg(once)


def test_the_order_of_attributes_does_not_matter() -> None:
    """Same drawing, same bytes."""
    assert inside('<path d="M0" fill="red"/>') == inside('<path fill="red" d="M0"/>')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_any_encoding_is_read(encoding: str) -> None:
    """The output is UTF-8 always."""
    declared = encoding.removesuffix("-sig")
    source = f'<?xml version="1.0" encoding="{declared}"?>{OPENING}<title>é</title>{SHAPE}</svg>'

    assert "<title>é</title>" in sanitised_svg(source.encode(encoding)).decode()


def test_text_is_read_whatever_encoding_it_declares() -> None:
    """A string has none left."""
    source = f'<?xml version="1.0" encoding="utf-16"?>{OPENING}<title>é</title>{SHAPE}</svg>'

    assert "<title>é</title>" in sanitised_svg(source).decode()


def test_a_drawing_without_namespace_is_given_it() -> None:
    """Browsers show nothing else from a file."""
    assert (
        f"{CLEAN_OPENING}{SHAPE}</svg>\n" == sanitised_svg(f'<svg viewBox="0 0 9 9">{SHAPE}</svg>').decode()
    )


@pytest.mark.parametrize(
    ("style_sheet", "fill"),
    [
        (".st0{fill:#f00}", "#f00"),
        ("path{fill:#f00}", "#f00"),
        ("#p{fill:#f00}", "#f00"),
        ("path.st0{fill:#f00}", "#f00"),
        (".st0.st1{fill:#f00}", "#f00"),
        (".other, .st0 {\n  fill : #f00 ;\n}", "#f00"),
        (".st0{fill:#f00!important}", "#f00"),
        ("/* a { */ .st0{/* fill:#00f; */fill:#f00}", "#f00"),
        (".st0{fill:#00f}.st0{fill:#f00}", "#f00"),
        (".st0{fill:#f00}path{fill:#00f}", "#f00"),
        ("#p{fill:#f00}.st0.st1{fill:#00f}", "#f00"),
        ('@charset "x";.st0{fill:#f00}', "#f00"),
        (".st0{fill:#f00}@media (prefers-color-scheme: dark){.st0{fill:#fff}}", "#f00"),
        (".other{fill:#00f}", "#111"),
        ("g .st0{fill:#00f}", "#111"),
        (".st0:hover{fill:#00f}", "#111"),
        ("path.other{fill:#00f}", "#111"),
    ],
)
def test_a_style_sheet_becomes_attributes(style_sheet: str, fill: str) -> None:
    """With the precedence of CSS: it wins over the attribute #111."""
    drawing = f'<style>{style_sheet}</style><path class="st0 st1" d="M0" fill="#111" id="p"/>'

    assert f'<path d="M0" fill="{fill}" id="p" />' == inside(drawing)


def test_a_rule_for_everything_reaches_every_element() -> None:
    """The drawing itself among them."""
    source = f"{OPENING}<style>*{{fill:#f00}}</style>{SHAPE}</svg>"

    assert 2 == sanitised_svg(source).count(b'fill="#f00"')


def test_a_style_attribute_becomes_attributes() -> None:
    """It wins over the style sheet; what is not presentation is left out."""
    path = '<path d="M0" style="fill:#f00;STROKE-WIDTH: 2px;d:path(x);-inkscape-x:y"/>'

    assert '<path d="M0" fill="#f00" stroke-width="2px" />' == inside(
        f"<style>path{{fill:#00f}}</style>{path}"
    )


def test_a_style_sheet_for_print_is_left_out() -> None:
    """So is one for dark screens only."""
    assert SHAPE == inside(f'<style media="print">path{{fill:red}}</style>{SHAPE}')


def test_a_switch_shows_its_first_part() -> None:
    """As Adobe Illustrator writes it: its private data, then the drawing."""
    drawing = f'<switch><foreignObject requiredExtensions="x"/><g>{SHAPE}</g><g/></switch>'

    assert f"<g><g>{SHAPE}</g></g>" == inside(drawing)


def test_a_filter_that_cannot_be_kept_whole_is_not_used() -> None:
    """A shape with a broken filter would disappear."""
    drawing = f'<filter id="f"><feOffset/><feImage href="x"/></filter><g filter="url(#f)">{SHAPE}</g>'

    assert f"<g>{SHAPE}</g>" == inside(drawing)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('viewBox="0 0 9 9"', 'viewBox="0 0 9 9"'),
        ('viewBox=" -1.5,-2  30.25 , 1e2 "', 'viewBox="-1.5 -2 30.25 100"'),
        ('width="30" height="20"', 'viewBox="0 0 30 20" width="30" height="20"'),
        ('width="30px" height="1in"', 'viewBox="0 0 30 96" width="30" height="96"'),
        ('width="25.4mm" height="2.54cm"', 'viewBox="0 0 96 96" width="96" height="96"'),
        ('width="100%" height="100%" viewBox="0 0 9 9"', 'viewBox="0 0 9 9"'),
        ('width="30" viewBox="0 0 9 9"', 'viewBox="0 0 9 9"'),
        ('width="30" height="20" viewBox="0 0 9"', 'viewBox="0 0 30 20" width="30" height="20"'),
        ('width="30" height="20" viewBox="0 0 0 9"', 'viewBox="0 0 30 20" width="30" height="20"'),
    ],
)
def test_there_is_always_a_view_box(attributes: str, expected: str) -> None:
    """The one that is there, else one of the width and height, in pixels."""
    assert expected == opening(attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'width="100%" height="100%"',
        'width="30"',
        'viewBox="0 0 -1 9"',
        'viewBox="0 0 1e999 9"',
        'viewBox="nan nan nan nan"',
        'width="-3" height="4"',
        'width="3em" height="4em"',
    ],
)
def test_a_drawing_of_unknown_size_is_refused(attributes: str) -> None:
    """A browser would guess 300 by 150 and cut the rest."""
    with pytest.raises(BadImage, match=Reason.SVG_SIZE):
        opening(attributes)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="0 0 30 20" width="300" height="200"', (300, 200)),
        ('viewBox="0 0 1 0.5"', (16, 8)),
        ('width="24.4" height="24"', (24, 24)),
    ],
)
def test_the_size_of_a_logo_is_known(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    """In whole pixels that keep its proportions."""
    path = tmp_path / "logo.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{SHAPE}</svg>')
    facts = inspect(path, as_logo=True)

    assert size == (facts.width, facts.height)


ILLUSTRATOR = """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 16.0.0 -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY st0 "fill:#c00;">
]>
<svg xmlns:x="&ns_extend;" xmlns="&ns_svg;" viewBox="0 0 9 9"><path style="&st0;" d="M0 0h9z"/></svg>
"""


def test_the_short_names_of_illustrator_mean_what_they_stand_for() -> None:
    """Namespaces and styles, declared in the document type."""
    expected = f'{CLEAN_OPENING}<path d="M0 0h9z" fill="#c00" /></svg>\n'

    assert expected == sanitised_svg(ILLUSTRATOR.encode()).decode()


def data_of(picture: Image, format_: str, **options: object) -> str:
    buffer = BytesIO()
    picture.save(buffer, format_, **options)
    return b64encode(buffer.getvalue()).decode()


def picture_in(drawing: str) -> Image:
    found = re.search(r'href="data:image/\w+;base64,([^"]+)"', drawing)
    assert found
    return open_image(BytesIO(b64decode(found[1])))


@pytest.mark.parametrize(
    ("format_", "kept"), [("PNG", "PNG"), ("JPEG", "JPEG"), ("WEBP", "PNG"), ("AVIF", "PNG")]
)
def test_a_picture_in_a_drawing_is_made_anew(format_: str, kept: str) -> None:
    """It is shown as before, and nothing but its pixels is left."""
    data = data_of(new_image("RGB", (6, 4), "#c00"), format_)
    shown = picture_in(inside(f'<image xlink:href="data:image/x;base64,{data}" width="6" height="4" />'))

    assert (kept, (6, 4)) == (shown.format, shown.size)
    assert all(
        abs(a - b) < 9 for a, b in zip((0xCC, 0, 0), shown.convert("RGB").getpixel((1, 1)), strict=True)
    )


def test_what_else_a_picture_in_a_drawing_held_is_gone() -> None:
    """A text chunk, and what follows the picture."""
    about = PngInfo()
    about.add_text("Author", "canary")
    buffer = BytesIO()
    new_image("RGB", (6, 4)).save(buffer, "PNG", pnginfo=about)
    data = b64encode(buffer.getvalue() + b"canary").decode()
    drawn = inside(f'<image href="data:image/png;base64,{data}" width="6" height="4" />')
    again = b64decode(drawn.partition("base64,")[2].partition('"')[0])

    assert b"canary" not in again


@pytest.mark.parametrize(
    "written",
    [
        lambda data: "\n  ".join(data[at : at + 40] for at in range(0, len(data), 40)),
        lambda data: data.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
        lambda data: data.rstrip("="),
    ],
)
def test_data_are_read_as_drawing_programs_write_them(written: Callable[[str], str]) -> None:
    """On many lines, percent-encoded, without the signs at the end."""
    data = written(data_of(new_image("RGB", (6, 4), "#c00"), "PNG"))

    assert (6, 4) == picture_in(inside(f'<image href="data:image/png;charset=utf-8;base64,{data}" />')).size


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ('style="background: #ffc"', "#ffc"),
        ('style="fill:red;background-color:rgb(1, 2, 3) !important"', "rgb(1, 2, 3)"),
        ('style="enable-background:new 0 0 9 9;"', None),
        ('style="background:transparent"', None),
        ('style="background:url(https://evil.example/x.png)"', None),
        ('background="#ffc"', None),
    ],
)
def test_the_background_of_the_whole_is_kept(attributes: str, colour: str | None) -> None:
    """As a rectangle below the rest; no policy of the site forbids that, as it does styles."""
    drawn = sanitised_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 2 9 8" {attributes}>{SHAPE}</svg>'
    ).decode()
    laid = f'<rect x="1" y="2" width="9" height="8" fill="{colour}" fill-opacity="1" stroke="none" />'

    assert (laid in drawn) is (colour is not None)
    assert drawn.count("<rect") == int(colour is not None)


def test_a_rule_of_css_may_give_the_background() -> None:
    """`svg { background: … }`, as some editors write it."""
    source = f"{OPENING}<style>svg {{ background: #ffc }}</style>{SHAPE}</svg>"

    assert 'fill="#ffc"' in sanitised_svg(source).decode()


def test_a_hidden_picture_is_passed_over() -> None:
    """Below a layer that is switched off lies what was drawn over, in a file that is elsewhere."""
    hidden = '<g style="display:none"><g><image href="../photo.png" /></g></g>'

    assert "photo" not in inside(hidden + SHAPE)
