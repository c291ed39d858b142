"""The page of partners: country by country, how to reach each, and which commissions work with them."""

from io import BytesIO

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, sheet
from linked_data import of_type
from PIL import Image

MEMBERS = """\
partners:
  - id: zuster
    name: Zusterbond
    kind: association sœur
    country: NL
    website: https://www.zusterbond.example/nl/
    email: post@zusterbond.example
    phone: 070 123 45 67
    logo: logos/zuster.png
    description: "Pour qui part aux **Pays-Bas**."
    contact: {name: Noor Voorbeeld, role: Accueil, email: noor@zusterbond.example, consent: 2026-09-01}
  - {id: editeur, name: Éditeur Modèle, country: FR, kind: éditeur}
  - {id: agence, name: Agence Exemple, country: FR, contact: {name: Jo Secrète, role: Rôle de Jo}}
  - {id: bund, name: Bund Muster, country: DE}
  - {id: federation, name: Fédération d’Europe}
"""
COMMISSIONS = """\
commissions:
  - {id: mobilite, name: Mobilité, partners: [zuster, agence]}
  - {id: normes, name: Normes, partners: [zuster]}
"""


def logo() -> bytes:
    written = BytesIO()
    Image.new("RGB", (64, 64), "#0c5c60").save(written, "PNG")
    return written.getvalue()


FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/images/logos/zuster.png": logo(),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, SITEURL)


def section_titles(site: Built, url: str = "partenaires/") -> list[str]:
    return [title[2:] for title in site.page(url).headings if title[0] in "23"]


def test_their_own_country_comes_first_and_none_last(site: Built) -> None:
    """The others by what they are called; within one, by name."""
    assert [
        "France",
        "Agence Exemple",
        "Éditeur Modèle",
        "Allemagne",
        "Bund Muster",
        "Pays-Bas",
        "Zusterbond",
        "Autres partenaires",
        "Fédération d’Europe",
    ] == section_titles(site)[:9]


def test_countries_have_the_name_of_the_page_s_language(site_of: SiteOf) -> None:
    """In whose order they come, after their own: « Pays-Bas » is Nederland."""
    settings = f'{SMALLEST_SETTINGS}LANGUAGES = ["fr", "nl"]\n'
    site = site_of({**FILES, "pelicanconf.py": settings}, SITEURL)
    titles = section_titles(site, "nl/partners/")
    names = ("Frankrijk", "Duitsland", "Nederland", "Andere partners")

    assert list(names) == [title for title in titles if title in names]
    assert "France" in section_titles(site)
    assert "nl/partners/#p-partenaire-zuster" == site.page("nl/werkgroepen/mobilite/").link("Zusterbond")


def test_one_country_is_not_worth_a_heading(site_of: SiteOf) -> None:
    """The number of partners is."""
    partners = "partners:\n  - {id: a, name: A, country: BE}\n  - {id: b, name: B, country: BE}\n"

    assert ["deux partenaires", "A", "B"] == section_titles(site_of({"members.yaml": partners}))[:3]


def test_a_partner_is_shown_with_every_way_to_reach_it(site: Built) -> None:
    """Somebody who moves there writes or calls; the number is dialled as in its own country."""
    page = site.page("partenaires/")
    (entry,) = [one for one in page.main.with_class("partner") if one["id"] == "p-partenaire-zuster"]
    links = {a["href"] for a in entry.iter("a")}

    assert {
        "https://www.zusterbond.example/nl/",
        "mailto:post@zusterbond.example",
        "tel:+31701234567",
        "mailto:noor@zusterbond.example",
        "../commissions/mobilite/",
        "../commissions/normes/",
    } == links
    assert all(word in entry.text for word in ("association sœur", "zusterbond.example/nl", "Noor Voorbeeld"))
    assert "logo" in entry.first("img")["class"]
    assert "Pays-Bas" == entry.first("strong").text


def test_a_contact_who_did_not_agree_is_nowhere(site: Built) -> None:
    """In no file of any kind."""
    found = [name for name, content in site.contents().items() if b"Secr\xc3\xa8te" in content]

    assert [] == found
    assert [] == [name for name, content in site.contents().items() if "Rôle de Jo".encode() in content]


