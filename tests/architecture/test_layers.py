"""Imports go downwards only (DESIGN section 2): who may import what is one table, read from the source."""

import sys
from collections.abc import Iterator

import pytest
from program import Import, Module, imports, modules

from association import SECTIONS as SECTION_NAMES

SECTIONS = frozenset(SECTION_NAMES)
CORE = frozenset({"problems", "domain", "collation"})
LEAVES = frozenset({"exports", "images", "drawings", "metadata"})
INNER = CORE | LEAVES | {"content", "render"}
BELOW_SECTIONS = CORE | LEAVES | {"sealing", "render", "host", "views"}

OWN_PARTS = {
    "problems": frozenset(),
    "program": frozenset(),
    "domain": frozenset({"problems", "domain"}),
    "collation": frozenset({"domain"}),
    "content": CORE | {"content"},
    "spreadsheet": CORE | {"content", "spreadsheet"},
    "exports": CORE | {"exports"},
    "cache": frozenset(),
    "digests": frozenset(),
    "sealing": frozenset(),
    "passphrase": frozenset({"problems", "domain", "sealing"}),
    "images": frozenset({"cache", "images"}),
    "drawings": frozenset({"drawings"}),
    "metadata": frozenset({"metadata"}),
    "render": CORE | {"render", "exports", "images", "drawings"},
    "host": INNER | {"cache", "program", "digests", "sealing", "passphrase", "host"},
    "views": CORE | {"drawings", "exports", "render", "host", "views"},
    **{section: BELOW_SECTIONS | {section} for section in SECTIONS},
    "cli": CORE | {"program", "sealing", "passphrase", "render", "host", "content", "spreadsheet", "cli"},
    "__init__": SECTIONS,
}
"""What each part of the program may import of the program."""

PACKAGES = {
    "domain": frozenset({"dateutil"}),
    "collation": frozenset({"feruca"}),
    "content": frozenset({"yaml", "pydantic", "pydantic_core", "holidays"}),
    "spreadsheet": frozenset({"pydantic", "pydantic_core", "python_calamine"}),
    "exports": frozenset({"icalendar", "feedgenerator", "snowballstemmer"}),
    "images": frozenset({"PIL"}),
    "metadata": frozenset({"pypdf", "olefile", "PIL"}),
    "sealing": frozenset({"cryptography"}),
    "passphrase": frozenset({"zxcvbn", "mnemonic"}),
    "render": frozenset({"jinja2", "markdown", "markdown_it", "markupsafe", "nh3", "babel"}),
    "host": frozenset({"pelican", "jinja2", "markdown", "markupsafe", "babel"}),
    "views": frozenset({"babel", "markupsafe"}),
    **{section: frozenset({"pelican", "babel"}) for section in SECTIONS},
    "cli": frozenset({"invoke", "watchfiles", "pelican", "babel", "rich", "jinja2", "shtab"}),
}
"""What each part may import of what is installed, the standard library aside."""

MAY_LOAD_PELICAN = frozenset({"host/build.py", "host/plugin.py", "host/writer.py"})
"""Of what is no section: where a build begins. Settings are read and sites are checked without it."""

MAY_READ_CALENDARS = frozenset({"content/zones.py"})
"""Of `content` alone, and nothing of icalendar leaves it."""

MAY_DRAW_LOTS = ("passphrase.py", "secrets")
"""The words that it proposes stand in a sentence, and in nothing that is written."""

CHANCE_AND_NETWORK = frozenset({"random", "secrets", "uuid", "socket", "http", "ssl", "locale", "subprocess"})

Modules = tuple[Module, ...]
Imports = tuple[Import, ...]


@pytest.fixture(scope="module")
def program() -> Modules:
    return modules()


@pytest.fixture(scope="module")
def every_import(program: Modules) -> Imports:
    return tuple(imported for module in program for imported in imports(module))


def shown(found: Iterator[Import]) -> list[str]:
    return sorted(map(str, found))


def is_installed(imported: Import) -> bool:
    return not imported.is_own and imported.target not in sys.stdlib_module_names


def test_every_part_of_the_program_has_a_place_in_the_table(program: Modules) -> None:
    """A new folder has to say where it stands."""
    parts = {module.part for module in program}

    assert parts <= set(OWN_PARTS)


