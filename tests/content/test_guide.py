"""What the guide for editors says of consent is what the program goes by."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from association.domain.members import Member, Person, consent_fields

GUIDE = (Path(__file__).parents[2] / "docs/guide-redaction.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "shown"), [("`fields` se choisit parmi", Person), ("Ses `fields`", Member)]
)
def test_the_guide_lists_what_a_consent_may_name(before: str, shown: type[Member | Person]) -> None:
    """Those of a person, and of a member who is one."""
    listed = re.findall(r"`(\w+)`", re.split(r"[.;]", GUIDE.partition(before)[2])[0])

    assert {one.name for one in fields(shown)} & set(consent_fields()) == set(listed)
