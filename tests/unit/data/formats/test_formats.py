import hashlib
import os
import socket
import sys
from pathlib import Path

import pytest

from hetao_map.data.formats import private_folder
from hetao_map.data.open import check_openable, open_files
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.text import format_messages
from tests import foreign_files as foreign
from tests.files import everything_in, points, write_geopackage
from tests.sentinel import sentinel


def counts(catalog: Catalog) -> dict[str, int]:
    return {layer.id: layer.rows for layer in catalog.layers}


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", foreign.FORMATS)
def test_each_format_is_read_with_all_its_rows(name: str, tmp_path: Path, private: Path) -> None:
    write, expected = foreign.FORMATS[name]
    write(tmp_path / name)
    before = digests(tmp_path)
    check_openable(tmp_path / name)
    catalog = open_files([tmp_path / name])
    assert counts(catalog) == expected
    assert not any(layer.skipped for layer in catalog.layers)
    assert catalog.notes == ()
    assert catalog.datasets[0].path == tmp_path / name
    assert catalog.datasets[0].title.en == name
    for layer in catalog.layers:
        assert all(layer.pieces(row) for row in range(layer.rows))
    assert digests(tmp_path) == before
    del catalog, layer
    assert everything_in(private) == {}


@pytest.mark.parametrize(
    "name", ["a.geojson", "a.geojsonl", "a.shp", "a.fgb", "a.kml", "a.kmz", "a.gml", "a.csv"]
)
def test_words_stay_what_they_are(name: str, tmp_path: Path) -> None:
    foreign.FORMATS[name][0](tmp_path / name)
    (layer,) = open_files([tmp_path / name]).layers
    # FlatGeobuf keeps neighbours together, not the order in which they came.
    assert sorted(layer.name(row).en for row in range(5)) == sorted(foreign.NAMES)


@pytest.mark.parametrize("name", foreign.FORMATS)
def test_the_name_of_a_file_means_nothing(name: str, tmp_path: Path) -> None:
    write, expected = foreign.FORMATS[name]
    write(tmp_path / name)
    if name != "a.shp":
        odd = (tmp_path / name).rename(tmp_path / "a; b!c?#%20\n.dat")
        assert sorted(counts(open_files([odd])).values()) == sorted(expected.values())


def test_nodes_in_no_order_are_read_all_the_same(tmp_path: Path) -> None:
    foreign.osm_pbf(tmp_path / "a.osm.pbf", -1)
    catalog = open_files([tmp_path / "a.osm.pbf"])
    assert counts(catalog) == foreign.FORMATS["a.osm.pbf"][1]


