"""The public holidays of a country, as the library `holidays` knows them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


@cache
def public_holidays(country: str, year: int, language: str) -> Mapping[date, str]:
    """Those of that year and the next, none of a country nobody knows.

    Their names are in that language, or in the one of the country.
    """
    calendar = calendar_of(country)
    if calendar is None:
        return {}
    spoken = language.partition("-")[0]
    chosen = spoken if spoken in calendar.supported_languages else None
    return dict(calendar(years=(year, year + 1), language=chosen))


@cache
def calendar_of(country: str) -> "type[HolidayBase] | None":
    """Its class, from its own file: `holidays.countries` would import two hundred others with it.

    The library is only imported here, by a site that has meetings.
    """
    import holidays
    from holidays.registry import COUNTRIES

    found = ((module, names) for module, names in COUNTRIES.items() if country in names[1:])
    module, names = next(found, ("", ("",)))
    if not module:
        return None
    path = Path(holidays.__file__).with_name("countries") / f"{module}.py"
    spec = spec_from_file_location(f"holidays_of_{module}", path)
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return getattr(loaded, names[0])
