"""The person's own pins on the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_map
from hetao_map.model.places import Pin
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.tools.pan import CLICK_PX
from hetao_map.tools.pointer import Overlay, PinShape, PointerEvent

# A pin's head stands this far above its place, and is this wide to the hand.
HEAD_PX = 19.0
REACH_PX = 12.0


class PinTool:
    """Draws the pins. A click on one opens its note, dragging moves it."""

    def __init__(self, store: Store, places: Places, opened: Callable[[Pin], None]) -> None:
        self._store, self._places, self._opened = store, places, opened
        self._held: tuple[Pin, PointerEvent] | None = None
        self._to: PointerEvent | None = None

    def pin_at(self, px: Xy) -> Pin | None:
        """Return the pin whose head lies under a pixel, the uppermost first."""
        state = self._store.state
        for pin in reversed(state.pins):
            x, y = state.viewport.to_px(_point(pin.lonlat, state.catalog.map_epsg))
            if abs(px[0] - x) <= REACH_PX and abs(px[1] - (y - HEAD_PX)) <= REACH_PX:
                return pin
        return None

    def press(self, event: PointerEvent) -> bool:
        """Take hold of a pin; with another tool in hand, pins are only looked at."""
        self.leave()
        pin = self.pin_at(event.px) if self._store.state.tool == "identify" else None
        if pin is not None:
            self._held = (pin, event)
        return pin is not None

    def move(self, event: PointerEvent) -> bool:
        """Move the pin with the pointer."""
        if self._held is None:
            return False
        start = self._held[1].px
        far = max(abs(event.px[0] - start[0]), abs(event.px[1] - start[1])) >= CLICK_PX
        if far or self._to is not None:
            self._to = event
        return True

    def release(self, event: PointerEvent) -> bool:
        """Leave the pin where it is now, or open its note if it has not moved."""
        held, moved = self._held, self._to is not None
        shape = self._dragged()
        self.leave()
        if held is None:
            return False
        if moved and shape is not None:
            self._places.move_pin(held[0].id, shape)
        else:
            self._opened(held[0])
        return True

    def undo(self) -> None:
        """There are no steps."""

    def leave(self) -> None:
        """Let go of the pin; it stays where it was."""
        self._held = self._to = None

    def overlay(self) -> Overlay:
        """Return the pins, the one in hand where the hand is."""
        state, dragged = self._store.state, self._dragged()
        held = self._held[0].id if self._held else ""
        return tuple(
            PinShape(
                dragged
                if dragged is not None and pin.id == held
                else _point(pin.lonlat, state.catalog.map_epsg),
                pin.title,
            )
            for pin in state.pins
        )

    def _dragged(self) -> Xy | None:
        """Return where the pin in hand would stand now; None while it has not moved."""
        if self._held is None or self._to is None:
            return None
        pin, start = self._held
        x, y = _point(pin.lonlat, self._store.state.catalog.map_epsg)
        return x + self._to.point[0] - start.point[0], y + self._to.point[1] - start.point[1]


@lru_cache(maxsize=2048)
def _point(lonlat: Xy, map_epsg: int) -> Xy:
    return to_map(lonlat, map_epsg)
