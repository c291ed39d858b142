"""The search data: what the browser needs to find and show members, in columns, and nothing private."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from association_samples import KERNEL, LYCEE, TACTIC, TODAY

from association.domain.association import Association
from association.domain.members import Member, MembershipType, Skill
from association.domain.places import Town
from association.domain.text import Text, plain
from association.exports.search_index import Look, search_data

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


def test_nothing_is_told_that_an_entry_does_not_show() -> None:
    """People, addresses, telephones and dates stay on the pages of their members."""
    told = search_data(EXAMPLE, French(), TODAY).decode()
    others = ("Camille", "kernel.example", "3 21", "mastodon", "2026-10-08")

    assert [] == [other for other in others if other in told]
