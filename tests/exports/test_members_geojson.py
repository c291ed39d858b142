"""members.geojson: points for maps, RFC 7946."""

import json

import pytest
from association_samples import TODAY
from geojson_reader import NotGeoJson, geojson
from member_samples import ALL
from site_samples import SiteAddresses

from association.exports.open_data import member_records, members_geojson, members_json

WRITTEN = members_geojson(member_records(ALL, SiteAddresses(), "fr", TODAY))


def test_the_file_is_valid() -> None:
    """By every sentence of the RFC that speaks of points."""

    assert 3 == len(geojson(WRITTEN)["features"])


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'"type": "Point"', b'"type": "point"'),
        (b'"features"', b'"feature"'),
        (b'"geometry"', b'"geometrie"'),
        (b"50.43", b'"50.43"'),
        (b"50.43", b"150.43"),
        (b"50.43", b"NaN"),
        (b'"id": "mairie"', b'"id": "kernel"'),
        (b'"type": "Feature",', b'"type": "Feature", "crs": {},'),
    ],
)
def test_the_reader_is_strict(good: bytes, bad: bytes) -> None:
    """Else the test above would say nothing."""
    assert good in WRITTEN

    with pytest.raises(NotGeoJson):
        geojson(WRITTEN.replace(good, bad))


def test_a_member_is_where_its_town_is() -> None:
    """Longitude first; those without a town, or in a town without a position, are on no map."""
    places = {feature["id"]: feature["geometry"] for feature in geojson(WRITTEN)["features"]}

    assert {
        "alix": {"type": "Point", "coordinates": [-3.39, 50.6]},
        "kernel": {"type": "Point", "coordinates": [2.7775, 50.291]},
        "mairie": {"type": "Point", "coordinates": [2.83, 50.43]},
    } == places


def test_the_properties_are_the_records_of_members_json() -> None:
    """The two files never disagree."""
    records = json.loads(members_json(ALL, SiteAddresses(), "fr", TODAY))["members"]
    located = [record for record in records if record["id"] in ("alix", "kernel", "mairie")]

    assert located == [feature["properties"] for feature in geojson(WRITTEN)["features"]]
