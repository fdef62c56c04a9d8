"""What a large layer turns out to miss when it is painted is said over the map."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from hetao_map.data import place
from hetao_map.data.open import open_files
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.theme import LIGHT
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.map_sheet import picture_of
from hetao_map.ui.missing_news import MissingNews
from hetao_map.ui.notice import Notice
from tests.bench.city import make_city
from tests.patience import PatientBot


def damage(path: Path, *fids: int) -> None:
    """Cut these buildings short; the index goes on to know where they were."""
    marks = ",".join("?" * len(fids))
    with closing(sqlite3.connect(path)) as file, file:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in file.execute(triggers).fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute(f"UPDATE buildings SET geom = x'47500001' WHERE fid IN ({marks})", fids)


class Map:
    """A map of one layer that is read by its index, and the notice over it."""

    def __init__(self, qtbot: PatientBot, path: Path) -> None:
        self.qtbot, self.canvas = qtbot, QWidget()
        qtbot.addWidget(self.canvas)
        self.canvas.resize(700, 500)
        self.store = Store(MapState(language=Language.EN))
        self.live_map = LiveMap(Scheduler())
        self.notice = Notice(self.canvas, self.store)
        MissingNews(self.store, self.live_map, self.notice)
        catalog = open_files([path])
        self.store.update(catalog=catalog, visible=frozenset(one.id for one in catalog.layers))
        self.layer = catalog.layer("buildings")
        self.canvas.show()

    def paint(self, fid: int) -> None:
        """Show the surroundings of a building until the map is whole."""
        row = self.layer.row_of(str(fid))
        view = Viewport(size_px=(700, 500)).fitted(self.layer.extent_of(row).padded(20))
        self.live_map.show(picture_of(self.store.state, LIGHT, view))
        self.qtbot.waitUntil(lambda: self.live_map.complete)
        self.live_map.updated.emit()

    def said(self) -> list[str]:
        words = self.notice.findChild(QLabel).text()
        return words.splitlines() if self.notice.isVisible() else []


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    return make_city(tmp_path / "city.gpkg", 4000)


@pytest.fixture
def opened(qtbot: PatientBot, path: Path) -> Iterator[list[Map]]:
    made: list[Map] = []
    yield made
    for one in made:
        one.live_map.close()


def test_a_whole_layer_is_not_spoken_of(qtbot: PatientBot, path: Path, opened: list[Map]) -> None:
    opened.append(Map(qtbot, path))
    opened[0].paint(7)
    assert opened[0].said() == []


def test_what_is_missing_is_said_once_it_is_seen(
    qtbot: PatientBot, path: Path, opened: list[Map]
) -> None:
    damage(path, 7, 3900)
    shown = Map(qtbot, path)
    opened.append(shown)
    assert not shown.layer.in_memory
    shown.paint(2000)
    assert shown.said() == []
    shown.paint(7)
    assert shown.said() == [sentence(1)]
    shown.notice.dismiss()
    shown.paint(7)
    assert shown.said() == []
    shown.paint(3900)
    assert shown.said() == [sentence(2)]


def sentence(count: int) -> str:
    return f"city.gpkg, layer buildings: {count} features could not be read and were skipped."
