"""An editor's files as the program they type in reads them, to judge them by a schema."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

SCHEMA_OF_FILE = {"members.yaml": "members", "commissions.yaml": "commissions"}
SCHEMA_OF_FOLDER = {
    "actualites": "article",
    "agenda": "event",
    "annonces": "offer",
    "comptes-rendus": "minutes",
    "pages": "page",
}


class EditorsYaml(yaml.SafeLoader):
    """YAML 1.2 as editors' programs read it: numbers and booleans, but no dates and no `yes`."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (PyYAML's own name and form)


for tag, form, first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?[1-9][0-9]*|0", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
):
    EditorsYaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), first)


def value_of(text: str) -> object:
    return yaml.load(text, EditorsYaml)


def sources(site: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a site that has a schema, behind the name of that schema."""
    for name, schema in SCHEMA_OF_FILE.items():
        if (site / name).is_file():
            yield schema, site / name
    for folder, schema in SCHEMA_OF_FOLDER.items():
        for path in sorted((site / "content" / folder).rglob("*.md")):
            yield schema, path


def value_in(path: Path) -> object:
    """What a YAML file holds, or the front matter of a text; ValueError where there is none to be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return value_of(text if path.suffix == ".yaml" else front_matter(text))
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: {error}") from error


def front_matter(text: str) -> str:
    before, *rest = text.split("---\n", 2)
    if before or len(rest) < 2:
        raise ValueError("no front matter")
    return rest[0]
