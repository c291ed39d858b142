"""sabre/vobject reads the cards of both versions, and finds nothing wrong with them."""

import json
import subprocess
from pathlib import Path

import pytest
from built_site import Built
from tools import command, php_library

PROGRAM = Path(__file__).with_name("sabre_cards.php")


@pytest.mark.parametrize(("file", "version"), [("members.vcf", "4.0"), ("members-3.vcf", "3.0")])
def test_every_card_is_read_with_its_name_and_is_valid(tactic: Built, file: str, version: str) -> None:
    """As an address book on a server does."""
    php_library("Sabre/VObject/includes.php", "php-sabre-vobject")
    path = tactic.folder / "data/v1" / file
    told = subprocess.run(
        [command("php", "php-cli"), str(PROGRAM), str(path)], check=True, capture_output=True, text=True
    )
    cards = json.loads(told.stdout)
    names = [member["name"] for member in tactic.json("data/v1/members.json")["members"]]

    assert names == [card["name"] for card in cards]
    assert ({version}, []) == (
        {card["version"] for card in cards},
        [problem for card in cards for problem in card["problems"]],
    )
