"""The search data: what the browser needs to find and show members, in columns, and nothing private."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import cast

import pytest
from association_samples import KERNEL, LYCEE, TACTIC, TODAY

from association.domain.association import Association
from association.domain.members import Member, MembershipType, Person, Skill
from association.domain.places import Address, Town
from association.domain.text import Text, plain
from association.exports.search_index import ABOUT, ABOUT_ONE, Look, postal_words, search_data

Columns = Mapping[str, list[object]]

EXAMPLE = replace(
    TACTIC,
    members=(replace(KERNEL, serves=(cast(Town, LYCEE.town),)), LYCEE),
    types=(
        MembershipType("pro", plain("Pro")),
        MembershipType("entreprise", plain("Entreprise"), parent="pro"),
    ),
    skills=(
        Skill("web", plain("Web"), plural=plain("Agences web"), synonyms=("site internet", "vitrine")),
        Skill("securite", plain("Sécurité")),
    ),
    towns=(cast(Town, LYCEE.town), cast(Town, KERNEL.town)),
)


@dataclass(frozen=True)
class French:
    """A site that shows every member alike, but for the tile."""

    def say(self, text: Text | str | None) -> str:
        return text.to("fr") if isinstance(text, Text) else text or ""

    def at(self, town: Town) -> str:
        return f"à {self.say(town.name)}"

    def language(self, code: str) -> str:
        return {"fr": "français", "nl": "néerlandais"}[code]

    def ways(self, filter_: str) -> Mapping[str, str | None]:
        return {"web": "annuaire/competences/web/"} if filter_ == "service" else {}

    def look(self, member: Member) -> Look:
        logo = (f"images/{member.logo}", 160, 80) if member.logo else None
        return Look(f"annuaire/{member.id}/", member.name[:2], f"M{len(member.id)} 0z", 1, logo)


def document(association: Association = EXAMPLE, today: date = TODAY) -> Mapping[str, Columns]:
    return json.loads(search_data(association, French(), today))


def test_members_are_in_the_order_of_the_association() -> None:
    """That of their names, from which the browser takes turns as domain.directory does."""

    assert ["Kernel", "Lycée"] == document()["members"]["name"]


def test_the_day_of_the_build_says_whose_turn_it_is() -> None:
    """Its ordinal, as domain.turns counts."""

    assert TODAY.toordinal() == document()["day"]


def test_choices_are_places_in_the_vocabularies() -> None:
    """Town and type NONE when there is none; the town and the towns served apart."""
    members = document()["members"]
    told = {name: members[name] for name in ("service", "town", "serves", "type", "langue", "interns")}

    assert {
        "service": [[1, 0], []],
        "town": [1, 0],
        "serves": [[0], []],
        "type": [1, -1],
        "langue": [[0, 1], []],
        "interns": [1, 0],
    } == told


def test_a_type_names_its_wider_type() -> None:
    """So that whoever asks for the wider one finds both."""

    assert [-1, 0] == document()["type"]["parent"]


def test_a_skill_is_found_by_its_other_words() -> None:
    """Its plural and its synonyms."""

    assert ["Agences web site internet vitrine", ""] == document()["service"]["words"]


def test_a_town_has_its_position_to_ten_metres() -> None:
    """None when it has none: its members come last."""
    far = Town("loin", plain("Loin"), None, replace(KERNEL.town.position, lat=50.123456, lon=2.98765432))
    towns = document(replace(EXAMPLE, towns=(*EXAMPLE.towns, far)))["commune"]

    assert [None, [50.291, 2.7775], [50.1235, 2.9877]] == towns["position"]


def test_a_town_is_said_as_one_says_it() -> None:
    """With its preposition."""

    assert ["à Lens", "à Arras"] == document()["commune"]["at"]


def test_languages_have_the_name_a_reader_calls_them() -> None:
    """And the code that stands in addresses."""

    assert {"id": ["fr", "nl"], "name": ["français", "néerlandais"]} == document()["langue"]


def test_marks_show_a_logo_or_a_tile() -> None:
    """A motif that returns is written once."""
    told = document()
    members = told["members"]

    assert ["M6 0z", "M5 0z"] == told["motifs"]
    assert [[0, 1], [["images/logos/kernel.png", 160, 80], None]] == [members["motif"], members["logo"]]


def test_a_thing_with_members_leads_to_their_page() -> None:
    """None where nobody is."""

    assert ["annuaire/competences/web/", None] == document()["service"]["url"]


@pytest.mark.parametrize(
    ("code", "country", "expected"),
    [
        ("62300", None, ("62300", "62")),
        ("62300", "FR", ("62300", "62")),
        ("97110", None, ("97110", "971")),
        ("28013", "ES", ("28013",)),
        ("1000", None, ("1000",)),
        (None, None, ()),
    ],
)
def test_a_postal_code_of_france_tells_its_departement(
    code: str | None, country: str | None, expected: tuple[str, ...]
) -> None:
    """Those of other countries say nothing of the kind."""

    assert expected == postal_words(code, country)


def test_a_town_is_found_by_its_postal_code() -> None:
    """As a member is by its own, where that is another."""
    town = replace(cast(Town, KERNEL.town), postal_code="62000")
    there = replace(
        KERNEL, town=town, address=Address(postal_code="62008"), people=(), labels=(), partnerships=()
    )
    here = replace(there, id="here", address=Address(postal_code="62000"))
    told = document(replace(EXAMPLE, members=(there, here), towns=(town, cast(Town, LYCEE.town))))

    assert "62000 62" == told["commune"]["words"][0]
    assert ["62008 62", ""] == told["members"]["words"]


def test_a_member_is_found_by_labels_partnerships_and_what_its_people_do() -> None:
    """Each role once, and never by who has it."""
    people = (Person("Camille Exemple", plain("Gérance")), Person("Alix Exemple", plain("Gérance")))
    member = replace(KERNEL, address=None, labels=("ESS",), partnerships=("Sage",), people=people)

    assert ["ESS Sage Gérance"] == document(replace(EXAMPLE, members=(member,)))["members"]["words"]


def test_a_description_gives_the_words_that_the_summary_has_not() -> None:
    """Each once, without marks and addresses, without the short ones."""
    said = plain(
        "**Réparation** au comptoir : la réparation d’imprimantes, au [comptoir](https://a.example/)."
    )
    member = replace(KERNEL, summary=plain("Le comptoir."), description=said)
    told = document(replace(EXAMPLE, members=(member,)))["members"]["about"]

    assert ["réparation imprimantes"] == told


def test_of_too_many_words_those_that_fewest_members_use_are_told() -> None:
    """So that the data of many members can be loaded."""
    common = " ".join(f"commun{letter}" for letter in "abcdefghijklmnop")
    rare = replace(KERNEL, description=plain(f"{common} forgeron {common}"))
    others = tuple(replace(LYCEE, id=f"m{n}", description=plain(common)) for n in range(ABOUT // ABOUT_ONE))
    told = document(replace(EXAMPLE, members=(rare, *others)))["members"]["about"]

    assert {ABOUT_ONE} == {len(str(words).split()) for words in told}
    assert "forgeron" in str(told[0])


def invented(number: int) -> str:
    """One of twenty thousand words; the first return most often, as those of a language do."""
    syllables = (
        "ba",
        "cor",
        "di",
        "fel",
        "gran",
        "hu",
        "jo",
        "lin",
        "mar",
        "nes",
        "pi",
        "quo",
        "ram",
        "sé",
        "tur",
    )
    return "".join(syllables[number // 15**place % 15] for place in range(4))


def test_the_data_of_five_thousand_members_is_loadable() -> None:
    """Each with a name, a summary and a long description of its own: 250 kB compressed."""
    chance = Random(1)

    def said(words: int) -> str:
        return " ".join(invented(int(20_000 * chance.random() ** 3)) for _ in range(words))

    members = tuple(
        replace(
            KERNEL, id=f"m{n}", name=said(2), summary=plain(said(10)), description=plain(said(120)), logo=None
        )
        for n in range(5000)
    )
    data = search_data(replace(EXAMPLE, members=members), French(), TODAY)

    assert 250_000 > len(gzip.compress(data, 9))


def test_nothing_is_told_that_an_entry_does_not_show() -> None:
    """People, addresses, telephones and dates stay on the pages of their members."""
    told = search_data(EXAMPLE, French(), TODAY).decode()
    others = ("Camille", "kernel.example", "3 21", "mastodon", "2026-10-08")

    assert [] == [other for other in others if other in told]
