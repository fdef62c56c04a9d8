"""Takes all measurements, or those named: python -m tests.bench [start picture frames ...]."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.bench import (
    clicks,
    frames,
    machine,
    memory,
    picture,
    qgis,
    reading,
    search,
    stale,
    start,
    toggles,
    zooms,
)
from tests.bench.bench import ROOT, Bench
from tests.bench.screen import screen
from tests.bench.table import Row, printed

MEASUREMENTS: dict[str, Callable[[Bench], list[Row]]] = {
    "start": start.measure,
    "picture": picture.measure,
    "frames": frames.measure,
    "clicks": clicks.measure,
    "stale": stale.measure,
    "toggles": toggles.measure,
    "search": search.measure,
    "reading": reading.measure,
    "memory": memory.measure,
    "zooms": zooms.measure,
}
_RESULT = ROOT / "out" / "bench.json"


def main() -> int:
    """Measure, print the table, write the JSON; return 1 when one failed, 2 for a wrong name."""
    names = sys.argv[1:] or list(MEASUREMENTS)
    if not set(names) <= set(MEASUREMENTS):
        print(f"usage: python -m tests.bench [{' '.join(MEASUREMENTS)}]", file=sys.stderr)
        return 2
    peer = qgis.found()
    about = machine.described(peer)
    rows = _measured(names, peer)
    about["load_after"] = psutil.getloadavg()
    for key, value in about.items():
        print(f"{key}: {value}")
    print()
    print(printed(rows))
    _write({"machine": about, "rows": [row.as_json() for row in rows]})
    return 0 if all(row.ours for row in rows) else 1


def _measured(names: list[str], peer: qgis.Qgis | None) -> list[Row]:
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        with screen(folder) as environment:
            bench = Bench(environment, folder, peer)
            for measurement in names:
                began = time.monotonic()
                rows += _rows(measurement, bench)
                print(f"{measurement}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return rows


def _rows(measurement: str, bench: Bench) -> list[Row]:
    """Return a measurement's rows, or one that says why there are none."""
    try:
        return MEASUREMENTS[measurement](bench)
    except (RuntimeError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
        return [Row(measurement, "", [], note="it failed; see above")]


def _write(result: dict[str, object]) -> None:
    _RESULT.parent.mkdir(exist_ok=True)
    _RESULT.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
