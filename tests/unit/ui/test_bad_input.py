"""Whatever is typed into a field gets a sentence, or does what it says; nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSpinBox,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from hetao_map.files import replace_file
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.places import MOST_PLACES, NAME_LENGTH, NOTE_LENGTH, Bookmark, Pin
from hetao_map.model.state import MapState
from hetao_map.render.theme import LIGHT
from hetao_map.session.actions import Actions
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.commands import Commands
from hetao_map.ui.export_dialog import ExportDialog
from hetao_map.ui.layer_panel import LayerPanel
from hetao_map.ui.map_sheet import SheetChoice
from hetao_map.ui.palette import Palette
from hetao_map.ui.places_menu import PlacesMenu
from hetao_map.ui.saving import Saving

FUTIAN = (114.0629, 22.5176)
BAD = [
    "x" * 10_000, "🦆🚇" * 20, "مرحبا بالعالم", "\u202eabc\u202d", "<b>bold</b><img src=x>",
    "two\nlines\r\nand\ttabs", "\x00\x01\x02", "' OR 1=1 --", "{name} %s %n", "&&&File",
]  # fmt: skip


@pytest.fixture
def store(qapp, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    view = Viewport(to_map(FUTIAN, 2326), 4.0, (900, 700))
    return Store(MapState(viewport=view, catalog=shipped, visible=visible, theme="light"))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def told() -> list[LocalizedText]:
    return []


@pytest.fixture
def places(window: QMainWindow, store: Store, told: list[LocalizedText]) -> PlacesMenu:
    commands = Commands(window.menuBar(), store)
    for name in ("go", "tools"):
        commands.add_menu(name, lambda name=name: name)
    return PlacesMenu(window, commands, store, Places(store, Actions(store)), told.append)


def asked(window: QMainWindow) -> QInputDialog:
    return next(dialog for dialog in window.findChildren(QInputDialog) if dialog.isVisible())


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_bookmark_is_called_as_it_was_seen_in_the_line(
    window: QMainWindow, places: PlacesMenu, store: Store, text: str
) -> None:
    places.bookmark()
    dialog = asked(window)
    line = dialog.findChild(QLineEdit)
    line.clear()
    line.insert(text)
    seen = line.text()
    assert len(seen) <= NAME_LENGTH
    dialog.accept()
    names = [mark.name for mark in store.state.bookmarks]
    assert all(len(name) <= NAME_LENGTH and name.isprintable() for name in names)
    if seen.isprintable() and seen.strip():
        assert names == [" ".join(seen.split())]


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_note_is_kept_whole_or_not_at_all(
    window: QMainWindow, places: PlacesMenu, store: Store, text: str
) -> None:
    places.pin_at(store.state.viewport.center)
    dialog = asked(window)
    edit = dialog.findChild(QPlainTextEdit)
    edit.setPlainText(text)
    fine = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    if len(edit.toPlainText()) > NOTE_LENGTH:
        assert not fine.isEnabled()
        assert any("10000 characters" in label.text() for label in dialog.findChildren(QLabel))
        assert edit.toPlainText() == text
        edit.setPlainText("shorter")
    assert fine.isEnabled()
    fine.click()
    assert len(store.state.pins) == (0 if not text.strip("\x00\x01\x02") else 1)


def test_when_there_are_as_many_as_are_kept_it_is_said(
    window: QMainWindow, places: PlacesMenu, store: Store, told: list[LocalizedText]
) -> None:
    store.update(
        bookmarks=(Bookmark("x", FUTIAN, 5.0),) * MOST_PLACES,
        pins=tuple(Pin(str(number), FUTIAN, "x") for number in range(MOST_PLACES)),
    )
    places.bookmark()
    places.pin_at(store.state.viewport.center)
    assert [sentence.en[:13] for sentence in told] == ["There are 500"] * 2
    assert not any(dialog.isVisible() for dialog in window.findChildren(QInputDialog))


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_no_layer_of_that_name_is_said(
    qtbot: QtBot, window: QMainWindow, store: Store, text: str
) -> None:
    panel = LayerPanel(store, Actions(store))
    window.setCentralWidget(panel)
    catalog = store.state.catalog
    store.update(catalog=Catalog())
    store.update(catalog=catalog)
    tree = panel.findChild(QTreeView)
    before = tree.model().rowCount()
    panel.findChild(QLineEdit).setText(text)
    said = [label.text() for label in panel.findChildren(QLabel) if not label.isHidden()]
    assert ("No layer or legend entry matches." in said) == (tree.model().rowCount() == 0)
    panel.findChild(QLineEdit).clear()
    assert tree.model().rowCount() == before > 0


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_no_command_of_that_name_is_said(window: QMainWindow, store: Store, text: str) -> None:
    commands = Commands(window.menuBar(), store)
    palette = Palette(window, commands, store)
    palette.open()
    line = palette.findChild(QLineEdit)
    line.setText(text)
    assert palette.isVisible()
    assert palette.height() < window.height()


@pytest.mark.parametrize("text", ["0", "-5", "99999999999", "abc", "1e9", ""])
def test_a_size_stays_within_what_can_be_painted(
    qtbot: QtBot, window: QMainWindow, store: Store, text: str
) -> None:
    dialog = ExportDialog(window, store.state, LIGHT, SheetChoice(page="", ending=".png"))
    dialog.show()
    side = dialog.findChildren(QSpinBox)[0]
    side.lineEdit().selectAll()
    qtbot.keyClicks(side.lineEdit(), text)
    side.interpretText()
    width, height = dialog.choice.size_px or store.state.viewport.size_px
    assert 16 <= width <= 12_000
    assert 16 <= height <= 12_000
    dialog.reject()


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_any_title_is_taken_as_text(window: QMainWindow, store: Store, text: str) -> None:
    dialog = ExportDialog(window, store.state, LIGHT, SheetChoice())
    dialog.show()
    titles = [line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == "Title"]
    titles[0].selectAll()
    titles[0].insert(text)
    assert dialog.choice.title == titles[0].text()
    assert len(titles[0].text()) <= 1000
    dialog.reject()


@pytest.mark.parametrize(
    "name", ["folder.pdf", "x" * 300 + ".pdf", "none/a.pdf", "new\nline/a.pdf"]
)
def test_a_place_that_cannot_be_written_gets_a_sentence(
    qtbot: QtBot, window: QMainWindow, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "folder.pdf" / "kept.txt").write_text("mine", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    saving = Saving(window)
    try:
        with qtbot.waitSignal(saving.failed) as failed:
            path = tmp_path / name
            saving.start(path, lambda _progress, _stale: replace_file(path, b"%PDF"))
    finally:
        saving.close()
    for language in Language:
        assert failed.args[0].in_(language)
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["河套 🗺.pdf", "two  spaces.pdf", "#?%&;!.pdf", "'quoted\".pdf"])
def test_an_odd_name_is_written_as_it_is(
    qtbot: QtBot, window: QMainWindow, tmp_path: Path, name: str
) -> None:
    saving = Saving(window)
    try:
        path = tmp_path / name
        with qtbot.waitSignal(saving.saved) as saved:
            saving.start(path, lambda _progress, _stale: replace_file(path, b"%PDF"))
    finally:
        saving.close()
    assert saved.args == [name]
    assert path.read_bytes() == b"%PDF"
