"""Showing a result on the map while it is only looked at, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.state import Selection
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store

if TYPE_CHECKING:
    from hetao_map.query.search import SearchHit

# So near to the edge of the map counts as out of sight.
_EDGE_PX = 48


@dataclass(frozen=True, eq=False)
class _Before:
    viewport: Viewport
    selection: Selection
    place: Xy | None


class SearchPreview:
    """A view that is lent: neither the history of views nor undo knows of it."""

    def __init__(self, store: Store, actions: Actions) -> None:
        self._store, self._actions = store, actions
        self._before: _Before | None = None

    def show(self, hit: SearchHit, whole: QRect, cover: QRect) -> None:
        """Highlight a hit, and move the map to it where it is out of sight.

        whole is the map and cover what lies over it, in the map's pixels.
        """
        state = self._store.state
        if self._before is None:
            self._before = _Before(state.viewport, state.selection, state.place)
        # From the view before, so that walking up and down the list does not drift away.
        viewport = _with_in_sight(self._sized(self._before.viewport), hit.point, whole, cover)
        if hit.is_feature:
            self._store.update(viewport=viewport, selection=Selection((hit.ref,)), place=None)
        else:
            self._store.update(viewport=viewport, selection=Selection(), place=hit.point)

    def give_up(self) -> None:
        """Show again what was shown before."""
        if self._before is not None:
            before, self._before = self._before, None
            self._store.update(
                viewport=self._sized(before.viewport),
                selection=before.selection,
                place=before.place,
            )

    def keep(self) -> None:
        """Stay with what is shown; the view that was left can be come back to."""
        if self._before is not None:
            left, self._before = self._sized(self._before.viewport), None
            if left != self._store.state.viewport:
                self._actions.remember(left)

    def _sized(self, viewport: Viewport) -> Viewport:
        """Return a view of before at the size that the map has now."""
        now = self._store.state.viewport
        return viewport.resized(now.size_px, now.device_pixel_ratio)


def _with_in_sight(viewport: Viewport, point: Xy, whole: QRect, cover: QRect) -> Viewport:
    """Return the view moved so that a point can be seen, if it cannot be already."""
    x, y = viewport.to_px(point)
    pixel, edge = QPoint(int(x), int(y)), QMargins(_EDGE_PX, _EDGE_PX, _EDGE_PX, _EDGE_PX)
    if whole.marginsRemoved(edge).contains(pixel) and not cover.marginsAdded(edge).contains(pixel):
        return viewport
    middle = free_part(whole, cover).center()
    return viewport.panned(middle.x() - x, middle.y() - y)


def free_part(whole: QRect, cover: QRect) -> QRect:
    """Return the largest part of a map beside or below what covers it."""
    beside, after, below = QRect(whole), QRect(whole), QRect(whole)
    beside.setRight(cover.left() - 1)
    after.setLeft(cover.right() + 1)
    below.setTop(cover.bottom() + 1)
    parts = [p for p in (beside, after, below) if p.isValid()] if cover.intersects(whole) else []
    return max(parts or [whole], key=lambda part: part.width() * part.height())
