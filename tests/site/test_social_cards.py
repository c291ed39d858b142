"""What networks show of a link: the tags of five page types, and the card that they fetch."""

import os
from io import BytesIO
from pathlib import Path
from time import time

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, event, sheet
from opened_site import built_sealed
from PIL import Image

from association.host.social_cards import cards_of

WORD = "zqjpersonnekwx"


def news(title: str, **rest: str) -> str:
    return sheet({"title": title, "date": "2026-11-02", **rest}, "Un texte.")


def photograph(width: int) -> bytes:
    written = BytesIO()
    Image.effect_mandelbrot((width, width // 2), (-3, -2.5, 2, 2.5), 50).convert("RGB").save(written, "JPEG")
    return written.getvalue()


FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n',
    "members.yaml": f"""
members:
  - {{id: alpha, name: Alpha, town: Lens}}
  - {{id: secrete, name: {WORD}, kind: person}}
""",
    "commissions.yaml": "commissions:\n  - {id: reseaux, name: Réseaux, kind: groupe de travail}\n",
    "content/actualites/bilan.md": news("Premier bilan", category="Vie"),
    "content/actualites/bilan.nl.md": news("Eerste balans", category="Leven"),
    "content/actualites/fete.md": news("La fête", image="images/fete.jpg", image_alt="La place le soir"),
    "content/actualites/petite.md": news("Petite", image="images/petite.jpg", image_alt="Une façade"),
    "content/actualites/loin.md": news("数字化转型"),
    "content/actualites/brouillon.md": news("Un brouillon", status="draft"),
    "content/images/fete.jpg": photograph(1500),
    "content/images/petite.jpg": photograph(700),
    "content/agenda/visite.md": event("Visite", start="2026-12-03 18:30", duration="1h", venue="Halle"),
    "content/agenda/annulee.md": event("Annulée", event_status="cancelled"),
    "content/annonces/stage.md": sheet(
        {"title": "Un stage", "kind": "internship", "member": "alpha", "expires": "2027-01-31"}, "Venez."
    ),
}
PAGES = (
    "actualites/bilan/",
    "nl/nieuws/bilan/",
    "agenda/visite/",
    "annuaire/alpha/",
    "commissions/reseaux/",
    "annonces/stage/",
)
NEEDED = {
    "og:title",
    "og:description",
    "og:type",
    "og:site_name",
    "og:url",
    "og:locale",
    "og:image",
    "og:image:width",
    "og:image:height",
    "og:image:alt",
    "twitter:card",
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, SITEURL)


def told(site: Built, url: str) -> dict[str, str]:
    """What the head of a page says to networks."""
    metas = [meta.attributes for meta in site.page(url).document.iter("meta")]
    names = (
        (meta.get("property") or meta.get("name", ""), meta["content"]) for meta in metas if "content" in meta
    )
    return {name: content for name, content in names if name.startswith(("og:", "twitter:"))}


def picture_of(site: Built, url: str) -> tuple[Image.Image, bytes]:
    address = told(site, url)["og:image"]
    assert address.startswith(f"{SITEURL}/")
    content = site.bytes(address.removeprefix(f"{SITEURL}/"))
    return Image.open(BytesIO(content)), content


@pytest.mark.parametrize("url", PAGES)
def test_a_page_tells_networks_all_they_ask_for(site: Built, url: str) -> None:
    """Each property once, and none empty."""
    said = told(site, url)

    assert (NEEDED, "summary_large_image") == ({name for name in said if said[name]}, said["twitter:card"])


@pytest.mark.parametrize("url", PAGES)
def test_its_card_is_a_picture_of_the_size_it_says(site: Built, url: str) -> None:
    """And has no metadata."""
    image, content = picture_of(site, url)
    image.load()

    assert ("PNG", (1200, 630)) == (image.format, image.size)
    assert not any(chunk in content for chunk in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"iCCP"))


def test_no_two_pages_have_the_same_card(site: Built) -> None:
    """Nor two languages."""
    assert len(PAGES) == len({told(site, url)["og:image"] for url in PAGES})


