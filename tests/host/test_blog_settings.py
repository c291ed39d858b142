"""What is known of Pelican's settings without importing it."""

from pelican.settings import DEFAULT_CONFIG

from association.host.blog import OF_READERS, USUAL

ABSENT = {
    "AUTHOR": "",
    "DEFAULT_DATE": None,
    "AUTHOR_REGEX_SUBSTITUTIONS": None,
    "CATEGORY_REGEX_SUBSTITUTIONS": None,
}


def test_the_defaults_are_those_of_pelican() -> None:
    """A blog that says nothing of them is where Pelican had it."""
    usual = {name: ABSENT[name] if name in ABSENT else DEFAULT_CONFIG[name] for name in (*USUAL, *OF_READERS)}

    assert usual == {**USUAL, **OF_READERS}
