"""The largest resident set of the window's process with the shipped data at 1920x1080.

It is asked for every 10 ms from the start, through six seconds of panning and zooming, to the
end. MB are millions of bytes; libraries that other processes share count in full.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import psutil

from hetao_map.app import Program
from tests.bench import inside
from tests.bench.bench import Bench, answer
from tests.bench.frames import Journey
from tests.bench.table import Goal, Row

_JOURNEY_S = 6
_EVERY_S = 0.01


def measure(bench: Bench) -> list[Row]:
    """Return the row of memory: one sample, the peak."""
    seen: list[int] = []
    with bench.window("tests.bench.memory") as process:
        looking = threading.Thread(target=_look, args=(process, seen))
        looking.start()
        own = answer(process)
        looking.join()
    note = f"{own['rss_first_map'] / 1e6:.0f} MB at the first map, {own['rss'] / 1e6:.0f} MB after"
    return [Row("memory, peak", "MB", [max(seen) / 1e6], Goal(300, "max"), note=note)]


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
    return {"rss_first_map": before, "rss": process.memory_info().rss}


if __name__ == "__main__":
    sys.exit(inside.run(script))
