"""The layer panel obeys the state and asks for changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.text.localized import same
from hetao_map.ui.layer_about import LayerAbout
from hetao_map.ui.layer_drop import Position, drop
from hetao_map.ui.layer_items import layer_of
from hetao_map.ui.layer_menu import LayerEntry
from hetao_map.ui.layer_panel import LayerPanel
from hetao_map.ui.layer_tree import LayerTree

Check = Qt.ItemDataRole.CheckStateRole
ON, PARTLY, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
BELOW, ABOVE = Position.BelowItem, Position.AboveItem
ALT = Qt.KeyboardModifier.AltModifier


class Panel:
    """A panel of the shipped map with what the tests look at."""

    def __init__(self, qtbot: QtBot, shipped: Catalog) -> None:
        self.store = Store(MapState(theme="light"))
        self.actions = Actions(self.store)
        self.panel = LayerPanel(self.store, self.actions)
        qtbot.addWidget(self.panel)
        visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
        viewport = self.store.state.viewport.fitted(shipped.extent("theme"))
        self.store.update(catalog=shipped, visible=visible, viewport=viewport.at_scale(30_000))
        self.tree = self.panel.findChild(LayerTree)
        self.filter = self.panel.findChild(QLineEdit)
        self.presets = self.panel.findChild(QComboBox)
        self.slider = self.panel.findChild(QSlider)

    def rows(self, parent: QModelIndex | None = None) -> list[QModelIndex]:
        model, parent = self.tree.model(), parent or QModelIndex()
        return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]

    def groups(self) -> dict[str, list[str]]:
        return {group.data(): [layer_of(row) for row in self.rows(group)] for group in self.rows()}

    def index(self, title: str) -> QModelIndex:
        every = [*self.rows(), *(row for group in self.rows() for row in self.rows(group))]
        return next(row for row in every if row.data().split("\n")[0] == title)

    def check(self, title: str) -> Qt.CheckState:
        return Qt.CheckState(self.index(title).data(Check))

    def tick(self, title: str, state: Qt.CheckState) -> None:
        self.tree.model().setData(self.index(title), state, Check)

    def drop(self, dragged: QModelIndex, target: QModelIndex, position: Position) -> None:
        drop(self.tree.model(), self.actions.layers, dragged, target, position)

    def entries(self, layer_id: str) -> dict[str, QAction]:
        self.panel.menu.fill(self.tree.menu, layer_id)
        return {action.text(): action for action in self.tree.menu.actions()}

    def choose(self, layer_id: str, entry: str) -> None:
        self.entries(layer_id)[entry].trigger()

    def legend(self, title: str) -> list[str]:
        return [row.data() for row in self.rows(self.index(title))]


@pytest.fixture
def panel(qtbot: QtBot, shipped: Catalog) -> Panel:
    return Panel(qtbot, shipped)


def test_groups_and_layers_stand_as_on_the_map_the_uppermost_first(panel: Panel) -> None:
    groups = panel.groups()
    assert list(groups) == ["Themes", "Transport", "Base map"]
    assert groups["Themes"][:2] == ["ports", "innovation_sites"]
    assert sum(map(len, groups.values())) == 13


def test_the_boxes_follow_the_state(panel: Panel) -> None:
    assert panel.check("Ports") is ON
    panel.store.update(visible=frozenset({"ports"}))
    assert [panel.check(title) for title in ("Ports", "Land", "Themes", "Base map")] == [
        ON, OFF, PARTLY, OFF,
    ]  # fmt: skip


def test_a_box_switches_its_layer(panel: Panel) -> None:
    panel.tick("Ports", OFF)
    assert "ports" not in panel.store.state.visible
    assert panel.check("Themes") is PARTLY
    panel.tick("Ports", ON)
    assert panel.check("Themes") is ON


def test_the_box_of_a_group_switches_all_of_it(panel: Panel) -> None:
    before = panel.store.state.visible
    panel.tick("Transport", OFF)
    assert before - panel.store.state.visible == {"stations", "rail_lines", "roads"}
    panel.tick("Roads", ON)
    panel.tick("Transport", ON)
    assert panel.store.state.visible == before


def test_titles_follow_the_language(panel: Panel) -> None:
    panel.store.update(language=Language.ZH_HANT)
    assert panel.check("口岸") is ON
    assert panel.presets.itemText(0) == "全部圖層"


def test_alt_and_arrows_move_the_current_layer(qtbot: QtBot, panel: Panel) -> None:
    panel.tree.setCurrentIndex(panel.index("Innovation sites"))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Up, ALT)
    assert panel.groups()["Themes"][:2] == ["innovation_sites", "ports"]
    assert panel.store.state.order[-1] == "innovation_sites"
    assert panel.tree.current_layer() == "innovation_sites"
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down, ALT)
    assert panel.groups()["Themes"][:2] == ["ports", "innovation_sites"]


def test_alt_and_arrows_move_the_current_group(qtbot: QtBot, panel: Panel) -> None:
    panel.tree.setCurrentIndex(panel.index("Base map"))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Up, ALT)
    assert list(panel.groups()) == ["Themes", "Base map", "Transport"]


def test_a_layer_is_dropped_beside_another(panel: Panel) -> None:
    panel.drop(panel.index("Ports"), panel.index("Co-operation zone"), BELOW)
    themes = panel.groups()["Themes"]
    assert themes.index("ports") == themes.index("cooperation_zone") + 1
    panel.drop(panel.index("Ports"), panel.index("Innovation sites"), ABOVE)
    assert panel.groups()["Themes"][0] == "ports"


def test_a_layer_is_dropped_into_another_group(panel: Panel) -> None:
    panel.drop(panel.index("Boundary"), panel.index("Roads"), ABOVE)
    assert panel.groups()["Transport"] == ["stations", "rail_lines", "boundary", "roads"]
    assert "boundary" not in panel.groups()["Base map"]


def test_a_group_is_dropped_in_the_place_of_another(panel: Panel) -> None:
    panel.drop(panel.index("Base map"), panel.index("Ports"), BELOW)
    assert list(panel.groups()) == ["Base map", "Themes", "Transport"]


def test_the_slider_fades_the_current_layer_only(qtbot: QtBot, panel: Panel) -> None:
    assert not panel.slider.isEnabled()
    panel.tree.setCurrentIndex(panel.index("Ports"))
    qtbot.keyClick(panel.slider, Qt.Key.Key_PageDown)
    assert panel.store.state.opacity == {"ports": 0.9}
    panel.tree.setCurrentIndex(panel.index("Land"))
    assert panel.slider.value() == 100
    assert "Land" in panel.slider.accessibleName()
    panel.tree.setCurrentIndex(panel.index("Ports"))
    assert panel.slider.value() == 90
    qtbot.keyClick(panel.slider, Qt.Key.Key_End)
    assert panel.store.state.opacity == {}


def test_a_preset_shows_its_layers_and_nothing_else(qtbot: QtBot, panel: Panel) -> None:
    titles = [panel.presets.itemText(number) for number in range(panel.presets.count())]
    assert titles == ["Everything", "Commuter", "Research", "Ecology"]
    before = panel.store.state
    panel.presets.activated.emit(3)
    state = panel.store.state
    assert "ecological_reserves" in state.visible
    assert "ports" not in state.visible
    assert state == replace(before, visible=state.visible, undo=state.undo)
    assert panel.presets.currentText() == "Ecology"
    panel.tick("Ports", ON)
    assert panel.presets.currentIndex() == -1
    panel.presets.activated.emit(0)
    assert len(panel.store.state.visible) == 13


def test_words_of_any_language_find_layers_and_classes(qtbot: QtBot, panel: Panel) -> None:
    panel.filter.setText("口岸")
    assert panel.groups() == {"Themes": ["ports", "crossing_channels"]}
    panel.filter.setText("east rail")
    assert panel.groups() == {"Transport": ["rail_lines"]}
    assert panel.legend("Rail lines") == ["East Rail Line"]
    assert panel.tree.isExpanded(panel.index("Rail lines"))
    panel.filter.setText("atlantis")
    assert panel.groups() == {}
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert len(panel.groups()) == 3


def test_the_legend_lists_what_is_drawn_at_this_scale(qtbot: QtBot, panel: Panel) -> None:
    assert "Research campus" in panel.legend("Innovation sites")
    assert panel.legend("Land") == []
    state = panel.store.state
    panel.store.update(viewport=state.viewport.at_scale(50_000))
    qtbot.waitUntil(lambda: "Research campus" not in panel.legend("Innovation sites"))


def test_what_is_unfolded_stays_so(panel: Panel) -> None:
    panel.tree.expand(panel.index("Water"))
    panel.tree.collapse(panel.index("Transport"))
    panel.store.update(theme="dark")
    assert panel.tree.isExpanded(panel.index("Water"))
    assert not panel.tree.isExpanded(panel.index("Transport"))
    assert panel.tree.isExpanded(panel.index("Themes"))


def test_a_layer_that_the_scale_hides_says_so(qtbot: QtBot, panel: Panel) -> None:
    description = Qt.ItemDataRole.AccessibleDescriptionRole
    assert panel.index("Stations").data(description) == ""
    panel.store.update(viewport=panel.store.state.viewport.at_scale(100_000))
    reason = "Shown from 1:90,000"
    qtbot.waitUntil(lambda: panel.index("Stations").data(description) == reason)
    assert panel.index("Stations").data(Qt.ItemDataRole.AccessibleTextRole) == "Stations"
    panel.choose("stations", "Zoom to where it shows")
    assert panel.store.state.viewport.scale_denominator < 90_000
    qtbot.waitUntil(lambda: panel.index("Stations").data(description) == "")


def test_the_menu_has_room_for_entries_of_others(panel: Panel) -> None:
    told: list[str] = []
    panel.panel.menu.add(LayerEntry(lambda: "Attribute table", told.append))
    panel.choose("ports", "Attribute table")
    assert told == ["ports"]
    assert "Zoom to where it shows" not in panel.entries("ports")
    panel.choose("ports", "Show only this layer")
    assert panel.store.state.visible == {"ports"}


@pytest.mark.parametrize(
    ("entry", "said"),
    [("About the layer…", "Government of the HKSAR"), ("Style notes…", "drawn in full")],
)
def test_what_is_to_be_read_of_a_layer_opens(panel: Panel, entry: str, said: str) -> None:
    panel.choose("water", entry)
    dialogue = panel.panel.findChild(LayerAbout)
    text = "\n".join(label.text() for label in dialogue.findChildren(QLabel))
    assert said in text
    dialogue.close()


def test_a_file_without_presets_offers_everything(qtbot: QtBot, shipped: Catalog) -> None:
    bare = Catalog(tuple(replace(dataset, presets=()) for dataset in shipped.datasets))
    panel = Panel(qtbot, bare)
    assert [panel.presets.itemText(n) for n in range(panel.presets.count())] == ["Everything"]


def test_markup_in_a_title_is_shown_as_text(qtbot: QtBot, shipped: Catalog) -> None:
    (dataset,) = shipped.datasets
    layer = dataset.layers[0]
    hostile = '<img src="file:///etc/passwd">\u202e'
    spec = replace(layer.spec, title=same(hostile))
    bare = Catalog((replace(dataset, layers=(replace(layer, spec=spec),)),))
    panel = Panel(qtbot, bare)
    (row,) = (row for group in panel.rows() for row in panel.rows(group))
    assert row.data() == hostile.rstrip("\u202e")
    assert "<img" not in row.data(Qt.ItemDataRole.ToolTipRole)
