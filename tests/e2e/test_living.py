"""A file that others change while it is open: every save is seen, nothing of the work is lost.

The file is edited with plain sqlite3, and once by QGIS where it is there; the viewer itself never
changes it, nor leaves anything beside it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shapely import LineString, Point

from tests.e2e.accessible import SYSTEM_PYTHON, Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_window import layers
from tests.files import add_layer, encoded, execute, insert, points, write_geopackage

SLD = (
    '<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" version="1.1.0"><NamedLayer>'
    '<UserStyle><FeatureTypeStyle xmlns="http://www.opengis.net/se"><Rule><PointSymbolizer>'
    "<Graphic><Mark><WellKnownName>square</WellKnownName><Fill>"
    '<SvgParameter name="fill">{colour}</SvgParameter></Fill></Mark><Size>14</Size></Graphic>'
    "</PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>"
)


class Living:
    """The running window, its file, and what is looked at after each edit."""

    def __init__(self, program: Program, path: Path) -> None:
        self.program, self.path = program, path
        self.window = program.window()

    def view(self) -> tuple[str, str]:
        """The scale and the middle of the map, as the status bar says them."""
        self.program.screen.park()
        middle = self.window.find(pattern=r"^Centre: ").name
        return self.window.find("combo box", pattern="^1:").name, middle

    def told(self, pattern: str) -> Node:
        """The notice about the file, waited for and then put away."""
        found = self.window.find("label", pattern=pattern)
        self.window.button("Dismiss").press()
        self.window.wait_gone(name="Dismiss")
        return found

    def edit(self, change: Callable[[Path], object], sentence: str) -> None:
        """Edit the file, see that it is told of, and that nothing else has changed."""
        before = self.view()
        change(self.path)
        digest, names = state_of(self.path)
        self.told(sentence)
        assert self.view() == before
        assert state_of(self.path) == (digest, names), "the viewer has changed the file"


def state_of(path: Path) -> tuple[str, list[str]]:
    """The content of the file and its log, and the names beside it."""
    names = sorted(p.name for p in path.parent.iterdir() if not p.name.endswith("-shm"))
    content = b"".join(p.read_bytes() for p in sorted(path.parent.glob(path.name + "*")))
    return hashlib.sha256(content).hexdigest(), names


def updated(what: str) -> str:
    return rf"^edited\.gpkg was updated: {what}\.$"


@pytest.fixture
def living(desktop: Desktop, tmp_path: Path) -> Iterator[Living]:
    folder = tmp_path / "data"
    folder.mkdir()
    path = write_geopackage(folder / "edited.gpkg", places=points(12))
    with closing(sqlite3.connect(path)) as connection, connection:
        lines = [LineString([(114.05, 22.512), (114.052, 22.513)])]
        add_layer(connection, "tracks", [(line, "track") for line in lines])
    with desktop.start([str(path)]) as program:
        window = program.window()
        layers(window).find(name="Places")
        program.screen.wait_until_still()
        yield Living(program, path)
        program.alive()
        assert program.complaints() == []


def rename(path: Path) -> None:
    execute(
        path,
        "ALTER TABLE huts RENAME TO cabins",
        "UPDATE gpkg_contents SET table_name = 'cabins', identifier = 'Cabins' "
        "WHERE table_name = 'huts'",
        "UPDATE gpkg_geometry_columns SET table_name = 'cabins' WHERE table_name = 'huts'",
    )


def in_one(path: Path, *statements: str) -> None:
    """Several statements as one save."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements:
            connection.execute(statement)
        connection.execute("COMMIT")


