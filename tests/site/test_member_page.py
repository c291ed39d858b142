"""The page of a member: everything it may show, how to reach it, how to say that something is wrong."""

from urllib.parse import parse_qs, urlsplit

import pytest
import vobject
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, article, event
from html_pages import Page

from association.render.address_words import in_words_of

MEMBERS = """\
types:
  - {id: entreprise, name: Entreprise}
skills:
  - {id: web, name: Sites web, description: "Concevoir, **refondre**."}
towns:
  - {id: tournai, name: Tournai, postal_code: "7500", lat: 50.6, lon: 3.39}
  - {id: lens, name: Lens, postal_code: "62300", lat: 50.43, lon: 2.83}
members:
  - id: alpha
    name: Alpha & fils
    kind: public
    type: entreprise
    summary: Un résumé
    description: Un **texte**.
    skills: [web]
    town: tournai
    address: {street: "12, Grand-Place", postal_code: "7501", country: BE}
    serves: [tournai, lens]
    website: https://www.alpha.example/
    email: bonjour@alpha.example
    phone: +32 (0)69 12 34 56
    social: {linkedin: https://linkedin.example/alpha}
    people:
      - name: Camille Exemple
        role: Gérance
        email: camille@alpha.example
        phone: 03 53 01 00 04
        consent: 2026-10-08
      - {name: Sans Accord, role: Secret, consent: }
    interns: true
    languages: [fr, nl]
    partnerships: [Sage]
    labels: [ESS]
    joined: 2026-10-08
    charter_signed: 2026-10-01
    sponsors: [beta]
    last_verified: 2026-11-01
  - {id: beta, name: Bêta, town: lens, email: bonjour@beta.example}
  - id: gamma
    name: Gamma
    kind: school
    town: lens
    address: {street: "1, rue", country: FR}
    sponsors: [alpha]
  - {id: delta, name: Delta}
  - id: perso
    name: Alix Specimen
    kind: person
    phone: 03 53 01 00 05
    consent: {date: 2026-10-08, fields: [name]}
"""
COMMISSIONS = """\
commissions:
  - id: reseaux
    name: Réseaux
    chairs:
      - {member: alpha, person: Camille Exemple, role: Responsable, since: 2026-10-22}
    members: [beta]
"""
FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/actualites/prix.md": article("Un prix pour Alpha", members="[alpha]"),
    "content/agenda/visite.md": event("Visite de l’atelier", organisers="[alpha]"),
}
IDENTITY = '{"name": "Essai"'


OF_A_SHEET = {"Delta", "Contact", "Services", "Présentation", "À qui parler", "Dans", "En", "Rendez-vous"}


def settings(identity: str) -> dict[str, str]:
    return {"pelicanconf.py": SMALLEST_SETTINGS.replace(IDENTITY, f"{IDENTITY}, {identity}")}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES | settings('"email": "bonjour@essai.example"'), SITEURL)


@pytest.fixture(scope="module")
def alpha(site: Built) -> Page:
    return site.page("annuaire/alpha/")


def pairs(page: Page) -> dict[str, str]:
    """What the page says term by term."""
    lists = [child for dl in page.main.iter("dl") for child in dl.iter("dt", "dd")]
    return {term.text: said.text for term, said in zip(lists[::2], lists[1::2], strict=True)}


@pytest.mark.parametrize(
    "words",
    [
        "Alpha & fils",
        "Un résumé",
        "Un texte.",
        "Entreprise",
        "Membre depuis octobre 2026",
        "Accueille des stagiaires",
        "Concevoir, refondre.",
        "Gérance",
        "camille@alpha.example",
        "03 53 01 00 04",
        "Camille Exemple, Responsable",
        "Visite de l’atelier",
        "Un prix pour Alpha",
        "Fiche relue le 1er novembre 2026.",
    ],
)
def test_the_page_shows_what_may_be_shown(alpha: Page, words: str) -> None:
    """What a member says of itself, and what it does in the association."""

    assert words in alpha.main.text