def test_a_card_says_title_day_and_place(site: Built) -> None:
    """Its words are told to those who do not see it."""
    said = [
        told(site, url)["og:image:alt"] for url in ("agenda/visite/", "actualites/bilan/", "annuaire/alpha/")
    ]

    assert [
        "Visite – jeudi 3 décembre 2026, 18 h 30 – Halle",
        "Premier bilan – 2 novembre 2026 – Vie",
        "Alpha – Lens",
    ] == [alt.replace("\u00a0", " ").replace("\u202f", " ") for alt in said]


def test_each_language_has_its_own_words(site: Built) -> None:
    """And says which it is."""
    said = told(site, "nl/nieuws/bilan/")

    assert ("Eerste balans – 2 november 2026 – Leven", "nl_NL") == (said["og:image:alt"], said["og:locale"])


def test_a_photograph_is_shown_instead(site: Built) -> None:
    """It says more than words; what is written on the card stands beside it anyway."""
    image, _ = picture_of(site, "actualites/fete/")
    said = told(site, "actualites/fete/")

    assert ("JPEG", "La place le soir") == (image.format, said["og:image:alt"])
    assert image.size == (int(said["og:image:width"]), int(said["og:image:height"]))


@pytest.mark.parametrize("url", ["actualites/petite/", "actualites/loin/", ""])
def test_every_other_page_has_a_card_too(site: Built, url: str) -> None:
    """With a small picture its own; in letters that no font has, and at home, that of the site."""
    image, _ = picture_of(site, url)

    assert ("PNG", (1200, 630)) == (image.format, image.size)


def test_there_is_a_card_for_every_page_that_names_it_and_no_other(site: Built) -> None:
    """Neither of drafts nor of those who have not agreed."""
    named = {told(site, url).get("og:image", "") for url in site.urls}
    drawn = {f"{SITEURL}/{file}" for file in site.files if file.startswith("theme/cartes/")}

    assert drawn and drawn <= named
    assert not [file for file in drawn if "brouillon" in file or "secrete" in file or WORD in file]


def test_what_members_alone_read_has_no_card(tmp_path: Path) -> None:
    """Its page shows that of the site to everybody."""
    files = {**FILES, "content/actualites/secret.md": news("Entre nous", visibility="members")}
    site = built_sealed(tmp_path, files)
    pictures = {told(site, url).get("og:image", "") for url in site.urls}
    cards = [file for file in site.files if file.startswith("theme/cartes/actualites/")]

    assert ("", 2) == (site.said, len(cards))
    assert not [one for one in (*site.files, *pictures) if "secret" in one or "entre-nous" in one]


def test_a_site_without_address_has_no_cards(site_of: SiteOf) -> None:
    """Nobody could fetch them."""
    site = site_of(FILES)

    assert not [file for file in site.files if file.startswith("theme/cartes/")]
    assert {"og:image", "og:url", "twitter:card"}.isdisjoint(told(site, "actualites/bilan/"))


def test_cards_can_be_done_without(site_of: SiteOf) -> None:
    """By a setting; pages have that of the site then."""
    settings = FILES["pelicanconf.py"] + "SOCIAL_CARDS = False\n"
    site = site_of({**FILES, "pelicanconf.py": settings}, SITEURL)

    assert not [file for file in site.files if file.startswith("theme/cartes/")]
    assert f"{SITEURL}/theme/carte.png" == told(site, "actualites/bilan/")["og:image"]


def test_the_same_words_keep_the_address_and_others_get_another(site_of: SiteOf, site: Built) -> None:
    """So that networks, which keep what they have fetched, show what the page says now."""
    changed = site_of({**FILES, "content/actualites/bilan.md": news("Second bilan", category="Vie")}, SITEURL)
    before, after = ({url: told(one, url)["og:image"] for url in PAGES} for one in (site, changed))

    assert ["actualites/bilan/"] == [url for url in PAGES if before[url] != after[url]]


def test_cards_that_nobody_has_asked_for_in_a_month_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder does not grow for ever."""
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path))
    folder = tmp_path / "cards"
    folder.mkdir()
    for name, age in (("old", 31), ("young", 29)):
        (folder / name).write_bytes(b"")
        moment = time() - age * 86_400
        os.utime(folder / name, (moment, moment))

    assert [] == list(cards_of({}, are_wanted=True))
    assert ["last", "young"] == sorted(file.name for file in folder.iterdir())