def new_layer(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        add_layer(connection, "huts", points(3, start=20))
        connection.execute("COMMIT")


def no_layer(path: Path) -> None:
    in_one(
        path,
        "DROP TABLE cabins",
        "DELETE FROM gpkg_contents WHERE table_name = 'cabins'",
        "DELETE FROM gpkg_geometry_columns WHERE table_name = 'cabins'",
    )


def geometry(fid: int, shape: Point | None) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("UPDATE places SET geom = ? WHERE fid = ?", (encoded(shape), fid))

    return change


def added(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        insert(connection, "places", points(2, start=40))
        connection.execute("COMMIT")


def styled(path: Path) -> None:
    in_one(
        path,
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_catalog TEXT, f_table_schema "
        "TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD "
        "TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time TEXT)",
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleSLD, useAsDefault) VALUES ('', '', 'places', 'geom', "
        f"'own', '{SLD.format(colour='#ff0000')}', 1)",
    )


def replaced(path: Path) -> None:
    """Another program writes a new file and puts it in the place of this one."""
    other = path.with_name("part.tmp")
    shutil.copyfile(path, other)
    execute(other, "UPDATE places SET name = 'replaced' WHERE fid = 3")
    other.replace(path)


def quick_saves(path: Path) -> None:
    for number in range(10):
        execute(path, f"UPDATE places SET name = 'quick {number}' WHERE fid = 4")


def touched(path: Path) -> None:
    """What is no change is not told of; the change that follows is the only one that is."""
    os.utime(path)
    execute(path, "VACUUM")
    path.touch()
    execute(path, "UPDATE places SET name = 'after a touch' WHERE fid = 5")


def test_a_file_is_edited_twenty_ways_while_it_is_open(living: Living) -> None:
    sql = "UPDATE places SET name = 'new name' WHERE fid "
    living.edit(lambda path: execute(path, sql + "= 1"), updated("1 changed"))
    living.edit(lambda path: execute(path, sql + "IN (2, 3, 4)"), updated("3 changed"))
    living.edit(added, updated("2 added"))
    living.edit(lambda p: execute(p, "DELETE FROM places WHERE fid = 13"), updated("1 removed"))
    living.edit(geometry(2, Point(114.0503, 22.5105)), updated("1 changed"))
    living.edit(geometry(6, None), updated("1 changed"))
    living.edit(new_layer, updated("layer “Huts” added"))
    living.edit(rename, updated("a layer renamed to “Cabins”, description of “Cabins” changed"))
    living.edit(no_layer, updated("layer “Cabins” removed"))
    living.edit(styled, updated("style of “Places” changed"))
    colour = f"UPDATE layer_styles SET styleSLD = '{SLD.format(colour='#00aa00')}'"
    living.edit(lambda path: execute(path, colour), updated("style of “Places” changed"))
    living.edit(
        lambda path: execute(path, "ALTER TABLE places ADD COLUMN height REAL"),
        updated("columns of “Places” changed"),
    )
    title = "UPDATE gpkg_contents SET identifier = 'Spots' WHERE table_name = 'places'"
    living.edit(lambda path: execute(path, title), updated("description of “Spots” changed"))
    living.edit(replaced, updated("1 changed"))
    living.edit(quick_saves, updated("1 changed"))
    living.edit(touched, updated("1 changed"))
    living.edit(
        lambda path: in_one(path, "DELETE FROM places WHERE fid = 7", sql + "= 8"),
        updated("1 changed, 1 removed"),
    )


def test_a_log_that_is_not_in_the_file_yet_is_seen(living: Living) -> None:
    with closing(sqlite3.connect(living.path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=wal")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        sql = "UPDATE places SET name = 'in the log' WHERE fid = 1"
        living.edit(lambda _path: writer.execute(sql), updated("1 changed"))
        living.edit(lambda _path: insert(writer, "places", points(3, start=50)), updated("3 added"))
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sql = "DELETE FROM places WHERE fid = 2"
        living.edit(lambda _path: writer.execute(sql), updated("1 removed"))
    execute(living.path, "PRAGMA journal_mode=delete")
    living.edit(
        lambda path: execute(path, "UPDATE places SET name = 'back' WHERE fid = 1"),
        updated("1 changed"),
    )


def test_a_save_that_is_not_done_yet_changes_nothing(living: Living) -> None:
    with closing(sqlite3.connect(living.path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE places SET name = hex(zeroblob(3000)) WHERE fid = 1")
        writer.execute("UPDATE places SET name = 'half' WHERE fid = 1")
        living.edit(lambda _path: writer.execute("COMMIT"), updated("1 changed"))


def test_a_file_that_is_gone_or_broken_costs_nothing(living: Living) -> None:
    path, kept = living.path, living.path.with_name("kept.bak")
    shutil.copyfile(path, kept)
    path.unlink()
    living.told(r"^edited\.gpkg is not there any more; the map keeps what was read last")
    assert layers(living.window).find(name="Places")
    shutil.copyfile(kept, path)
    living.told(r"^edited\.gpkg can be read again, with nothing changed\.$")
    path.write_bytes(b"This is no database." * 100)
    living.told(r"^edited\.gpkg: .*The map keeps what it had, and tries again")
    shutil.copyfile(kept, path)
    living.told(r"^edited\.gpkg can be read again, with nothing changed\.$")
    path.write_bytes(kept.read_bytes()[:6000])
    living.told(r"^edited\.gpkg: .*The map keeps what it had, and tries again")
    shutil.copyfile(kept, path)
    execute(path, "DELETE FROM places WHERE fid IN (1, 2)")
    living.told(updated("2 removed"))
    assert layers(living.window).find(name="Places")


def test_the_list_of_changes_leads_there_and_the_former_state_comes_back(living: Living) -> None:
    execute(living.path, "UPDATE places SET name = 'renamed spot' WHERE fid = 9")
    window, program = living.window, living.program
    window.find("label", pattern=updated("1 changed"))
    window.button("What has changed…").press()
    dialog = program.application.find(("dialog", "frame"), "What has changed in the data")
    line = dialog.find("list item", pattern=r"Places · renamed spot · changed \(name\)")
    program.click(line)
    window.find(pattern="^renamed spot$")
    dialog.button("Show the previous version").press()
    window.find("label", pattern=r"^The map shows edited\.gpkg as it was before")
    window.find(pattern="^place 8$")
    dialog.button("Show the new version").press()
    window.find(pattern="^renamed spot$")
    program.screen.key("Escape")
    dialog.wait_state(lacks=("showing",))


QGIS = """
import sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(sys.argv[1] + "|layername=places", "places", "ogr")
assert layer.isValid() and layer.startEditing()
feature = next(f for f in layer.getFeatures() if f.id() == 1)
layer.changeAttributeValue(1, layer.fields().indexOf("name"), "by QGIS")
layer.deleteFeature(2)
assert layer.commitChanges(), layer.commitErrors()
del layer
app.exitQgis()
"""


def has_qgis() -> bool:
    question = [SYSTEM_PYTHON, "-c", "import qgis.core"]
    return subprocess.run(question, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not has_qgis(), reason="QGIS is not installed")
def test_a_save_by_qgis_is_seen(living: Living) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [SYSTEM_PYTHON, "-c", QGIS, str(living.path)], check=True, env=environment, timeout=120
    )
    living.told(updated("1 changed, 1 removed"))
    wait_until(lambda: not living.window.find_all(name="Dismiss"), "the notice is away")
