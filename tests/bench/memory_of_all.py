"""Runs in the window's process: `memory`'s script with all layers shown."""

from __future__ import annotations

import sys

from hetao_map.app import Program
from tests.bench import inside, memory


def script(program: Program) -> object:
    """Show all layers, then pan and zoom; return the resident set in bytes before and after."""
    store = program._store
    everything = frozenset(layer.id for layer in store.state.catalog.layers)
    if store.state.visible != everything:
        inside.painted_complete(program, lambda: store.update(visible=everything))
    return memory.script(program)


if __name__ == "__main__":
    sys.exit(inside.run(script))
