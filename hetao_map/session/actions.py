"""What a person can do to the state, whatever key, button or menu asks for it."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from hetao_map.geometry.extent import Extent, Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import Selection, ViewHistory
from hetao_map.session.layer_actions import LayerActions
from hetao_map.session.store import Store
from hetao_map.session.undo import redone, undone

# The buttons on the map would lie over what is at its edge.
_HOME_MARGIN = 0.1
HISTORY_LENGTH = 100
MOST_SEARCHES = 8
# Views that follow one another faster than this are one journey, and one step back.
JOURNEY_S = 0.8
FOCUS_SCALE = 12_000


class Actions:
    """Changes of the state as verbs. A view that was left can be come back to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.layers = LayerActions(store, self.visit)
        self._last_visit = -JOURNEY_S

    def visit(self, viewport: Viewport, **also: object) -> None:
        """Go to a view and remember the one that is left; change other fields along with it."""
        state = self._store.state
        if viewport == state.viewport:
            self._store.update(**also)
            return
        now = time.monotonic()
        history = ViewHistory(state.history.past, ())
        if now - self._last_visit > JOURNEY_S:
            past = (*state.history.past, state.viewport)[-HISTORY_LENGTH:]
            history = ViewHistory(past, ())
        self._last_visit = now
        self._store.update(viewport=viewport, history=history, **also)

    def remember(self, left: Viewport) -> None:
        """Keep a view that was left by dragging, so that it can be come back to."""
        past = (*self._store.state.history.past, left)[-HISTORY_LENGTH:]
        self._store.update(history=ViewHistory(past, ()))

    def zoom(self, factor: float, anchor_px: tuple[float, float] | None = None) -> None:
        """Zoom in by factor about a pixel, the middle by default."""
        self.visit(self._store.state.viewport.zoomed(factor, anchor_px))

    def pan(self, dx_px: float, dy_px: float) -> None:
        """Move the picture by logical pixels."""
        self.visit(self._store.state.viewport.panned(dx_px, dy_px))

    def show_all(self) -> None:
        """Go to the view that shows the theme layers, or all when there are none."""
        state = self._store.state
        self.visit(home_view(state.catalog, state.viewport))

    def back(self) -> None:
        """Go to the view before this one."""
        self._travel(-1)

    def forward(self) -> None:
        """Undo a step back."""
        self._travel(1)

    def _travel(self, step: int) -> None:
        state = self._store.state
        past, future = state.history.past, state.history.future
        source = past if step < 0 else future
        if not source:
            return
        size, ratio = state.viewport.size_px, state.viewport.device_pixel_ratio
        if step < 0:
            target, history = past[-1], ViewHistory(past[:-1], (state.viewport, *future))
        else:
            target, history = future[0], ViewHistory((*past, state.viewport), future[1:])
        self._last_visit = -JOURNEY_S
        self._store.update(viewport=target.resized(size, ratio), history=history)

    def show_layer(self, layer_id: str, shown: bool) -> None:
        """Switch a layer on or off."""
        visible = self._store.state.visible
        self._store.update(visible=visible | {layer_id} if shown else visible - {layer_id})

    def take(self, tool: str, *, of_area: bool = False) -> None:
        """Take a tool in hand, to measure lines or areas; what was measured is cleared."""
        self._store.update(tool=tool, measured=Measurement(of_area=of_area))

    def centre(self, point: Xy) -> None:
        """Go to a map point at the present scale."""
        self.visit(self._store.state.viewport.centered(point))

    def select(self, hits: tuple[FeatureRef, ...]) -> None:
        """Show the card of the first hit."""
        self._store.update(selection=Selection(hits), place=None, panel="information")

    def next_hit(self, step: int) -> None:
        """Show the next or previous of the stacked hits."""
        self._store.update(selection=self._store.state.selection.moved(step))

    def go_to(self, ref: FeatureRef, panel: str = "information") -> None:
        """Centre a feature at a scale that shows it, switch its layer on and select it.

        panel is the one that is then shown beside the map, the card's by default.
        """
        state = self._store.state
        feature = state.catalog.find(ref)
        if feature is None:
            return
        visible = state.visible | {ref.layer}
        viewport = view_of(feature, state.viewport)
        self.visit(viewport, selection=Selection((ref,)), visible=visible, place=None, panel=panel)

    def go_to_place(self, point: Xy, denominator: float | None = None) -> None:
        """Centre a map point and mark it, at the scale 1:denominator or one that shows what is
        around it.
        """
        viewport = self._store.state.viewport.centered(point)
        scale = denominator or min(viewport.scale_denominator, FOCUS_SCALE)
        self.visit(viewport.at_scale(scale), selection=Selection(), place=point)

    def show_date(self, date: str) -> None:
        """Show the map as it was on a day (YYYY-MM-DD); all that is known for an empty text."""
        self._store.update(date=date)

    def remember_search(self, text: str) -> None:
        """Keep what was looked for, the latest first, each once."""
        others = (other for other in self._store.state.searches if other != text)
        self._store.update(searches=(text, *others)[:MOST_SEARCHES])

    def undo(self) -> None:
        """Take the last change of view, layers, bookmarks or pins back; of a shape that is being
        drawn its last point.
        """
        state = self._store.state
        if state.shape_in_hand == "measured":
            self._store.update(measured=state.measured.without_last())
        elif state.shape_in_hand == "drawn":
            self._store.update(drawn=state.drawn.without_last())
        else:
            self._step(undone(state))

    def redo(self) -> None:
        """Make the change that was taken back last again."""
        self._step(redone(self._store.state))

    def _step(self, changes: dict[str, Any]) -> None:
        # A view that follows is a journey of its own.
        self._last_visit = -JOURNEY_S
        self._store.update(**changes)


def view_of(feature: Feature, viewport: Viewport) -> Viewport:
    """Return the view moved to a feature, at a scale that shows all of it and what is near."""
    centred = viewport.centered(feature.point)
    if feature.extent.width or feature.extent.height:
        fitted = viewport.fitted(feature.extent, margin=0.2)
        focus = centred.at_scale(FOCUS_SCALE).metres_per_px
        return replace(fitted, metres_per_px=max(fitted.metres_per_px, focus))
    return centred.at_scale(min(centred.scale_denominator, FOCUS_SCALE))


def home_view(catalog: Catalog, viewport: Viewport) -> Viewport:
    """Return the first view of a window, or viewport where there is nothing to see."""
    extent = home_extent(catalog)
    return viewport if extent is None else viewport.fitted(extent, _HOME_MARGIN)


def home_extent(catalog: Catalog) -> Extent | None:
    """Return what the first view shows, in map metres: the theme layers, or all without any."""
    return catalog.extent("theme") or catalog.extent()
