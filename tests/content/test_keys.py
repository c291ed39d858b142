"""`key`: what a shape says of a key besides its type, and what follows from it."""

import json

import pytest
from pydantic import ValidationError

from association.content.fields import Line, Number
from association.content.schema import json_schema
from association.content.schema.base import Shape, is_alone, key, keys_of
from association.content.schema.validation import parse
from association.content.yaml.reader import read_tree


class Room(Shape):
    name: Line = key("Le nom.")
    seats: Number | None = key("Les places.", default=None, alone=True)
    floor: Number | None = key("L’étage.", default=None)
    tools: tuple[Line, ...] = key("Le matériel.", default=(), alone=True)
    from_: Line | None = key("Qui la prête.", default=None, alias="from")


class House(Shape):
    rooms: tuple[Room, ...] = key("Les salles.", default=())


def test_a_wrong_value_that_stands_alone_is_left_out_alone() -> None:
    """The rest of its entry is still checked; what other rules look at takes the entry along."""
    text = "rooms:\n  - {name: a, seats: dix, floor: 1}\n  - {name: b, seats: 10, floor: haut}\n"
    parsed = parse(House, read_tree(text, "a.yaml"))

    assert (["bad-number"] * 2, (Room(name="a", floor=1),)) == (
        [problem.code for problem in parsed.problems],
        parsed.value and parsed.value.rooms,
    )


@pytest.mark.parametrize("text", ["{name: a, seat: 3}", "{name: a, place: 3}"])
def test_a_key_nobody_knows_is_told_and_the_rest_is_kept(text: str) -> None:
    """As if nothing were written there, where what was meant stands alone or is not known."""
    parsed = parse(House, read_tree(f"rooms:\n  - {text}\n", "a.yaml"))

    assert (["unknown-key"], (Room(name="a"),)) == (
        [problem.code for problem in parsed.problems],
        parsed.value and parsed.value.rooms,
    )


def test_without_a_default_a_key_has_to_be_written() -> None:
    """As with a field of pydantic."""
    with pytest.raises(ValidationError, match="Field required"):
        Room.model_validate({})


def test_a_key_is_called_what_editors_write() -> None:
    """Python has another use for some of their words."""
    assert ("name", "seats", "floor", "tools", "from") == keys_of(Room)
    assert "Ana" == Room.model_validate({"name": "a", "from": "Ana"}).from_


def test_a_key_nobody_declared_stands_by_nothing() -> None:
    """Nothing is known of it."""
    assert [True, False, False] == [is_alone(Room, name) for name in ("seats", "floor", "lift")]


def test_what_a_key_means_is_told_while_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing of what only the program wants to know."""
    monkeypatch.setitem(json_schema.SHAPES, "page", House)  # type: ignore[index]
    rooms = json_schema.schema("page")
    words = [form["description"] for form in rooms["$defs"]["Room"]["properties"].values()]

    assert ["Le nom.", "Les places.", "L’étage.", "Le matériel.", "Qui la prête."] == words
    assert "alone" not in json.dumps(rooms)
