"""The map in the window: paints what LiveMap has, and passes the pointer on to the tools."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hetao_map.geometry.extent import Xy
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pointer import PointerEvent
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui.look import theme_of
from hetao_map.ui.overlay import paint_overlay

_KEY_STEP_PX = 96
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# A notch of a mouse wheel is 120 eighths of a degree and zooms by this factor.
_NOTCH = 1.35


class MapCanvas(QWidget):
    """Shows the map. Arrows pan, the wheel zooms at the pointer."""

    pointed = Signal(object)
    """Map point under the pointer, None when it has left."""

    def __init__(self, store: Store, actions: Actions, live_map: LiveMap, tools: ToolBox) -> None:
        super().__init__()
        self._store, self._actions, self._map, self._tools = store, actions, live_map, tools
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self._pointer_px: Xy | None = None
        self._focus_by_key = False
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
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_overlay(self, painter: QPainter) -> None:
        state = self._store.state
        theme = theme_of(state.theme)
        paint_overlay(painter, self._tools.overlay(), state.viewport, theme, state.language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the state how large the map is."""
        size = (max(event.size().width(), 1), max(event.size().height(), 1))
        viewport = self._store.state.viewport.resized(size, self.devicePixelRatioF())
        self._store.update(viewport=viewport)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand a press on to the tools."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
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
        if event.button() == Qt.MouseButton.LeftButton:
            self._tools.release(self._pointer(event))
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in at the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
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
        self.pointed.emit(None if px is None else self._store.state.viewport.to_map(px))

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.measured != new.measured or old.pins != new.pins:
            self.update()
        if old.viewport != new.viewport and self._pointer_px is not None:
            self._point_at(self._pointer_px)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; a touchpad's two fingers pan, with Ctrl they zoom."""
        pixels = event.pixelDelta()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not pixels.isNull() and not ctrl and event.phase() != Qt.ScrollPhase.NoScrollPhase:
            self._actions.pan(pixels.x(), pixels.y())
        else:
            factor = _NOTCH ** (event.angleDelta().y() / 120)
            self._actions.zoom(factor, _xy(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by a pinch of two fingers; everything else goes its usual way."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._actions.zoom(1 + event.value(), _xy(event.position()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrow keys; Esc gives up what a tool has begun."""
        steps = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._actions.pan(step[0] * _KEY_STEP_PX, step[1] * _KEY_STEP_PX)
        elif event.key() == Qt.Key.Key_Escape:
            self._tools.leave()
        elif event.key() == Qt.Key.Key_Backspace:
            self._tools.undo()
        else:
            super().keyPressEvent(event)

    def _pointer(self, event: QMouseEvent) -> PointerEvent:
        px = _xy(event.position())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return PointerEvent(px, self._store.state.viewport.to_map(px), shift)


def _xy(point: QPointF) -> Xy:
    return point.x(), point.y()
