"""Undo and redo: which changes of the state are steps, and how to go back over them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hetao_map.model.state import MapState, Step, UndoHistory

UNDOABLE = ("visible", "order", "opacity", "regrouped", "bookmarks", "pins")
MOST_STEPS = 200
# Values that follow a hand on a slider: those nearer in time than this are one step.
GLIDING = frozenset({"opacity"})
GLIDE_S = 0.8


def recorded(old: MapState, new: MapState, now: float) -> MapState:
    """Return the new state with the change from the old one as a step that can be undone.

    Changes that cannot be undone are no step, nor is undoing itself. Other files begin anew.
    """
    if new.catalog is not old.catalog:
        return replace(new, undo=UndoHistory())
    if new.undo is not old.undo:
        return new
    before: dict[str, object] = {
        name: getattr(old, name) for name in UNDOABLE if getattr(old, name) != getattr(new, name)
    }
    before |= _view_before(old, new)
    past = new.undo.past
    if not before:
        return new
    if past and _glides(past[-1], before, now):
        past = (*past[:-1], replace(past[-1], at=now))
    else:
        past = (*past, Step(before, now))[-MOST_STEPS:]
    return replace(new, undo=UndoHistory(past, ()))


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
    if "viewport" in changes:
        size, ratio = state.viewport.size_px, state.viewport.device_pixel_ratio
        changes["viewport"] = changes["viewport"].resized(size, ratio)
    return changes, back
