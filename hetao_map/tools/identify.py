"""A click shows what is there."""

from __future__ import annotations

from hetao_map.query.identify import identify
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.pointer import Overlay, PointerEvent

TOLERANCE_PX = 7.0


class IdentifyTool:
    """Selects all features of the visible layers under the pointer, best first."""

    def __init__(self, store: Store, actions: Actions) -> None:
        self._store, self._actions = store, actions

    def press(self, event: PointerEvent) -> bool:
        """Wait for the release."""
        return False

    def move(self, event: PointerEvent) -> bool:
        """Do nothing while the pointer moves."""
        return False

    def release(self, event: PointerEvent) -> bool:
        """Select what lies within seven pixels."""
        state = self._store.state
        hits = identify(state.shown, event.point, TOLERANCE_PX * state.viewport.metres_per_px)
        self._actions.select(tuple(hit.ref for hit in hits))
        return True

    def undo(self) -> None:
        """There are no steps."""

    def leave(self) -> None:
        """Nothing is under way."""

    def overlay(self) -> Overlay:
        """Return nothing: the highlight belongs to the selection."""
        return ()
