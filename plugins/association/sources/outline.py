"""The file that draws the territory, if the association has one: content/territoire.geojson."""

from collections.abc import Iterable
from pathlib import Path

from ..domain.outline import Outline
from ..domain.places import Town
from ..problems import ContentError, Place, sentence
from .desk import Desk, wrong
from .geojson import IN_DEGREES, outline_of
from .settings_file import place_of_setting
from .site import TERRITORY
from .text_files import not_utf_8, unreadable

LARGEST = 5_000_000


def outline(towns: Iterable[Town], desk: Desk) -> Outline | None:
    """None without a file, or when it cannot be used: there is an error then."""
    path = desk.files.find(desk.site.territory)
    if path is None:
        refuse_missing(desk)
        return None
    with desk.noting():
        file = desk.files.shown(path)
        found = outline_of(text_of(desk.site.content / path, file), file)
        refuse_far(found, towns, file)
        return found
    return None


def refuse_missing(desk: Desk) -> None:
    """Only what somebody asked for by name is missing."""
    if desk.site.territory not in (TERRITORY, ""):
        desk.error(
            place_of_setting("TERRITORY_FILE", desk.site.root, desk.site.settings_file),
            "missing-file",
            sentence('TERRITORY_FILE names "{path}", which does not exist', path=desk.site.territory),
            sentence('write its path below "{folder}"', folder=desk.files.folder),
        )


def text_of(path: Path, file: str) -> str:
    try:
        refuse_large(path.stat().st_size, file)
        raw = path.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error
    except UnicodeDecodeError as error:
        raise ContentError([not_utf_8(raw, error.start, file)]) from error


def refuse_large(size: int, file: str) -> None:
    if size > LARGEST:
        said = sentence("this file has {size} bytes, expected at most {most}", size=size, most=LARGEST)
        raise wrong(Place(file), "too-large", said, sentence("simplify the outline before you export it"))


def refuse_far(found: Outline, towns: Iterable[Town], file: str) -> None:
    """An outline that no town is near: most often latitude and longitude in the wrong order."""
    positions = [town.position for town in towns if town.position]
    south, west, north, east = found.span
    around = max(north - south, east - west, 1)
    if positions and not any(
        south - around <= at.lat <= north + around and west - around <= at.lon <= east + around
        for at in positions
    ):
        said = sentence(
            "this outline is far from all towns: it lies around latitude {lat}, longitude {lon}",
            lat=round((south + north) / 2, 1),
            lon=round((west + east) / 2, 1),
        )
        raise wrong(Place(file), "far-outline", said, IN_DEGREES)
