"""The commands of those who work on the program: tests, linter, gates, benchmark, schemas, messages.

Each runs its tool as a process of its own and gives its answer one of our exit codes. `messages` finds the
sentences of the code and those of the themes; their translations are written by hand, in the .po files of
locale/ and of the folder translations/ of a theme.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ..program import BESIDE, SCHEMAS, THEMES
from .bootstrap import commands, files_of_commands, is_task
from .language import CATALOGUES, translate_count
from .outcome import DEFECT, FINE, PROBLEMS, WRONG_USAGE

# pytest: 2 a file that could not be collected, 4 wrong options, 5 no test selected
PYTEST = {0: FINE, 1: PROBLEMS, 2: PROBLEMS, 4: WRONG_USAGE, 5: WRONG_USAGE}

TOGETHER = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""On all processors; the tests of one file share what they have built, so they stay together.

tests/conftest.py says how many processes "auto" is, and in which order the files come.
"""

KEYWORDS = {"sentence": (1,), "translate": (1,), "translate_count": (1, 2)}
HEADERS = ("Language", "Plural-Forms", "MIME-Version", "Content-Type")
COMMENT = "# The sentences of {whose}. `python3 tasks.py messages` adds the new ones and compiles this file."
PROGRAM = BESIDE  # these commands are those of a clone
Words = str | list[str] | tuple[str, ...]
"""A sentence, or its forms for one and for several."""


def test(only: str | None) -> int:
    how = ("-k", only) if only else TOGETHER
    return pytest("tests", "--ignore=tests/gates", *how)


def gates() -> int:
    return pytest("tests/gates", *TOGETHER, ASSOSITE_GATES="1")


def lint() -> int:
    actions = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    ended = [python("-m", *action) for action in actions]
    return PROBLEMS if any(ended) else FINE


def bench(quick: bool) -> int:
    return python(str(PROGRAM / "benchmarks" / "bench.py"), *(("--quick",) if quick else ()))


def schema() -> int:
    from ..content.schema.json_schema import write
    from . import reference
    from .ci_files import ci_files

    write(SCHEMAS)
    reference.write()
    for path, text in ci_files("in-place", "fr").items():
        (PROGRAM / path).write_text(text, encoding="utf-8", newline="\n")
    return FINE


def pytest(*arguments: str, **environment: str) -> int:
    return PYTEST.get(python("-m", "pytest", *arguments, **environment), DEFECT)


def python(*arguments: str, **environment: str) -> int:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=PROGRAM, env={**os.environ, **environment}).returncode


class LastingCatalog(Catalog):
    """Without the headers that change from day to day or from one Babel to the next."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        lasting = [(name, value) for name, value in super().mime_headers if name in HEADERS]
        return [*lasting, ("Content-Transfer-Encoding", "8bit\n")]


def messages() -> int:
    """Rewrite each catalogue and tell how much of it is left to translate."""
    program = template()
    for po in sorted(CATALOGUES.glob("*/LC_MESSAGES/assosite.po")):
        write(po, updated(po, program, "Assosite"))
    for translations in sorted(THEMES.glob("*/translations")):
        theme, said = translations.parent, theme_template(translations.parent)
        for po in sorted(translations.glob("*/LC_MESSAGES/*.po")):
            write(po, updated(po, said, f"the theme {theme.name.capitalize()}"))
    return FINE


def write(po: Path, catalogue: Catalog) -> None:
    po.write_bytes(text_of(catalogue))
    po.with_suffix(".mo").write_bytes(compiled(catalogue))
    left = len(untranslated(catalogue))
    told = translate_count("{count} sentence to translate", "{count} sentences to translate", left)
    print(f"{po.relative_to(PROGRAM).as_posix()}: {told}")


def updated(po: Path, said: Catalog, whose: str) -> LastingCatalog:
    """The catalogue with the sentences of today; one that was only reworded keeps a fuzzy translation."""
    language = po.parent.parent.name
    comment = COMMENT.format(whose=whose)
    catalogue = LastingCatalog(language, header_comment=comment, charset="utf-8", fuzzy=False)
    with po.open("rb") as file:
        for message in read_po(file, locale=language):
            if message.id:
                catalogue[message.id] = message
    catalogue.update(said)
    return catalogue


def template() -> Catalog:
    """What the program says, in English."""
    found = Catalog()
    for words in (*sentences_of(PROGRAM / "plugins"), *sentences_of_tasks(PROGRAM)):
        found.add(words)
    return found


def theme_template(theme: Path) -> Catalog:
    """What the templates of a theme say, in French."""
    with (theme / "translations" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog()
    for _, _, words, _, _ in extract_from_dir(theme / "templates", methods, options):
        found.add(words)
    return found


def sentences_of(folder: Path) -> Iterator[Words]:
    for _, _, words, _, _ in extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS):
        yield words


def sentences_of_tasks(program: Path) -> Iterator[str]:
    """What the lists of commands and of their options say."""
    files = files_of_commands(program)
    yield from commands(files).values()
    for file in files:
        yield from sentences_of_options(ast.parse(file.read_text(encoding="utf-8")))


def sentences_of_options(tree: ast.Module) -> Iterator[str]:
    named = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and is_task(function):
            for told in help_texts(function):
                yield ast.literal_eval(named[told.id] if isinstance(told, ast.Name) else told)


def help_texts(task: ast.FunctionDef) -> Iterator[ast.expr]:
    for decorator in task.decorator_list:
        for keyword in getattr(decorator, "keywords", ()):
            if keyword.arg == "help" and isinstance(keyword.value, ast.Dict):
                yield from keyword.value.values


def text_of(catalogue: Catalog) -> bytes:
    """The .po: in order of the sentences, each on one line, whatever file of the code it stands in.

    What a sentence was before helps who translates it again, and nobody after that.
    """
    for message in catalogue:
        message.previous_id = message.previous_id if message.fuzzy else []
    written = BytesIO()
    write_po(
        written,
        catalogue,
        width=0,
        no_location=True,
        sort_output=True,
        ignore_obsolete=True,
        include_previous=True,
    )
    return written.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def untranslated(catalogue: Catalog) -> list[Words]:
    """Sentences without translation, or with one that nobody has read since they were reworded."""
    return [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not is_translated(message.string))
    ]


def is_translated(translation: Words | None) -> bool:
    forms = (translation,) if isinstance(translation, str) else translation or ()
    return bool(forms) and all(forms)
