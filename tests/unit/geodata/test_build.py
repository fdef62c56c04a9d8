import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import pyogrio
import pytest
import shapely

from geodata.build import DEFAULT_OUTPUT, DEFAULT_SOURCES, DEFAULT_STYLES, build, main
from geodata.contract import ATTRIBUTE_TABLES, LAYER_NAMES, LAYERS, Layer
from geodata.sources import read_sources


def rows(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path.as_uri() + "?mode=ro&immutable=1", uri=True)) as db:
        return db.execute(sql).fetchall()


def content(path: Path) -> dict[str, list[tuple]]:
    """Return all that the file says, without how SQLite lays it out."""
    tables = rows(path, "SELECT name, type, sql FROM sqlite_master ORDER BY name")
    shadow = ("_node", "_parent", "_rowid")
    said = {"sqlite_master": tables}
    for name, kind, _ in tables:
        if kind == "table" and not (name.startswith("rtree_") and name.endswith(shadow)):
            said[name] = sorted(rows(path, f'SELECT * FROM "{name}"'), key=repr)
    return said


def test_two_builds_have_the_same_bytes(fresh_build: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.gpkg"
    build(read_sources(DEFAULT_SOURCES), DEFAULT_STYLES, again)
    assert again.read_bytes() == fresh_build.read_bytes()


def test_the_committed_file_is_current(fresh_build: Path) -> None:
    committed, fresh = content(DEFAULT_OUTPUT), content(fresh_build)
    assert committed.keys() == fresh.keys(), "run: make geodata"
    for table, said in fresh.items():
        assert committed[table] == said, f"{table} is not current; run: make geodata"


def test_header_says_geopackage_1_4_and_nothing_of_its_writer(fresh_build: Path) -> None:
    header = fresh_build.read_bytes()[:100]
    assert header[68:72] == b"GPKG"
    assert int.from_bytes(header[60:64]) == 10400
    assert header[24:28] == header[92:96] == b"\x00\x00\x00\x01"
    assert int.from_bytes(header[96:100]) == 3040001


def test_sqlite_finds_the_file_sound(fresh_build: Path) -> None:
    assert rows(fresh_build, "PRAGMA integrity_check") == [("ok",)]
    assert rows(fresh_build, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_gdal_reads_each_layer(fresh_build: Path, layer: Layer) -> None:
    frame = pyogrio.read_dataframe(fresh_build, layer=layer.name)
    assert len(frame) == rows(fresh_build, f'SELECT count(*) FROM "{layer.name}"')[0][0] > 0
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.is_valid.all()
    assert frame["id"].is_unique
    types = {kind.upper() for kind in frame.geometry.geom_type}
    assert types == {layer.geometry_type} or layer.geometry_type == "GEOMETRY"


@pytest.mark.parametrize("table", [table.name for table in ATTRIBUTE_TABLES])
def test_gdal_reads_each_attribute_table(fresh_build: Path, table: str) -> None:
    count = rows(fresh_build, f'SELECT count(*) FROM "{table}"')[0][0]
    assert pyogrio.read_info(fresh_build, layer=table)["features"] == count > 0


@pytest.mark.parametrize("layer", LAYER_NAMES)
def test_spatial_index_is_in_step(fresh_build: Path, layer: str) -> None:
    frame = pyogrio.read_dataframe(fresh_build, layer=layer, fid_as_index=True)
    index = rows(fresh_build, f"SELECT id, minx, miny, maxx, maxy FROM rtree_{layer}_geom")
    boxes = {fid: box for fid, *box in index}
    assert boxes.keys() == set(frame.index)
    for fid, shape in frame.geometry.items():
        assert boxes[fid] == pytest.approx(shape.bounds, abs=2e-5)
        assert shapely.box(*boxes[fid]).covers(shape)


@pytest.mark.parametrize("layer", LAYER_NAMES)
def test_contents_tell_extent_and_count(fresh_build: Path, layer: str) -> None:
    said = rows(
        fresh_build,
        "SELECT min_x, min_y, max_x, max_y, srs_id, last_change FROM gpkg_contents"
        f" WHERE table_name = '{layer}' AND data_type = 'features'",
    )
    bounds = pyogrio.read_dataframe(fresh_build, layer=layer).total_bounds
    assert said[0][:4] == pytest.approx(tuple(bounds))
    assert said[0][4:] == (4326, "2026-03-31T00:00:00.000Z")
    counted = rows(fresh_build, f'SELECT count(*) FROM "{layer}"')
    assert counted == rows(
        fresh_build, f"SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '{layer}'"
    )


def test_all_tables_are_registered(fresh_build: Path) -> None:
    attributes = {table.name for table in ATTRIBUTE_TABLES} | {"layer_styles"}
    said = dict(rows(fresh_build, "SELECT table_name, data_type FROM gpkg_contents"))
    assert said == dict.fromkeys(LAYER_NAMES, "features") | dict.fromkeys(attributes, "attributes")


def test_columns_have_help_unique_aliases_and_known_constraints(fresh_build: Path) -> None:
    said = rows(fresh_build, "SELECT table_name, name, description FROM gpkg_data_columns")
    assert len({(table, alias) for table, alias, _ in said}) == len(said)
    assert all(help_text for _, _, help_text in said)
    unknown = rows(
        fresh_build,
        "SELECT constraint_name FROM gpkg_data_columns WHERE constraint_name NOT IN"
        " (SELECT constraint_name FROM gpkg_data_column_constraints)",
    )
    assert unknown == []


@pytest.mark.parametrize("layer", LAYER_NAMES)
def test_values_keep_to_their_enums(fresh_build: Path, layer: str) -> None:
    bound = rows(
        fresh_build,
        "SELECT column_name, constraint_name FROM gpkg_data_columns"
        f" WHERE table_name = '{layer}' AND constraint_name IS NOT NULL",
    )
    assert {"kind", "status", "position_note"} == {column for column, _ in bound}
    for column, constraint in bound:
        allowed = rows(
            fresh_build,
            "SELECT value FROM gpkg_data_column_constraints"
            f" WHERE constraint_name = '{constraint}'",
        )
        assert set(rows(fresh_build, f'SELECT "{column}" FROM "{layer}"')) <= {*allowed, (None,)}


def test_metadata_names_title_rights_and_sources(fresh_build: Path) -> None:
    root = ET.fromstring(rows(fresh_build, "SELECT metadata FROM gpkg_metadata")[0][0])  # noqa: S314
    names = [element.tag.partition("}")[2] for element in root]
    assert names.count("title") == 3
    assert "OpenStreetMap" in "".join(root.itertext())
    assert names.count("source") == rows(fresh_build, "SELECT count(*) FROM source")[0][0]
    assert rows(fresh_build, "SELECT reference_scope, md_file_id FROM gpkg_metadata_reference") == [
        ("geopackage", 1)
    ]


def test_the_two_parks_lie_where_the_facts_say(fresh_build: Path) -> None:
    zone = pyogrio.read_dataframe(fresh_build, layer="cooperation_zone").set_index("id").geometry
    reserves = pyogrio.read_dataframe(fresh_build, layer="ecological_reserves").set_index("id")
    boundary = pyogrio.read_dataframe(fresh_build, layer="boundary").geometry.iloc[0]
    loop, mai_po = shapely.Point(114.0793, 22.5213), shapely.Point(114.0363, 22.4925)
    assert zone["hong_kong_park"].contains(loop)
    assert not zone["shenzhen_park"].intersects(loop)
    assert zone["futian_bonded_zone"].contains(shapely.Point(114.0470, 22.5080))
    assert not zone["hong_kong_park"].overlaps(zone["shenzhen_park"])
    assert zone["hetao_zone"].area == pytest.approx(
        zone["hong_kong_park"].area + zone["shenzhen_park"].area
    )
    assert reserves.geometry["mai_po"].contains(mai_po)
    assert reserves.geometry["mai_po_ramsar"].contains(mai_po)
    assert not boundary.crosses(zone["hong_kong_park"])


def test_symbols_do_not_lie_on_each_other(fresh_build: Path) -> None:
    sites = pyogrio.read_dataframe(fresh_build, layer="innovation_sites").to_crs(2326).geometry
    gaps = [a.distance(b) for n, a in enumerate(sites) for b in sites[n + 1 :]]
    assert min(gaps) >= 120


def build_small(folder: Path, styles: Path | None = None) -> Path:
    path = folder.parent / "small.gpkg"
    arguments = ["--sources", str(folder), "--output", str(path)]
    assert main([*arguments, "--styles", str(styles or folder / "no_styles")]) == 0
    return path


def test_templates_name_the_unnamed(small_sources: Path) -> None:
    path = build_small(small_sources)
    assert rows(path, "SELECT fid, id, name_en, kind FROM water") == [
        (1, "first", "Futian", "thing"),
        (2, "pond_001", None, "pond"),
        (3, "pond_002", None, "pond"),
    ]


def test_facts_follow_each_other_and_shared_ones_come_last(small_sources: Path) -> None:
    path = build_small(small_sources)
    sql = (
        "SELECT position, value_zh_hant, number, number_to, unit, precision FROM fact"
        " WHERE layer = 'ports' AND feature_id = 'first' ORDER BY fid"
    )
    assert rows(path, sql) == [
        (1, None, 5.0, 7.5, "ha", "exact"),
        (2, "06:30-22:30", None, None, None, "exact"),
        (3, None, 750.0, None, "ha", "about"),
    ]


def test_events_belong_to_their_features(small_sources: Path) -> None:
    path = build_small(small_sources)
    assert rows(path, "SELECT fid, event_id, layer, feature_id FROM event_feature") == [
        (1, "opened", "ports", "first"),
        (2, "opened", "water", "first"),
    ]


def test_hours_aliases_and_series_are_kept(small_sources: Path) -> None:
    path = build_small(small_sources)
    assert rows(path, "SELECT feature_id, traffic, hours, valid_to FROM opening_hours") == [
        ("first", "passenger", "06:30-22:30", None)
    ]
    assert rows(path, "SELECT count(*) FROM alias WHERE name = 'Fukutian'") == [(len(LAYERS),)]
    assert rows(path, "SELECT period, number, note_en FROM series") == [("2020", 1.5, None)]


def test_each_sld_becomes_the_default_style_of_its_layer(small_sources: Path) -> None:
    styles = small_sources / "styles"
    styles.mkdir()
    (styles / "ports.sld").write_text("<sld/>", encoding="utf-8")
    (styles / "water.sld").write_text("<sld2/>", encoding="utf-8")
    (styles / "water.qml").write_text("<qgis/>", encoding="utf-8")
    path = build_small(small_sources, styles)
    sql = (
        "SELECT f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleSLD,"
        " styleQML, useAsDefault, update_time FROM layer_styles"
    )
    when = "2026-03-31T00:00:00.000Z"
    assert rows(path, sql) == [
        ("", "", "ports", "geom", "<sld/>", "", 1, when),
        ("", "", "water", "geom", "<sld2/>", "<qgis/>", 1, when),
    ]


def test_problems_are_listed_and_nothing_is_written(
    small_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_sources / "event.toml").unlink()
    output = small_sources.parent / "none.gpkg"
    assert main(["--sources", str(small_sources), "--output", str(output)]) == 1
    assert capsys.readouterr().err == "event.toml is missing.\n1 problem; nothing was written.\n"
    assert not output.exists()
