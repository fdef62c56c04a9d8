"""The tree of layers as a widget: its keys, its drag and drop, and the button of a row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDrag,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolButton, QTreeView, QWidget

from hetao_map.session.layer_actions import LayerActions
from hetao_map.ui.layer_delegate import RowDelegate
from hetao_map.ui.layer_drop import drop
from hetao_map.ui.layer_items import Index, LayerItems, group_of, layer_of

_BUTTON_PX = 22


class LayerTree(QTreeView):
    """Groups, layers and legends. Space ticks, Alt+Up and Alt+Down move the current row.

    owner is the widget that the tree lies in, and the button of its current row over it.
    """

    menu_wanted = Signal(str, QPoint)
    """layer id, place on the screen: somebody asks for the menu of a layer."""
    current = Signal(str)
    """layer id: another row is the current one; empty for a group or none."""

    def __init__(self, owner: QWidget, items: LayerItems, actions: LayerActions) -> None:
        super().__init__(owner)
        self._owner, self._items, self._actions = owner, items, actions
        self.setObjectName("layerTree")
        # Screen readers are told of a menu that belongs to a button, and of a button that does
        # not belong to the tree itself.
        self.menu = QMenu()
        self.more = _row_button(owner, self.menu)
        self.more.clicked.connect(lambda _checked=False: self._ask_for_menu())
        self.setModel(items)
        self.setItemDelegate(RowDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setIconSize(QSize(26, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setExpandsOnDoubleClick(True)
        # Rows that a person has folded or unfolded: groups begin unfolded, layers folded.
        self._turned: set[tuple[str, str]] = set()
        self._filling = self._filtered = False
        self.expanded.connect(partial(self._on_turned, True))
        self.collapsed.connect(partial(self._on_turned, False))
        self.verticalScrollBar().valueChanged.connect(self._place_button)

    def current_layer(self) -> str:
        """Return the id of the layer of the current row, empty for a group or none."""
        return layer_of(self.currentIndex())

    @contextmanager
    def kept(self, *, filtered: bool) -> Iterator[None]:
        """Keep what is unfolded, current and in sight while the rows are made anew.

        A tree that is filtered shows what has been found, and nothing in it can be dragged.
        """
        key, top = _key(self.currentIndex()), self.verticalScrollBar().value()
        self._filling, self._filtered = True, filtered
        yield
        for group in _children(self._items, QModelIndex()):
            self.setExpanded(group, filtered or _key(group) not in self._turned)
            for layer in _children(self._items, group):
                found = filtered and self._items.found_by_legend(layer_of(layer))
                self.setExpanded(layer, found or _key(layer) in self._turned)
        self.setDragEnabled(not filtered)
        self.setCurrentIndex(self._items.index_of(*key))
        self.verticalScrollBar().setValue(top)
        self._filling = False

    def _on_turned(self, unfolded: bool, index: QModelIndex) -> None:
        if self._filling or self._filtered:
            return
        if unfolded is bool(group_of(index)):
            self._turned.discard(_key(index))
        else:
            self._turned.add(_key(index))

    def step(self, up: bool) -> None:
        """Move the layer or the group of the current row past its neighbour."""
        index = self.currentIndex()
        if layer_id := layer_of(index):
            self._actions.step(layer_id, up)
        elif group_id := group_of(index):
            self._actions.step_group(group_id, up)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current row with Alt and an arrow; all else as in any tree."""
        keys = {Qt.Key.Key_Up: True, Qt.Key.Key_Down: False}
        alt = Qt.KeyboardModifier.AltModifier
        key = Qt.Key(event.key())
        if key in keys and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == alt:
            self.step(keys[key])
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer; by key, of the current row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        elif layer_id := layer_of(self.indexAt(event.pos())):
            self.menu_wanted.emit(layer_id, event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Take the button along."""
        super().currentChanged(current, previous)
        self._place_button()
        self.current.emit(layer_of(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew for another width."""
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def updateGeometries(self) -> None:
        """Keep the button in its row."""
        super().updateGeometries()
        self._place_button()

    # Drag and drop: the state is asked for the move, and the rows follow it.

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take the current row along; no row is ever removed here."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self._items.mimeData([index]))
        box = self.visualRect(index)
        drag.setPixmap(self.viewport().grab(box))
        drag.setHotSpot(self.viewport().mapFromGlobal(QCursor.pos()) - box.topLeft())
        drag.exec(Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the row would go."""
        super().dragMoveEvent(event)
        if event.source() is not self:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the row to be moved to where it is let go."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        if event.source() is self:
            target = self.indexAt(event.position().toPoint())
            position = self.dropIndicatorPosition()
            drop(self._items, self._actions, self.currentIndex(), target, position)
        event.accept()
        # What the base class does at the end of a drop, without its moving of rows.
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _place_button(self) -> None:
        index = self.currentIndex()
        box = self.visualRect(index)
        shown = bool(layer_of(index)) and self.viewport().rect().contains(box.center())
        self.more.setVisible(shown and self.isVisible())
        if self.more.isVisible():
            corner = QPoint(self.viewport().width() - _BUTTON_PX - 2, 0)
            corner.setY(box.center().y() - _BUTTON_PX // 2 + 1)
            self.more.move(self.viewport().mapTo(self._owner, corner))
            self.more.raise_()

    def _ask_for_menu(self) -> None:
        layer_id = self.current_layer()
        if layer_id:
            self.scrollTo(self.currentIndex())
            box = self.visualRect(self.currentIndex())
            corner = QPoint(box.left() + 24, box.bottom())
            self.menu_wanted.emit(layer_id, self.viewport().mapToGlobal(corner))


def _key(index: QModelIndex) -> tuple[str, str]:
    """Return what a row is known by, whatever else changes: (layer id, group id)."""
    return layer_of(index), group_of(index)


def _children(items: LayerItems, parent: QModelIndex) -> list[QModelIndex]:
    return [items.index(row, 0, parent) for row in range(items.rowCount(parent))]


def _row_button(owner: QWidget, menu: QMenu) -> QToolButton:
    button = QToolButton(owner)
    button.setObjectName("rowButton")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.hide()
    return button
