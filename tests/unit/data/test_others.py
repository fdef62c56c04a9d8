"""GeoPackages as other programs and people make them."""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from shapely import LineString, Point, Polygon, box

from hetao_map.data import connection, geopackage
from hetao_map.geometry.columns import Kind
from hetao_map.geometry.projection import to_map
from hetao_map.model.dataset import Assumption
from hetao_map.model.errors import InputError
from hetao_map.model.style import default_style
from hetao_map.text import messages
from tests.files import add_layer, encoded, everything_in, execute, points, register
from tests.files import write_geopackage as write
from tests.samples import sample_files

COUNTS = {
    "null_geometry": {"new_geopackage": (3, 1), "PointExamples": (2, 1)},
    "states10": {"statesQGIS": (51, 51)},
    "gdal_sample": {"geometry2d": (8, 7), "geomcollection3d": (5, 4), "point2d": (2, 1)},
    "poly_golden": {"poly": (10, 10)},
    "domains": {"test": (0, 0)},
    "3d_envelope": {"foo": (2, 2)},
    "huge_feature_count": {"test": (1, 1), "test2": (0, 0)},
    "test_gpkg_nulls": {"test_gpkg_nulls": (4, 4)},
    "curve": {"curve": (1, 1)},
    "line_zm": {"line_zm": (1, 1)},
}
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "places.gpkg"


def placed(layer: object) -> int:
    """How many rows have a geometry on the map."""
    return len(layer.positions_of_row)


def notes_of(path: Path) -> list[str]:
    return [note.en for note in geopackage.read(path).notes]


@pytest.mark.parametrize(
    "path", sample_files() or [None], ids=lambda path: path.stem if path else "-"
)
def test_real_files_have_the_true_counts(path: Path | None) -> None:
    if path is None:
        pytest.skip("the folder of sample files is not beside the project")
    before = everything_in(path.parent)
    if path.stem == "empty":
        with pytest.raises(InputError, match="no feature layer"):
            geopackage.read(path)
    else:
        layers = {layer.id: layer for layer in geopackage.read(path).layers}
        found = {name: (layers[name].rows, placed(layers[name])) for name in COUNTS[path.stem]}
        assert found == COUNTS[path.stem]
        assert not any(layer.skipped for layer in layers.values())
    assert everything_in(path.parent) == before


@pytest.mark.parametrize("srs_id", [0, -1, 999])
def test_degrees_without_a_reference_system_are_shown_and_asked_about(
    path: Path, srs_id: int
) -> None:
    write(path, places=points(3))
    execute(path, f"UPDATE gpkg_geometry_columns SET srs_id = {srs_id}")
    dataset = geopackage.read(path)
    assert placed(dataset.layers[0]) == 3
    assert dataset.assumed == (Assumption("places", "EPSG:4326"),)


@pytest.mark.parametrize(
    ("crs", "xy"),
    [
        ("EPSG:2326", (836_694.0, 844_000.0)),
        ("EPSG:4547", (506_000.0, 2_490_000.0)),
        ("EPSG:4526", (38_506_000.0, 2_490_000.0)),
        ("EPSG:32650", (198_000.0, 2_492_000.0)),
        ("EPSG:3857", (385.0, -632.0)),
    ],
)
def test_metres_without_a_reference_system_are_shown_where_they_fit(
    path: Path, crs: str, xy: tuple[float, float]
) -> None:
    write(path, places=[(Point(xy), "here")])
    execute(path, "UPDATE gpkg_geometry_columns SET srs_id = 0")
    assert geopackage.read(path).assumed == (Assumption("places", crs),)


def test_a_reference_system_that_a_person_names_is_taken(path: Path) -> None:
    x, y = to_map((114.06, 22.51), 2326)
    write(path, places=[(Point(x, y), "here")])
    execute(path, "UPDATE gpkg_geometry_columns SET srs_id = 0")
    dataset = geopackage.read(path, crs="EPSG:2326")
    assert dataset.assumed == ()
    assert dataset.layers[0].point_on(0) == pytest.approx((x, y))


def test_metres_said_to_be_degrees_are_shown_where_they_fit(path: Path) -> None:
    write(path, places=[(Point(836_694, 844_000), "here")])
    assert geopackage.read(path).assumed == (Assumption("places", "EPSG:2326"),)


