"""The recipes of CONTRIBUTING.md and docs/architecture.md, followed to the letter in a copy of it all."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS

VENUES = """\
venues:
  - {id: halle, name: La Halle}
"""
TEMPLATE = """\
{% extends "base.html" %}
{% set heading = "Salles" %}
{% block main %}
<h1>{{ heading }}</h1>
{% for one in venues %}<p>{{ one }}</p>{% endfor %}
{% endblock %}
"""


def copy_the_program(root: Path) -> None:
    """With what Python has compiled of it, as far as there is any."""
    for name in ("plugins", "themes"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("tasks.py", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(REPOSITORY / name, root / name)


def recipe() -> str:
    return (REPOSITORY / "docs/architecture.md").read_text("utf-8").partition("## Adding a section")[2]


def code_of_the_recipe() -> str:
    block = re.search(r"^    ```python\n(.*?)^    ```$", recipe(), re.MULTILINE | re.DOTALL)
    assert block
    return re.sub(r"^    ", "", block[1], flags=re.MULTILINE)


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_section_is_added_as_the_recipe_says(tmp_path: Path) -> None:
    """An address, a module, a line in the list, a template: nothing else."""
    copy_the_program(tmp_path)
    program = tmp_path / "plugins/association"
    address = re.search(r'`("VENUES": "[a-z/]+",)`', recipe())
    assert address
    replaced(program / "render/urls.py", "URLS = {\n", f"URLS = {{\n    {address[1]}\n")
    replaced(program / "__init__.py", "SECTIONS = (\n", 'SECTIONS = (\n    "venues",\n')
    (program / "venues.py").write_text(code_of_the_recipe(), "utf-8")
    (tmp_path / "themes/parvis/templates/venues.html").write_text(TEMPLATE, "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "pelicanconf.py").write_text(SMALLEST_SETTINGS, "utf-8")
    (site / "commissions.yaml").write_text(VENUES, "utf-8")

    built = subprocess.run(
        [sys.executable, str(tmp_path / "tasks.py"), "build", "--site", str(site)],
        env={**os.environ, "ASSOSITE_LANG": "C", "ASSOSITE_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
    )

    assert (0, "") == (built.returncode, built.stderr)
    assert "<p>La Halle</p>" in (site / "output/salles/index.html").read_text("utf-8")


MEMBERS = """\
members:
  - {id: kernel, name: Kernel, hours: du lundi au jeudi}
  - {id: ana, name: Ana, kind: person, hours: le mardi, consent: {date: 2026-09-01, fields: [name, hours]}}
  - {id: luc, name: Luc, kind: person, hours: le samedi, consent: {date: 2026-09-01, fields: [name]}}
"""


@pytest.fixture(scope="module")
def with_hours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program to which the recipe has been followed, and a site beside it."""
    root = tmp_path_factory.mktemp("program")
    copy_the_program(root)
    for file, line in places_of_a_field():
        text = (root / file).read_text("utf-8")
        labels = re.search(r"^( +)[^\n]*\blabels\b[^\n]*\n", text, re.MULTILINE)
        assert labels
        whole = f"{text[: labels.end()]}{labels[1]}{line}{text[labels.end() :]}"
        (root / file).write_text(whole, "utf-8")
    (root / "site").mkdir()
    (root / "site/pelicanconf.py").write_text(SMALLEST_SETTINGS, "utf-8")
    return root


def places_of_a_field() -> list[tuple[str, str]]:
    """The files of the recipe, and the line that each gets."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    steps = re.split(
        r"^\d\. ", text.partition("## Adding a member field")[2].partition("\n## ")[0], flags=re.M
    )
    found = [
        re.search(r"`([\w/]+\.\w+)`.*?^    ```\w+\n +(.*?\n)    ```", step, re.S | re.M) for step in steps
    ]
    places = [(match[1], match[2]) for match in found if match]
    assert 4 == len(places)
    return places


def typed(program: Path, members: str, *words: str) -> subprocess.CompletedProcess[str]:
    (program / "site/members.yaml").write_text(members, "utf-8")
    return subprocess.run(
        [sys.executable, str(program / "tasks.py"), *words],
        env={**os.environ, "ASSOSITE_LANG": "C", "ASSOSITE_CACHE": str(program / "cache")},
        capture_output=True,
        text=True,
    )


def test_a_field_is_added_as_the_recipe_says(with_hours: Path) -> None:
    """Four lines: its page shows it, but of a person only what they agreed to."""
    built = typed(with_hours, MEMBERS, "build", "--site", str(with_hours / "site"))
    output = with_hours / "site/output"
    pages = {path.parent.name: path.read_text("utf-8") for path in output.glob("annuaire/*/index.html")}

    assert (0, "") == (built.returncode, built.stderr)
    assert "<dt>Horaires</dt><dd>du lundi au jeudi</dd>" in pages["kernel"]
    assert "<dt>Horaires</dt><dd>le mardi</dd>" in pages["ana"]
    assert "Horaires" not in pages["luc"]
    assert [] == [path for path in output.rglob("*.*") if b"le samedi" in path.read_bytes()]


def test_a_field_of_the_recipe_is_judged_alone(with_hours: Path) -> None:
    """The rest of its entry is still checked."""
    wrong = "members:\n  - {id: kernel, name: Kernel, hours: [9, 12], sponsors: [nobody]}\n"
    checked = typed(with_hours, wrong, "check", "--site", str(with_hours / "site"))
    said = re.findall(r"members\.yaml:2:\d+: error: .* \[(.*)\]", checked.stderr)

    assert (1, ["unexpected-list", "unknown-reference"]) == (checked.returncode, said)


def test_a_field_of_the_recipe_is_told_to_the_programs_of_editors(with_hours: Path) -> None:
    """With its words, and among those that a consent may name."""
    typed(with_hours, MEMBERS, "schema")
    shapes = json.loads((with_hours / "schemas/members.schema.json").read_text("utf-8"))["$defs"]

    assert "Les heures d’ouverture." == shapes["MemberShape"]["properties"]["hours"]["description"]
    assert '"hours"' in json.dumps(shapes["ConsentField"])


def test_a_field_of_the_recipe_can_be_imported(with_hours: Path) -> None:
    """From the column that has its name."""
    table = with_hours / "table.csv"
    table.write_text("name;hours\nKernel;du lundi au jeudi\n", "utf-8")
    done = typed(with_hours, "members: []\n", "import", str(table), "--site", str(with_hours / "site"))

    assert (0, "") == (done.returncode, done.stderr)
    assert "    hours: du lundi au jeudi\n" in (with_hours / "site/members.yaml").read_text("utf-8")
