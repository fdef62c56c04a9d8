"""Process start to the window, and to a complete first map of the shipped data, at 1920x1080.

Ours is the window itself: from the start of the process until the map of all visible layers
with its labels has been painted and handed to the screen (see `inside`). The peer is
`qgis --snapshot` on a fresh copy of the same file on the same screen, until its picture is
written: all 13 layers in QGIS's own colours without labels. The two take turns. One start of
each goes before and is not counted: it fills the caches of the disk and makes QGIS's profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tests.bench.bench import SIZE, Bench
from tests.bench.qgis import NOT_INSTALLED, Qgis
from tests.bench.table import Goal, Row

_STARTS = 9
_PEER_STARTS = 5
_STAGES = ("imported", "painted", "catalog", "complete", "map", "cpu")


def measure(bench: Bench) -> list[Row]:
    """Return the rows of the first map and of the window."""
    ours, peer = [], []
    for number in range(_STARTS + 1):
        ours.append(bench.in_window("tests.bench.begin"))
        if bench.qgis is not None and number <= _PEER_STARTS:
            peer.append(_snapshot(bench, bench.qgis))
    ours, peer = ours[1:], peer[1:]
    name = "qgis --snapshot" if peer else NOT_INSTALLED
    first_map, window = Goal(0.7, ratio=0.4), Goal(0.5)
    return [
        Row("start to first map", "s", _all(ours, "map"), first_map, name, peer, _note(ours)),
        Row("start to window painted", "s", _all(ours, "painted"), window),
    ]


def _snapshot(bench: Bench, qgis: Qgis) -> float:
    picture = bench.folder / "snapshot.png"
    command = qgis.snapshot(bench.fresh_geopackage(), picture, SIZE)
    return bench.seconds_to_picture(command, picture)


def _all(runs: Sequence[dict[str, Any]], stage: str) -> list[float]:
    return [run[stage] for run in runs]


def _note(runs: Sequence[dict[str, Any]]) -> str:
    """Return the medians of the stages on the way."""
    stages = ", ".join(f"{stage} {np.median(_all(runs, stage)):.3f}" for stage in _STAGES)
    return f"{stages} s; window {runs[0]['window']}, map {runs[0]['canvas']}"
