"""A click on a feature to its card: 60 features, one after another.

The map is given a press and then the release of the mouse; the time runs from before the release
to when the card's text has been painted again and handed to the screen. Each click hits another
feature than the one before. The views are still and complete.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from hetao_map.app import Program
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.feature import FeatureRef
from hetao_map.query.identify import identify
from hetao_map.tools.identify import TOLERANCE_PX
from hetao_map.ui.card_view import CardView
from tests.bench import inside
from tests.bench.bench import Bench
from tests.bench.table import Goal, Row

_CLICKS = 60
_ZOOMS = (1.0, 2.0, 4.0)
_EDGE_PX = 60


def measure(bench: Bench) -> list[Row]:
    """Return the row of clicks."""
    answer = bench.in_window("tests.bench.clicks")
    note = f"{len(answer['clicks'])} features of {answer['layers']} layers"
    return [Row("click to card", "ms", answer["clicks"], Goal(50, "p95"), note=note)]


def script(program: Program) -> object:
    """Return the milliseconds of each click."""
    seen: set[FeatureRef] = {*program._store.state.selection.hits}
    clicks: list[float] = []
    for zoom in _ZOOMS:
        view = program._store.state.viewport.zoomed(zoom)
        if zoom > 1:
            inside.painted_complete(program, lambda to=view: program._actions.visit(to))
        for px, ref in list(_targets(program, view, seen))[: _CLICKS - len(clicks)]:
            clicks.append(_click(program, px))
            chosen = program._store.state.selection.current
            if chosen != ref:
                raise AssertionError(f"{chosen} instead of {ref}")
    return {"clicks": clicks, "layers": len({ref.layer for ref in seen})}


def _targets(
    program: Program, view: Viewport, seen: set[FeatureRef]
) -> Iterator[tuple[Xy, FeatureRef]]:
    """Yield pixels where a click finds a feature that none before has found."""
    state = program._store.state
    layers = state.catalog.shown(state.visible, view.scale_denominator)
    width, height = view.size_px
    for layer in layers:
        for row in layer.positions_of_row:
            x, y = map(round, view.to_px(layer.point_on(row)))
            if not (_EDGE_PX < x < width - _EDGE_PX and _EDGE_PX < y < height - _EDGE_PX):
                continue
            hits = identify(layers, view.to_map((x, y)), TOLERANCE_PX * view.metres_per_px)
            if hits and hits[0].ref not in seen:
                seen.add(hits[0].ref)
                yield (x, y), hits[0].ref


class _Painted(QObject):
    """Ends the waiting when the card has been painted."""

    def __init__(self, waiting: inside.Waiting) -> None:
        super().__init__()
        self._waiting = waiting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the paint event; it is let through."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._waiting.done()
        return False


def _click(program: Program, px: Xy) -> float:
    """Return the milliseconds from a release of the mouse to the card."""
    canvas = program.window.canvas
    card = program.window.findChild(CardView).viewport()
    waiting = inside.Waiting()
    painted = _Painted(waiting)
    _send(canvas, QEvent.Type.MouseButtonPress, px)
    # What the press has changed is not part of the answer.
    QApplication.processEvents()
    card.installEventFilter(painted)
    began = time.perf_counter()
    _send(canvas, QEvent.Type.MouseButtonRelease, px)
    waiting.wait()
    return 1000 * (time.perf_counter() - began)


def _send(canvas: QObject, kind: QEvent.Type, px: Xy) -> None:
    at, button = QPointF(*px), Qt.MouseButton.LeftButton
    down = button if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, at, button, down, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


if __name__ == "__main__":
    sys.exit(inside.run(script))
