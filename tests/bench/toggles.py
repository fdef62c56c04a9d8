"""A layer switched on or off to pixels: 40 times, each layer of the view in turn.

The time runs from before the change of the state to when a complete map, labels included, has
been painted after it and handed to the screen. The view is still and complete before. A row of
its own has the time to the first paint event that shows or leaves out the layer itself, while
the labels may still be those of before.
"""

from __future__ import annotations

import sys
import time

from hetao_map.app import Program
from tests.bench import inside
from tests.bench.bench import Bench
from tests.bench.table import Goal, Row

_TOGGLES = 40


def measure(bench: Bench) -> list[Row]:
    """Return the row of layers toggled."""
    toggles = bench.in_window("tests.bench.toggles")["toggles"]
    note = f"{len({layer for layer, _, _ in toggles})} layers"
    whole = [milliseconds for _, _, milliseconds in toggles]
    own = [milliseconds for _, milliseconds, _ in toggles]
    return [
        Row("layer toggled to pixels", "ms", whole, Goal(50, "p95"), note=note),
        Row("layer toggled to its own pixels", "ms", own),
    ]


def script(program: Program) -> object:
    """Return the layer of each toggle, and the milliseconds to its pixels and to all."""
    state = program._store.state
    layers = [layer.id for layer in state.shown]
    # Off and on again, layer after layer.
    names = [layers[number // 2 % len(layers)] for number in range(_TOGGLES)]
    return {"toggles": [(name, *_toggle(program, name)) for name in names]}


def _toggle(program: Program, name: str) -> tuple[float, float]:
    shown = name in program._store.state.visible
    own: list[float] = []

    def note() -> None:
        if not own and program._live_map._ground.complete:
            own.append(time.perf_counter())

    inside.after_paint.append(note)
    began = time.perf_counter()
    inside.painted_complete(program, lambda: program._actions.show_layer(name, not shown))
    ended = time.perf_counter()
    inside.after_paint.remove(note)
    return 1000 * (own[0] - began), 1000 * (ended - began)


if __name__ == "__main__":
    sys.exit(inside.run(script))
