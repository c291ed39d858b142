"""Assosite: the website of an association from two YAML files and a folder of Markdown.

PLUGINS = ["association"] registers every section; "association.directory" and so on register one.
"""


def register() -> None:
    """Called by Pelican. The sections are imported here so that no other import loads Pelican."""
    from . import agenda, commissions, directory, home, joining, news, offers, open_data, pages, sitemap

    for section in (home, directory, commissions, agenda, news, offers, joining, pages, open_data, sitemap):
        section.register()
