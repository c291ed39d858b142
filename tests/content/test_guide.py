"""The tables of keys in the guide for editors: every key of the shapes, and none that there is not."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from association.content.schema import commissions, members, texts
from association.content.schema.base import Shape, is_required, keys_of
from association.domain.members import Member, Person, consent_fields

GUIDE = (Path(__file__).parents[2] / "docs/guide-redaction.md").read_text("utf-8")
REFERENCE = GUIDE.partition("## Référence : `members.yaml`")[2]
COMMON = keys_of(texts.CommonShape)
TABLES: list[tuple[str, type[Shape]]] = [
    ("### `types`", members.TypeShape),
    ("### `skills`", members.SkillShape),
    ("### `towns`", members.TownShape),
    ("### `members`", members.MemberShape),
    ("Chaque entrée de `people`", members.PersonShape),
    ("### `partners`", members.PartnerShape),
    ("### `benefits`", members.BenefitShape),
    ("### `venues`", commissions.VenueShape),
    ("### `commissions`", commissions.CommissionShape),
    ("Chaque entrée de `chairs`", commissions.ChairShape),
    ("Chaque entrée de `meetings`", commissions.MeetingShape),
    ("### `people`", commissions.OfficerShape),
    ("### `calendars`", commissions.CalendarShape),
    ("### Pour tous", texts.TitledShape),
    ("### Une actualité", texts.ArticleShape),
    ("### Un événement", texts.EventShape),
    ("Chaque entrée de `dates`", texts.DateShape),
    ("### Une annonce", texts.OfferShape),
    ("### Un compte rendu", texts.MinutesShape),
    ("### Une page", texts.PageShape),
    ("Chaque entrée de `resources`", texts.ResourceShape),
    ("Chaque entrée de `replaces`", texts.VersionShape),
]


def told(heading: str) -> dict[str, bool]:
    """The keys of the table below a heading, and whether they have to be written."""
    table = REFERENCE.partition(heading)[2].partition("| clé |")[2].partition("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    return {key: "●" in cell for cell in cells for key in re.findall(r"`(\w+)`", cell)}


def declared(shape: type[Shape]) -> dict[str, bool]:
    """Those of a shape; the keys that all texts have stand in a table of their own."""
    is_text = issubclass(shape, texts.CommonShape) and shape is not texts.TitledShape
    return {key: is_required(shape, key) for key in keys_of(shape) if not (is_text and key in COMMON)}


@pytest.mark.parametrize(("heading", "shape"), TABLES, ids=[shape.__name__ for _, shape in TABLES])
def test_the_guide_has_a_row_for_every_key(heading: str, shape: type[Shape]) -> None:
    """And says which have to be written."""
    assert declared(shape) == told(heading)


@pytest.mark.parametrize(
    ("before", "shown"), [("`fields` se choisit parmi", Person), ("Ses `fields`", Member)]
)
def test_the_guide_lists_what_a_consent_may_name(before: str, shown: type[Member | Person]) -> None:
    """Those of a person, and of a member who is one."""
    listed = re.findall(r"`(\w+)`", re.split(r"[.;]", GUIDE.partition(before)[2])[0])

    assert {one.name for one in fields(shown)} & set(consent_fields()) == set(listed)
