import json
from pathlib import Path

import pytest

from hetao_map.data.area import read_area
from hetao_map.model.errors import InputError, UsageError

RING = [[114.05, 22.5], [114.08, 22.5], [114.08, 22.53], [114.05, 22.53], [114.05, 22.5]]
BOX = (114.05, 22.5, 114.08, 22.53)
POLYGON = {"type": "Polygon", "coordinates": [RING]}


def geojson(folder: Path, value: object, name: str = "area.geojson") -> str:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(path)


def test_wkt_is_an_area() -> None:
    text = "POLYGON((114.05 22.5, 114.08 22.5, 114.08 22.53, 114.05 22.53, 114.05 22.5))"
    assert read_area(text).bounds == BOX
    with_heights = "multipolygon z (((114 22 1, 115 22 2, 115 23 3, 114 22 1)))"
    assert read_area(with_heights).bounds == (114, 22, 115, 23)


@pytest.mark.parametrize(
    "value",
    [
        POLYGON,
        {"type": "MultiPolygon", "coordinates": [[RING]]},
        {"type": "Feature", "properties": {}, "geometry": POLYGON},
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": None, "geometry": None},
                {"type": "Feature", "properties": None, "geometry": POLYGON},
            ],
        },
        {"type": "Polygon", "coordinates": [[[*point, 7.0] for point in RING]]},
    ],
)
def test_a_geojson_file_is_an_area(tmp_path: Path, value: object) -> None:
    assert read_area(geojson(tmp_path, value)).bounds == BOX


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("POLYGON((114 22, 115", "is no area"),
        ("POLYGON EMPTY", "is no area"),
        ("here", "is no area"),
        ("", "is no area"),
        ("POLYGON((114 22, 115 23, 115 22, 114 23, 114 22))", "crosses itself"),
        ("POLYGON((114 22, 115 22, 114 22))", "encloses nothing"),
        ("POLYGON((114 22, 115 22, 116 22, 114 22))", "encloses nothing"),
        ("POLYGON((114 22, 215 22, 115 23, 114 22))", "outside the world"),
    ],
)
def test_a_text_that_is_no_area_is_said(text: str, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        read_area(text)


@pytest.mark.parametrize(
    "value",
    [
        "{",
        "[]",
        "7",
        {"type": "Point", "coordinates": [114, 22]},
        {"type": "Polygon", "coordinates": [[[114, 22]]]},
        {"type": "Polygon", "coordinates": "all"},
        {"type": "Polygon"},
        {"type": "FeatureCollection", "features": []},
        {"type": "Polygon", "coordinates": []},
    ],
)
def test_a_file_without_a_polygon_is_said(tmp_path: Path, value: object) -> None:
    with pytest.raises(InputError, match="no polygon"):
        read_area(geojson(tmp_path, value))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_area(str(tmp_path / "gone.geojson"))


def test_a_nest_without_end_is_no_area(tmp_path: Path) -> None:
    nest: dict[str, object] = POLYGON
    for _ in range(40):
        nest = {"type": "GeometryCollection", "geometries": [nest]}
    with pytest.raises(InputError, match="no polygon"):
        read_area(geojson(tmp_path, nest))