def test_formats_stand_side_by_side_on_one_map(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.kml", "a.geojson")]
    for path in paths:
        foreign.FORMATS[path.name][0](path)
    far = write_geopackage(tmp_path / "far.gpkg", far=[(foreign.Point(10, 50), "Rhine")])
    catalog = open_files([*paths, far])
    assert counts(catalog) == {"a": 5, "a@a": 5, "far": 1}
    assert {dataset.map_epsg for dataset in catalog.datasets} == {3857}


@pytest.mark.parametrize("what", ["address", "file"])
@pytest.mark.parametrize("name", foreign.OUTREACHING)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches with inotify")
def test_nothing_is_fetched_and_no_other_file_is_opened(
    name: str, what: str, tmp_path: Path
) -> None:
    with sentinel(tmp_path) as watched:
        target = watched.address if what == "address" else str(watched.canary)
        (tmp_path / name).write_text(foreign.OUTREACHING[name](target))
        before = everything_in(tmp_path)
        assert watched.was_opened()
        complaint = ""
        try:
            catalog = open_files([tmp_path / name])
        except InputError as error:
            complaint = error.sentence.en
        assert not watched.was_called()
        assert not watched.was_opened()
    assert str(tmp_path / name) in complaint if complaint else catalog.layers
    assert everything_in(tmp_path) == before


def test_the_watch_sees_who_calls_and_who_opens(tmp_path: Path) -> None:
    with sentinel(tmp_path) as watched:
        assert not watched.was_called()
        watched.canary.read_text()
        assert watched.was_opened()
        assert not watched.was_opened()
        host, port = watched.address.removeprefix("http://").removesuffix("/x").split(":")
        socket.create_connection((host, int(port))).close()
        assert watched.was_called()


REFUSED = {
    "vrt.geojson": format_messages.REFERENCE_ONLY,
    "wfs.geojson": format_messages.FORMAT_UNKNOWN,
    "wfs.gml": format_messages.REFERENCE_ONLY,
    "address.json": format_messages.FORMAT_UNKNOWN,
    "doctype.gml": format_messages.XML_ENTITIES,
    "entities.osm": format_messages.XML_ENTITIES,
    "entities.gpx": format_messages.XML_ENTITIES,
    "entities.kml": format_messages.XML_ENTITIES,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_only_points_elsewhere_is_refused_by_its_content(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(foreign.OUTREACHING[name]("http://127.0.0.1:1/x"))
    expected = REFUSED[name].en.split("{")[1].split("}")[1][:30]
    with pytest.raises(InputError, match=expected):
        check_openable(tmp_path / name)


def test_entities_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.kml").write_text(foreign.laughs())
    with pytest.raises(InputError, match="DOCTYPE"):
        open_files([tmp_path / "a.kml"])


def test_a_kmz_that_unpacks_to_too_much_is_refused(tmp_path: Path, private: Path) -> None:
    foreign.zip_bomb(tmp_path / "a.kmz", 300)
    with pytest.raises(InputError, match="unpacked it is larger than 256 MB"):
        open_files([tmp_path / "a.kmz"])
    assert everything_in(private) == {}


def test_a_reading_that_nobody_waits_for_leaves_nothing(tmp_path: Path, private: Path) -> None:
    foreign.geojson(tmp_path / "a.geojson")
    asked = iter(range(1000))
    with pytest.raises(CancelledError, match="reading was stopped"):
        open_files([tmp_path / "a.geojson"], stale=lambda: next(asked) > 1)
    assert everything_in(private) == {}


def test_progress_ends_when_all_is_read(tmp_path: Path) -> None:
    foreign.geojson(tmp_path / "a.geojson")
    told: list[tuple[Path, int, int]] = []
    open_files([tmp_path / "a.geojson"], lambda *values: told.append(values))
    path, done, of = told[-1]
    assert (path, done) == (tmp_path / "a.geojson", of)
    assert of > 0


def test_folders_of_a_program_that_died_are_cleared(tmp_path: Path, private: Path) -> None:
    left = private / f"{private_folder.PREFIX}gone"
    left.mkdir()
    (left / "in-use").touch()
    (left / "layers.gpkg").touch()
    used = private_folder.PrivateFolder()
    private_folder.clear_abandoned()
    assert not left.exists()
    assert used.path.is_dir()


def test_a_private_folder_is_for_this_user_alone(private: Path) -> None:
    folder = private_folder.PrivateFolder()
    assert folder.path.parent == private
    if os.name == "posix":
        assert folder.path.stat().st_mode & 0o077 == 0


def test_a_crs_that_the_file_names_by_a_link_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(foreign.OUTREACHING["link.geojson"]("http://127.0.0.1:1/crs"))
    catalog = open_files([path])
    assert catalog.notes == (format_messages.LINKED_CRS.with_values(path=path),)
    assert [assumed.crs for assumed in catalog.datasets[0].assumed] == ["EPSG:4326"]


def test_a_reader_that_wants_too_much_memory_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    with path.open("w") as file:
        file.write('{"type":"FeatureCollection","name":[')
        for _ in range(210):
            file.write('"' + "x" * 999_996 + '",')
    with pytest.raises(InputError, match="more memory than it is given"):
        open_files([path])


def test_a_geopackage_needs_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(2))
    monkeypatch.setattr("subprocess.Popen", None)
    assert counts(open_files([path])) == {"places": 2}


@pytest.mark.parametrize("encoding", ["GB2312", "UTF-16", "Big5"])
def test_xml_is_read_in_the_encoding_it_declares(encoding: str, tmp_path: Path) -> None:
    foreign.gpx(tmp_path / "a.gpx")
    text = (tmp_path / "a.gpx").read_text(encoding="utf-8")
    declared = text.replace('version="1.0"?>', f'version="1.0" encoding="{encoding}"?>', 1)
    (tmp_path / "a.gpx").write_text(declared, encoding=encoding)
    waypoints = open_files([tmp_path / "a.gpx"]).layer("waypoints")
    assert waypoints is not None
    assert waypoints.name(0).en == "口岸"
