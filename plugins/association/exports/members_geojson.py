"""members.geojson, RFC 7946: the records of members.json as points, for maps.

A member is where its town is; one whose town has no position, or who has no town, is nowhere.
"""

from collections.abc import Iterable

from .json_values import Json, Record, json_document


def members_geojson(members: Iterable[Record]) -> bytes:
    return json_document({"type": "FeatureCollection", "features": [_feature(member) for member in members]})


def _feature(member: Record) -> Record:
    return {"type": "Feature", "id": member["id"], "geometry": _point(member["town"]), "properties": member}


def _point(town: Json) -> Record | None:
    """Longitude first, section 3.1.1."""
    if not isinstance(town, dict) or town["lat"] is None or town["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [town["lon"], town["lat"]]}
