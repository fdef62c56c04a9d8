"""A made city of 1 000 000 polygons, 250 000 lines and 250 000 points, at four widths of view.

Ours and QGIS's parallel renderer draw the same file into 1920x1080 pixels: areas filled and
outlined, lines and outlines one pixel wide, points as round marks. Each runs in a process of
its own that opens the file once; the first picture of a view is what counts, with nothing kept
from another view. Growth is measured on cities of a hundredth and a tenth of the size, built
alike: once with the same ground in view, once with the whole city.
Sizes other than a million, up to ten million: HETAO_BENCH_FEATURES=100000.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.bench import Bench, answer, started
from tests.bench.city import city_extent, make_city
from tests.bench.qgis import NOT_INSTALLED
from tests.bench.table import Goal, Row

SHARES = {1: "whole view", 4: "quarter", 16: "sixteenth", 64: "sixty-fourth"}
# A view of the same width on the ground in a city of any size.
GROUND, GROUND_M = "ground", 1600.0
_FASTER = {1: 20, 4: 4, 16: 5, 64: 5}
_START_FASTER = 8
_GROWTH = Goal(2.0)
_NO_LIMIT = float("inf")
_SCRIPT = Path(__file__).with_name("qgis_city.py")


@dataclass(frozen=True)
class City:
    """What was measured on a city of so many polygons; peer is empty without one."""

    features: int
    ours: dict[str, Any]
    peer: dict[str, Any]


def measure(bench: Bench) -> list[Row]:
    """Return rows of each width of view, the start to the whole view, memory, and growth."""
    features = int(os.environ.get("HETAO_BENCH_FEATURES", "1000000"))
    cities = [_city(bench, size) for size in (features // 100, features // 10, features)]
    return [*_size_rows(cities[-1]), *_growth_rows(cities)]


def _city(bench: Bench, features: int) -> City:
    path = make_city(bench.folder / "city.gpkg", features)
    extent = [repr(number) for number in city_extent(features)]
    command = [sys.executable, "-m", "tests.bench.city_picture", str(path), *extent]
    ours = _measured(bench, command)
    peer: dict[str, Any] = {}
    if bench.qgis is not None:
        peer = _measured(bench, bench.qgis.script(_SCRIPT, str(path), *extent))
    path.unlink()
    return City(features, ours, peer)


def _size_rows(city: City) -> Iterator[Row]:
    name = "QGIS parallel job" if city.peer else NOT_INSTALLED
    for share, words in SHARES.items():
        goal = Goal(_NO_LIMIT, ratio=1 / _FASTER[share])
        ours, peer = (_view(side, str(share)) for side in (city.ours, city.peer))
        yield Row(f"{city.features:,} polygons, {words}", "s", ours, goal, name, peer)
    start = Goal(_NO_LIMIT, ratio=1 / _START_FASTER)
    for what, unit, key, goal_or_none in (
        ("start to whole view", "s", "start", start),
        ("memory", "MB", "memory", None),
    ):
        peer = [float(city.peer[key])] if city.peer else []
        yield Row(f"the same, {what}", unit, [city.ours[key]], goal_or_none, name, peer)


def _growth_rows(cities: list[City]) -> Iterator[Row]:
    """Yield how many times longer the same picture takes of ten times the features."""
    for view, words in ((GROUND, "the same ground"), ("1", "the whole city")):
        for small, large in itertools.pairwise(cities):
            what = f"{small.features:,} to {large.features:,} polygons, {words}"
            ours = [_seconds(city.ours, view) for city in (small, large)]
            peer = [_seconds(city.peer, view) for city in (small, large)] if large.peer else []
            note = f"{ours[0]:.3f} s and {ours[1]:.3f} s"
            if peer:
                note += f"; QGIS {peer[0]:.3f} s and {peer[1]:.3f} s"
            times = [[pair[1] / pair[0]] if pair else [] for pair in (ours, peer)]
            yield Row(what, "times", times[0], _GROWTH, "QGIS" if peer else "", times[1], note)


def _measured(bench: Bench, command: list[str]) -> dict[str, Any]:
    environment = bench.environment | {"QT_QPA_PLATFORM": "offscreen"}
    with started(command, environment) as process:
        found: dict[str, Any] = answer(process)
    return found


def _view(side: dict[str, Any], view: str) -> list[float]:
    return [float(seconds) for seconds in side["views"][view]] if side else []


def _seconds(side: dict[str, Any], view: str) -> float:
    return float(np.median(_view(side, view)))


def report(views: dict[str, list[float]], start: float, memory: float) -> str:
    """Return what a process tells of its pictures, as one line of JSON."""
    return json.dumps({"views": views, "start": start, "memory": memory})
