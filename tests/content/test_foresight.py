"""What is foreseen in the dates of the coming year; the sentences themselves are in tests/bad_input."""

from dataclasses import replace
from pathlib import Path

import pytest
from site_on_disk import article, codes, report, site, with_meeting

from association.content.checks.holidays import country_named, country_of_zone, public_holidays
from association.content.load import load
from association.problems import Severity

EVERY_DAY = "start: 2027-07-01 18:30\nrepeat: {every: jour, until: 2027-07-31}\n"
ROOM = "venues:\n  - {id: salle, name: Salle, address: %s}\n"


def holidays(
    root: Path,
    lines: str,
    venues: str = "",
    country: str | None = None,
    identity: dict[str, object] | None = None,
    language: str = "fr",
) -> list[str]:
    """Names of the public holidays that the meeting falls on."""
    folder = site(root, with_meeting(lines, venues), identity)
    found = load(replace(folder, holidays_country=country, language=language)).warnings
    return [problem.text().rpartition(": ")[2] for problem in found if problem.code == "public-holiday"]


def test_the_zone_of_the_site_tells_the_country(tmp_path: Path) -> None:
    """Europe/Paris: the fourteenth of July."""

    assert ["Fête nationale"] == holidays(tmp_path, EVERY_DAY)


def test_the_zone_of_a_meeting_tells_its_country(tmp_path: Path) -> None:
    """Brussels has its day a week later."""
    lines = EVERY_DAY.replace("07-01 18:30", "07-15 18:30") + "timezone: Europe/Brussels"

    assert ["Fête nationale"] == holidays(tmp_path, lines)


def test_the_address_of_a_venue_tells_its_country(tmp_path: Path) -> None:
    """Rather than the zone."""
    lines = EVERY_DAY.replace("07-01", "07-15") + "venue: salle"

    assert ["Fête nationale"] == holidays(tmp_path, lines, ROOM % '"1 rue Haute, 7500 Tournai, Belgique"')


def test_the_address_of_the_association_tells_its_country(tmp_path: Path) -> None:
    """Where no venue does."""
    identity = {"name": "Essai", "address": "1 rue Haute, 7500 Tournai (Belgique)"}
    lines = EVERY_DAY.replace("07-01", "07-15")

    assert ["Fête nationale"] == holidays(tmp_path, lines, identity=identity)


def test_the_setting_overrules_everything(tmp_path: Path) -> None:
    """A club may keep the holidays of its neighbours."""

    assert ["Nationalfeiertag"] == holidays(
        tmp_path, EVERY_DAY.replace("07-31", "08-02"), country="CH", language="de"
    )


@pytest.mark.parametrize("country", ["", "AQ", "XX"])
def test_no_country_has_no_holidays(tmp_path: Path, country: str) -> None:
    """Switched off by an empty setting; nothing is said of a country that nobody knows."""

    assert [] == holidays(tmp_path, EVERY_DAY, country=country)


def test_the_holidays_have_their_names_in_the_language_of_the_site(tmp_path: Path) -> None:
    """As far as the library knows it."""
    lines = EVERY_DAY.replace("07-01", "07-15")

    assert ["Nationale feestdag"] == holidays(tmp_path, lines, country="BE", language="nl-BE")


@pytest.mark.parametrize(
    "country", ["FR", "BE", "LU", "CH", "NL", "DE", "CA", "GB", "ES", "IT", "MC", "SN", "US"]
)
def test_neighbouring_countries_are_known(country: str) -> None:
    """Each from its own file of the library, which may be arranged otherwise some day."""

    assert len(public_holidays(country, 2027, "fr")) > 2


def test_a_cancelled_or_excepted_meeting_is_on_no_holiday(tmp_path: Path) -> None:
    """The hint is heard."""
    lines = EVERY_DAY.replace("07-31", "07-15")

    assert [[], []] == [
        holidays(tmp_path, f"{lines}{key}: [2027-07-14]", country="FR")
        for key in ("except_on", "cancelled_on")
    ]


def test_a_holiday_more_than_a_year_away_is_nobody_s_worry(tmp_path: Path) -> None:
    """An endless rhythm falls on some sooner or later."""

    assert [] == holidays(tmp_path, "start: 2026-11-11 18:30\nrepeat: {every: 2 ans}", country="FR")


def test_a_move_is_not_proposed_to_another_holiday(tmp_path: Path) -> None:
    """A week after Christmas is New Year's Day."""
    folder = site(tmp_path, with_meeting("start: 2026-12-04 18:30\nrepeat: {every: 3 semaines, count: 2}"))
    (told,) = load(replace(folder, holidays_country="FR")).warnings

    assert "moved: [{from: 2026-12-25, to: 2026-12-26}]" in told.said()


def test_addresses_end_with_their_country() -> None:
    """In words; anything else is no country."""
    addresses = ("1 rue Haute, Tournai, Belgique", "Tournai (België).", "1 rue de France, Tournai", "")

    assert ["BE", "BE", "", ""] == [country_named(address) for address in addresses]


def test_zones_are_of_one_country() -> None:
    """UTC is of none."""

    assert ["FR", "BE", "LU", ""] == [
        country_of_zone(zone) for zone in ("Europe/Paris", "Europe/Brussels", "Europe/Luxembourg", "UTC")
    ]


def test_what_is_foreseen_is_a_warning(tmp_path: Path) -> None:
    """The site is published all the same."""
    folder = replace(site(tmp_path, with_meeting("start: 2026-01-06 18:30")), holidays_country="FR")

    assert [Severity.WARNING] == [problem.severity for problem in load(folder).warnings]


def test_nothing_is_foreseen_from_files_with_errors(tmp_path: Path) -> None:
    """A meeting that could not be read is not a meeting that is missing."""

    assert ["bad-every"] == codes(tmp_path, with_meeting("start: 2026-01-06\nrepeat: {every: lustre}"))


def test_two_dates_of_one_event_may_share_a_room(tmp_path: Path) -> None:
    """Workshops side by side in one house."""
    dates = "dates:\n  - {start: 2026-12-01 18:30, duration: 2h}\n  - {start: 2026-12-01 19:00, duration: 2h}"

    assert [] == report(tmp_path, {"content/agenda/a.md": article(f"venue: Mairie\n{dates}")})


def test_a_clash_is_told_at_the_date_of_a_series(tmp_path: Path) -> None:
    """By its line."""
    dates = [f"{{{id_}start: 2026-12-0{day} 18:30, duration: 2h}}" for id_, day in (("", 1), ("id: x, ", 2))]
    series = "dates:\n  - " + "\n  - ".join(dates)
    files = {
        "content/agenda/a.md": article("start: 2026-12-02 19:00\nduration: 1h\nvenue: Mairie"),
        "content/agenda/b.md": article(f"venue: Mairie\n{series}"),
    }
    (told,) = report(tmp_path, files)

    assert told.startswith("content/agenda/b.md:6:5: warning: ")