def test_a_commission_leads_to_its_partners(site: Built) -> None:
    """To their place on the page, with their mark."""
    page = site.page("commissions/mobilite/")
    told = {target: words for target, words in page.links if target.startswith("partenaires/#")}

    assert {
        "partenaires/#p-partenaire-zuster": "Zusterbond",
        "partenaires/#p-partenaire-agence": "Agence Exemple",
    } == told
    assert {target.partition("#")[2] for target in told} <= set(site.page("partenaires/").ids)


def test_without_the_page_a_commission_leads_to_their_own_sites(site_of: SiteOf) -> None:
    """A webmaster may switch it off."""
    files = {**FILES, "pelicanconf.py": f'{SMALLEST_SETTINGS}PARTNERS_SAVE_AS = ""\n'}
    site = site_of(files)

    assert not site.has("partenaires/")
    assert "https://www.zusterbond.example/nl/" in site.page("commissions/mobilite/").targets
    assert [None] == [
        one["url"] for one in site.json("data/v1/partners.json")["partners"] if one["id"] == "zuster"
    ]


def test_no_partner_no_page(site_of: SiteOf) -> None:
    """And no word of it in the menu."""
    site = site_of({})

    assert (False, False) == (site.has("partenaires/"), "partenaires/" in site.page("").targets)
    assert [] == site.json("data/v1/partners.json")["partners"]


def test_a_text_of_the_editors_introduces_them(site_of: SiteOf) -> None:
    """Under its own title; it needs no partner to be read."""
    text = sheet({"title": "Avec qui", "summary": "Nos amis."}, "On cherche des partenaires.")
    page = site_of({"content/pages/partenaires.md": text}).page("partenaires/")

    assert "1 Avec qui" in page.headings
    assert "On cherche des partenaires." in page.main.text


def test_the_open_data_tells_partners_and_their_commissions(site: Built) -> None:
    """Both ways."""
    partners = {one["id"]: one for one in site.json("data/v1/partners.json")["partners"]}
    commissions = site.json("data/v1/commissions.json")["commissions"]

    assert ["zuster", "editeur", "agence", "bund", "federation"] == list(partners)
    assert {
        "id": "zuster",
        "name": "Zusterbond",
        "kind": "association sœur",
        "country": "NL",
        "website": "https://www.zusterbond.example/nl/",
        "email": "post@zusterbond.example",
        "phone": "070 123 45 67",
        "description": "Pour qui part aux Pays-Bas.",
        "contact": {
            "name": "Noor Voorbeeld",
            "role": "Accueil",
            "email": "noor@zusterbond.example",
            "phone": None,
            "photo": None,
        },
        "url": f"{SITEURL}/partenaires/#p-partenaire-zuster",
        "logo": f"{SITEURL}/images/logos/zuster-png-64.png",
        "commissions": ["mobilite", "normes"],
    } == partners["zuster"]
    assert (None, None, []) == tuple(
        partners["federation"][key] for key in ("country", "contact", "commissions")
    )
    assert [["zuster", "agence"], ["zuster"]] == [one["partners"] for one in commissions]


def test_search_engines_are_told_them_in_the_order_of_the_page(site: Built) -> None:
    """Each an organisation in its country."""
    items = of_type(site.page("partenaires/"), "ItemList")["itemListElement"]
    told = [(one["item"]["name"], one["item"].get("address", {}).get("addressCountry")) for one in items]

    assert [
        ("Agence Exemple", "FR"),
        ("Éditeur Modèle", "FR"),
        ("Bund Muster", "DE"),
        ("Zusterbond", "NL"),
        ("Fédération d’Europe", None),
    ] == told


def menus_of(site: Built) -> tuple[bool, bool]:
    """Whether the page is in the main menu, and at the foot."""
    page = site.page("")
    parts = (page.document.first("header"), page.document.first("footer"))
    top, foot = (any("partenaires/" == page.target(a["href"]) for a in part.iter("a")) for part in parts)
    return top, foot


def test_the_page_is_at_the_foot_unless_its_introduction_says_where(site: Built, site_of: SiteOf) -> None:
    """A league whose members go abroad has it in its menu."""
    text = sheet({"title": "Avec qui", "menu": "main"}, "Nos amis.")
    risen = site_of({**FILES, "content/pages/partenaires.md": text})

    assert ((False, True), (True, False)) == (menus_of(site), menus_of(risen))
