"""The list of the sections, which is all that registering them needs."""

from . import agenda, commissions, directory, home, joining, news, offers, open_data, pages, sitemap


def register() -> None:
    for section in (home, directory, commissions, agenda, news, offers, joining, pages, open_data, sitemap):
        section.register()
