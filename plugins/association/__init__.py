"""Assosite: the website of an association from two YAML files and a folder of Markdown.

PLUGINS = ["association"] registers every section; "association.directory" and so on register one.
"""


def register() -> None:
    """Called by Pelican. The sections are imported here so that no other import loads Pelican."""
    from .sections import register as register_sections

    register_sections()
