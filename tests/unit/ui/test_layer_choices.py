"""What can be chosen in a layer's menu, and what is told of it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from shapely import Point

from hetao_map.data.open import open_files
from hetao_map.geometry.gcj02 import all_to_gcj02
from hetao_map.model import datum
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.model.tiles import covering
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.layer_choices import LayerChoices
from hetao_map.ui.notice import Notice
from hetao_map.ui.shift_news import ShiftNews
from tests.files import write_geopackage
from tests.tiles import around, picture, write_mbtiles

FUTIAN = np.array([[114.0629, 22.5176]])


class Menus:
    """The submenus of a layer of a catalog, by their titles."""

    def __init__(self, qtbot: QtBot, catalog: Catalog) -> None:
        self.store = Store(MapState(catalog=catalog))
        self.actions = Actions(self.store)
        self._choices = LayerChoices(self.store, self.actions.layers)
        self._menu = QMenu()
        qtbot.addWidget(self._menu)

    def of(self, layer_id: str) -> dict[str, QMenu]:
        self._menu.clear()
        self._choices.fill(self._menu, layer_id)
        return {action.text(): action.menu() for action in self._menu.actions()}

    def chosen(self, layer_id: str, title: str) -> list[str]:
        return [a.text() for a in self.of(layer_id)[title].actions() if a.isChecked()]

    def choose(self, layer_id: str, title: str, words: str) -> None:
        (action,) = (a for a in self.of(layer_id)[title].actions() if a.text() == words)
        action.trigger()


@pytest.fixture
def poi(tmp_path: Path) -> Path:
    (place,) = all_to_gcj02(FUTIAN)
    return write_geopackage(tmp_path / "poi.gpkg", poi=[(Point(*place), "Port")])


QUESTION = "Coordinates from a web map?"


def test_the_question_is_asked_of_layers_of_others_alone(
    qtbot: QtBot, shipped_path: Path, poi: Path
) -> None:
    menus = Menus(qtbot, open_files([shipped_path, poi]))
    assert list(menus.of("ports")) == ["Opacity"]
    assert list(menus.of("poi")) == ["Opacity", QUESTION]
    assert menus.chosen("poi", QUESTION) == ["No, they are as the file says"]


def test_an_answer_moves_the_layer_and_is_told(qtbot: QtBot, poi: Path) -> None:
    menus = Menus(qtbot, open_files([poi]))
    canvas = QWidget()
    qtbot.addWidget(canvas)
    notice = Notice(canvas, menus.store)
    ShiftNews(menus.store, notice)
    with qtbot.waitSignal(notice.told) as told:
        menus.choose("poi", QUESTION, "From Amap or Tencent (GCJ-02)")
    assert "Layer Poi was shifted back from GCJ-02 by up to 606 m" in told.args[0]
    assert "1 of its 1 points" in told.args[0]
    assert menus.store.state.datums == {"poi": "gcj02"}
    assert menus.chosen("poi", QUESTION) == ["From Amap or Tencent (GCJ-02)"]
    menus.actions.undo()
    assert menus.chosen("poi", QUESTION) == ["No, they are as the file says"]


def test_a_layer_of_too_many_vertices_says_that_it_is_not_offered(
    qtbot: QtBot, poi: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus = Menus(qtbot, open_files([poi]))
    monkeypatch.setattr(datum, "MOST_VERTICES", 0)
    (action,) = menus.of("poi")[QUESTION].actions()
    assert (action.text(), action.isEnabled()) == ("Not offered for a layer of this size", False)


def test_the_ground_that_covers_a_base_map_is_hidden_in_one_step(
    qtbot: QtBot, shipped_path: Path, tmp_path: Path
) -> None:
    base = write_mbtiles(tmp_path / "t.mbtiles", around(picture()))
    menus = Menus(qtbot, open_files([shipped_path, base]))
    every = frozenset(layer.id for layer in menus.store.state.catalog.layers)
    menus.store.update(visible=every)
    menus.actions.layers.uncover("t")
    hidden = every - menus.store.state.visible
    assert {"land", "land_cover", "water"} <= hidden
    assert not {"t", "boundary", "ports", "roads"} & hidden
    menus.actions.undo()
    assert menus.store.state.visible == every
    menus.actions.layers.to_end("t", True)
    assert covering(menus.store.state, "t") == ()


def test_a_base_map_has_a_look_for_the_dark(qtbot: QtBot, tmp_path: Path) -> None:
    menus = Menus(qtbot, open_files([write_mbtiles(tmp_path / "t.mbtiles", around(picture()))]))
    assert list(menus.of("t")) == ["Opacity", "In the dark theme"]
    assert menus.chosen("t", "In the dark theme") == ["Dimmed"]
    menus.choose("t", "In the dark theme", "As it is")
    assert menus.store.state.dark_looks == {"t": "plain"}
    menus.actions.undo()
    assert menus.store.state.dark_looks == {}
