"""Measuring along a line of clicks or around an area, on the ellipsoid."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist, isfinite

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import MapState
from hetao_map.query.measurement import measured
from hetao_map.session.store import Store
from hetao_map.text import numbers
from hetao_map.tools.pointer import AreaShape, LineShape, NoteShape, Overlay, PointerEvent

# A click so near to the first point closes the shape.
CLOSE_PX = 9.0
# A shorter piece has no room for its length.
_ROOM_PX = 64.0


class MeasureTool:
    """Each click adds a point, one near the first closes the shape. A double click or Enter
    completes it, Backspace takes the last step back, Esc clears all.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pointer: Xy | None = None

    def press(self, event: PointerEvent) -> bool:
        """Wait for the release."""
        return False

    def move(self, event: PointerEvent) -> bool:
        """Do nothing while the button is down."""
        return False

    def release(self, event: PointerEvent) -> bool:
        """Add a point, or close the shape at its first one; a place off the world is none."""
        state = self._store.state
        if self._closes(event.px):
            self._store.update(measured=state.measured.finished(rounded=True))
        elif all(map(isfinite, to_lonlat(event.point, state.catalog.map_epsg))):
            self._store.update(measured=state.measured.with_point(event.point))
        return True

    def follow(self, point: Xy | None) -> bool:
        """Lead the line on to the pointer; tell whether that is to be painted."""
        self._pointer = point
        return self._leads

    def finish(self) -> bool:
        """Complete the shape."""
        self._store.update(measured=self._store.state.measured.finished())
        return True

    def undo(self) -> None:
        """Take the last step back."""
        self._store.update(measured=self._store.state.measured.without_last())

    def leave(self) -> None:
        """Clear the shape."""
        self._store.update(measured=self._store.state.measured.cleared())

    def overlay(self) -> Overlay:
        """Return the shape with the length of each piece and the sum, on to the pointer."""
        state = self._store.state
        shape = self._led_on() if self._leads else state.measured
        if not shape.points:
            return ()
        ground = (AreaShape(shape.ring),) if shape.closed else ()
        line = LineShape(state.measured.ring if not self._leads else state.measured.points)
        ahead = (LineShape(shape.ring[len(line.points) - 1 :], ahead=True),) if self._leads else ()
        return (*ground, *ahead, line, *_notes(shape, state))

    @property
    def _leads(self) -> bool:
        shape = self._store.state.measured
        return self._pointer is not None and bool(shape.points) and not shape.done

    def _led_on(self) -> Measurement:
        """Return the shape as a click at the pointer would make it."""
        shape = self._store.state.measured
        if self._pointer is None:
            return shape
        if self._closes(self._store.state.viewport.to_px(self._pointer)):
            return replace(shape, rounded=True)
        return shape.with_point(self._pointer)

    def _closes(self, px: Xy) -> bool:
        state = self._store.state
        shape = state.measured
        near = len(shape.points) > 2 and not shape.done
        return near and dist(state.viewport.to_px(shape.points[0]), px) <= CLOSE_PX


def _notes(shape: Measurement, state: MapState) -> tuple[NoteShape, ...]:
    """Return the lengths along the shape, and at its last point what it comes to."""
    result, language = measured(shape, state.catalog.map_epsg), state.language
    room = _ROOM_PX * state.viewport.metres_per_px
    along = [
        NoteShape(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), numbers.length(piece.length_m, language))
        for (a, b), piece in zip(pairwise(shape.ring), result.pieces, strict=True)
        if dist(a, b) >= room
    ]
    if result.area_m2 is None:
        length = numbers.length(result.length_m, language)
        whole = NoteShape(shape.points[-1], length, strong=True)
    else:
        area = numbers.area(result.area_m2, language)
        whole = NoteShape(_amid(shape.points), area, strong=True)
    return (*(along if len(result.pieces) > 1 else ()), whole)


def _amid(points: tuple[Xy, ...]) -> Xy:
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)
