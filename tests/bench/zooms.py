"""A made city of 1 000 000 polygons, 250 000 lines and 250 000 points, at four widths of view.

Ours and QGIS's parallel renderer draw the same file into 1920x1080 pixels: areas filled and
outlined, lines and outlines one pixel wide, points as round marks. Each runs in a process of
its own that opens the file once; the first picture of a view is what counts, with nothing kept
from another view. Sizes other than a million: HETAO_BENCH_FEATURES=100000.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.bench.bench import Bench, answer, started
from tests.bench.city import make_city
from tests.bench.qgis import NOT_INSTALLED
from tests.bench.table import Goal, Row

SHARES = {1: "whole view", 4: "quarter", 16: "sixteenth", 64: "sixty-fourth"}
_FASTER = {1: 20, 4: 4, 16: 5, 64: 5}
_START_FASTER = 8
_NO_LIMIT = float("inf")
_SCRIPT = Path(__file__).with_name("qgis_city.py")


def measure(bench: Bench) -> list[Row]:
    """Return a row for each width of view, for the start to the whole view, and for memory."""
    features = int(os.environ.get("HETAO_BENCH_FEATURES", "1000000"))
    city = make_city(bench.folder / "city.gpkg", features)
    ours = _measured(bench, [sys.executable, "-m", "tests.bench.city_picture", str(city)])
    peer = _peer(bench, city)
    city.unlink()
    name = "QGIS parallel job" if peer else NOT_INSTALLED
    rows = [
        Row(
            f"{features:,} polygons, {words}",
            "s",
            ours["views"][str(share)],
            Goal(_NO_LIMIT, ratio=1 / _FASTER[share]),
            name,
            peer["views"][str(share)] if peer else [],
        )
        for share, words in SHARES.items()
    ]
    start = Goal(_NO_LIMIT, ratio=1 / _START_FASTER)
    rows.append(
        Row("the same, start to whole view", "s", [ours["start"]], start, name, _one(peer, "start"))
    )
    rows.append(Row("the same, memory", "MB", [ours["memory"]], None, name, _one(peer, "memory")))
    return rows


def _measured(bench: Bench, command: list[str]) -> dict[str, Any]:
    environment = bench.environment | {"QT_QPA_PLATFORM": "offscreen"}
    with started(command, environment) as process:
        found: dict[str, Any] = answer(process)
    return found


def _peer(bench: Bench, city: Path) -> dict[str, Any]:
    if bench.qgis is None:
        return {}
    return _measured(bench, bench.qgis.script(_SCRIPT, str(city)))


def _one(peer: dict[str, Any], key: str) -> list[float]:
    return [float(peer[key])] if peer else []


def report(views: dict[int, list[float]], start: float, memory: float) -> str:
    """Return what a process tells of its pictures, as one line of JSON."""
    return json.dumps({"views": views, "start": start, "memory": memory})
