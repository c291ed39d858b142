"""E-mail addresses in pages: whole for people, in pieces for programs that collect them."""

import json
from html import unescape

import pytest

from association.render.mail import in_json, kept_from_scrapers

ADDRESSES = (
    "contact@tactic.example",
    "ana.ruiz+site@mail.tactic.example",
    "zoé@élan.example",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_read_and_never_found(address: str) -> None:
    """Neither by its sign, nor by its domain, nor by the scheme of its link."""
    html = f'<a href="mailto:{address}?subject=Bonjour">{address}</a>'
    written = kept_from_scrapers(html)

    assert (html, False, False, False) == (
        unescape(written),
        "@" in written,
        ".example" in written,
        "mailto" in written,
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://social.example/@tactic">@tactic</a>',
        "<p>Un @ seul, à 12 @ l’unité.</p>",
        '<script type="application/ld+json">{"@type":"Thing"}</script>',
    ],
)
def test_other_signs_stay_as_they_are(html: str) -> None:
    """A name in a social network is no address, nor is a key of JSON-LD."""
    assert html == kept_from_scrapers(html)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_in_json_is_the_same_to_who_reads_json(address: str) -> None:
    """Entities mean nothing within a script."""
    written = json.dumps({"@type": "Person", "email": address}, ensure_ascii=False)
    kept = in_json(written)

    assert (json.loads(written), False) == (json.loads(kept), address.partition("@")[2] in kept)
