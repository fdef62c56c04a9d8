"""The map in the window: paints what LiveMap has, and passes the pointer on to the tools."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from hetao_map.geometry.extent import Xy
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pointer import Overlay, PlaceShape, PointerEvent
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui.gestures import Gestures
from hetao_map.ui.look import theme_of
from hetao_map.ui.overlay import paint_overlay

_KEY_STEP_PX, _FINE_STEP_PX = 96, 8
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_CROSS_PX = 9


class MapCanvas(QWidget):
    """Shows the map and gives its events to gestures and tools."""

    pointed = Signal(object)
    """Map point under the pointer, None when it has left."""

    def __init__(self, store: Store, actions: Actions, live_map: LiveMap, tools: ToolBox) -> None:
        super().__init__()
        self._store, self._actions, self._map, self._tools = store, actions, live_map, tools
        self._gestures = Gestures(store, actions, tools, self._ask_for_menu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self._overlays: list[Callable[[], Overlay]] = []
        self._pointer_px: Xy | None = None
        self._focus_by_key = self._pressed = False
        self.touched = False
        """Whether the mouse has been pressed on the map since there is one."""
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        live_map.updated.connect(self.update)
        store.changed.connect(self._apply)
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Map"))
        self.setAccessibleDescription(
            self.tr("Arrow keys pan, plus and minus zoom, 0 shows the whole zone")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add_overlay(self, shapes: Callable[[], Overlay]) -> None:
        """Draw what a part of the window wants on the map, below what the tools draw.

        Whoever adds it asks for a new picture when its shapes change.
        """
        self._overlays.append(shapes)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(800, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures that are there, then what the tools draw."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._map.paint(painter)
        self._paint_overlay(painter)
        if self.hasFocus() and self._focus_by_key:
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        """Paint a frame, and a cross where the space bar clicks."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().highlight().color(), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        middle = QRectF(self.rect()).center()
        for step in (QPointF(_CROSS_PX, 0), QPointF(0, _CROSS_PX)):
            painter.drawLine(middle - step, middle + step)

    def _paint_overlay(self, painter: QPainter) -> None:
        state = self._store.state
        theme = theme_of(state.theme)
        place = () if state.place is None else (PlaceShape(state.place),)
        others = (shape for shapes in self._overlays for shape in shapes())
        overlay = (*others, *place, *self._tools.overlay())
        paint_overlay(painter, overlay, state.viewport, theme, state.language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the state how large the map is."""
        size = (max(event.size().width(), 1), max(event.size().height(), 1))
        viewport = self._store.state.viewport.resized(size, self.devicePixelRatioF())
        self._store.update(viewport=viewport)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand a press on to the tools."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self.touched = self.touched or bool(self._store.state.catalog.datasets)
            self._tools.press(self._pointer(event))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand a move on, and tell where the pointer is."""
        pointer = self._pointer(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._tools.move(pointer)
            self.update()
        self._point_at(pointer.px)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand a release on to the tools."""
        # The second release of a double click follows no press.
        if event.button() == Qt.MouseButton.LeftButton and self._pressed:
            self._pressed = False
            self._tools.release(self._pointer(event))
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Complete what the tool draws, or zoom in at the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and not self._tools.finish():
            self._actions.zoom(2.0, _xy(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is not on the map any more."""
        self._point_at(None)
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell where the pointer has come in."""
        self._point_at(_xy(event.position()))
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when it has come by a key; after a click it is known anyway."""
        self._focus_by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the focus away."""
        super().focusOutEvent(event)
        self.update()

    def _point_at(self, px: Xy | None) -> None:
        self._pointer_px = px
        point = None if px is None else self._store.state.viewport.to_map(px)
        if self._tools.follow(point):
            self.update()
        self.pointed.emit(point)

    def _apply(self, old: MapState, new: MapState) -> None:
        marked = old.pins != new.pins or old.place != new.place
        if (old.measured, old.drawn) != (new.measured, new.drawn) or marked:
            self.update()
        if old.viewport != new.viewport and self._pointer_px is not None:
            self._point_at(self._pointer_px)

    def event(self, event: QEvent) -> bool:
        """Let the gestures have an event first."""
        if self._gestures.take(event):
            self.update()
            return True
        return super().event(event)

    def _ask_for_menu(self, px: Xy) -> None:
        self.customContextMenuRequested.emit(QPointF(*px).toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrow keys, finely with Shift; other keys are the tool's."""
        steps = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if step is not None:
            length = _FINE_STEP_PX if fine else _KEY_STEP_PX
            self._actions.pan(step[0] * length, step[1] * length)
        elif not self._tool_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _tool_key(self, key: Qt.Key) -> bool:
        """Use the tool in hand by key: Space stands for a click in the middle of the map."""
        before = self._store.state
        match key:
            case Qt.Key.Key_Space:
                middle = (self.width() / 2, self.height() / 2)
                self._tools.click(self._pointer_at(middle))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self._tools.finish()
            case Qt.Key.Key_Backspace:
                self._tools.undo()
            case Qt.Key.Key_Escape:
                self._tools.leave()
                self._store.update(place=None)
                # With nothing to give up, Esc is the window's.
                return before != self._store.state
            case _:
                return False
        return True

    def _pointer(self, event: QMouseEvent) -> PointerEvent:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self._pointer_at(_xy(event.position()), shift=shift)

    def _pointer_at(self, px: Xy, *, shift: bool = False) -> PointerEvent:
        return PointerEvent(px, self._store.state.viewport.to_map(px), shift)


def _xy(point: QPointF) -> Xy:
    return point.x(), point.y()
