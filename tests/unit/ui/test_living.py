"""What the window makes of a file that is changed by others."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.data import place
from hetao_map.data.reading import added, read_each
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.localized import same
from hetao_map.ui.changes_dialog import ChangesDialog
from hetao_map.ui.file_watch import FileWatch
from hetao_map.ui.living import Living
from hetao_map.ui.notice import Notice
from tests.bench.city import make_city
from tests.files import everything_in, execute, points, write_geopackage


class Lives:
    """A file that is open, and the notice over a map."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot, self.path, self.canvas = qtbot, path, QWidget()
        self.canvas.resize(900, 600)
        self.store = Store(MapState(theme="light"))
        self.notice = Notice(self.canvas, self.store)
        self.living = Living(self.canvas, self.store, self.notice)
        qtbot.addWidget(self.canvas)
        self.canvas.show()
        catalog = added(Catalog(), read_each([path]).datasets)
        self.store.update(catalog=catalog, visible=frozenset({"places"}))
        qtbot.wait(10)

    def said(self) -> str:
        return "\n".join(label.text() for label in self.notice.findChildren(QLabel))

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.notice.isVisible() and words in self.said())

    def rows(self) -> int:
        return self.store.state.catalog.layers[0].rows

    def press(self, words: str) -> None:
        buttons = self.notice.findChildren(QPushButton)
        next(b for b in buttons if b.text() == words and not b.isHidden()).click()


@pytest.fixture
def lives(qtbot: QtBot, tmp_path: Path) -> Iterator[Lives]:
    folder = tmp_path / "data"
    folder.mkdir()
    made = Lives(qtbot, write_geopackage(folder / "a.gpkg", places=points(6)))
    yield made
    made.living.shut_down()


def test_a_save_is_shown_and_told_and_the_rest_stays(lives: Lives) -> None:
    lives.store.update(selection=Selection((FeatureRef("places", "2"),)))
    before = lives.store.state
    execute(lives.path, "DELETE FROM places WHERE fid = 1")
    content = everything_in(lives.path.parent)
    lives.wait_for("a.gpkg was updated: 1 removed.")
    assert lives.rows() == 5
    assert lives.store.state.viewport == before.viewport
    assert lives.store.state.selection == before.selection
    assert everything_in(lives.path.parent) == content


def test_the_former_state_comes_back_by_the_notice_and_the_new_one_again(lives: Lives) -> None:
    execute(lives.path, "DELETE FROM places WHERE fid = 1")
    lives.wait_for("1 removed")
    lives.press("Show the previous version")
    assert lives.rows() == 6
    lives.wait_for("as it was before the update of")
    lives.press("Show the new version")
    assert lives.rows() == 5
    Actions(lives.store).undo()
    assert lives.rows() == 6
    assert lives.notice.isHidden()


def test_a_file_that_is_closed_takes_its_sentences_along(lives: Lives) -> None:
    lives.notice.add(same("of the file"), about=str(lives.path))
    lives.notice.add(same("of another"), about="b.gpkg")
    lives.store.update(catalog=Catalog(), visible=frozenset())
    assert lives.said() == "of another"


def test_a_file_that_is_read_again_after_undo_is_not_renewed_by_itself(lives: Lives) -> None:
    execute(lives.path, "DELETE FROM places WHERE fid = 1")
    lives.wait_for("1 removed")
    Actions(lives.store).undo()
    lives.notice.hide()
    execute(lives.path, "DELETE FROM places WHERE fid = 2")
    lives.wait_for("2 removed")
    assert lives.rows() == 4


def test_a_broken_save_keeps_the_data_and_the_next_good_one_is_taken(lives: Lives) -> None:
    kept = lives.path.read_bytes()
    lives.path.write_bytes(kept[:5000])
    lives.wait_for("The map keeps what it had, and tries again when the file changes.")
    assert lives.rows() == 6
    assert str(lives.path.parent) not in lives.said()
    lives.path.write_bytes(kept)
    execute(lives.path, "DELETE FROM places WHERE fid = 1")
    lives.wait_for("1 removed")


def test_a_file_that_is_gone_costs_a_sentence(lives: Lives) -> None:
    other = lives.path.with_name("elsewhere")
    shutil.move(lives.path, other)
    lives.wait_for("a.gpkg is not there any more")
    assert lives.rows() == 6
    shutil.move(other, lives.path)
    lives.wait_for("a.gpkg can be read again, with nothing changed.")


def test_a_file_that_is_closed_is_watched_no_more(lives: Lives) -> None:
    lives.store.update(catalog=Catalog())
    lives.qtbot.wait(10)
    watch = lives.living.findChild(FileWatch)
    assert watch.watched == ()


def test_what_is_replaced_is_watched_again(qtbot: QtBot, tmp_path: Path) -> None:
    path, owner = tmp_path / "file", QWidget()
    qtbot.addWidget(owner)
    path.write_text("one")
    watch = FileWatch(owner)
    watch.watch([path])
    for text in ("two", "three"):
        other = tmp_path / "part"
        other.write_text(text)
        with qtbot.waitSignal(watch.stirred):
            other.replace(path)
    with qtbot.waitSignal(watch.stirred):
        path.write_text("four")
    watch.stop()


def test_the_list_names_each_change_and_goes_there(lives: Lives) -> None:
    execute(lives.path, "DELETE FROM places WHERE fid = 1")
    lives.wait_for("1 removed")
    execute(lives.path, "UPDATE places SET name = 'other' WHERE fid = 3")
    lives.wait_for("1 changed")
    actions = Actions(lives.store)
    dialog = ChangesDialog(lives.canvas, lives.store, actions, lives.living.turn)
    dialog.show()
    listed = dialog.findChild(QListWidget)
    rows = [listed.item(n).text().strip() for n in range(listed.count())]
    assert [row.split("   ")[-1] for row in rows] == [
        "a.gpkg was updated: 1 changed.",
        "Places · other · changed (name)",
        "a.gpkg was updated: 1 removed.",
        "Places · place 0 · removed",
    ]
    listed.itemActivated.emit(listed.item(1))
    assert lives.store.state.selection.current == FeatureRef("places", "3")
    listed.itemActivated.emit(listed.item(3))
    assert lives.store.state.place is not None
    dialog.close()


def test_of_a_large_layer_is_said_what_can_be_known(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    path = make_city(tmp_path / "city.gpkg", 400)
    lives = Lives(qtbot, path)
    large = lives.store.state.catalog.layer("buildings")
    assert large is not None
    assert not large.in_memory
    index = "rtree_buildings_geom"
    in_one = ["BEGIN", "DELETE FROM buildings WHERE fid = 5", f"DELETE FROM {index} WHERE id = 5"]
    execute(path, *in_one, "COMMIT")
    lives.wait_for("1 removed, ")
    assert "not compared in full" in lives.said()
    now = lives.store.state.catalog.layer("buildings")
    assert now is not None
    assert now.rows == large.rows - 1
    Actions(lives.store).undo()
    assert lives.store.state.catalog.layer("buildings") is now
    lives.living.shut_down()


def test_what_comes_after_the_end_is_not_followed(lives: Lives) -> None:
    catalog = lives.store.state.catalog
    lives.store.update(catalog=catalog.without(lives.path))
    lives.qtbot.wait(10)
    lives.living.shut_down()
    lives.store.update(catalog=catalog)
    lives.qtbot.wait(10)
    # A stir that the system tells of late; an error in a slot fails the test.
    lives.living._watch.stirred.emit()
    assert lives.living._watch.watched == ()
