"""content/territoire.geojson, the territory as an association draws it: GeoJSON (RFC 7946) to an outline.

Borders come from polygons, watercourses from lines; points, which exports put beside a border (its label, its
town hall), are passed over. The first mistake is told alone: nobody mends such a file by hand, it is exported
once more.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from ..domain.places import Line, Outline, Town
from ..problems import ContentError, Place, Sentence, sentence
from .context import LoadContext, Mistake, mistake
from .settings_file import place_of_setting
from .site import TERRITORY
from .yaml.source import not_utf_8, unreadable

KNOWN = "Polygon, MultiPolygon, LineString, MultiLineString"
POINTS = ("Point", "MultiPoint")
COLLECTION = "GeometryCollection"
PARTS = {"MultiPolygon": "Polygon", "MultiLineString": "LineString"}
EXPORT_AGAIN = sentence("export the file again, as GeoJSON")
IN_DEGREES = sentence("export the file again in WGS 84 (EPSG:4326), longitude before latitude")
LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Geometry:
    """feature: the number, from 1, of the feature it belongs to."""

    kind: str
    coordinates: object
    feature: int
    file: str

    def wrong(self, message: Sentence, hint: Sentence = EXPORT_AGAIN) -> Mistake:
        return mistake(Place(self.file), "bad-geojson", message, hint)


def outline(towns: Iterable[Town], context: LoadContext) -> Outline | None:
    """None without a file, or when it cannot be used: there is an error then."""
    path = context.files.find(context.site.territory)
    if path is None:
        refuse_missing(context)
        return None
    with context.collecting():
        file = context.files.shown(path)
        place = context.site.content / path
        found = context.memory.of_file(place, Outline, lambda: outline_of(text_of(place, file), file))
        refuse_far(found, towns, file)
        return found
    return None


def refuse_missing(context: LoadContext) -> None:
    """Only what somebody asked for by name is missing."""
    if context.site.territory not in (TERRITORY, ""):
        context.error(
            place_of_setting("TERRITORY_FILE", context.site.root, context.site.settings_file),
            "missing-file",
            sentence('TERRITORY_FILE names "{path}", which does not exist', path=context.site.territory),
            sentence('write its path below "{folder}"', folder=context.files.folder),
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
        raise mistake(Place(file), "too-large", said, sentence("simplify the outline before you export it"))


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
        raise mistake(Place(file), "far-outline", said, IN_DEGREES)


def outline_of(text: str, file: str) -> Outline:
    geometries = tuple(part for one in _geometries(_parsed(text, file), file) for part in _parts(one))
    if not geometries:
        said = sentence("this file draws nothing, expected one of {known}", known=KNOWN)
        raise mistake(Place(file), "bad-geojson", said, EXPORT_AGAIN)
    polygons = tuple(_rings(one) for one in geometries if one.kind == "Polygon")
    waters = tuple(_line(one.coordinates, 2, one) for one in geometries if one.kind == "LineString")
    return Outline(polygons, waters)


def _parsed(text: str, file: str) -> object:
    try:
        return json.loads(text, parse_constant=_refused)
    except json.JSONDecodeError as error:
        place, said = Place(file, error.lineno, error.colno), sentence("from here on, this is not JSON")
    except RecursionError:
        place, said = Place(file), sentence("this file has lists inside lists without end")
    except ValueError:
        place, said = Place(file), sentence("this file has a number that cannot be one")
    raise mistake(place, "bad-json", said, EXPORT_AGAIN)


def _refused(constant: str) -> float:
    """NaN and Infinity, which Python would accept."""
    raise ValueError(constant)


def _geometries(data: object, file: str) -> Iterator[Geometry]:
    if isinstance(_of(data, "elements"), list):
        said = sentence("these are raw data of OpenStreetMap, not GeoJSON")
        raise mistake(Place(file), "bad-geojson", said, sentence("in Overpass Turbo: Export, GeoJSON"))
    features = _of(data, "features") if _of(data, "type") == "FeatureCollection" else [data]
    if not isinstance(features, list):
        said = sentence('found no list of "features" in this FeatureCollection')
        raise mistake(Place(file), "bad-geojson", said, EXPORT_AGAIN)
    for number, feature in enumerate(features, 1):
        inner = _of(feature, "geometry") if _of(feature, "type") == "Feature" else feature
        if inner is not None:
            yield from _collected(inner, number, file)


def _collected(geometry: object, feature: int, file: str) -> Iterator[Geometry]:
    """Those in a collection, and in the collections in it, in the order in which they are written."""
    waiting = [geometry]
    while waiting:
        one = waiting.pop()
        kind, inner = _of(one, "type"), _of(one, "geometries")
        if kind == COLLECTION and isinstance(inner, list):
            waiting.extend(reversed(inner))
        elif kind not in POINTS:
            yield Geometry(kind if isinstance(kind, str) else "", _of(one, "coordinates"), feature, file)


def _of(data: object, key: str) -> object:
    return data.get(key) if isinstance(data, dict) else None


def _parts(geometry: Geometry) -> Iterator[Geometry]:
    """Single polygons and lines."""
    if geometry.kind not in KNOWN.split(", "):
        said = sentence(
            'feature {feature} is of the type "{kind}", expected one of {known}',
            feature=geometry.feature,
            kind=geometry.kind,
            known=KNOWN,
        )
        raise geometry.wrong(said, sentence("export the outline alone, as GeoJSON"))
    if geometry.kind not in PARTS:
        yield geometry
        return
    for part in _list(geometry.coordinates, geometry):
        yield Geometry(PARTS[geometry.kind], part, geometry.feature, geometry.file)


def _rings(polygon: Geometry) -> tuple[Line, ...]:
    """The border, then the holes; closed where an export forgot to."""
    lines = tuple(_line(ring, 4, polygon) for ring in _list(polygon.coordinates, polygon))
    if not lines:
        raise polygon.wrong(sentence("feature {feature} has no border", feature=polygon.feature))
    return tuple(line if line[0] == line[-1] else (*line, line[0]) for line in lines)


def _line(positions: object, fewest: int, geometry: Geometry) -> Line:
    line = tuple(_position(position, geometry) for position in _list(positions, geometry))
    if len(line) < fewest:
        said = sentence(
            "feature {feature} has a line of {count} points, expected {fewest} or more",
            feature=geometry.feature,
            count=len(line),
            fewest=fewest,
        )
        raise geometry.wrong(said)
    return line


def _position(position: object, geometry: Geometry) -> tuple[float, float]:
    """GeoJSON says longitude, latitude and perhaps a height; booleans are no numbers here."""
    lon, lat, *_ = (*_list(position, geometry), None, None)
    if not (_is_number(lon) and _is_number(lat)):
        raise geometry.wrong(no_positions(geometry))
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        said = sentence(
            "found the coordinates {x}, {y}, expected a longitude and a latitude in degrees", x=lon, y=lat
        )
        raise geometry.wrong(said, IN_DEGREES)
    return float(lat), float(lon)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _list(value: object, geometry: Geometry) -> list[object]:
    if not isinstance(value, list):
        raise geometry.wrong(no_positions(geometry))
    return value


def no_positions(geometry: Geometry) -> Sentence:
    return sentence(
        'the "coordinates" of feature {feature} are not the lists of numbers of a {kind}',
        feature=geometry.feature,
        kind=geometry.kind,
    )