def test_coordinates_that_suit_no_system_are_said(path: Path) -> None:
    write(path, others=points(2), places=[(Point(1e30, 1e30), "nowhere")])
    execute(path, "UPDATE gpkg_geometry_columns SET srs_id = 0 WHERE table_name = 'places'")
    dataset = geopackage.read(path)
    assert [layer.id for layer in dataset.layers] == ["others"]
    assert "places" in dataset.notes[0].en


def test_a_definition_that_names_files_is_not_followed(path: Path) -> None:
    canary = path.with_name("grid.gsb")
    canary.write_bytes(b"canary")
    write(path, places=points(3))
    definition = f"+proj=longlat +ellps=intl +nadgrids={canary}"
    execute(
        path,
        f"INSERT INTO gpkg_spatial_ref_sys VALUES ('own', 77, 'NONE', 77, '{definition}', '')",
        "UPDATE gpkg_geometry_columns SET srs_id = 77",
    )
    assert geopackage.read(path).assumed == (Assumption("places", "EPSG:4326"),)


@pytest.mark.parametrize("listed", ["shape", "GEOM", ""])
def test_another_name_of_the_geometry_column_does_no_harm(path: Path, listed: str) -> None:
    write(path, places=points(3))
    execute(path, f"UPDATE gpkg_geometry_columns SET column_name = '{listed}'")
    layer = geopackage.read(path).layers[0]
    assert (placed(layer), sorted(layer.attributes)) == (3, ["fid", "name"])


def test_a_layer_that_is_listed_in_capital_letters_is_found(path: Path) -> None:
    write(path, places=points(3))
    execute(path, "UPDATE gpkg_contents SET table_name = 'PLACES'")
    assert geopackage.read(path).layers[0].rows == 3


def test_a_layer_whose_geometry_column_is_not_listed_is_found(path: Path) -> None:
    write(path, places=points(3))
    execute(path, "DELETE FROM gpkg_geometry_columns")
    dataset = geopackage.read(path)
    assert placed(dataset.layers[0]) == 3


def test_a_layer_that_only_the_geometry_columns_list_is_found(path: Path) -> None:
    write(path, places=points(3))
    execute(path, "DELETE FROM gpkg_contents")
    assert placed(geopackage.read(path).layers[0]) == 3


def test_a_layer_without_geometry_is_said(path: Path) -> None:
    write(path, places=points(3), others=points(1))
    execute(path, "ALTER TABLE places DROP COLUMN geom")
    assert notes_of(path) == [
        f"{path}, layer places: it has no column with geometry; it was skipped."
    ]


def test_a_layer_that_is_only_announced_is_said(path: Path) -> None:
    write(path, places=points(3), ghost=[])
    execute(path, "DROP TABLE ghost")
    assert "ghost" in notes_of(path)[0]


@pytest.mark.parametrize(
    ("data_type", "sentence"),
    [
        ("vector-tiles", "tiles of heights or vectors"),
        ("2d-gridded-coverage", "tiles of heights or vectors"),
        ("attributes", "tables"),
    ],
)
def test_a_file_of_other_things_says_what_they_are(
    path: Path, data_type: str, sentence: str
) -> None:
    write(path, places=[])
    execute(
        path,
        f"UPDATE gpkg_contents SET data_type = '{data_type}'",
        "DELETE FROM gpkg_geometry_columns",
    )
    with pytest.raises(InputError, match=f"{sentence}.*places"):
        geopackage.read(path)


def test_tiles_beside_layers_are_said(path: Path) -> None:
    write(path, places=points(3), photo=[])
    execute(
        path,
        "UPDATE gpkg_contents SET data_type = 'vector-tiles' WHERE table_name = 'photo'",
        "DELETE FROM gpkg_geometry_columns WHERE table_name = 'photo'",
    )
    assert "photo" in notes_of(path)[0]