def test_the_table_is_read_from_real_files(program: Modules) -> None:
    """An empty program would respect every layer."""
    read = {"domain/members.py", "content/yaml/tree.py", "host/run.py", "directory/section.py"}

    assert read <= {module.path for module in program}


@pytest.mark.parametrize("part", sorted(OWN_PARTS))
def test_a_part_imports_only_the_parts_below_it(part: str, every_import: Imports) -> None:
    """The arrows of DESIGN section 2."""
    upwards = (
        imported
        for imported in every_import
        if imported.importer.part == part and imported.is_own and imported.target not in OWN_PARTS[part]
    )

    assert [] == shown(upwards)


@pytest.mark.parametrize("part", sorted(OWN_PARTS))
def test_a_part_imports_only_the_packages_it_is_made_for(part: str, every_import: Imports) -> None:
    """YAML is read in content, images are opened in images, Pelican is met in host."""
    foreign = (
        imported
        for imported in every_import
        if imported.importer.part == part
        and is_installed(imported)
        and imported.target not in PACKAGES.get(part, ())
        and not (imported.target == "icalendar" and imported.importer.path in MAY_READ_CALENDARS)
    )

    assert [] == shown(foreign)


def test_sections_know_only_the_names_of_each_other_s_pages(every_import: Imports) -> None:
    """A section can be left out without breaking another."""
    sideways = (
        imported
        for imported in every_import
        if imported.importer.part in SECTIONS
        and imported.is_own
        and imported.target in SECTIONS - {imported.importer.part}
    )

    assert [] == shown(sideways)


def test_pelican_is_loaded_only_where_a_build_begins(every_import: Imports) -> None:
    """`tasks.py` answers wrong usage at once, and checks a site sooner than Pelican is imported."""
    early = (
        imported
        for imported in every_import
        if imported.target == "pelican"
        and imported.at_module_level
        and imported.importer.part not in SECTIONS
        and imported.importer.path not in MAY_LOAD_PELICAN
    )

    assert [] == shown(early)


def test_nothing_below_the_commands_reaches_for_chance_or_the_network(every_import: Imports) -> None:
    """Same input, same bytes: no random numbers, no sockets, no locale of the machine."""
    reached = (
        imported
        for imported in every_import
        if imported.importer.part != "cli"
        and (imported.importer.path, imported.target) != MAY_DRAW_LOTS
        and (imported.target in CHANCE_AND_NETWORK or imported.name == "urllib.request")
    )

    assert [] == shown(reached)


def test_the_program_is_never_imported_by_the_name_of_its_folder(every_import: Imports) -> None:
    """`plugins.association` would be a second copy of every class."""
    doubled = (imported for imported in every_import if imported.target == "plugins")

    assert [] == shown(doubled)


def test_register_only_connects(program: Modules) -> None:
    """Importing a section in a test must not change the builds that follow."""
    connecting = [f"{module.path}:{line}" for module in program for line in connections_at_import(module)]

    assert [] == connecting


def connections_at_import(module: Module) -> Iterator[int]:
    """Lines of signal connections outside functions."""
    inside = {
        id(call) for function in module.functions() for call in ast_calls(function) if is_connection(call)
    }
    return (call.lineno for call in module.calls() if is_connection(call) and id(call) not in inside)


def ast_calls(node: object) -> Iterator[object]:
    import ast

    return (child for child in ast.walk(node) if isinstance(child, ast.Call))


def is_connection(call: object) -> bool:
    return getattr(getattr(call, "func", None), "attr", "") == "connect"


def test_one_room_alone_asks_other_machines(every_import: Imports) -> None:
    """Nothing but `agenda --fetch` has a way there: no build, no check, no page."""
    network = {"ssl", "ftplib", "smtplib", "asyncio"}
    asking = {
        imported.importer.path
        for imported in every_import
        if imported.target in network or imported.name in ("urllib.request", "http.client", "socket")
    }
    ways = {
        imported.importer.path
        for imported in every_import
        if imported.name in ("association.cli.download", "association.cli.partner_calendars")
    }

    assert {"cli/download.py", "cli/dev_server.py"} == asking  # the second only answers
    assert {"cli/commands.py", "cli/partner_calendars.py"} == ways  # the first has the command
