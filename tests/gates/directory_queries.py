"""The table of what clients type into a directory, directory_queries.txt, and the sites that it asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from built_site import Built, Example, SiteOf

TABLE = Path(__file__).with_suffix(".txt")
ENGLISH_SITE = {
    "pelicanconf.py": (
        'SITENAME = "Example"\nPATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "en"\n'
        'THEME = "themes/parvis"\nPLUGIN_PATHS = ["plugins"]\nPLUGINS = ["association"]\n'
        'ASSOCIATION = {"name": "Example", "email": "hello@club.example"}\n'
    ),
    "members.yaml": """\
skills:
  - {id: websites, name: Websites, synonyms: [hosting]}
  - {id: security, name: Security}
  - {id: accounting, name: Accounting}
  - {id: repairs, name: Repair of computers, synonyms: [laptop]}
towns:
  - {id: lens, name: Lens, postal_code: "62300"}
  - {id: arras, name: Arras, postal_code: "62000"}
  - {id: saint-omer, name: Saint-Omer, postal_code: "62500"}
members:
  - {id: a, name: Bench Repairs, skills: [repairs], town: arras}
  - {id: b, name: Harbour Shield, skills: [security], town: lens}
  - {id: c, name: Ledger & Sons, skills: [accounting], town: arras}
  - {id: d, name: Northern Pages, skills: [websites], town: lens, interns: true}
  - {id: e, name: Lens Locks, summary: Photography., skills: [security], town: saint-omer}
""",
}
"""Its words are those of a trade; clients use others."""


@dataclass(frozen=True, slots=True)
class Query:
    """expected: groups of names or of `@` and what they have in common, the first group first."""

    site: str
    typed: str
    expected: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]
    read: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.site}: {self.typed}"


@dataclass(frozen=True, slots=True)
class Directory:
    """page: its address; data: of its search data, from the root of the site."""

    site: Built
    page: str
    data: str
    open_data: str = "data/v1/members.json"

    def group(self, names: Sequence[str]) -> set[str]:
        return {name for one in names for name in self.named(one)}

    def named(self, one: str) -> Iterator[str]:
        """The members of `@service:ID`, `@town:ID` or `@interns`; a name is its own."""
        kind, _, value = one.removeprefix("@").partition(":")
        if not one.startswith("@"):
            yield one
            return
        for member in self.site.json(self.open_data)["members"]:
            town = member["town"] and member["town"]["id"]
            if {"service": value in member["skills"], "town": value == town, "interns": member["interns"]}[
                kind
            ]:
                yield member["name"]


def queries() -> Iterator[Query]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            site, typed, results, missing, read = (cell.strip() for cell in line.split("|"))
            groups = () if results == "-" else results.split(" > ")
            yield Query(site, typed, tuple(map(words, groups)), words(missing), words(read))


def words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def directories(tactic: Built, example: Example, site_of: SiteOf) -> Mapping[str, Directory]:
    french = ("annuaire/", "annuaire/recherche.json")
    return {
        "demo": Directory(tactic, *french),
        "action-tic": Directory(example("action-tic"), *french),
        "cio-club": Directory(example("cio-club"), *french),
        "nl": Directory(example("upbto"), "nl/ledengids/", "nl/ledengids/recherche.json"),
        "en": Directory(site_of(ENGLISH_SITE), "directory/", "directory/recherche.json"),
    }


def fits(found: Sequence[str], query: Query, directory: Directory) -> bool:
    """Each group in its place; those who come after are not asked about."""
    place = 0
    for names in query.expected:
        group = directory.group(names)
        if not group or set(found[place : place + len(group)]) != group:
            return False
        place += len(group)
    return bool(query.expected) or not found
