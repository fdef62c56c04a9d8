"""Dragging the map."""

from __future__ import annotations

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pointer import Overlay, PointerEvent

# A press that moves less than this is a click.
CLICK_PX = 4.0


class PanTool:
    """Moves the picture with the pointer; the view at the start can be come back to."""

    def __init__(self, store: Store, actions: Actions) -> None:
        self._store, self._actions = store, actions
        self._start: tuple[Xy, Viewport] | None = None
        self._moving = False

    def press(self, event: PointerEvent) -> bool:
        """Remember where the drag begins."""
        self._start, self._moving = (event.px, self._store.state.viewport), False
        return False

    def move(self, event: PointerEvent) -> bool:
        """Move the picture with the pointer."""
        if self._start is None:
            return False
        (x, y), viewport = self._start
        dx, dy = event.px[0] - x, event.px[1] - y
        if not self._moving and max(abs(dx), abs(dy)) < CLICK_PX:
            return False
        self._moving = True
        self._store.update(viewport=viewport.panned(dx, dy))
        return True

    def release(self, event: PointerEvent) -> bool:
        """End the drag; tell whether there was one."""
        dragged, start = self._moving, self._start
        self._moving, self._start = False, None
        if dragged and start is not None:
            self._actions.remember(start[1])
        return dragged

    def undo(self) -> None:
        """There are no steps."""

    def leave(self) -> None:
        """Stop dragging."""
        self._moving, self._start = False, None

    def overlay(self) -> Overlay:
        """Return nothing: the map itself moves."""
        return ()