@pytest.mark.parametrize(
    "columns",
    [
        "fid INTEGER, geom BLOB, name TEXT",
        "fid TEXT, geom BLOB, name TEXT",
        "code TEXT PRIMARY KEY, geom BLOB, name TEXT",
        "a INTEGER, b INTEGER, geom BLOB, name TEXT, PRIMARY KEY (a, b)",
        "code TEXT PRIMARY KEY, geom BLOB, name TEXT) WITHOUT ROWID",
        "geom BLOB, name TEXT, double AS (length(name))",
    ],
    ids=["no key", "text", "text key", "two keys", "no rowid", "computed"],
)
def test_odd_keys_cost_no_row(path: Path, columns: str) -> None:
    write(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        end = "" if columns.endswith("ROWID") else ")"
        database.execute(f"CREATE TABLE odd ({columns}{end}")
        register(database, "odd")
        key = columns.split(maxsplit=1)[0]
        for number, (shape, name) in enumerate(points(4)):
            values = {"geom": encoded(shape), "name": name}
            if key in ("code", "a"):
                values[key] = f"k{number}" if key == "code" else 1
            if key == "a":
                values["b"] = number
            marks = ", ".join("?" * len(values))
            database.execute(
                f"INSERT INTO odd ({', '.join(values)}) VALUES ({marks})", list(values.values())
            )
    layer = geopackage.read(path).layers[0]
    assert (layer.rows, placed(layer), len(set(layer.ids))) == (4, 4, 4)
    assert all(layer.find(feature_id) for feature_id in layer.ids)


@pytest.mark.parametrize("name", ['a"b', "a b", "河套", "a\nb", "x'; DROP TABLE y", "%s {n}", "-"])
def test_odd_names_are_read(path: Path, name: str) -> None:
    write(path, **{name: points(2)})
    assert geopackage.read(path).layers[0].rows == 2


def test_names_that_are_no_utf8_cost_nothing(path: Path) -> None:
    write(path, places=points(3))
    execute(path, "ALTER TABLE places RENAME COLUMN name TO cXXd")
    path.write_bytes(path.read_bytes().replace(b"cXXd", b"c\xff\xfed"))
    layer = geopackage.read(path).layers[0]
    assert (placed(layer), sorted(layer.attributes)) == (3, ["c��d", "fid"])


def test_wrong_types_in_columns_are_read(path: Path) -> None:
    write(path, places=points(1))
    execute(
        path,
        "ALTER TABLE places ADD COLUMN height REAL",
        "UPDATE places SET height = 'tall', name = x'00ff'",
        "INSERT INTO places (geom, name, height) SELECT geom, 5, x'01' FROM places",
    )
    layer = geopackage.read(path).layers[0]
    assert layer.attributes["height"] == ("tall", b"\x01")
    assert layer.attributes["name"] == (b"\x00\xff", "5")


def test_a_type_that_is_wrongly_declared_is_drawn_all_the_same(path: Path) -> None:
    write(
        path,
        places=[(box(114, 22.5, 114.1, 22.6), "area"), (LineString([(114, 22), (115, 23)]), "")],
    )
    execute(path, "UPDATE gpkg_geometry_columns SET geometry_type_name = 'POINT'")
    layer = geopackage.read(path).layers[0]
    assert layer.geometries.of(Kind.POLYGON)
    assert layer.spec.style == default_style()


def test_open_rings_are_drawn(path: Path) -> None:
    ring = struct.pack("<BIII6d", 1, 3, 1, 3, 114, 22.5, 114.1, 22.5, 114.1, 22.6)
    write(path, places=[(b"GP\x00\x01" + struct.pack("<i", 4326) + ring, "open")])
    layer = geopackage.read(path).layers[0]
    assert layer.skipped == ()
    assert len(layer.geometries.of(Kind.POLYGON).xy) == 4


def test_heights_and_measures_are_dropped(path: Path) -> None:
    shape = shapely.from_wkt("LINESTRING Z (114 22.5 9, 114.1 22.6 9)")
    write(path, places=[(shape, "high")])
    assert geopackage.read(path).layers[0].geometries.of(Kind.LINE).xy.shape == (2, 2)


def test_empty_geometries_are_no_loss(path: Path) -> None:
    write(path, places=[(Polygon(), "empty"), (None, "none"), *points(1)])
    layer = geopackage.read(path).layers[0]
    assert (layer.rows, placed(layer), layer.skipped) == (3, 1, ())


def test_a_view_without_end_costs_only_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "VIEW_DEADLINE_S", 0.2)
    write(path, before=points(1), slow=[], after=points(2))
    execute(path, "DROP TABLE slow", f"CREATE VIEW slow AS SELECT ({ENDLESS}) AS geom")
    dataset = geopackage.read(path)
    assert [layer.id for layer in dataset.layers] == ["before", "after"]
    assert "slow" in dataset.notes[0].en
    assert "too long" in dataset.notes[0].en


def test_triggers_never_run(path: Path) -> None:
    write(path, places=points(2))
    execute(
        path,
        "CREATE TRIGGER t AFTER UPDATE ON places BEGIN SELECT load_extension('x'); END",
    )
    assert geopackage.read(path).layers[0].rows == 2


