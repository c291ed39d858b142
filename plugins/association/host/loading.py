"""From Pelican's settings to a loaded association: the same way for `build` and for `check`."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..domain.association import Association
from ..drawings import accent
from ..images.inspection import Facts, decode, inspect
from ..images.refusal import BadImage
from ..problems import ContentError, Place, Problem, in_reading_order, sentence
from ..sources.fields.countries import COUNTRIES
from ..sources.load import ImageUse, SiteFolder, Unpublishable, load
from .clock import now
from .documents import document_settings, named_persons, setting_problems
from .image_problems import image_problem
from .patterns import pattern_problems
from .reserved import address_problems
from .settings import apply_defaults
from .tiles import tile_problems

SETTINGS_FILE = "pelicanconf.py"


@dataclass(frozen=True, slots=True)
class LoadedSite:
    """images, places: facts about every image in use and where it is used, by path below content/.

    documents: other files that are published as they are.
    """

    folder: SiteFolder
    association: Association
    images: Mapping[str, Facts]
    places: Mapping[str, Place]
    documents: frozenset[str]
    warnings: tuple[Problem, ...]


def load_site(settings: MutableMapping[str, object]) -> tuple[Association, tuple[Problem, ...]]:
    """For `check`: the association and the warnings; ContentError when it cannot be published."""
    apply_defaults(settings)
    site = loaded_site(settings, decoding=True)
    return site.association, site.warnings


def loaded_site(settings: Mapping[str, object], decoding: bool = False) -> LoadedSite:
    """`decoding` finds pictures that are cut short, which a build finds when it makes their renditions."""
    folder = site_folder(settings)
    problems = [
        *accent_problems(settings),
        *tile_problems(settings, SETTINGS_FILE),
        *pattern_problems(settings, SETTINGS_FILE),
        *setting_problems(settings, SETTINGS_FILE),
    ]
    try:
        loaded = load(folder)
    except Unpublishable as error:
        tuple(measured(folder.content, error.images, problems, decoding))
        raise ContentError([*error.problems, *problems]) from None
    images = dict(measured(folder.content, loaded.images, problems, decoding))
    problems += address_problems(loaded.association, loaded.documents, settings, folder.content.name)
    warnings = in_reading_order((*loaded.warnings, *named_persons(folder, loaded)))
    if problems:
        raise ContentError([*problems, *warnings])
    places = {use.path: use.place for use in reversed(loaded.images)}
    return LoadedSite(folder, loaded.association, images, places, loaded.documents, warnings)


def site_folder(settings: Mapping[str, object]) -> SiteFolder:
    content = Path(str(settings["PATH"]))
    root = content.parent
    zone = zone_of(settings)
    return SiteFolder(
        root=root,
        content=content,
        members=root / str(settings["MEMBERS_FILE"]),
        commissions=root / str(settings["COMMISSIONS_FILE"]),
        settings_file=SETTINGS_FILE,
        identity=settings["ASSOCIATION"],
        language=str(settings["DEFAULT_LANG"]),
        zone=zone,
        now=now(zone),
        sections={
            "news": str(settings["NEWS_FOLDER"]),
            "events": str(settings["EVENTS_FOLDER"]),
            "offers": str(settings["OFFERS_FOLDER"]),
            "minutes": str(settings["MINUTES_FOLDER"]),
            "pages": str(settings["PAGES_FOLDER"]),
        },
        territory=str(settings["TERRITORY_FILE"]),
        holidays_country=holidays_country(settings),
        uid_domain=str(settings["CALENDAR_UID_DOMAIN"]),
        url=str(settings.get("SITEURL") or "").rstrip("/"),
        copied=tuple(settings["STATIC_PATHS"]),
        **document_settings(settings),
    )


def holidays_country(settings: Mapping[str, object]) -> str | None:
    """None when the settings leave it open; '' switches the warnings off."""
    country = settings["HOLIDAYS_COUNTRY"]
    if country in (None, "", *COUNTRIES):
        return country
    said = sentence(
        'HOLIDAYS_COUNTRY "{country}" is not a country; expected two capital letters', country=country
    )
    hint = sentence("write FR for France, BE for Belgium")
    raise ContentError([Problem(Place(SETTINGS_FILE), "bad-country", said, hint)])


def zone_of(settings: Mapping[str, object]) -> ZoneInfo:
    if not settings.get("TIMEZONE"):
        said = sentence("the settings have no TIMEZONE")
        hint = sentence('add a line such as TIMEZONE = "Europe/Paris"')
        raise ContentError([Problem(Place(SETTINGS_FILE), "missing-field", said, hint)])
    try:
        return ZoneInfo(str(settings["TIMEZONE"]))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        said = sentence(
            'TIMEZONE "{zone}" is not a time zone; expected a name like Europe/Paris',
            zone=settings["TIMEZONE"],
        )
        raise ContentError([Problem(Place(SETTINGS_FILE), "unknown-zone", said)]) from None


def measured(
    content: Path, uses: Iterable[ImageUse], problems: list[Problem], decoding: bool
) -> Iterator[tuple[str, Facts]]:
    """Facts of every image in use; what is wrong with one goes to `problems`."""
    for use in uses:
        try:
            facts = inspect(content / use.path, as_logo=use.path.startswith("images/logos/"))
            if decoding:
                decode(content / use.path)
            yield use.path, facts
        except BadImage as bad:
            problems.append(image_problem(use.place, use.path, bad))


def accent_problems(settings: Mapping[str, object]) -> Iterator[Problem]:
    """Colour pairs that the association's accent would make unreadable."""
    identity = settings["ASSOCIATION"]
    seed = identity.get("accent") if isinstance(identity, Mapping) else None
    if not isinstance(seed, str) or not accent.is_colour(seed):
        return
    for failure in accent.failures(seed):
        said = sentence(
            'the accent "{seed}" gives a pair that is hard to read: {failure}', seed=seed, failure=failure
        )
        yield Problem(Place(SETTINGS_FILE), "accent", said, sentence("choose a stronger or a weaker shade"))