def test_the_page_says_the_rest_term_by_term(alpha: Page) -> None:
    """In the contact card and under « En pratique »."""

    assert {
        "Téléphone": "+32 (0)69 12 34 56",
        "Courriel": "bonjour@alpha.example",
        "Site": "alpha.example",
        "LinkedIn": "Voir le profil LinkedIn",
        "Statut": "Organisme public",
        "Intervient à": "Tournai, Lens",
        "Langues": "français, néerlandais",
        "Labels": "ESS",
        "Partenaires": "Sage",
        "Charte": "signataire de la charte depuis le 1er octobre 2026",
        "Parrainé par": "Bêta",
        "A parrainé": "Gamma",
    } == pairs(alpha)


def test_a_person_without_consent_is_not_on_the_page(alpha: Page) -> None:
    """Nor what is said of them."""

    assert [] == [word for word in ("Sans Accord", "Secret") if word in alpha.html]


@pytest.mark.parametrize(
    ("member", "lines"),
    [
        ("alpha", "Alpha & fils 12, Grand-Place 7501 Tournai Belgique"),
        ("beta", "Bêta Lens"),
        ("gamma", "Gamma 1, rue 62300 Lens France"),
    ],
)
def test_an_address_is_written_as_on_an_envelope(site: Built, member: str, lines: str) -> None:
    """The postal code of the town unless the member has its own; the town alone for who gives no address."""
    address = site.page(f"annuaire/{member}/").main.first("address")

    assert lines == " ".join(part for part in address.children if isinstance(part, str))


def test_a_telephone_number_can_be_called(alpha: Page) -> None:
    """The (0) is for callers inside the country."""

    assert "tel:+3269123456" in alpha.targets


def test_a_member_who_says_little_has_a_short_page(site: Built) -> None:
    """No empty rails."""
    page = site.page("annuaire/delta/")

    assert ["1 Delta", "2 Contact"] == [words for words in page.headings if words.split()[1] in OF_A_SHEET]


@pytest.mark.parametrize(("member", "name"), [("gamma", "Gamma"), ("delta", "Delta")])
def test_the_association_transmits_to_who_gives_no_way_to_write(site: Built, member: str, name: str) -> None:
    """The letter names the member and the page; an address alone is no way to write."""
    page = site.page(f"annuaire/{member}/")
    letter = urlsplit(page.link("Écrire à l’association, qui transmettra"))
    written = parse_qs(letter.query, strict_parsing=True)

    assert ("mailto", "bonjour@essai.example") == (letter.scheme, letter.path)
    assert [f"Message pour {name}"] == written["subject"]
    assert [name, f"{SITEURL}/annuaire/{member}/"] == written["body"][0].split("\r\n\r\n")[1:3]
    assert "Cette fiche ne donne ni téléphone ni courriel." in page.main.text


def test_who_can_be_reached_is_written_to_themselves(site: Built) -> None:
    """Nobody stands between."""
    direct = ("alpha", "beta")

    assert [] == [id_ for id_ in direct if "transmettra" in site.page(f"annuaire/{id_}/").main.text]


def test_a_member_with_nothing_to_keep_has_no_card(site: Built) -> None:
    """Who has an address has one."""
    offered = ["Carte de visite" in site.page(f"annuaire/{id_}/").main.text for id_ in ("delta", "gamma")]

    assert [False, True] == offered


def test_beside_a_website_the_association_is_the_second_way(site_of: SiteOf) -> None:
    """Which may have no form to write in; somebody of theirs who can be reached will do."""
    members = """\
members:
  - {id: web, name: Web, website: "https://web.example/"}
  - {id: gens, name: Gens, people: [{name: Camille Exemple, phone: 03 53 01 00 04, consent: 2026-10-08}]}
"""
    made = site_of({"members.yaml": members, **settings('"email": "a@essai.example"')})
    (button,) = made.page("annuaire/web/").main.with_class("btn")

    assert ("btn btn--quiet", True) == (
        button["class"],
        "web.example" in made.page("annuaire/web/").main.text,
    )
    assert "transmettra" not in made.page("annuaire/gens/").main.text


