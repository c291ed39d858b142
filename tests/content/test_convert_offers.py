"""Offers: which files become offers, whose they are, and what is never told."""

from datetime import date
from pathlib import Path

import pytest
from site_on_disk import article, association, codes

from association.domain.articles import Picture, Tag
from association.domain.members import Skill
from association.domain.offers import Offer, OfferKind, OfferStatus
from association.domain.places import Town
from association.domain.text import plain

FOLDER = "content/annonces/"
HEAD = "kind: job\nexpires: 2026-12-01\n"
MEMBERS = """\
members:
  - {id: kernel, name: Kernel}
  - {id: hidden, name: Hidden, listed: false}
  - {id: gone, name: Gone, left: 2026-11-01}
  - {id: ana, name: Ana Ruiz, kind: person}
  - {id: bo, name: Bo Li, kind: person, consent: 2026-10-01}
"""


def offers(root: Path, *heads: str) -> tuple[Offer, ...]:
    """Of files named 0, 1, 2…; each a job until December."""
    files = {f"{FOLDER}{index}.md": article(HEAD + head) for index, head in enumerate(heads)}
    return association(root, {"members.yaml": MEMBERS, **files}).offers


def test_an_offer_has_everything_its_file_says(tmp_path: Path) -> None:
    """Words of the vocabularies are looked up, the body is Markdown as written."""
    files = {
        "content/images/salle.png": b"",
        "members.yaml": "skills: [{id: web, name: Web}]\ntowns: [{id: lens, name: Lens}]\n"
        "members: [{id: kernel, name: Kernel}]\n",
        FOLDER + "2026-11-03-stage-web.md": """\
        ---
        title: Stage web
        summary: Dix semaines.
        kind: internship
        member: kernel
        town: lens
        skills: [web, web]
        date: 2026-11-03
        expires: 2026-12-09
        offer_status: filled
        apply: https://kernel.example/stage
        tags: [Stages]
        image: salle.png
        image_alt: La salle
        ---
        Bonjour **à tous**.
        """,
    }
    expected = Offer(
        slug="stage-web",
        title=plain("Stage web"),
        kind=OfferKind.INTERNSHIP,
        expires=date(2026, 12, 9),
        date=date(2026, 11, 3),
        status=OfferStatus.FILLED,
        member="kernel",
        town=Town("lens", plain("Lens")),
        skills=(Skill("web", plain("Web")),),
        apply="https://kernel.example/stage",
        summary=plain("Dix semaines."),
        body="Bonjour **à tous**.\n",
        language="fr",
        tags=(Tag("stages", plain("Stages")),),
        picture=Picture("images/salle.png", plain("La salle")),
        source="annonces/2026-11-03-stage-web.md",
    )

    assert (expected,) == association(tmp_path, files).offers


def test_title_kind_and_expiry_are_enough(tmp_path: Path) -> None:
    """Few fields: the rest is absent, and the offer open."""
    (found,) = offers(tmp_path, "")
    source, december = "annonces/0.md", date(2026, 12, 1)
    expected = Offer("0", plain("Titre"), OfferKind.JOB, december, body="\n", language="fr", source=source)

    assert expected == found


def test_drafts_future_dates_and_members_only_are_left_out(tmp_path: Path) -> None:
    """The build's day is 22 November 2026; what is over stays."""
    found = offers(
        tmp_path,
        "status: draft",
        "date: 2026-11-23",
        "visibility: members",
        "date: 2026-11-22",
        "offer_status: withdrawn",
    )

    assert ["3", "4"] == [one.slug for one in found]


def test_an_offer_that_is_over_is_still_there(tmp_path: Path) -> None:
    """Its page stays, for who kept the address."""
    files = {FOLDER + "a.md": article("kind: job\ndate: 2026-01-01\nexpires: 2026-02-01")}

    assert ["a"] == [one.slug for one in association(tmp_path, files).offers]


@pytest.mark.parametrize("member", ["hidden", "gone"])
def test_a_member_that_is_not_published_is_not_named(tmp_path: Path, member: str) -> None:
    """As in the news: the text stands, the name does not."""

    assert [None] == [one.member for one in offers(tmp_path, f"member: {member}")]


def test_an_offer_of_a_person_without_consent_does_not_appear(tmp_path: Path) -> None:
    """How to answer it would tell who they are."""
    found = offers(tmp_path, "member: ana\napply: ana@ruiz.example", "member: bo\napply: bo@li.example")

    assert ["bo"] == [one.member for one in found]


@pytest.mark.parametrize("answer", ["https://kernel.example/stage", "contact@kernel.example"])
def test_an_offer_is_answered_on_a_page_or_by_mail(tmp_path: Path, answer: str) -> None:
    """Kept as it is written."""

    assert [answer] == [one.apply for one in offers(tmp_path, f"apply: {answer}")]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("javascript:alert(1)", "bad-url"),
        ("data:text/html,x", "bad-url"),
        ("https://user@kernel.example/", "bad-url"),
        ("contact@kernel.example?bcc=a@b.example", "bad-email"),
        ("à la mairie", "bad-apply"),
    ],
)
def test_nothing_else_becomes_a_link(tmp_path: Path, answer: str, code: str) -> None:
    """What is written ends up in an `href`."""
    files = {FOLDER + "a.md": article(f'{HEAD}apply: "{answer}"')}

    assert [code] == codes(tmp_path, files)


def test_the_words_of_an_offer_are_free_where_no_list_is_declared(tmp_path: Path) -> None:
    """And do not become words of the directory: nobody is behind them."""
    files = {FOLDER + "a.md": article(HEAD + "town: Béthune\nskills: [Vieux métiers]")}
    found = association(tmp_path, files)
    (offer,) = found.offers

    assert ("bethune", ["vieux-metiers"], (), ()) == (
        offer.town and offer.town.id,
        [skill.id for skill in offer.skills],
        found.towns,
        found.skills,
    )


def test_future_offers_are_checked(tmp_path: Path) -> None:
    """They would break the site on the day they come."""
    files = {FOLDER + "a.md": article("kind: job\ndate: 2030-01-01\nexpires: 2030-02-01\nmember: nobody")}

    assert ["unknown-reference"] == codes(tmp_path, files)
