"""JSON-LD in a page: a block of data that no text can end."""

import json

import pytest

from association.host.addresses import block, way
from association.host.outputs import Crumb, Shown

HERE = Crumb("Kernel", None)
DIRECTORY, TOWN = Crumb("", "annuaire/", "DIRECTORY"), Crumb("Arras", "annuaire/lieux/arras/")


@pytest.mark.parametrize(
    "text", ["</script>", "<!--<script>", "&lt;", "]]>", "\u2028\u2029", 'é 👩‍👩‍👧‍👦 \\ "']
)
def test_any_text_comes_back_from_a_block(text: str) -> None:
    """Nothing in it can be taken for markup, nor for the end of a line."""
    written = block({"name": text})

    assert set() == set("<>&\u2028\u2029") & set(written)
    assert {"name": text} == json.loads(written)


@pytest.mark.parametrize(
    ("crumbs", "told"),
    [
        ((), ()),
        ((DIRECTORY,), (DIRECTORY, HERE)),
        ((DIRECTORY, TOWN), (DIRECTORY, TOWN, HERE)),
        ((DIRECTORY, HERE), (DIRECTORY, HERE)),
        ((DIRECTORY, Crumb("Arras", None), HERE), (DIRECTORY, HERE)),
        ((Crumb("", None, "DIRECTORY"), TOWN, HERE), ()),
    ],
    ids=["none", "a section", "a list", "the page too", "a list switched off", "the section switched off"],
)
def test_the_way_is_the_one_that_the_page_shows(crumbs: tuple[Crumb, ...], told: tuple[Crumb, ...]) -> None:
    """It ends with the page itself; a step that leads nowhere makes search engines refuse the whole of it."""
    assert told == way(Shown(crumbs=crumbs), "Kernel")
