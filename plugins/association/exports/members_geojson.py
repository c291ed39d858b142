"""members.geojson, RFC 7946: the records of members.json as points, for maps.

A member is where its town is. One without a town, or in a town without a position, is in members.json only:
many readers of maps stop at a feature that is nowhere, though section 3.2 allows it.
"""

from collections.abc import Iterable

from .json_values import Json, Record, json_document


def members_geojson(members: Iterable[Record]) -> bytes:
    located = ((member, _point(member["town"])) for member in members)
    features = [_feature(member, point) for member, point in located if point]
    return json_document({"type": "FeatureCollection", "features": features})


def _feature(member: Record, point: Record) -> Record:
    return {"type": "Feature", "id": member["id"], "geometry": point, "properties": member}


def _point(town: Json) -> Record | None:
    """Longitude first, section 3.1.1."""
    if not isinstance(town, dict) or town["lat"] is None or town["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [town["lon"], town["lat"]]}
