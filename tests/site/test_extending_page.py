"""docs/extending.md, followed as a newcomer would: its files in an empty folder, then a build."""

import re
from pathlib import Path

import pytest
from built_site import REPOSITORY, Built, build

NAMED = re.compile(r"`([\w./-]+)` :\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGE = REPOSITORY / "docs" / "extending.md"


def files() -> dict[str, str]:
    return dict(NAMED.findall(PAGE.read_text("utf-8")))


def site(folder: Path, **changes: tuple[str, str, str]) -> Built:
    """changes: of a file, what takes the place of what."""
    written = files()
    for name, old, new in changes.values():
        assert old in written[name]
        written[name] = written[name].replace(old, new)
    for name, text in written.items():
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(text, "utf-8")
    return build(folder / "site", folder / "output")


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return site(tmp_path_factory.mktemp("followed"))


def test_every_file_of_the_page_is_named() -> None:
    """So that it is known where it goes."""
    blocks = PAGE.read_text("utf-8").count("\n```") // 2

    assert (6, 6) == (blocks, len(files()))


def test_what_the_page_says_makes_a_site(followed: Built) -> None:
    """Without a word, in a folder with nothing else."""

    assert (0, ()) == (followed.code, followed.problems)


def test_each_of_its_pieces_is_there(followed: Built) -> None:
    """The rule of style, the words on the home page, the section and its link in the menu."""
    home = followed.page("")

    assert (True, True, True, "salles/") == (
        ".lead" in followed.text("theme/parvis.css").rpartition("}")[0][-60:],
        "Permanence chaque mardi." in home.text,
        "La Halle" in followed.page("salles/").main.text,
        home.link("Salles"),
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("templates/home.html", "chaque mardi", "{{ jour }}"), "templates/home.html:2:1: error: "),
        (("templates/salles.html", "{{ one }}", "{{ salle }}"), "templates/salles.html:6:1: error: "),
        (("plugins/salles.py", "one.name", "one.nom"), "plugins/salles.py:31:1: error: "),
        (("plugins/salles.py", '"salles", shown', '"sales", shown'), 'found no template "sales.html"'),
    ],
    ids=["an override", "a template of the section", "its code", "its template is missing"],
)
def test_a_mistake_is_its_author_s(tmp_path: Path, change: tuple[str, str, str], expected: str) -> None:
    """Told with file and line, and no defect of the program."""
    built = site(tmp_path, change=change)

    assert (1, True) == (built.code, expected in built.said), built.said
