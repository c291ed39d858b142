"""ASSOCIATION of pelicanconf.py: its values, and where its mistakes are."""

from pathlib import Path

import pytest
from site_on_disk import loaded, site

from association.content.load import load
from association.domain.association import Identity
from association.domain.text import plain
from association.problems import ContentError


def places(root: Path, settings: str, identity: dict[str, object]) -> list[str]:
    with pytest.raises(ContentError) as raised:
        load(site(root, {"pelicanconf.py": settings}, identity))
    return [f"{one.file}:{one.line}:{one.column} {one.code}" for one in raised.value.problems]


def test_an_identity_has_everything_the_settings_say(tmp_path: Path) -> None:
    """Numbers become text, as in YAML."""
    identity = {
        "name": "Essai",
        "founded": 1998,
        "tagline": "Bonjour",
        "logo": "logo.png",
        "social": {"x": "https://x.example/e"},
    }
    found = loaded(tmp_path, {"content/images/logo.png": b""}, identity)

    assert (
        Identity(
            "Essai",
            founded="1998",
            tagline=plain("Bonjour"),
            logo="logo.png",
            social=(("x", "https://x.example/e"),),
        ),
        ["images/logo.png"],
    ) == (found.association.identity, [use.path for use in found.images])


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ('SITENAME = "é"\nASSOCIATION = {\n    "name": "É", "colour": "red",\n}\n', "3:18"),
        ('ASSOCIATION: dict = {"colour": "red"}\n', "1:22"),
        ('ASSOCIATION = dict(name="É", colour="red")\n', "1:30"),
        ("from common import ASSOCIATION\n", "1:1"),
        ("ASSOCIATION = {\n", "1:1"),
    ],
)
def test_a_mistake_is_told_where_it_is_written(tmp_path: Path, settings: str, place: str) -> None:
    """Columns count characters, not bytes; what is not written in the file has its first line."""
    identity = {"name": "É", "colour": "red"}

    assert [f"pelicanconf.py:{place} unknown-key"] == places(tmp_path, settings, identity)


def test_without_identity_there_is_one_error(tmp_path: Path) -> None:
    """The setting has a default: an empty dict."""
    folder = site(tmp_path, {})
    empty = type(folder)(**{**{name: getattr(folder, name) for name in folder.__slots__}, "identity": {}})

    with pytest.raises(ContentError) as raised:
        load(empty)

    assert ["missing-field"] == [one.code for one in raised.value.problems]
