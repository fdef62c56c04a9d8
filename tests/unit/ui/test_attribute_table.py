"""The attribute table: order, filter, and the selection in step with the map."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QTableView, QToolButton
from pytestqt.qtbot import QtBot
from shapely import Point

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.query import table as table_of_query
from hetao_map.query.table import feature_table
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.attribute_table import AttributeTable
from hetao_map.ui.table_model import TableModel
from tests.layers import make_catalog, make_layer


@pytest.fixture
def store(shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers)
    return Store(MapState(theme="light", catalog=shipped, visible=visible))


@pytest.fixture
def table(qtbot: QtBot, store: Store) -> AttributeTable:
    widget = AttributeTable(store, Actions(store))
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.show_layer("ports")
    return widget


def names(widget: AttributeTable) -> list[str]:
    model = widget.findChild(QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_layer_is_listed_and_counted(table: AttributeTable) -> None:
    assert "Futian Port" in names(table)
    assert any(label.text() == "4 of 4 rows" for label in table.findChildren(QLabel))


def test_a_large_layer_is_listed_by_view_and_the_box_says_so(
    qtbot: QtBot, store: Store, table: AttributeTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = table.findChild(QCheckBox)
    monkeypatch.setattr(table_of_query, "LARGE", 100)
    table.show_layer("land_cover")
    assert (box.isChecked(), box.isEnabled()) == (True, False)
    monkeypatch.setattr(table_of_query, "LARGE", 50_000)
    table.show_layer("ports")
    assert (box.isChecked(), box.isEnabled()) == (False, True)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    table.show_layer("land_cover")
    assert (box.isChecked(), box.isEnabled()) == (True, True)


def test_a_filter_leaves_rows_and_a_bad_one_gets_a_sentence(
    qtbot: QtBot, table: AttributeTable
) -> None:
    edit = table.findChild(QLineEdit)
    edit.setText("name:futian")
    qtbot.waitUntil(lambda: names(table) == ["Futian Port"])
    edit.setText("colour:red")
    qtbot.waitUntil(lambda: bool(complaint(table)))
    assert "“colour”" in complaint(table)
    assert names(table) == ["Futian Port"]
    edit.setText("")
    qtbot.waitUntil(lambda: len(names(table)) == 4)
    assert complaint(table) == ""


def complaint(table: AttributeTable) -> str:
    """The sentence about the filter, where one is shown."""
    wrapped = [label for label in table.findChildren(QLabel) if label.wordWrap()]
    return "".join(label.text() for label in wrapped if label.isVisible())


@pytest.mark.parametrize(
    "typed",
    [
        "kind>",
        "Importance>abc",
        ">5",
        "=",
        '"',
        '""',
        ":",
        "a" * 10_000,
        "🚇",
        "مرحبا",
        "a:b:c",
        "<b>x",
    ],
)
def test_a_filter_of_no_sense_leaves_no_rows_or_gets_a_sentence(
    qtbot: QtBot, table: AttributeTable, typed: str
) -> None:
    edit = table.findChild(QLineEdit)
    edit.setText(typed)
    table._fill()
    assert complaint(table) or len(names(table)) in (0, 4)
    assert len(complaint(table)) < 500
    edit.setText("")
    table._fill()
    assert len(names(table)) == 4


def test_the_key_that_copies_is_the_tables_while_it_has_the_keyboard(
    qtbot: QtBot, table: AttributeTable
) -> None:
    measured = []
    window_key = QShortcut(QKeySequence("Ctrl+C"), table)
    window_key.activated.connect(lambda: measured.append(1))
    view = table.findChild(QTableView)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.selectRow(names(table).index("Futian Port"))
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Futian Port" in QGuiApplication.clipboard().text()
    assert measured == []


def test_a_row_selects_its_feature_and_the_map_selects_its_row(
    qtbot: QtBot, store: Store, table: AttributeTable
) -> None:
    view = table.findChild(QTableView)
    view.setFocus()
    view.selectRow(names(table).index("Futian Port"))
    assert store.state.selection.current == FeatureRef("ports", "futian_port")
    store.update(selection=Selection((FeatureRef("ports", "huanggang_port"),)))
    assert view.currentIndex().row() == names(table).index("Huanggang Port")
    before = store.state.viewport
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert store.state.viewport != before


def test_a_table_that_opens_leaves_the_card_as_it_is(
    qtbot: QtBot, store: Store, table: AttributeTable
) -> None:
    reserve = FeatureRef("ecological_reserves", "mai_po")
    store.update(selection=Selection((reserve,)))
    table.findChild(QLineEdit).setFocus()
    table.show_layer("stations")
    view = table.findChild(QTableView)
    qtbot.waitUntil(view.hasFocus)
    assert store.state.selection.current == reserve
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert store.state.selection.current.layer == "stations"


def test_escape_empties_the_filter_and_then_closes(qtbot: QtBot, table: AttributeTable) -> None:
    edit, left = table.findChild(QLineEdit), []
    table.closed.connect(lambda: left.append(True))
    edit.setText("lok")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.text(), left) == ("", [])
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert left == [True]
    qtbot.keyClick(table.findChild(QTableView), Qt.Key.Key_Escape)
    assert left == [True, True]


def test_rows_are_copied_with_their_heads(table: AttributeTable) -> None:
    table.findChild(QTableView).selectRow(names(table).index("Futian Port"))
    table.copy()
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["Name", "Kind", "Status"]
    assert row.split("\t")[:3] == ["Futian Port", "Land port", "Open"]


def test_all_rows_that_are_shown_or_the_selected_ones_are_exported(
    qtbot: QtBot, table: AttributeTable
) -> None:
    asked: list[tuple[str, tuple[int, ...]]] = []
    table.export_asked.connect(lambda layer_id, rows: asked.append((layer_id, tuple(rows))))
    button = next(b for b in table.findChildren(QToolButton) if "Export" in b.accessibleName())
    button.click()
    view = table.findChild(QTableView)
    view.selectAll()
    view.selectionModel().select(
        view.model().index(0, 0),
        QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows,
    )
    button.click()
    (first, all_rows), (_, chosen) = asked
    assert first == "ports"
    assert len(all_rows) == 4
    assert len(chosen) == 3
    assert set(chosen) < set(all_rows)


def test_the_table_speaks_the_language_of_the_state(store: Store, table: AttributeTable) -> None:
    store.update(language=Language.ZH_HANT)
    assert "福田口岸" in names(table)


@pytest.mark.parametrize(
    ("descending", "order"),
    [(False, [2, 10, "a", "b", None]), (True, ["b", "a", 10, 2, None])],
)
def test_figures_are_ordered_by_size_text_by_language_and_empty_last(
    qapp: object, descending: bool, order: list[object]
) -> None:
    values = ("b", 10, None, 2, "a")
    layer = make_layer([Point(n, n) for n in range(5)], a=values)
    model = TableModel()
    listed = feature_table(layer, make_catalog(layer).datasets[0], Language.EN)
    model.show_table(listed, listed.rows)
    column = [c.name for c in listed.columns].index("a")
    model.sort(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
    assert [values[row] for row in model.rows] == order


def test_a_tip_is_never_markup(qapp: object) -> None:
    layer = make_layer([Point(0, 0)], a=('<img src="file:///etc/passwd">',))
    model = TableModel()
    listed = feature_table(layer, make_catalog(layer).datasets[0], Language.EN)
    model.show_table(listed, listed.rows)
    column = [c.name for c in listed.columns].index("a")
    tip = model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == '<span>&lt;img src="file:///etc/passwd"></span>'


def test_order_filter_and_place_stay_when_the_file_is_read_again(
    qtbot: QtBot, table: AttributeTable, store: Store
) -> None:
    count = 200
    shapes = [Point(820_000 + n, 840_000) for n in range(count)]

    def things(prefix: str) -> Catalog:
        return make_catalog(make_layer(shapes, name=[f"{prefix} {n:03}" for n in range(count)]))

    store.update(catalog=things("before"))
    table.show_layer("things")
    view = table.findChild(QTableView)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    view.verticalScrollBar().setValue(50)
    store.update(catalog=things("after"))
    assert names(table)[0] == "after 199"
    assert view.verticalScrollBar().value() == 50
