"""What a person does with bookmarks and pins. Each change can be undone."""

from __future__ import annotations

import uuid
from dataclasses import replace

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_lonlat, to_map
from hetao_map.model.places import MOST_PLACES, NAME_LENGTH, NOTE_LENGTH, Bookmark, Pin
from hetao_map.session.actions import FOCUS_SCALE, Actions
from hetao_map.session.store import Store
from hetao_map.text.plain import plain


class Places:
    """Changes of the person's own places as verbs. Points are in map metres."""

    def __init__(self, store: Store, actions: Actions) -> None:
        self._store, self._actions = store, actions

    def bookmark(self, name: str) -> None:
        """Keep the present view under a name; without one nothing is kept."""
        state = self._store.state
        name = _line(name)
        if name and len(state.bookmarks) < MOST_PLACES:
            center = to_lonlat(state.viewport.center, state.catalog.map_epsg)
            mark = Bookmark(name, center, state.viewport.metres_per_px)
            self._store.update(bookmarks=(*state.bookmarks, mark))

    def rename_bookmark(self, index: int, name: str) -> None:
        """Give a bookmark another name."""
        name = _line(name)
        marks = list(self._store.state.bookmarks)
        if name:
            marks[index] = replace(marks[index], name=name)
            self._store.update(bookmarks=tuple(marks))

    def delete_bookmark(self, index: int) -> None:
        """Take a bookmark away."""
        marks = self._store.state.bookmarks
        self._store.update(bookmarks=marks[:index] + marks[index + 1 :])

    def go_to_bookmark(self, index: int) -> None:
        """Go to the view of a bookmark."""
        state = self._store.state
        mark = state.bookmarks[index]
        center = to_map(mark.lonlat, state.catalog.map_epsg)
        self._actions.visit(
            replace(state.viewport, center=center, metres_per_px=mark.metres_per_px)
        )

    def pin(self, point: Xy, text: str) -> None:
        """Put a pin with a note at a point; without a word none is put."""
        state = self._store.state
        text = _note(text)
        if text and len(state.pins) < MOST_PLACES:
            pin = Pin(uuid.uuid4().hex, to_lonlat(point, state.catalog.map_epsg), text)
            self._store.update(pins=(*state.pins, pin))

    def edit_pin(self, pin_id: str, text: str) -> None:
        """Give a pin another note; an empty one takes the pin away."""
        text = _note(text)
        pins = (replace(p, text=text) if p.id == pin_id else p for p in self._store.state.pins)
        self._store.update(pins=tuple(pin for pin in pins if pin.text))

    def move_pin(self, pin_id: str, point: Xy) -> None:
        """Put a pin elsewhere."""
        state = self._store.state
        place = to_lonlat(point, state.catalog.map_epsg)
        pins = (replace(p, lonlat=place) if p.id == pin_id else p for p in state.pins)
        self._store.update(pins=tuple(pins))

    def delete_pin(self, pin_id: str) -> None:
        """Take a pin away."""
        pins = self._store.state.pins
        self._store.update(pins=tuple(pin for pin in pins if pin.id != pin_id))

    def go_to_pin(self, pin_id: str) -> None:
        """Centre a pin, at a scale that shows what is around it."""
        state = self._store.state
        pin = next((pin for pin in state.pins if pin.id == pin_id), None)
        if pin is not None:
            view = state.viewport.centered(to_map(pin.lonlat, state.catalog.map_epsg))
            self._actions.visit(view.at_scale(min(view.scale_denominator, FOCUS_SCALE)))


def _line(name: str) -> str:
    """Return a name as one line of plain text."""
    return " ".join(plain(name).split())[:NAME_LENGTH].strip()


def _note(text: str) -> str:
    """Return a note as plain text."""
    return plain(text[:NOTE_LENGTH]).strip()
