"""Addresses and files of pages."""

from datetime import date

import pytest
from pelican.settings import DEFAULT_CONFIG

from association.domain.offers import OfferKind
from association.host.languages import urls_of
from association.host.settings import apply_defaults
from association.render.address_words import kind_of_offers
from association.render.urls import Urls, way_up


def urls(siteurl: str = "", **own: object) -> Urls:
    settings = {**DEFAULT_CONFIG, "DEFAULT_LANG": "fr", **own}
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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ("annuaire/", "annuaire/en/chiffres/", "commissions/web/comptes-rendus/", "adherer/")),
        ("nl", ("ledengids/", "ledengids/in/cijfers/", "werkgroepen/web/verslagen/", "lid-worden/")),
        ("en", ("directory/", "directory/in/figures/", "committees/web/minutes/", "join/")),
    ],
)
def test_addresses_use_the_words_of_the_first_language(language: str, expected: tuple[str, ...]) -> None:
    """DESIGN section 4, also where it is the only one."""
    own = urls(DEFAULT_LANG=language)

    assert expected == (
        own.url("DIRECTORY"),
        own.url("STATISTICS"),
        own.url("MINUTES_LIST", id="web"),
        own.url("JOINING"),
    )


def test_what_programs_look_for_has_one_name_in_all_languages() -> None:
    """Feeds, data and calendars."""
    dutch, french = urls(DEFAULT_LANG="nl"), urls()

    assert all(
        dutch.url(kind, id="a") == french.url(kind, id="a")
        for kind in ("NEWS_FEED", "COMMISSION_FEED", "MEMBERS_DATA", "CALENDAR", "SITEMAP", "HEADERS")
    )


def test_the_second_language_is_in_a_folder_of_its_name() -> None:
    """A page that is switched off is so in every language."""
    settings = {**DEFAULT_CONFIG, "LANGUAGES": ["fr", "nl"], "STATISTICS_SAVE_AS": ""}
    apply_defaults(settings)
    own = urls_of("nl", settings)

    assert ("nl/ledengids/", "nl/ledengids/index.html", None, "nl/", "theme/parvis.css") == (
        own.url("DIRECTORY"),
        own.save_as("DIRECTORY"),
        own.url("STATISTICS"),
        own.url("HOME"),
        own.save_as("STYLESHEET"),
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "stage alternance emploi appel-d-offres echange-de-competences demande"),
        ("nl-BE", "stage leerwerkplek vacature aanbesteding kennisuitwisseling vraag"),
        ("en", "internship apprenticeship job tender skill-exchange request"),
    ],
)
def test_kinds_of_offers_have_words_of_the_language_in_addresses(language: str, expected: str) -> None:
    """Whatever editors write for them."""
    assert expected == " ".join(kind_of_offers(kind, language) for kind in OfferKind)
