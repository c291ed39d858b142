"""The list of the sections, which is all that registering them needs."""

from . import agenda, commissions, directory, home, joining, news, open_data, pages, sitemap


def register() -> None:
    for section in (home, directory, commissions, agenda, news, joining, pages, open_data, sitemap):
        section.register()
