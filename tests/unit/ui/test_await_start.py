"""What is read at the start can be given up, and says how far it is."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.data.reading import Awaited
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.start import first_map
from hetao_map.ui.notice import Notice
from hetao_map.ui.opening import Opening
from hetao_map.ui.reading_bar import ReadingBar
from tests.files import points, write_geopackage


def test_files_of_the_start_that_are_given_up_leave_the_map_that_ships(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(2))
    awaited = Awaited()
    awaited.give_up()
    beginning = first_map([path], [], {}, awaited)
    assert [dataset.path.name for dataset in beginning.catalog.datasets] == ["hetao.gpkg"]
    assert [error.sentence.en for error in beginning.errors] == [f"{path}: reading was stopped."]


def test_how_far_the_start_is_can_be_seen_from_another_thread(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(2))
    awaited = Awaited()
    beginning = first_map([path], [], {}, awaited)
    assert [layer.id for layer in beginning.catalog.layers] == ["places"]
    assert awaited.share == (1, 1)


def test_a_long_start_has_a_bar_with_a_way_out(qtbot: QtBot) -> None:
    window, canvas, store = QMainWindow(), QWidget(), Store(MapState())
    window.setCentralWidget(canvas)
    qtbot.addWidget(window)
    window.show()
    opening = Opening(window, canvas, store, Notice(canvas, store))
    awaited = Awaited()
    store.update(opening=True)
    opening.await_start([Path("/data/a.geojson")], awaited)
    bar = canvas.findChild(ReadingBar)
    qtbot.waitUntil(bar.isVisible)
    assert store.state.reading == "a.geojson"
    awaited.tell(Path("/data/a.geojson"), 30, 100)
    progress = bar.findChild(QProgressBar)
    qtbot.waitUntil(lambda: (progress.value(), progress.maximum()) == (30, 100))
    bar.findChild(QPushButton).click()
    assert awaited.stale()
    store.update(opening=False)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert store.state.reading == ""
    opening.shut_down()


def test_what_is_read_at_once_shows_no_bar(qtbot: QtBot) -> None:
    window, canvas, store = QMainWindow(), QWidget(), Store(MapState())
    qtbot.addWidget(window)
    opening = Opening(window, canvas, store, Notice(canvas, store))
    seen: list[str] = []
    store.changed.connect(lambda _old, new: seen.append(new.reading))
    awaited = Awaited()
    opening.await_start([Path("/data/a.gpkg")], awaited)
    qtbot.waitUntil(lambda: not opening.awaits_start)
    assert not any(seen)
    opening.cancel()
    assert not awaited.stale()
    opening.shut_down()
