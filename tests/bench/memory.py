"""The largest resident set of the window's process with the shipped data.

Once at 1920x1080 with the layers that are shown at first, once at 3840x2160 with all layers. It
is asked for every 10 ms from the start, through six seconds of panning and zooming, to the
end. MB are millions of bytes; libraries that other processes share count in full.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import replace

import psutil

from hetao_map.app import Program
from tests.bench import inside
from tests.bench.bench import Bench, answer
from tests.bench.frames import Journey
from tests.bench.screen import screen
from tests.bench.table import Goal, Row

_LARGE = (3840, 2160)
_JOURNEY_S = 6
_EVERY_S = 0.01


def measure(bench: Bench) -> list[Row]:
    """Return the rows of memory: one sample each, the peak."""
    folder = bench.folder / "large"
    folder.mkdir()
    with screen(folder, _LARGE) as environment:
        large = replace(bench, environment=environment, folder=folder, size=_LARGE)
        wide = _row(large, "tests.bench.memory_of_all", "memory, peak, 3840x2160, all layers", 600)
    return [_row(bench, "tests.bench.memory", "memory, peak", 300), wide]


def _row(bench: Bench, module: str, what: str, limit: float) -> Row:
    seen: list[int] = []
    with bench.window(module) as process:
        looking = threading.Thread(target=_look, args=(process, seen))
        looking.start()
        own = answer(process)
        looking.join()
    note = f"{own['rss_first_map'] / 1e6:.0f} MB at the first map, {own['rss'] / 1e6:.0f} MB after"
    return Row(what, "MB", [max(seen) / 1e6], Goal(limit, "max"), note=f"{note}, map {own['map']}")


def _look(process: subprocess.Popen[str], seen: list[int]) -> None:
    window = psutil.Process(process.pid)
    try:
        while process.returncode is None and window.is_running():
            seen.append(window.memory_info().rss)
            time.sleep(_EVERY_S)
    except psutil.Error:
        return


def script(program: Program) -> object:
    """Pan and zoom; return the resident set in bytes before and after."""
    process = psutil.Process()
    before = process.memory_info().rss
    Journey(program, _JOURNEY_S).run()
    return {
        "rss_first_map": before,
        "rss": process.memory_info().rss,
        "map": program.window.canvas.size().toTuple(),
    }


if __name__ == "__main__":
    sys.exit(inside.run(script))
