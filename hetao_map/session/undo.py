"""Undo and redo: which changes of the state are steps, and how to go back over them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState, Step, UndoHistory

UNDOABLE = (
    "visible", "order", "opacity", "regrouped", "dark_looks", "datums", "bookmarks", "pins", "trip",
)  # fmt: skip
# What is told in the metres of a map, whose grid can be another one with other files.
_ON_THE_GRID = ("viewport", "history", "place", "measured")
MOST_STEPS = 200
# Former states of files are kept for undo up to so many features, the last one always.
MOST_ROWS = 400_000
# Values that follow a hand on a slider or a clock: those nearer in time than this are one step.
GLIDING = frozenset({"opacity", "trip"})
GLIDE_S = 0.8


def recorded(old: MapState, new: MapState, now: float) -> MapState:
    """Return the new state with the change from the old one as a step that can be undone.

    Changes that cannot be undone are no step, nor is undoing itself, nor the first files.
    """
    if not old.catalog.datasets and new.catalog.datasets:
        return replace(new, undo=UndoHistory())
    if new.undo is not old.undo:
        return new
    before: dict[str, object] = {
        name: getattr(old, name) for name in UNDOABLE if getattr(old, name) != getattr(new, name)
    }
    before |= _view_before(old, new)
    past = new.undo.past
    if new.catalog is not old.catalog:
        before = _files_before(old, new) | before
    if not before:
        return new
    if past and _glides(past[-1], before, now):
        past = (*past[:-1], replace(past[-1], at=now))
    else:
        past = (*past, Step(before, now))[-MOST_STEPS:]
    if "catalog" in before:
        past = _remembered(past, new.catalog)
    return replace(new, undo=UndoHistory(past, ()))


def _files_before(old: MapState, new: MapState) -> dict[str, object]:
    """Return the files as they were, and with another grid what was told in the former one."""
    before: dict[str, object] = {"catalog": old.catalog}
    if old.catalog.map_epsg != new.catalog.map_epsg:
        before |= {name: getattr(old, name) for name in _ON_THE_GRID}
    return before


def _remembered(past: tuple[Step, ...], present: Catalog) -> tuple[Step, ...]:
    """Return the steps without the oldest, where they hold too much of former files."""
    seen = {id(layer) for layer in present.layers}
    rows, catalogs = 0, 0
    for number in reversed(range(len(past))):
        catalog = past[number].before.get("catalog")
        if not isinstance(catalog, Catalog):
            continue
        rows += sum(layer.rows for layer in catalog.layers if id(layer) not in seen)
        seen |= {id(layer) for layer in catalog.layers}
        catalogs += 1
        if rows > MOST_ROWS and catalogs > 1:
            return past[number + 1 :]
    return past


def _view_before(old: MapState, new: MapState) -> dict[str, object]:
    """Return the view that was left, if the history of views says that one was.

    A drag changes the view many times and the history once, at its end.
    """
    if new.history == old.history:
        return {}
    left = old.viewport
    if new.viewport == old.viewport:
        left = new.history.past[-1] if new.history.past else old.viewport
    return {"viewport": left, "history": old.history}


def _glides(last: Step, before: dict[str, object], now: float) -> bool:
    return set(before) == set(last.before) <= GLIDING and now - last.at < GLIDE_S


def undone(state: MapState) -> dict[str, Any]:
    """Return the changes of the state that undo its last step; none when there is none."""
    past, future = state.undo.past, state.undo.future
    if not past:
        return {}
    changes, back = _swapped(state, past[-1])
    return {**changes, "undo": UndoHistory(past[:-1], (back, *future))}


def redone(state: MapState) -> dict[str, Any]:
    """Return the changes of the state that make the step undone last again."""
    past, future = state.undo.past, state.undo.future
    if not future:
        return {}
    changes, back = _swapped(state, future[0])
    return {**changes, "undo": UndoHistory((*past, back), future[1:])}


def _swapped(state: MapState, step: Step) -> tuple[dict[str, Any], Step]:
    """Return the changes of a step, and the step that leads back from them."""
    changes: dict[str, Any] = dict(step.before)
    back = Step({name: getattr(state, name) for name in changes})
    if "catalog" in changes:
        changes["catalog"] = changes["catalog"].as_on_disk(state.catalog)
    if "viewport" in changes:
        size, ratio = state.viewport.size_px, state.viewport.device_pixel_ratio
        changes["viewport"] = changes["viewport"].resized(size, ratio)
    return changes, back
