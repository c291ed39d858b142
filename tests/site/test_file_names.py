"""Names with spaces, accents and signs: the files are found, whatever machine has written them, and their
addresses are such as a validator accepts."""

import re
from unicodedata import normalize

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, article
from site_links import Published

HOME = "https://essai.example"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6364f8cf500f0003860180"
    "5a347d6b0000000049454e44ae426082"
)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9z"/></svg>'
TEXT = """\
[Le règlement](../documents/règlement%20intérieur.pdf), [encore](<../documents/règlement intérieur.pdf>),
[à 100 %](<../documents/100% local.pdf>), [dièse](../documents/n%C2%B0%231.pdf), [la suite](./été.md#l-ete),
[filename]({filename}été.md), [le site]( https://exemple.example/a%20b ),
[dehors](<https://exemple.example/a b?c d>).

![La photo](../images/photo-été.png)

![Le logo](../images/logos/été.svg)
"""


def files_named(form: str) -> dict[str, str | bytes]:
    """The same site, its names as this or that machine writes them."""
    named: dict[str, str | bytes] = {
        "content/actualites/été.md": article("L’été", "## L’été\n\nUn texte."),
        "content/documents/règlement intérieur.pdf": b"x",
        "content/documents/100% local.pdf": b"x",
        "content/documents/n°#1.pdf": b"x",
        "content/images/photo-été.png": PIXEL,
        "content/images/logos/été.svg": DRAWING,
    }
    return {normalize(form, name): content for name, content in named.items()} | {
        "pelicanconf.py": f'{SMALLEST_SETTINGS}SITEURL = "{HOME}"\nPUBLISH_UNLINKED_DOCUMENTS = True\n',
        "content/actualites/a.md": article("A", TEXT),
        "members.yaml": "members:\n  - {id: kernel, name: Kernel, logo: logos/été.svg}\n",
        "commissions.yaml": "commissions:\n"
        "  - {id: reseaux, name: Réseaux, charter: /documents/règlement%20intérieur.pdf}\n",
    }


@pytest.fixture(params=["NFC", "NFD"])
def built(site_of: SiteOf, request: pytest.FixtureRequest) -> Built:
    site = site_of(files_named(request.param))
    assert (0, ()) == (site.code, site.problems)
    return site


def test_all_links_lead_to_files_that_are_there(built: Built) -> None:
    """Texts, documents, pictures, logos, the charter."""
    published = Published(built, f"{HOME}/")
    missing = {address for url in built.urls for address in published.broken(built.page(url))}

    assert set() == missing - {f"{HOME}/documents/n%C2%B0%231.pdf"}
    assert "documents/n°#1.pdf" in built.files


def test_the_output_has_one_form_of_each_name(built: Built) -> None:
    """The composed one, in which people type it."""
    assert [] == [file for file in built.files if normalize("NFC", file) != file]


def test_addresses_are_encoded_wherever_they_are_told(built: Built) -> None:
    """In pages, feeds, data and the map of the site."""
    told = [file for file in built.files if file.endswith((".html", ".xml", ".json", ".csv", ".vcf", ".ics"))]
    found = {
        address
        for file in told
        for address in re.findall(r"(?:https?://|(?:\.\./)+|/)[^\s\"'<>,;&]*", built.text(file))
        if re.search(r"\.(?:pdf|svg|png)", address)
    }

    assert found
    assert [] == [address for address in sorted(found) if not address.isascii()]
    assert f"{HOME}/documents/r%C3%A8glement%20int%C3%A9rieur.pdf" in {
        address.replace("../../", f"{HOME}/") for address in found
    }


def test_no_address_has_a_sign_that_may_not_stand_there(built: Built) -> None:
    """As the validator of the W3C says it: illegal character in path segment."""
    hrefs = re.findall(r'(?:href|src)="([^"]*)"', built.text("actualites/a/index.html"))

    assert [] == [href for href in hrefs if re.search(r"[ <>\\^`{|}]", href)]


def test_a_percent_sign_of_a_name_is_one(built: Built) -> None:
    """`100% local.pdf` is asked for as `100%25%20local.pdf`, a `#` as `%23`."""
    page = built.text("actualites/a/index.html")

    assert 'href="../../documents/100%25%20local.pdf"' in page
    assert 'href="../../documents/n%C2%B0%231.pdf"' in page
