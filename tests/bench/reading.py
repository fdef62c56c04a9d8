"""A gigabyte of GeoJSON is read while the map is moved, and given up in the middle.

The frames are those of `frames`, taken for six seconds while the file is being read in its own
process; the same without a file is the row "frame, all". Giving up is timed from the command to
the end of the reading, of which the window is told.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from hetao_map.app import Program
from tests.bench import inside
from tests.bench.bench import Bench
from tests.bench.frames import Journey
from tests.bench.table import Goal, Row

_BYTES = 10**9
_SECONDS = 6
_RUNS = 2
# By then the file has been sniffed and its reader tells how far it is.
_UNDER_WAY_MS = 3000
_FILE = "BENCH_FILE"


def measure(bench: Bench) -> list[Row]:
    """Return the rows of the frames and of giving up. Raises RuntimeError if it was read whole."""
    path = _large_file(bench.folder / "large.geojson")
    bench.environment[_FILE] = str(path)
    frames: list[float] = []
    given_up: list[float] = []
    for _ in range(_RUNS):
        found = bench.in_window("tests.bench.reading")
        if not found["busy"]:
            raise RuntimeError("the file had been read before the frames were counted")
        frames += [milliseconds for milliseconds, _busy in found["frames"]]
        given_up.append(found["given_up"])
    path.unlink()
    return [
        Row("frame, 1 GB of GeoJSON being read", "ms", frames),
        Row("1 GB of GeoJSON given up", "s", given_up, Goal(1, "p95")),
    ]


def _large_file(path: Path) -> Path:
    """Write small squares with a name until there are enough bytes."""
    head = '{"type":"FeatureCollection","features":[\n'
    with path.open("w", encoding="utf-8") as file:
        file.write(head)
        number, written = 0, len(head)
        while written < _BYTES:
            lines = ",\n".join(_square(number + step) for step in range(2000)) + ",\n"
            number += 2000
            written += file.write(lines)
        file.write(_square(number) + "\n]}\n")
    return path


def _square(number: int) -> str:
    x, y = 113.9 + number % 2000 * 1e-4, 22.4 + number // 2000 * 1e-4
    ring = [[x, y], [x + 5e-5, y], [x + 5e-5, y + 5e-5], [x, y + 5e-5], [x, y]]
    return (
        f'{{"type":"Feature","properties":{{"name":"house {number}"}},'
        f'"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}'
    )


def script(program: Program) -> object:
    """Return the frames while reading, whether it still went on then, and the end's seconds."""
    opening = program.window.files.opening
    opening.open([Path(os.environ[_FILE])])
    _wait(_UNDER_WAY_MS)
    journey = Journey(program, _SECONDS)
    journey.run()
    busy = opening.busy
    began = time.perf_counter()
    opening.cancel()
    while opening.busy:
        _wait(1)
    return {
        "frames": journey.frames, "busy": busy, "given_up": time.perf_counter() - began,
    }  # fmt: skip


def _wait(milliseconds: int) -> None:
    waiting = inside.Waiting()
    QTimer.singleShot(milliseconds, waiting.done)
    waiting.wait()


if __name__ == "__main__":
    sys.exit(inside.run(script))
