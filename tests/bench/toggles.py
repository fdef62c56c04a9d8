"""A layer switched on or off to pixels: 40 times, each layer of the view in turn.

The time runs from before the change of the state to when a complete map, labels included, has
been painted after it and handed to the screen. The view is still and complete before.
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
    layers = len({layer for layer, _ in toggles})
    times = [milliseconds for _, milliseconds in toggles]
    return [
        Row("layer toggled to pixels", "ms", times, Goal(50, "p95"), note=f"{layers} layers"),
    ]


def script(program: Program) -> object:
    """Return the layer and the milliseconds of each toggle."""
    state = program._store.state
    layers = [layer.id for layer in state.shown]
    # Off and on again, layer after layer.
    names = [layers[number // 2 % len(layers)] for number in range(_TOGGLES)]
    return {"toggles": [(name, _toggle(program, name)) for name in names]}


def _toggle(program: Program, name: str) -> float:
    shown = name in program._store.state.visible
    began = time.perf_counter()
    inside.painted_complete(program, lambda: program._actions.show_layer(name, not shown))
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(inside.run(script))
