"""Assosite: the website of an association from two YAML files and a folder of Markdown.

PLUGINS = ["association"] registers every section; "association.directory" and so on register one.
"""

from importlib import import_module

SECTIONS = (
    "home",
    "directory",
    "commissions",
    "partners",
    "agenda",
    "courses",
    "news",
    "offers",
    "joining",
    "members_section",
    "governance",
    "pages",
    "search",
    "open_data",
    "old_addresses",
    "web_editor",
    "sitemap",
)


def register() -> None:
    """Called by Pelican. The sections are imported here so that no other import loads Pelican."""
    for name in SECTIONS:
        import_module(f".{name}", __name__).register()
