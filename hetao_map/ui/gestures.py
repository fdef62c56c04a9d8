"""What wheel, touchpad, middle button and fingers do to the map."""

from __future__ import annotations

from collections.abc import Callable
from math import dist

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pan import CLICK_PX, PanTool
from hetao_map.tools.pointer import PointerEvent
from hetao_map.tools.toolbox import ToolBox

# A notch of a mouse wheel is 120 eighths of a degree; it zooms by a factor, or pans so far.
NOTCH = 1.35
_NOTCH_PX = 60
_SMART_ZOOM = 2.0
_MIDDLE = Qt.MouseButton.MiddleButton
_NATIVE = Qt.NativeGestureType


class Gestures:
    """Deals with the events of a canvas that are not a tool's."""

    def __init__(
        self, store: Store, actions: Actions, tools: ToolBox, menu: Callable[[Xy], None]
    ) -> None:
        self._store, self._actions = store, actions
        self._middle = PanTool(store, actions)
        self._fingers = Fingers(store, actions, tools, menu)

    def take(self, event: QEvent) -> bool:
        """Deal with an event; tell whether it was a gesture."""
        match event:
            case QWheelEvent():
                self._turn(event)
            case QNativeGestureEvent():
                return self._native(event)
            case QTouchEvent():
                self._fingers.take(event)
            case QMouseEvent():
                return self._drag(event)
            case _:
                return False
        event.accept()
        return True

    def _turn(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; two fingers on a touchpad pan, and so does Shift, sideways."""
        turned, held = event.angleDelta(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event)
        elif _is_touchpad(event):
            pixels = event.pixelDelta()
            step = QPointF(turned) * _NOTCH_PX / 120 if pixels.isNull() else QPointF(pixels)
            self._actions.pan(step.x(), step.y())
        elif held & Qt.KeyboardModifier.ShiftModifier or not turned.y():
            # Some systems turn the wheel's direction themselves while Shift is down.
            self._actions.pan((turned.x() or turned.y()) * _NOTCH_PX / 120, 0)
        else:
            self._zoom(event)

    def _zoom(self, event: QWheelEvent) -> None:
        self._actions.zoom(NOTCH ** (event.angleDelta().y() / 120), _xy(event.position()))

    def _native(self, event: QNativeGestureEvent) -> bool:
        """Zoom by a pinch or a double tap on a touchpad."""
        match event.gestureType():
            case _NATIVE.ZoomNativeGesture:
                self._actions.zoom(max(1 + event.value(), 0.1), _xy(event.position()))
            case _NATIVE.SmartZoomNativeGesture:
                self._actions.zoom(_SMART_ZOOM, _xy(event.position()))
            case _:
                return False
        return True

    def _drag(self, event: QMouseEvent) -> bool:
        """Pan with the middle button, whatever tool is in hand."""
        px = _xy(event.position())
        pointer = PointerEvent(px, self._store.state.viewport.to_map(px))
        if event.type() == QEvent.Type.MouseMove and event.buttons() & _MIDDLE:
            self._middle.move(pointer)
            return True
        if event.button() != _MIDDLE:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._middle.press(pointer)
        else:
            self._middle.release(pointer)
        return True


class Fingers:
    """One finger is the pointer, held still it asks for the menu; two move and zoom the map."""

    _HOLD_MS = 600

    def __init__(
        self, store: Store, actions: Actions, tools: ToolBox, menu: Callable[[Xy], None]
    ) -> None:
        self._store, self._actions, self._tools, self._menu = store, actions, tools, menu
        self._start: Xy | None = None
        self._last: Xy = (0.0, 0.0)
        self._dragging = False
        self._pair: tuple[Xy, Xy] | None = None
        self._left: Viewport | None = None
        self._hold = QTimer(singleShot=True, interval=self._HOLD_MS)
        self._hold.timeout.connect(self._ask)

    def take(self, event: QTouchEvent) -> None:
        """Follow the fingers that are down."""
        if event.type() == QEvent.Type.TouchCancel:
            self._let_go()
            return
        down = [
            _xy(point.position())
            for point in event.points()
            if point.state() != QEventPoint.State.Released
        ]
        if len(down) >= 2:
            self._pinch((down[0], down[1]))
        elif self._pair is not None:
            self._part()
        elif down:
            self._point(down[0])
        else:
            self._lift()

    def _point(self, px: Xy) -> None:
        """Follow a single finger: it drags once it has moved."""
        self._last = px
        if self._start is None:
            self._start = px
            self._hold.start()
        elif self._dragging or dist(px, self._start) >= 2 * CLICK_PX:
            if not self._dragging:
                self._hold.stop()
                self._tools.press(self._at(self._start))
            self._dragging = True
            self._tools.move(self._at(px))

    def _lift(self) -> None:
        """End a drag, or click where the finger was."""
        start, dragging = self._start, self._dragging
        self._let_go()
        if dragging:
            self._tools.release(self._at(self._last))
        elif start is not None:
            self._tools.click(self._at(start))

    def _ask(self) -> None:
        start = self._start
        self._let_go()
        if start is not None:
            self._menu(start)

    def _pinch(self, pair: tuple[Xy, Xy]) -> None:
        """Keep the map under both fingers."""
        viewport = self._store.state.viewport
        if self._pair is None:
            if self._dragging:
                self._tools.release(self._at(self._last))
            self._let_go()
            self._left = viewport
        else:
            before, now = _middle(self._pair), _middle(pair)
            factor = max(dist(*pair), 1.0) / max(dist(*self._pair), 1.0)
            moved = viewport.zoomed(factor, before)
            self._store.update(viewport=moved.panned(now[0] - before[0], now[1] - before[1]))
        self._pair = pair

    def _part(self) -> None:
        """End a pinch; a finger that stays does nothing until it points anew."""
        left = self._left
        self._let_go()
        if left is not None and left != self._store.state.viewport:
            self._actions.remember(left)

    def _let_go(self) -> None:
        self._hold.stop()
        self._start = self._pair = self._left = None
        self._dragging = False

    def _at(self, px: Xy) -> PointerEvent:
        return PointerEvent(px, self._store.state.viewport.to_map(px))


def _is_touchpad(event: QWheelEvent) -> bool:
    """Tell whether two fingers turn it, as far as the system says so."""
    device = event.device()
    if device is not None and device.type() == QInputDevice.DeviceType.TouchPad:
        return True
    return not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase


def _middle(pair: tuple[Xy, Xy]) -> Xy:
    (x0, y0), (x1, y1) = pair
    return (x0 + x1) / 2, (y0 + y1) / 2


def _xy(point: QPointF) -> Xy:
    return point.x(), point.y()
