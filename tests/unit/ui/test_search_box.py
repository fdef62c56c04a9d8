"""The search box: rows and what they say, walking and looking, and what cannot be found."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.query.search import SearchIndex
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.search_box import SearchBox
from hetao_map.ui.search_preview import free_part

ZONE, MAI_PO = (
    FeatureRef("cooperation_zone", "hetao_zone"),
    FeatureRef("ecological_reserves", "mai_po"),
)
VIEW = Viewport(center=(826_000, 840_000), metres_per_px=4, size_px=(800, 600))
KEY = Qt.Key


@pytest.fixture
def store(qtbot: QtBot, shipped: Catalog) -> Store:
    store = Store(MapState(theme="light"))
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    store.update(catalog=shipped, visible=visible, viewport=VIEW, selection=Selection((ZONE,)))
    return store


@pytest.fixture(scope="module")
def index(shipped: Catalog) -> SearchIndex:
    return SearchIndex(shipped)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def box(window: QWidget, store: Store, index: SearchIndex) -> SearchBox:
    box = SearchBox(store, Actions(store))
    box.setParent(window)
    box.setGeometry(700, 10, 400, 34)
    box.attach(window, window)
    box.set_index(index)
    window.show()
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    return box


def results(window: QWidget) -> QListWidget:
    return window.findChild(QListWidget)


def type_text(qtbot: QtBot, box: SearchBox, text: str) -> None:
    box.clear()
    box.setText(text)
    box.textEdited.emit(text)
    qtbot.waitUntil(lambda: not results(box.window()).isHidden())


def lines(window: QWidget) -> list[str]:
    rows = results(window)
    role = Qt.ItemDataRole.AccessibleTextRole
    return [rows.item(n).data(role) or rows.item(n).text() for n in range(rows.count())]


def test_a_search_and_enter_go_to_the_best_match(
    qtbot: QtBot, box: SearchBox, store: Store, shipped: Catalog
) -> None:
    qtbot.keyClicks(box, "mai po")
    qtbot.keyClick(box, KEY.Key_Return)
    assert store.state.selection.current == MAI_PO
    assert store.state.viewport.center == pytest.approx(shipped.find(MAI_PO).extent.center)
    assert store.state.searches == ("Mai Po Nature Reserve",)


def test_a_search_before_the_names_are_read_goes_on_when_they_are(
    qtbot: QtBot, window: QWidget, store: Store, index: SearchIndex
) -> None:
    box = SearchBox(store, Actions(store))
    box.setParent(window)
    qtbot.keyClicks(box, "futian port")
    qtbot.keyClick(box, KEY.Key_Return)
    assert store.state.selection.current == ZONE
    box.set_index(index)
    assert store.state.selection.current == FeatureRef("ports", "futian_port")


def test_coordinates_are_gone_to_and_marked_without_a_feature(
    qtbot: QtBot, box: SearchBox, store: Store
) -> None:
    qtbot.keyClicks(box, "22.5176, 114.0629")
    qtbot.keyClick(box, KEY.Key_Return)
    assert store.state.viewport.center == store.state.place
    assert store.state.selection.current is None
    Actions(store).select((MAI_PO,))
    assert store.state.place is None


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        (Language.EN, "750", "Mai Po Nature Reserve, Ecological reserves, "
         "Area of the two reserves together: about 750 ha"),
        (Language.ZH_HANS, "750", "米埔自然保护区, 生态保护区, 两个保护区合计面积：约750公顷"),
        (Language.ZH_HANS, "深港开放创新中心", "河套科创中心, 科创载体, 原名：深港开放创新中心"),
        (Language.EN, "HSITP", "Hong Kong Park, Co-operation zone, Also called: HSITP"),
        (Language.ZH_HANT, "hgka", "皇崗口岸, 口岸"),
        (Language.EN, "22.5176, 114.0629", "22.51760° N  114.06290° E, Coordinates"),
    ],
)  # fmt: skip
def test_a_row_says_what_it_is_and_what_has_fitted(
    qtbot: QtBot, box: SearchBox, store: Store, language: Language, typed: str, said: str
) -> None:
    store.update(language=language)
    type_text(qtbot, box, typed)
    assert said in lines(box.window())


def test_arrows_show_a_result_and_escape_takes_it_back(
    qtbot: QtBot, box: SearchBox, store: Store
) -> None:
    before = store.state
    type_text(qtbot, box, "mai po")
    assert store.state == before
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClick(box, KEY.Key_Up)
    assert store.state.selection.current == MAI_PO
    assert store.state.viewport != before.viewport
    assert store.state.history == before.history
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, KEY.Key_Escape)
    assert store.state == before
    assert results(box.window()).isHidden()


def test_enter_after_the_arrows_remembers_the_view_before_them(
    qtbot: QtBot, box: SearchBox, store: Store
) -> None:
    type_text(qtbot, box, "mai po")
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClick(box, KEY.Key_Return)
    Actions(store).back()
    assert store.state.viewport == VIEW


def test_letters_typed_after_the_arrows_take_the_look_back(
    qtbot: QtBot, box: SearchBox, store: Store
) -> None:
    type_text(qtbot, box, "mai po")
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClicks(box, " nature")
    qtbot.waitUntil(lambda: store.state.viewport == VIEW)


def test_pages_and_ends_walk_the_list(qtbot: QtBot, box: SearchBox) -> None:
    type_text(qtbot, box, "station")
    rows = results(box.window())
    last = rows.count() - 1
    assert last > 12
    qtbot.keyClick(box, KEY.Key_Home)
    assert rows.currentRow() == 0
    assert box.cursorPosition() == 0
    walked = []
    keys = (KEY.Key_Up, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_End, KEY.Key_Home)
    for key in keys:
        qtbot.keyClick(box, key)
        walked.append(rows.currentRow())
    assert [walked[n] for n in (0, 1, 3, 4, 5)] == [last, 0, 0, last, 0]
    assert 1 < walked[2] < last


def test_the_current_row_is_told_to_screen_readers(qtbot: QtBot, box: SearchBox) -> None:
    type_text(qtbot, box, "750")
    assert box.accessibleDescription().endswith("1 of 3")
    qtbot.keyClick(box, KEY.Key_Down)
    assert box.accessibleDescription().startswith("Mai Po Nature Reserve, Ecological reserves")
    assert box.accessibleDescription().endswith("2 of 3")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("x" * 10_000, "10000 characters"),
        ("😀", "nothing to search for"),
        ("200.5, 10.5", "outside the world"),
        ("طريق\u202eكذا", "Nothing matches"),
        ("\x00\x01\x02", "nothing to search for"),
    ],
)
def test_what_cannot_be_found_is_answered_by_a_sentence(
    qtbot: QtBot, box: SearchBox, store: Store, typed: str, word: str
) -> None:
    before = store.state
    type_text(qtbot, box, typed)
    (sentence,) = lines(box.window())
    assert word in sentence
    assert word in box.accessibleDescription()
    for key in (KEY.Key_Down, KEY.Key_PageDown, KEY.Key_End, KEY.Key_Return):
        qtbot.keyClick(box, key)
    assert store.state == before


def test_an_empty_box_offers_the_searches_before(
    qtbot: QtBot, box: SearchBox, store: Store
) -> None:
    store.update(searches=("Mai Po Nature Reserve", "Futian Port"))
    qtbot.keyClick(box, KEY.Key_Down)
    assert lines(box.window()) == ["Mai Po Nature Reserve", "Futian Port"]
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClick(box, KEY.Key_Return)
    assert box.text() == "Mai Po Nature Reserve"
    qtbot.keyClick(box, KEY.Key_Return)
    assert store.state.selection.current == MAI_PO


def test_a_result_already_in_sight_moves_nothing(
    qtbot: QtBot, box: SearchBox, store: Store, shipped: Catalog
) -> None:
    point = shipped.find(MAI_PO).point
    view = replace(VIEW, center=(point[0] + 200 * 4, point[1]))
    store.update(viewport=view)
    type_text(qtbot, box, "mai po")
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClick(box, KEY.Key_Up)
    assert store.state.viewport == view
    assert store.state.selection.current == MAI_PO


def test_the_free_part_of_the_map_is_the_largest_beside_the_list() -> None:
    whole = QRect(0, 0, 800, 600)
    assert free_part(whole, QRect(500, -10, 420, 400)) == QRect(0, 0, 500, 600)
    assert free_part(whole, QRect(100, -10, 600, 100)) == QRect(0, 90, 800, 510)
    assert free_part(whole, QRect(900, 0, 100, 100)) == whole
    assert free_part(whole, whole) == whole