def test_without_an_address_of_the_association_nobody_transmits(site_of: SiteOf) -> None:
    """Nor is there a contact card without a contact."""
    page = site_of({"members.yaml": MEMBERS}).page("annuaire/delta/")

    assert ("Contact" in page.main.text, "transmettra" in page.main.text) == (False, False)


@pytest.mark.parametrize(
    ("language", "words", "subject"),
    [
        ("nl", "De vereniging schrijven, die het doorgeeft", "Bericht voor Delta"),
        ("en", "Write to the association, which will pass it on", "Message for Delta"),
    ],
)
def test_the_letter_is_in_the_language_of_the_page(
    site_of: SiteOf, language: str, words: str, subject: str
) -> None:
    own = settings('"email": "a@essai.example"')
    own["pelicanconf.py"] = own["pelicanconf.py"].replace('LANG = "fr"', f'LANG = "{language}"')
    page = site_of({"members.yaml": MEMBERS, **own}).page(in_words_of(language, "annuaire/delta/"))

    assert [subject] == parse_qs(urlsplit(page.link(words)).query)["subject"]


def test_the_card_leads_to_the_vcard(site: Built, alpha: Page) -> None:
    """Beside the page, with the same number."""
    card = vobject.readOne(site.text(alpha.link("Carte de visite (.vcf)")))

    assert ("Alpha & fils", "tel:+3269123456", f"{SITEURL}/annuaire/alpha/contact.vcf") == (
        card.fn.value,
        card.tel.value,
        card.source.value,
    )


def test_every_member_has_one_card_and_all_are_in_one_file(site: Built) -> None:
    """In the order of their names."""
    together = site.bytes("data/v1/members.vcf")
    members = ("perso", "alpha", "beta", "delta", "gamma")

    assert b"".join(site.bytes(f"annuaire/{member}/contact.vcf") for member in members) == together


def test_a_person_shows_only_what_they_agreed_to_on_their_card(site: Built) -> None:
    """Consent for a name is none for a telephone number."""

    assert "03530100" not in site.text("annuaire/perso/contact.vcf")


def test_a_mistake_is_told_in_a_letter_that_names_the_page(alpha: Page) -> None:
    """The secretary sees at once which one it is."""
    letter = urlsplit(alpha.link("Signaler une erreur"))
    said = parse_qs(letter.query, strict_parsing=True)

    assert ("mailto", "bonjour@essai.example") == (letter.scheme, letter.path)
    assert "Erreur sur la page\u00a0: Alpha & fils" == said["subject"][0]
    assert f"{SITEURL}/annuaire/alpha/\r\n\r\nCe qu’il faut corriger\u00a0: " == said["body"][0]


def test_a_mistake_can_be_corrected_in_the_repository(site_of: SiteOf) -> None:
    """At the line where the entry begins."""
    site = site_of(
        FILES | settings('"repository": "https://github.com/essai/site", "email": "a@essai.example"')
    )
    line = 1 + MEMBERS.splitlines().index("  - id: alpha")

    assert f"https://github.com/essai/site/blob/HEAD/members.yaml#L{line}" == site.page(
        "annuaire/alpha/"
    ).link("Signaler une erreur")


def test_without_repository_and_address_there_is_nobody_to_tell(site_of: SiteOf) -> None:
    """No link that leads nowhere."""

    assert "Signaler" not in site_of(FILES).page("annuaire/alpha/").text


def test_a_card_that_is_switched_off_is_not_linked(site_of: SiteOf) -> None:
    """`MEMBER_VCARD_SAVE_AS = ""`."""
    off = {"pelicanconf.py": SMALLEST_SETTINGS + 'MEMBER_VCARD_SAVE_AS = ""\n'}
    site = site_of(FILES | off)

    assert not site.has("annuaire/alpha/contact.vcf")
    assert "Carte de visite" not in site.page("annuaire/alpha/").text
