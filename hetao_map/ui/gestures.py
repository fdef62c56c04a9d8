"""What wheel, touchpad and middle button do to the map; fingers have a file of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)

from hetao_map.geometry.extent import Xy
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pan import PanTool
from hetao_map.tools.pointer import PointerEvent
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui.fingers import Fingers

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


def _is_touchpad(event: QWheelEvent) -> bool:
    """Tell whether two fingers turn it, as far as the system says so."""
    device = event.device()
    if device is not None and device.type() == QInputDevice.DeviceType.TouchPad:
        return True
    return not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase


def _xy(point: QPointF) -> Xy:
    return point.x(), point.y()