def test_codes_have_their_words(path: Path) -> None:
    write(path, places=[(Point(114, 22.5), "1")])
    execute(
        path,
        "CREATE TABLE gpkg_data_columns (table_name, column_name, name, title, description, "
        "mime_type, constraint_name)",
        "INSERT INTO gpkg_data_columns VALUES ('Places', 'NAME', NULL, 'Kind', 'h', NULL, 'Kinds')",
        "CREATE TABLE gpkg_data_column_constraints (constraint_name, constraint_type, value, "
        "description)",
        "INSERT INTO gpkg_data_column_constraints VALUES ('kinds', 'enum', '1', 'one'), "
        "('kinds', 'enum', '2', NULL), ('kinds', 'glob', '*', 'x')",
    )
    (field,) = geopackage.read(path).layers[0].spec.fields
    assert (field.alias, field.help, field.words) == ("Kind", "h", {"1": "one"})


QML = (
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis><fieldConfiguration>"
    "<field name='kind'><editWidget type='ValueMap'><config><Option type='Map'>{}</Option></config>"
    "</editWidget></field><field name='name'><editWidget type=''/></field></fieldConfiguration>"
    "<aliases><alias name='Kind &amp; use' index='1' field='kind'/>"
    "<alias name='' index='2' field='name'/></aliases></qgis>"
)
LIST = (
    "<Option type='List' name='map'><Option type='Map'><Option name='one' value='1'/></Option>"
    "<Option type='Map'><Option name='none' value='{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}'/>"
    "</Option><Option type='Map'><Option name='two' value='2'/></Option></Option>"
)
OLD = "<Option type='Map' name='map'><Option name='one' value='1'/><Option name='two' value='2'/>"


@pytest.mark.parametrize("words", [LIST, f"{OLD}</Option>"], ids=["QGIS 3", "older"])
def test_columns_have_the_aliases_and_words_of_qgis(path: Path, words: str) -> None:
    write(path, places=points(1))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("ALTER TABLE places ADD COLUMN kind INTEGER DEFAULT 2")
        db.execute("CREATE TABLE layer_styles (f_table_name, f_geometry_column, styleSLD, "
                   "styleQML, useAsDefault, update_time)")  # fmt: skip
        sld = "<StyledLayerDescriptor><Rule/></StyledLayerDescriptor>"
        row = ("places", "geom", sld, QML.format(words), 1, "")
        db.execute("INSERT INTO layer_styles VALUES (?, ?, ?, ?, ?, ?)", row)
    (field,) = geopackage.read(path).layers[0].spec.fields
    assert (field.name, field.alias, field.help) == ("kind", "Kind & use", "")
    assert field.words == {"1": "one", "2": "two"}
    execute(
        path,
        "CREATE TABLE gpkg_data_columns (table_name, column_name, name, title, description, "
        "mime_type, constraint_name)",
        "INSERT INTO gpkg_data_columns VALUES ('places', 'KIND', 'Use', '', 'what for', '', '')",
    )
    (field,) = geopackage.read(path).layers[0].spec.fields
    assert (field.alias, field.help) == ("Use", "what for")
    assert field.words == {"1": "one", "2": "two"}


def test_a_stale_index_is_not_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    geopandas = pytest.importorskip("geopandas")
    shapes = [box(114 + n / 1e4, 22.5, 114 + n / 1e4 + 5e-5, 22.50005) for n in range(300)]
    geopandas.GeoDataFrame(geometry=shapes, crs="EPSG:4326").to_file(path, layer="houses")
    monkeypatch.setattr("hetao_map.data.place.INDEXED_FROM", 100)
    assert type(geopackage.read(path).layers[0]).__name__ == "IndexedLayer"
    execute(path, "UPDATE rtree_houses_geom SET minx = minx - 1, maxx = maxx - 1")
    layer = geopackage.read(path).layers[0]
    assert type(layer).__name__ == "Layer"
    assert layer.rows == 300


def test_the_world_grid_is_the_only_note_of_a_good_file(path: Path) -> None:
    write(path, places=[(Point(10, 50), "Rhine")])
    assert geopackage.read(path).notes == (messages.WORLD_GRID,)


def test_a_second_layer_of_another_system_is_placed_by_its_own(path: Path) -> None:
    write(path, places=points(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        x, y = to_map((114.05, 22.51), 2326)
        add_layer(database, "grid", [(encoded(Point(x, y), 2326), "p")], 2326)
    first, second = geopackage.read(path).layers
    assert first.point_on(0) == pytest.approx(second.point_on(0))
