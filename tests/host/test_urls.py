"""Addresses and files of pages."""

from datetime import date

from pelican.settings import DEFAULT_CONFIG

from association.host.settings import apply_defaults
from association.render.urls import Urls, way_up


def urls(siteurl: str = "", **own: object) -> Urls:
    settings = {**DEFAULT_CONFIG, **own}
    apply_defaults(settings)
    return Urls(settings, siteurl)


def test_default_addresses_are_those_of_the_contract() -> None:
    """DESIGN section 4."""
    assert "annuaire/competences/web/lens/" == urls().url("SKILL_TOWN", skill="web", town="lens")
    assert "agenda/2027/03/" == urls().url("MONTH", date=date(2027, 3, 9))
    assert "agenda/2027/03/index.html" == urls().save_as("MONTH", date=date(2027, 3, 9))
    assert "commissions/web/agenda.ics" == urls().save_as("COMMISSION_CALENDAR", id="web")
    assert "index.html" == urls().save_as("HOME")


def test_an_address_of_ones_own_decides_where_the_page_is_saved() -> None:
    """MEMBER_URL alone is enough, as in Pelican."""
    own = urls(MEMBER_URL="membres/{id}.html")

    assert "membres/kernel.html" == own.save_as("MEMBER", id="kernel")


def test_an_empty_save_as_switches_a_page_off() -> None:
    """Pelican's own convention."""
    assert urls(TAG_SAVE_AS="").url("TAG", slug="stages") is None


def test_the_webmaster_s_settings_win() -> None:
    """Only what is left at Pelican's default is filled in."""
    settings = {**DEFAULT_CONFIG, "DEFAULT_PAGINATION": 3, "STATIC_PATHS": ["fichiers"]}
    apply_defaults(settings)

    assert (3, ["fichiers"]) == (settings["DEFAULT_PAGINATION"], settings["STATIC_PATHS"])


def test_a_site_below_a_repository_name_knows_its_root() -> None:
    """For the 404 page, which a host shows at any address."""
    assert "/club/" == urls("https://forge.example/club").root_path()
    assert "/" == urls("https://club.example").root_path() == urls().root_path()


def test_absolute_addresses_begin_with_the_host_once_there_is_one() -> None:
    """Feeds and calendars are read outside of the site."""
    assert "https://club.example/agenda.ics" == urls("https://club.example").absolute("agenda.ics")
    assert "/agenda.ics" == urls().absolute("agenda.ics")


def test_the_way_up_counts_folders() -> None:
    """Links work at the root, under a sub-path and from a disk alike."""
    assert ["", "../", "../../", ""] == [way_up(url) for url in ("", "agenda/", "agenda/x/", "404.html")]
