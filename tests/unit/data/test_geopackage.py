from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from shapely import GeometryCollection, MultiLineString, Point, Polygon, box

from hetao_map.data import connection, geopackage
from hetao_map.geometry.columns import Kind
from hetao_map.geometry.projection import to_lonlat, to_map
from hetao_map.model.errors import InputError
from hetao_map.model.style import PointSymbolizer, default_style
from hetao_map.text import messages
from tests.files import (
    LIVE_ROWS,
    UNREADABLE,
    encoded,
    everything_in,
    execute,
    points,
    write_geopackage,
    write_with_live_log,
)

SLD = """<StyledLayerDescriptor xmlns="http://www.opengis.net/sld"><Rule><PointSymbolizer><Graphic>
<Mark><WellKnownName>{mark}</WellKnownName></Mark><Size>9</Size></Graphic></PointSymbolizer></Rule>
</StyledLayerDescriptor>"""
STYLES = """CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT,
    f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
    update_time TEXT)"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "places.gpkg"


def add_style(path: Path, sld: str, default: int = 0, time: str = "2020") -> None:
    execute(
        path,
        "INSERT INTO layer_styles (f_table_name, f_geometry_column, styleSLD, useAsDefault, "
        f"update_time) VALUES ('places', 'geom', '{sld}', {default}, '{time}')",
    )


def mark_of(path: Path) -> str:
    (rule,) = geopackage.read(path).layers[0].spec.style.rules
    (symbolizer,) = rule.symbolizers
    assert isinstance(symbolizer, PointSymbolizer)
    return symbolizer.mark


@pytest.mark.parametrize("fault", UNREADABLE.values(), ids=UNREADABLE)
def test_a_faulty_file_is_refused_and_left_as_it_was(
    path: Path, fault: Callable[[Path], None]
) -> None:
    fault(path)
    before = everything_in(path.parent)
    with pytest.raises(InputError, match="places"):
        geopackage.read(path)
    assert everything_in(path.parent) == before


def test_a_file_of_others_is_shown_with_defaults(path: Path) -> None:
    write_geopackage(path, places=points(10))
    before = everything_in(path.parent)
    dataset = geopackage.read(path)
    (layer,) = dataset.layers
    assert (layer.id, layer.rows, layer.skipped) == ("places", 10, ())
    assert layer.spec.title.en == "Places"
    assert layer.spec.visible
    assert layer.spec.style == default_style(layer.spec.geometry)
    assert layer.name(3).en == "place 3"
    assert (dataset.map_epsg, dataset.notes) == (2326, ())
    assert everything_in(path.parent) == before


def test_rows_of_a_live_log_are_shown(path: Path) -> None:
    with closing(write_with_live_log(path)):
        before = everything_in(path.parent)
        (layer,) = geopackage.read(path).layers
        assert layer.rows == LIVE_ROWS
        assert everything_in(path.parent) == before


def test_coordinates_come_in_the_grid_of_the_map(path: Path) -> None:
    write_geopackage(path, places=[(Point(114.0629, 22.5176), "port")])
    layer = geopackage.read(path).layers[0]
    assert to_lonlat(layer.point_on(0), 2326) == pytest.approx((114.0629, 22.5176))
    assert layer.extent_lonlat.center == pytest.approx((114.0629, 22.5176))


def test_a_file_in_the_grid_of_the_map_stays_as_it_is(path: Path) -> None:
    x, y = to_map((114.06, 22.51), 2326)
    write_geopackage(path, places=[(encoded(Point(x, y), 2326), "port")])
    execute(path, "UPDATE gpkg_geometry_columns SET srs_id = 2326")
    layer = geopackage.read(path).layers[0]
    assert layer.point_on(0) == (x, y)
    assert layer.extent_lonlat.center == pytest.approx((114.06, 22.51))


def test_data_of_the_world_is_shown_in_web_mercator_and_says_so(path: Path) -> None:
    write_geopackage(path, places=[(Point(-70, -30), "Andes"), (Point(10, 50), "Rhine")])
    dataset = geopackage.read(path)
    assert dataset.map_epsg == 3857
    assert dataset.notes == (messages.WORLD_GRID,)


def test_one_bad_feature_costs_one_feature(path: Path) -> None:
    rows = [*points(3), (b"GP\x00\x01 broken", "bad"), (None, "nowhere"), *points(1, start=9)]
    write_geopackage(path, places=rows)
    dataset = geopackage.read(path)
    (layer,) = dataset.layers
    placed = sum(len(column) for column in layer.geometries.columns)
    assert (layer.rows, placed, layer.skipped) == (6, 4, ("4",))
    assert [note.en for note in dataset.notes] == [
        f"{path}, layer places: 1 features could not be read and were skipped."
    ]


def test_a_feature_beyond_the_projection_is_skipped_and_counted(path: Path) -> None:
    write_geopackage(path, places=[(Point(10, 50), "Rhine"), (Point(10, 95), "nowhere")])
    (layer,) = geopackage.read(path).layers
    assert layer.skipped == ("2",)
    assert np.isfinite(layer.geometries.columns[0].xy).all()


def test_all_dimensions_of_a_layer_are_read(path: Path) -> None:
    area = box(114.05, 22.5, 114.06, 22.51)
    lines = MultiLineString([[(114, 22.5), (114.1, 22.5)], [(114, 22.4), (114.1, 22.4)]])
    mixed = GeometryCollection([Point(114.05, 22.5), area])
    write_geopackage(path, places=[(area, "a"), (lines, "b"), (mixed, "c"), (Polygon(), "d")])
    geometries = geopackage.read(path).layers[0].geometries
    rows = {kind: geometries.of(kind).rows.tolist() for kind in Kind}
    assert rows == {Kind.POLYGON: [0, 2], Kind.LINE: [1], Kind.POINT: [2]}


def test_a_layer_that_cannot_be_read_leaves_the_others(path: Path) -> None:
    write_geopackage(path, places=points(3), others=points(2))
    execute(path, "DROP TABLE others", "CREATE VIEW others AS SELECT * FROM gone")
    dataset = geopackage.read(path)
    assert [layer.id for layer in dataset.layers] == ["places"]
    assert "others" in dataset.notes[0].en


def test_a_table_that_is_only_announced_is_no_layer(path: Path) -> None:
    write_geopackage(path, places=points(3), others=points(2))
    execute(path, 'DROP TABLE "others"')
    assert [layer.id for layer in geopackage.read(path).layers] == ["places"]


def test_a_view_can_be_a_layer(path: Path) -> None:
    write_geopackage(path, places=points(5), seen=[])
    execute(path, "DROP TABLE seen", "CREATE VIEW seen AS SELECT * FROM places WHERE fid > 2")
    seen = geopackage.read(path).layers[1]
    assert (seen.id, seen.rows, seen.ids) == ("seen", 3, ("3", "4", "5"))


def test_reading_that_takes_too_long_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_geopackage(path, places=points(3))
    slow = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    execute(path, "DROP TABLE places", f"CREATE VIEW places AS SELECT ({slow}) AS geom")
    monkeypatch.setattr(geopackage, "opened", partial(connection.opened, deadline_s=0.2))
    with pytest.raises(InputError, match="too long"):
        geopackage.read(path)


@pytest.mark.parametrize("column", ["position", "visible", "min_scale", "max_scale"])
@pytest.mark.parametrize("value", ["9e999", "-9e999", "'much'", "NULL", "x'00'"])
def test_settings_that_are_no_numbers_do_no_harm(path: Path, column: str, value: str) -> None:
    write_geopackage(path, places=points(3))
    execute(
        path,
        "CREATE TABLE layer_setting (layer TEXT, position, visible, min_scale, max_scale)",
        f"INSERT INTO layer_setting (layer, {column}) VALUES ('places', {value})",
    )
    (layer,) = geopackage.read(path).layers
    assert layer.rows == 3
    assert layer.spec.shown_at(10_000)


def test_settings_of_a_layer_are_taken_over(path: Path) -> None:
    write_geopackage(path, places=points(3))
    execute(
        path,
        "CREATE TABLE layer_setting (layer, position, visible, max_scale, group_id, "
        "group_en, title_zh_hans, title_en)",
        "INSERT INTO layer_setting VALUES "
        "('places', 7, 0, 5000, 'theme', 'Theme', '地点', 'Spots')",
    )
    spec = geopackage.read(path).layers[0].spec
    assert (spec.position, spec.visible, spec.max_scale) == (7, False, 5000)
    assert (spec.title.zh_hans, spec.title.en, spec.group.id) == ("地点", "Spots", "theme")


def test_presets_name_layers_and_one_without_any_is_none(path: Path) -> None:
    write_geopackage(path, places=points(1))
    execute(
        path,
        "CREATE TABLE layer_preset (id, title_zh_hans, title_en, layers)",
        "INSERT INTO layer_preset VALUES ('few', '少数', 'Few', ' places; lakes ;'), "
        "('none', '无', 'None', NULL), (7, NULL, NULL, 'places')",
    )
    few, seven = geopackage.read(path).presets
    assert (few.id, few.title.zh_hans, few.layers) == ("few", "少数", {"places", "lakes"})
    assert (seven.id, seven.title.en) == ("7", "7")


def test_the_default_style_is_taken_then_the_newest(path: Path) -> None:
    write_geopackage(path, places=points(1))
    execute(path, STYLES)
    add_style(path, SLD.format(mark="circle"), time="2020")
    add_style(path, SLD.format(mark="star"), time="2024")
    assert mark_of(path) == "star"
    add_style(path, SLD.format(mark="cross"), default=1, time="2010")
    assert mark_of(path) == "cross"


@pytest.mark.parametrize(
    ("qml", "opacity"),
    [
        ("<qgis><layerOpacity>0.4</layerOpacity></qgis>", 0.4),
        ("<qgis><layerOpacity>0</layerOpacity></qgis>", 0.0),
        ("<qgis><layerOpacity>1.7</layerOpacity></qgis>", 1.0),
        ("<qgis><layerOpacity>1e9</layerOpacity></qgis>", 1.0),
        ("<qgis/>", 1.0),
    ],
)
def test_a_layer_is_as_opaque_as_qgis_has_it(path: Path, qml: str, opacity: float) -> None:
    write_geopackage(path, places=points(1))
    execute(path, STYLES)
    add_style(path, SLD.format(mark="star"), default=1)
    execute(path, f"UPDATE layer_styles SET styleQML = '{qml}'")
    assert geopackage.read(path).layers[0].spec.style.opacity == opacity


def test_a_style_that_cannot_be_read_gives_way_to_the_next(path: Path) -> None:
    write_geopackage(path, places=points(1))
    execute(path, STYLES)
    add_style(path, "<broken", default=1)
    layer = geopackage.read(path).layers[0]
    assert layer.spec.style == default_style(layer.spec.geometry)
    add_style(path, SLD.format(mark="star"))
    assert mark_of(path) == "star"
    assert "style" in geopackage.read(path).notes[0].en


def test_aliases_of_columns_are_known(path: Path) -> None:
    write_geopackage(path, places=points(1))
    execute(
        path,
        "CREATE TABLE gpkg_data_columns (table_name, column_name, name, title, description)",
        "INSERT INTO gpkg_data_columns VALUES ('places', 'name', 'Name', 'n', 'What it is called')",
    )
    (field,) = geopackage.read(path).layers[0].spec.fields
    assert (field.name, field.alias, field.help) == ("name", "Name", "What it is called")


def test_progress_counts_the_layers(path: Path) -> None:
    write_geopackage(path, a=points(1), b=points(1))
    told: list[tuple[int, int]] = []
    geopackage.read(path, progress=lambda done, of: told.append((done, of)))
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)


def test_files_of_other_programs_are_read(path: Path) -> None:
    """GDAL writes envelopes, an R-tree and counts of its own."""
    geopandas = pytest.importorskip("geopandas")
    shapes = [box(114.0 + n / 100, 22.5, 114.005 + n / 100, 22.51) for n in range(30)]
    frame = geopandas.GeoDataFrame({"height": range(30)}, geometry=shapes, crs="EPSG:4326")
    frame.to_file(path, layer="buildings", driver="GPKG")
    before = everything_in(path.parent)
    (layer,) = geopackage.read(path).layers
    assert (layer.id, layer.rows, len(layer.geometries.of(Kind.POLYGON))) == ("buildings", 30, 30)
    assert layer.attributes["height"] == tuple(range(30))
    assert everything_in(path.parent) == before


def test_a_count_in_the_file_is_not_believed(path: Path) -> None:
    write_geopackage(path, places=points(5))
    execute(
        path,
        "CREATE TABLE gpkg_ogr_contents (table_name TEXT, feature_count INTEGER)",
        "INSERT INTO gpkg_ogr_contents VALUES ('places', 2)",
    )
    assert geopackage.read(path).layers[0].rows == 5
