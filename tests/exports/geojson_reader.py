"""GeoJSON as RFC 7946 has it, read without any kindness: what is not allowed is refused."""

import json
from collections.abc import Mapping

Json = object
MEMBERS = {
    "FeatureCollection": {"features"},
    "Feature": {"geometry", "properties"},
    "Point": {"coordinates"},
}
NOT_HERE = {"coordinates", "geometries", "geometry", "properties", "features", "crs"}
"""Names that section 7.1 keeps for other objects, and `crs`, which section 4 has done away with."""


class NotGeoJson(ValueError):
    pass


def geojson(document: bytes) -> Mapping[str, Json]:
    """The feature collection."""
    parsed = json.loads(document.decode("utf-8"), parse_constant=refuse, object_pairs_hook=once)
    demand(parsed, "FeatureCollection")
    demand(isinstance(parsed["features"], list), "features is an array")
    ids = [feature_id(feature) for feature in parsed["features"]]
    demand(len(ids) == len(set(ids)), "an id is that of one feature")
    return parsed


def refuse(constant: str) -> None:
    raise NotGeoJson(f"{constant} is no JSON")


def once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    demand(len(pairs) == len(dict(pairs)), "a name stands once in an object")
    return dict(pairs)


def demand(subject: Json, wanted: str) -> None:
    """A truth, or an object of that type with its members and none of another's."""
    if wanted not in MEMBERS:
        if subject is not True:
            raise NotGeoJson(wanted)
        return
    own = MEMBERS[wanted]
    if not isinstance(subject, dict) or subject.get("type") != wanted:
        raise NotGeoJson(f"{subject!r:.80} is no {wanted}")
    demand(own <= set(subject), f"a {wanted} has {own}")
    demand(not (NOT_HERE - own) & set(subject), f"a {wanted} has only its own members")


def feature_id(feature: Json) -> str | int | float:
    """Sections 3.2 and 3.1.2 of one feature."""
    demand(feature, "Feature")
    assert isinstance(feature, dict)
    demand(
        feature["properties"] is None or isinstance(feature["properties"], dict), "properties is an object"
    )
    if feature["geometry"] is not None:
        demand(feature["geometry"], "Point")
        check_position(feature["geometry"]["coordinates"])
    demand(isinstance(feature["id"], str | int | float), "an id is a string or a number")
    return feature["id"]


def check_position(position: Json) -> None:
    """Longitude, latitude, at most an altitude; in degrees (section 4)."""
    demand(isinstance(position, list) and len(position) in (2, 3), "a position has two or three numbers")
    assert isinstance(position, list)
    demand(all(type(number) in (int, float) for number in position), "a position has numbers")
    demand(-180 <= position[0] <= 180, "longitude comes first")
    demand(-90 <= position[1] <= 90, "latitude comes second")
