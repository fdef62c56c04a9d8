"""What fingers on a touch screen do to the map."""

from __future__ import annotations

from collections.abc import Callable
from math import dist

from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QEventPoint, QTouchEvent

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pan import CLICK_PX
from hetao_map.tools.pointer import PointerEvent
from hetao_map.tools.toolbox import ToolBox

_HOLD_MS = 600
# A finger is less steady than a mouse.
_SLOP_PX = 2 * CLICK_PX


class Fingers:
    """One finger is the pointer, held still it asks for the menu; two move and zoom the map."""

    def __init__(
        self, store: Store, actions: Actions, tools: ToolBox, menu: Callable[[Xy], None]
    ) -> None:
        self._store, self._actions, self._tools, self._menu = store, actions, tools, menu
        self._start: Xy | None = None
        self._last: Xy = (0.0, 0.0)
        self._dragging = False
        self._pair: tuple[Xy, Xy] | None = None
        self._left: Viewport | None = None
        self._hold = QTimer(singleShot=True, interval=_HOLD_MS)
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
        elif self._dragging or dist(px, self._start) >= _SLOP_PX:
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


def _middle(pair: tuple[Xy, Xy]) -> Xy:
    (x0, y0), (x1, y1) = pair
    return (x0 + x1) / 2, (y0 + y1) / 2


def _xy(point: QPointF) -> Xy:
    return point.x(), point.y()
