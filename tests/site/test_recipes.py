"""The recipes of docs/architecture.md, followed to the letter in a copy of the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from built_site import REPOSITORY, SMALLEST_SETTINGS

PARTNERS = """\
partners:
  - {id: voisins, name: Les Voisins, website: https://voisins.example}
"""
TEMPLATE = """\
{% extends "base.html" %}
{% set heading = "Partenaires" %}
{% block main %}
<h1>{{ heading }}</h1>
{% for one in partners %}<p><a href="{{ one.url }}">{{ one.label }}</a></p>{% endfor %}
{% endblock %}
"""


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
    for name in ("plugins", "themes"):
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "requirements.txt"):
        shutil.copy(REPOSITORY / name, tmp_path / name)
    program = tmp_path / "plugins/association"
    address = re.search(r'`("PARTNERS": "[a-z/]+",)`', recipe())
    assert address
    replaced(program / "render/urls.py", "URLS = {\n", f"URLS = {{\n    {address[1]}\n")
    replaced(program / "__init__.py", "SECTIONS = (\n", 'SECTIONS = (\n    "partners",\n')
    (program / "partners.py").write_text(code_of_the_recipe(), "utf-8")
    (tmp_path / "themes/parvis/templates/partners.html").write_text(TEMPLATE, "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "pelicanconf.py").write_text(SMALLEST_SETTINGS, "utf-8")
    (site / "members.yaml").write_text(PARTNERS, "utf-8")

    built = subprocess.run(
        [sys.executable, str(tmp_path / "tasks.py"), "build", "--site", str(site)],
        env={**os.environ, "ASSOSITE_LANG": "C", "ASSOSITE_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
    )

    assert (0, "") == (built.returncode, built.stderr)
    assert '<a href="https://voisins.example">Les Voisins</a>' in (
        site / "output/partenaires/index.html"
    ).read_text("utf-8")
