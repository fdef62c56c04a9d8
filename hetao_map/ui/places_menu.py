"""Bookmarks and pins: their commands and dialogs, and their part of the menu of the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.places import MOST_PLACES, NAME_LENGTH, NOTE_LENGTH, Pin
from hetao_map.model.state import MapState
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.coordinates import degrees
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.places_dialog import Deed, PlacesDialog


class PlacesMenu(QObject):
    """What the window offers for a person's own places."""

    def __init__(
        self,
        window: QWidget,
        commands: Commands,
        store: Store,
        places: Places,
        tell: Callable[[LocalizedText], object] = lambda _sentence: None,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._places, self._tell = window, store, places, tell
        self._dialogs: dict[str, PlacesDialog] = {}
        commands.add_separator("go")
        for menu, command in (
            ("go", Command(
                "bookmark", lambda: self.tr("Bookmark this view…"), self.bookmark, ("Ctrl+D",),
                enabled=_has_map)),
            ("go", Command("bookmarks", lambda: self.tr("Bookmarks…"), self.bookmarks,
                           ("Ctrl+Shift+D",))),
            ("tools", Command("pin", lambda: self.tr("Pin the centre of the map…"),
                              self._pin_middle, ("Ctrl+Shift+P",), enabled=_has_map)),
            ("tools", Command("pins", lambda: self.tr("Pins…"), self.pins)),
        ):  # fmt: skip
            commands.add(menu, command)

    def fill(self, menu: QMenu, point: Xy, pin: Pin | None) -> None:
        """Add what can be done with a pin to the menu of the map, or with the place of none."""
        if pin is None:
            menu.addAction(self.tr("Pin here…"), lambda: self.pin_at(point))
        else:
            menu.addAction(self.tr("Edit the note…"), lambda: self.edit(pin))
            menu.addAction(self.tr("Delete the pin"), lambda: self._places.delete_pin(pin.id))

    def bookmark(self) -> None:
        """Ask for a name and keep the present view under it."""
        if self._is_full(len(self._store.state.bookmarks)):
            return
        words = self.tr("Bookmark this view"), self.tr("Name")
        self._ask(words, self._offered_name(), self._places.bookmark)

    def bookmarks(self) -> None:
        """Open the list of bookmarks."""
        words = (
            lambda: self.tr("Bookmarks"),
            lambda: self.tr("There are no bookmarks yet. Press Ctrl+D to save the current view."),
        )
        deeds = [
            Deed(lambda: self.tr("Go to"), self._places.go_to_bookmark),
            Deed(lambda: self.tr("Rename…"), self._rename, Qt.Key.Key_F2),
            Deed(lambda: self.tr("Delete"), self._places.delete_bookmark, Qt.Key.Key_Delete),
        ]
        self._open("bookmarks", words, lambda state: [m.name for m in state.bookmarks], deeds)

    def pins(self) -> None:
        """Open the list of pins."""
        words = (
            lambda: self.tr("Pins"),
            lambda: self.tr("There are no pins yet. Right-click the map to add one."),
        )
        deeds = [
            Deed(lambda: self.tr("Go to"), lambda row: self._places.go_to_pin(self._pin(row).id)),
            Deed(lambda: self.tr("Edit…"), lambda row: self.edit(self._pin(row)), Qt.Key.Key_F2),
            Deed(lambda: self.tr("Move to the centre"), self._move_to_middle),
            Deed(
                lambda: self.tr("Delete"),
                lambda row: self._places.delete_pin(self._pin(row).id),
                Qt.Key.Key_Delete,
            ),
        ]
        self._open("pins", words, lambda state: [pin.title for pin in state.pins], deeds)

    def edit(self, pin: Pin) -> None:
        """Show the note of a pin, to be read and changed."""
        words = self.tr("Pin"), self.tr("Note")
        self._ask(words, pin.text, lambda text: self._places.edit_pin(pin.id, text), lines=True)

    def pin_at(self, point: Xy) -> None:
        """Ask for a note and put a pin at a map point."""
        if self._is_full(len(self._store.state.pins)):
            return
        words = self.tr("New pin"), self.tr("Note")
        self._ask(words, "", lambda text: self._places.pin(point, text), lines=True)

    def _is_full(self, count: int) -> bool:
        """Tell whether there are as many places as are kept, and say so."""
        if count >= MOST_PLACES:
            self._tell(messages.TOO_MANY_PLACES.with_values(n=count))
        return count >= MOST_PLACES

    def _pin(self, row: int) -> Pin:
        return self._store.state.pins[row]

    def _pin_middle(self) -> None:
        self.pin_at(self._store.state.viewport.center)

    def _move_to_middle(self, row: int) -> None:
        self._places.move_pin(self._pin(row).id, self._store.state.viewport.center)

    def _rename(self, row: int) -> None:
        words = self.tr("Rename the bookmark"), self.tr("Name")
        name = self._store.state.bookmarks[row].name
        self._ask(words, name, lambda text: self._places.rename_bookmark(row, text))

    def _offered_name(self) -> str:
        """Return the name of what the card tells of, if it is in the view, else the place."""
        state = self._store.state
        feature = state.catalog.find(state.selection.current) if state.selection.current else None
        if feature is not None and state.viewport.extent.contains(feature.point):
            name = feature.name.in_(state.language)
            if name:
                return name
        return degrees(*to_lonlat(state.viewport.center, state.catalog.map_epsg))

    def _ask(
        self,
        words: tuple[str, str],
        text: str,
        take: Callable[[str], None],
        *,
        lines: bool = False,
    ) -> None:
        """Ask for a line, or for several, without stopping the map."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(words[0])
        dialog.setLabelText(words[1])
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput, lines)
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(take)
        for edit in dialog.findChildren(QPlainTextEdit):
            # Tab leads on to the buttons; Ctrl+Enter is done without them.
            edit.setTabChangesFocus(True)
            edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
            edit.setAccessibleName(words[1])
            done = QShortcut(QKeySequence("Ctrl+Return"), dialog, dialog.accept)
            follow = partial(self._follow_length, dialog, edit, done, words[1])
            edit.textChanged.connect(follow)
            follow()
        for line in dialog.findChildren(QLineEdit):
            line.setMaxLength(NAME_LENGTH)
            line.setAccessibleName(words[1])
        dialog.resize(420, 220 if lines else 120)
        dialog.open()
        for edit in dialog.findChildren(QPlainTextEdit):
            # All of a note was chosen, and the first key would have replaced it.
            edit.moveCursor(QTextCursor.MoveOperation.End)

    def _follow_length(
        self, dialog: QInputDialog, edit: QPlainTextEdit, done: QShortcut, name: str
    ) -> None:
        """Say when a note is longer than what is kept, and wait until it is shortened."""
        length = len(edit.toPlainText())
        fits = length <= NOTE_LENGTH
        sentence = messages.NOTE_TOO_LONG.with_values(length=length, most=NOTE_LENGTH)
        dialog.setLabelText(name if fits else sentence.in_(self._store.state.language))
        done.setEnabled(fits)
        for box in dialog.findChildren(QDialogButtonBox):
            box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)

    def _open(
        self,
        name: str,
        words: tuple[Callable[[], str], Callable[[], str]],
        names: Callable[[MapState], list[str]],
        deeds: list[Deed],
    ) -> None:
        if name not in self._dialogs:
            self._dialogs[name] = PlacesDialog(self._window, self._store, words, names, deeds)
        dialog = self._dialogs[name]
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()


def _has_map(state: MapState) -> bool:
    return bool(state.catalog.datasets)
