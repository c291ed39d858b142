"""The catalogues of the theme say all that its templates say, in the typography of their language."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

THEME = Path(__file__).resolve().parents[2] / "themes" / "parvis"
PO_FILES = sorted((THEME / "translations").glob("*/LC_MESSAGES/parvis.po"))
PLACEHOLDERS = re.compile(r"%\([a-z_]+\)s|\{[a-z]+\}|<[^>]+>")
QUOTES = {"nl": "‘’", "en": "“”"}

Forms = tuple[str, ...]

each_language = pytest.mark.parametrize("po", PO_FILES, ids=lambda po: po.parent.parent.name)


def language(po: Path) -> str:
    return po.parent.parent.name


def read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=language(po))


def sentences(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(words: str | tuple[str, ...] | list[str]) -> Forms:
    return (words,) if isinstance(words, str) else tuple(words)


@cache
def said() -> frozenset[Forms]:
    """Every sentence of the templates, found as `pybabel extract` finds it."""
    with (THEME / "translations" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(THEME / "templates", methods, options)
    return frozenset(forms(words) for _, _, words, _, _ in found)


@each_language
def test_every_sentence_of_the_templates_is_in_the_catalogue(po: Path) -> None:
    """And none that no template says. A word that stands alone and is counted elsewhere is one entry."""
    entries = {forms(message.id)[0] for message in sentences(read(po))}

    assert {words[0] for words in said()} == entries


@each_language
def test_every_sentence_is_translated(po: Path) -> None:
    """A fuzzy translation is none: pages would show it in French."""
    left = [one.id for one in sentences(read(po)) if one.fuzzy or not all(forms(one.string))]

    assert [] == left


@each_language
def test_translations_keep_placeholders_and_markup(po: Path) -> None:
    """What is counted and named appears in every language, and links lead to the same place."""
    changed = [
        (message.id, form)
        for message in sentences(read(po))
        for form, original in zip(forms(message.string), originals(message), strict=True)
        if shown(form) != shown(original)
    ]

    assert [] == changed


def shown(form: str) -> list[str]:
    """A singular need not give its number: « une fois », « once »."""
    return sorted(one for one in PLACEHOLDERS.findall(form) if one != "%(num)s")


def originals(message: Message) -> Forms:
    """The French form beside each translated one: the singular, then the plural for all others."""
    words = forms(message.id)
    return words + words[-1:] * (len(forms(message.string)) - len(words))


@each_language
def test_the_compiled_catalogue_is_that_of_the_text(po: Path) -> None:
    """gettext reads the .mo, translators write the .po: `pybabel compile`."""
    with po.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)

    assert translations(read(po)) == translations(compiled)


def translations(catalog: Catalog) -> dict[Forms, Forms]:
    return {forms(message.id): forms(message.string) for message in sentences(catalog)}


@each_language
def test_no_french_typography_is_left(po: Path) -> None:
    """No space before high punctuation, no straight apostrophe, the quotation marks of the language."""
    others = "".join({*"«»„‘“”"} - {*QUOTES[language(po)]})
    careless = re.compile(rf"[\s\u00a0\u202f][:;?!]|\w'\w|\"|\u202f|[{others}]")
    texts = [form for message in sentences(read(po)) for form in forms(message.string)]

    assert [] == [text for text in texts if careless.search(re.sub("<[^>]+>", "", text))]
