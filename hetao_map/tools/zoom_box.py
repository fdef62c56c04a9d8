"""Drawing a rectangle to zoom to, with the shift key."""

from __future__ import annotations

from hetao_map.geometry.extent import Extent
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pan import CLICK_PX
from hetao_map.tools.pointer import BoxShape, Overlay, PointerEvent


class ZoomBoxTool:
    """Zooms to a rectangle that is drawn while shift is down."""

    def __init__(self, store: Store, actions: Actions) -> None:
        self._store, self._actions = store, actions
        self._from: PointerEvent | None = None
        self._to: PointerEvent | None = None

    def press(self, event: PointerEvent) -> bool:
        """Begin a rectangle, if shift is down."""
        self._from = event if event.shift else None
        self._to = None
        return self._from is not None

    def move(self, event: PointerEvent) -> bool:
        """Draw the rectangle up to the pointer."""
        if self._from is None:
            return False
        self._to = event
        return True

    def release(self, event: PointerEvent) -> bool:
        """Zoom to the rectangle; one that is hardly larger than a point does nothing."""
        begun = self._from
        self.leave()
        if begun is None:
            return False
        if min(abs(event.px[0] - begun.px[0]), abs(event.px[1] - begun.px[1])) >= CLICK_PX:
            self._actions.visit(self._store.state.viewport.fitted(_box(begun, event), 0.0))
        return True

    def undo(self) -> None:
        """There are no steps."""

    def leave(self) -> None:
        """Drop the rectangle."""
        self._from = self._to = None

    def overlay(self) -> Overlay:
        """Return the rectangle drawn so far."""
        if self._from is None or self._to is None:
            return ()
        return (BoxShape(_box(self._from, self._to)),)


def _box(one: PointerEvent, other: PointerEvent) -> Extent:
    (x0, y0), (x1, y1) = one.point, other.point
    return Extent(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
