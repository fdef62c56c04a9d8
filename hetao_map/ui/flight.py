"""A view that is come to in flight, unless motion is not wanted."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from hetao_map.geometry.viewport import Viewport
from hetao_map.session.store import Store

_MS = 700
# What lies further off than so many views is gone to at once: one would see nothing on the way.
_FARTHEST = 12.0


class Flight(QObject):
    """Leads the map from the view that it has left to the view that it has come to."""

    def __init__(self, parent: QObject, store: Store) -> None:
        super().__init__(parent)
        self._store = store
        self._start = self._end = store.state.viewport

    @cached_property
    def _animation(self) -> QVariantAnimation:
        animation = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_MS)
        animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        animation.valueChanged.connect(self._move)
        return animation

    def go(self, left: Viewport) -> None:
        """Fly from a view to the present one, which is come to in any case."""
        self._animation.stop()
        self._start, self._end = left, self._store.state.viewport
        if self._wanted():
            self._animation.start()

    def give_up(self) -> None:
        """Stay where the flight is: somebody else moves the map now."""
        self._animation.stop()

    def _wanted(self) -> bool:
        state, style = self._store.state, QApplication.style()
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        near = math.dist(self._start.center, self._end.center) < _FARTHEST * max(
            self._start.extent.width, self._end.extent.width
        )
        return near and not state.less_motion and style.styleHint(hint) > 0

    def _move(self, share: float) -> None:
        self._store.update(viewport=self._resized(between(self._start, self._end, share)))

    def _resized(self, view: Viewport) -> Viewport:
        """Return a view in the window's size, which may have changed on the way."""
        now = self._store.state.viewport
        return view.resized(now.size_px, now.device_pixel_ratio)


def between(start: Viewport, end: Viewport, share: float) -> Viewport:
    """Return the view on the way: the share 0 is the start, 1 the end.

    The scale changes by equal factors, the middle so that it keeps pace with the scale.
    """
    if share >= 1.0:
        return end
    zoom = math.log(end.metres_per_px / start.metres_per_px)
    resolution = start.metres_per_px * math.exp(zoom * share)
    along = math.expm1(zoom * share) / math.expm1(zoom) if abs(zoom) > 1e-6 else share
    (x, y), (to_x, to_y) = start.center, end.center
    center = (x + (to_x - x) * along, y + (to_y - y) * along)
    return replace(end, center=center, metres_per_px=resolution)
