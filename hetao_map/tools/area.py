"""Drawing an area: corner by corner, or a rectangle by two of its corners."""

from __future__ import annotations

from collections.abc import Callable
from math import dist, isfinite

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.measuring import enclosed_area
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.session.store import Store
from hetao_map.text import briefings as words
from hetao_map.text import numbers
from hetao_map.text.localized import LocalizedText
from hetao_map.tools.measure import CLOSE_PX
from hetao_map.tools.pointer import AreaShape, LineShape, NoteShape, Overlay, PointerEvent


class AreaTool:
    """Each click adds a corner; one near the first, a double click or Enter completes the area,
    the second corner a rectangle. Backspace takes the last step back, Esc puts the tool away.
    """

    def __init__(self, store: Store, drawn: Callable[[], None]) -> None:
        self._store, self._drawn = store, drawn
        self._pointer: Xy | None = None

    def press(self, event: PointerEvent) -> bool:
        """Wait for the release."""
        return False

    def move(self, event: PointerEvent) -> bool:
        """Do nothing while the button is down."""
        return False

    def release(self, event: PointerEvent) -> bool:
        """Add a corner, or close the outline at its first one; a place off the world is none."""
        state = self._store.state
        if self._closes(event.px):
            return self.finish()
        if all(map(isfinite, to_lonlat(event.point, state.catalog.map_epsg))):
            self._take(state.drawn.with_point(event.point))
        return True

    def follow(self, point: Xy | None) -> bool:
        """Lead the outline on to the pointer; tell whether that is to be painted."""
        self._pointer = point
        return not self._store.state.drawn.done

    def finish(self) -> bool:
        """Complete the area, where its corners are enough for one."""
        if not self._store.state.drawn.done:
            self._take(self._store.state.drawn.finished())
        return True

    def undo(self) -> None:
        """Take the last step back."""
        self._store.update(drawn=self._store.state.drawn.without_last())

    def leave(self) -> None:
        """Drop the area and put the tool away; with another in hand there is nothing to drop."""
        if self._store.state.tool == "area":
            self._store.update(drawn=DrawnArea(), tool="identify")

    def overlay(self) -> Overlay:
        """Return the outline, on to the pointer while it is open."""
        area = self._store.state.drawn
        ahead = area.with_point(self._pointer) if self._leads and self._pointer else area
        ground = (AreaShape(ahead.ring),) if ahead.encloses else ()
        line = (LineShape(ahead.ring, ahead=self._leads),) if ahead.points else ()
        return (*ground, *line, *self._note(ahead))

    def _note(self, ahead: DrawnArea) -> tuple[NoteShape, ...]:
        """Return what to do next, at the pointer, with the size of what is enclosed by now."""
        state = self._store.state
        if self._pointer is None or state.drawn.done:
            return ()
        parts = [_next_step(state.drawn).in_(state.language)]
        if ahead.encloses:
            lonlat = [to_lonlat(point, state.catalog.map_epsg) for point in ahead.ring[:-1]]
            parts.insert(0, numbers.area(enclosed_area(lonlat), state.language))
        return (NoteShape(self._pointer, " · ".join(parts)),)

    @property
    def _leads(self) -> bool:
        area = self._store.state.drawn
        return self._pointer is not None and bool(area.points) and not area.done

    def _take(self, area: DrawnArea) -> None:
        self._store.update(drawn=area)
        if area.done:
            self._drawn()

    def _closes(self, px: Xy) -> bool:
        state = self._store.state
        area = state.drawn
        open_still = area.encloses and not area.boxed and not area.done
        return open_still and dist(state.viewport.to_px(area.points[0]), px) <= CLOSE_PX


def _next_step(area: DrawnArea) -> LocalizedText:
    if not area.points:
        return words.DRAW_FIRST
    if area.boxed:
        return words.DRAW_OPPOSITE
    return words.DRAW_LAST if area.encloses else words.DRAW_NEXT
