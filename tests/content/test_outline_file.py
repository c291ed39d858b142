"""The file that draws the territory: what tests/bad_input cannot hold, since it is too large or too odd."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from association.content.load import SiteFolder, load
from association.domain.places import Outline
from association.problems import ContentError

PARIS = ZoneInfo("Europe/Paris")
RING = "[[2.6,50.2],[3.2,50.2],[3.2,50.6],[2.6,50.6]]"
CLOSED = ((50.2, 2.6), (50.2, 3.2), (50.6, 3.2), (50.6, 2.6), (50.2, 2.6))


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    (tmp_path / "content").mkdir()
    return SiteFolder(
        root=tmp_path,
        content=tmp_path / "content",
        members=tmp_path / "members.yaml",
        commissions=tmp_path / "commissions.yaml",
        settings_file="pelicanconf.py",
        identity={"name": "Essai"},
        language="fr",
        zone=PARIS,
        now=datetime(2026, 11, 22, 12, tzinfo=PARIS),
    )


def outline(site: SiteFolder, text: str | bytes, name: str = "territoire.geojson") -> Outline | None:
    content = text if isinstance(text, bytes) else text.encode()
    (site.content / name).write_bytes(content)
    return load(site).association.outline


def codes(site: SiteFolder, text: str | bytes = b"") -> list[str]:
    with pytest.raises(ContentError) as caught:
        outline(site, text) if text else load(site)
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        f'{{"type": "Polygon", "coordinates": [{RING}]}}',
        f'{{"type": "MultiPolygon", "coordinates": [[{RING}]]}}',
        f'{{"type": "Feature", "geometry": {{"type": "Polygon", "coordinates": [{RING}]}}}}',
        '\ufeff{"type": "FeatureCollection", "features": '
        f'[{{"type": "Polygon", "coordinates": [{RING}]}}]}}',
    ],
    ids=["Polygon", "MultiPolygon", "Feature", "FeatureCollection with a byte order mark"],
)
def test_an_outline_comes_in_any_of_the_usual_wrappings(site: SiteFolder, text: str) -> None:
    """Latitude first in the domain, and closed even where the export forgot to."""

    assert Outline(polygons=((CLOSED,),)) == outline(site, text)


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "LineString", "coordinates": [[2.6, 50.2, 35], [3, 50.5, 40]]}',
        '{"type": "MultiLineString", "coordinates": [[[2.6, 50.2], [3, 50.5]]]}',
    ],
    ids=["LineString with heights", "MultiLineString"],
)
def test_lines_are_waters(site: SiteFolder, text: str) -> None:
    """Heights are of no use on paper."""

    assert Outline(waters=(((50.2, 2.6), (50.5, 3.0)),)) == outline(site, text)


def test_without_the_file_there_is_no_outline(site: SiteFolder) -> None:
    """And nothing is wrong."""

    assert load(site).association.outline is None


def test_the_file_may_have_another_name(site: SiteFolder) -> None:
    """TERRITORY_FILE, below content."""
    renamed = replace(site, territory="carte/artois.json")
    (site.content / "carte").mkdir()

    found = outline(renamed, f'{{"type": "Polygon", "coordinates": [{RING}]}}', "carte/artois.json")

    assert Outline(polygons=((CLOSED,),)) == found


@pytest.mark.parametrize("name", ["artois.geojson", "../territoire.geojson", "."])
def test_a_name_without_a_file_is_told(site: SiteFolder, name: str) -> None:
    """Somebody asked for it; nothing outside content is read."""
    (site.root / "territoire.geojson").write_text("{}")

    assert ["missing-file"] == codes(replace(site, territory=name))


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 100_000], ids=["lists", "mappings"])
def test_brackets_without_end_are_a_mistake_and_no_crash(site: SiteFolder, text: str) -> None:
    """However deep they go."""

    assert ["bad-json"] == codes(site, text)


def test_a_file_beyond_five_megabytes_is_not_read(site: SiteFolder) -> None:
    """A map of this size shows no such detail."""

    assert ["too-large"] == codes(site, b" " * 5_000_001)


@pytest.mark.parametrize("number", ["9" * 5000, "1e999", "-Infinity", "true", "null", '"2.6"', "[2.6]"])
def test_a_coordinate_that_is_no_number_of_degrees_is_a_mistake(site: SiteFolder, number: str) -> None:
    """Too long, too large, or of another kind."""
    (code,) = codes(site, f'{{"type": "LineString", "coordinates": [[{number}, 50.2], [3, 50.5]]}}')

    assert code in ("bad-json", "bad-geojson")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "3",
        "[]",
        '"x"',
        "{}",
        '{"type": 3}',
        '{"type": ["Polygon"]}',
        '{"type": "FeatureCollection", "features": {}}',
        '{"type": "FeatureCollection", "features": [3]}',
        '{"type": "Feature", "geometry": "Polygon"}',
        '{"type": "Feature", "geometry": null}',
        '{"type": "Polygon"}',
        '{"type": "Polygon", "coordinates": {"a": 1}}',
        '{"type": "MultiPolygon", "coordinates": [3]}',
        '{"type": "Polygon", "coordinates": [[[], [], [], []]]}',
        '{"type": "Polygon\\ud800", "coordinates": []}',
        "\x00",
        "\ud7ff" * 3,
    ],
)
def test_whatever_else_the_file_holds_is_one_mistake(site: SiteFolder, text: str) -> None:
    """One sentence, never a traceback."""

    assert 1 == len(codes(site, text or " "))
