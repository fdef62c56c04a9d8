"""Measuring along a line of clicks, on the ellipsoid."""

from __future__ import annotations

from itertools import pairwise

from hetao_map.geometry.measuring import segment_lengths
from hetao_map.geometry.projection import to_lonlat
from hetao_map.session.store import Store
from hetao_map.text import numbers
from hetao_map.tools.pointer import LineShape, NoteShape, Overlay, PointerEvent


class MeasureTool:
    """Each click adds a point; Backspace takes the last one away, Esc all of them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def press(self, event: PointerEvent) -> bool:
        """Wait for the release."""
        return False

    def move(self, event: PointerEvent) -> bool:
        """Do nothing while the pointer moves."""
        return False

    def release(self, event: PointerEvent) -> bool:
        """Add a point."""
        self._store.update(measured=(*self._store.state.measured, event.point))
        return True

    def undo(self) -> None:
        """Take the last point away."""
        self._store.update(measured=self._store.state.measured[:-1])

    def leave(self) -> None:
        """Clear the line."""
        self._store.update(measured=())

    def overlay(self) -> Overlay:
        """Return the line with the length of each piece and the whole at its end."""
        state = self._store.state
        points = state.measured
        if not points:
            return ()
        lengths = segment_lengths([to_lonlat(p, state.catalog.map_epsg) for p in points])
        words = [numbers.metres(length, state.language) for length in lengths]
        notes = [
            NoteShape(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), text)
            for (a, b), text in zip(pairwise(points), words, strict=True)
        ]
        whole = NoteShape(points[-1], numbers.metres(sum(lengths), state.language), strong=True)
        return (LineShape(points), *(notes if len(notes) > 1 else ()), whole)
