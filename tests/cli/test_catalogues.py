"""The catalogues say all that the code says, and nothing else."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from association.cli import quality
from association.cli.language import CATALOGUES, catalogue
from association.cli.quality import PROGRAM

PO_FILES = sorted(CATALOGUES.glob("*/LC_MESSAGES/assosite.po"))
TASKS = '''
WHERE = "Folder of the site."

@task(help={"site": WHERE, "port": "Port " "here."})
def build(c):
    """Build the site.

    More words."""
@task
def test(c):
    """Run the tests."""
def helper():
    """Not a task."""
'''

each_language = pytest.mark.parametrize("po", PO_FILES, ids=lambda po: po.parent.parent.name)


def read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def translated(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_french_is_there() -> None:
    """The language of the first associations; others are welcome."""
    assert "fr" in [po.parent.parent.name for po in PO_FILES]


@each_language
def test_every_sentence_of_the_code_is_in_the_catalogue(po: Path) -> None:
    """And none that the code does not say; `python3 tasks.py messages` sees to it."""
    written, said = ({forms(message.id) for message in translated(found)} for found in (read(po), wanted()))

    assert said == written


@cache
def wanted() -> Catalog:
    return quality.template()


@each_language
def test_every_sentence_is_translated(po: Path) -> None:
    """A reworded one counts as untranslated until somebody has read it again."""
    assert [] == quality.untranslated(read(po))


@each_language
def test_translations_keep_the_placeholders(po: Path) -> None:
    """What was found has to appear in every language."""
    changed = [
        message.id
        for message in translated(read(po))
        for form in forms(message.string)
        if fields(form) != fields(forms(message.id)[-1])
    ]

    assert [] == changed


@each_language
def test_the_compiled_catalogue_is_that_of_the_text(po: Path) -> None:
    """gettext reads the .mo, translators write the .po."""
    assert quality.compiled(quality.updated(po, wanted(), "Assosite")) == po.with_suffix(".mo").read_bytes()


@each_language
def test_the_catalogue_names_no_day_and_no_machine(po: Path) -> None:
    """It changes when a sentence does, and at no other time."""
    assert not re.search(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:|^#:|Generated-By", po.read_text("utf-8"), re.M
    )


def test_the_typography_is_french() -> None:
    """No-break spaces inside guillemets and before high punctuation, typographic apostrophes."""
    careless = re.compile(r"« | »| [;:?!](?=\s|$)|\w[;?!](?=\s|$)|(?<=[a-zéA-Z])'(?=[a-zéèêA-Z])|[.…]{4}")
    texts = (form for message in translated(read(PO_FILES[0])) for form in forms(message.string))

    assert [] == [text for text in texts if careless.search(text)]


def test_sentences_are_literals() -> None:
    """Only what stands in the call is found: no `if`, no f-string, no sum of texts."""
    calls = (
        (path.relative_to(PROGRAM), call)
        for path in (PROGRAM / "plugins" / "association").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in quality.KEYWORDS
    )
    computed = (ast.IfExp, ast.JoinedStr, ast.BinOp, ast.BoolOp, ast.Call)

    assert [] == [f"{path}:{call.lineno}" for path, call in calls if isinstance(call.args[0], computed)]


def test_what_the_commands_say_of_themselves_is_found(tmp_path: Path) -> None:
    """First lines of docstrings and help texts, named or not."""
    (tmp_path / "tasks.py").write_text(TASKS, encoding="utf-8")
    found = list(quality.sentences_of_tasks(tmp_path))

    assert ["Build the site.", "Run the tests.", "Folder of the site.", "Port here."] == found


def test_a_reworded_sentence_keeps_its_translation_to_be_read_again(tmp_path: Path) -> None:
    """The others keep theirs as it is; those that are said no more go."""
    po = tmp_path / "fr" / "LC_MESSAGES" / "assosite.po"
    po.parent.mkdir(parents=True)
    former = Catalog("fr")
    for words, french in (("the file is empty", "vide"), ("a list", "une liste"), ("xyz", "adieu")):
        former.add(words, french)
    po.write_bytes(quality.text_of(former))
    today = Catalog()
    for words in ("the file is quite empty", "a list"):
        today.add(words)
    catalogue_of_today = quality.updated(po, today, "Assosite")
    found = {message.id: (message.string, message.fuzzy) for message in translated(catalogue_of_today)}

    assert {"the file is quite empty": ("vide", True), "a list": ("une liste", False)} == found


def test_french_editors_read_french() -> None:
    """Through gettext, as the commands do; zero is singular."""
    french = catalogue({"LANG": "fr_BE.UTF-8"})

    assert "vouliez-vous dire «\u00a0{near}\u00a0»\u00a0?" == french.gettext('did you mean "{near}"?')
    assert "{count} erreur" == french.ngettext("{count} error", "{count} errors", 0)


def test_the_guide_quotes_messages_as_they_are() -> None:
    """What editors read there is what they read in the report."""
    guide = (PROGRAM / "docs" / "guide-redaction.md").read_text("utf-8")
    quoted = re.findall(r"^> (.+) \[[a-z-]+\]$", guide, re.M)
    ours = re.compile("(?:{0})(?:\u00a0; (?:{0}))?".format("|".join(french_patterns())))

    assert 10 < len(quoted)
    assert [] == [text for text in quoted if not ours.fullmatch(text)]


def french_patterns() -> Iterator[str]:
    """A regular expression for each sentence that says something itself."""
    for message in translated(read(CATALOGUES / "fr" / "LC_MESSAGES" / "assosite.po")):
        for form in forms(message.string):
            pieces = [(literal, field is not None) for literal, field, _, _ in Formatter().parse(form)]
            if re.search(r"\w", "".join(literal for literal, _ in pieces)):
                yield "".join(re.escape(literal) + ".+" * is_filled for literal, is_filled in pieces)
