"""Process start to a picture file of 1920x1080, without a window.

Ours is `hetao-map render`, the layers that are on at the start with their labels. The peer is a
script in the system's Python that draws all 13 layers with QgsMapRendererParallelJob, without
labels. Both run on Qt's platform "offscreen", both until the PNG is whole.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.bench import SIZE, Bench
from tests.bench.qgis import NOT_INSTALLED, Qgis
from tests.bench.table import Row

_TIMES = 7


def measure(bench: Bench) -> list[Row]:
    """Return the row of `hetao-map render`."""
    environment = bench.environment | {"QT_QPA_PLATFORM": "offscreen"}
    ours, peer = [], []
    for _ in range(_TIMES + 1):
        picture = bench.folder / "ours.png"
        ours.append(bench.seconds_to_picture(_render(picture), picture, environment))
        if bench.qgis is not None:
            peer.append(_parallel(bench, bench.qgis, environment))
    name = "QGIS parallel job" if peer else NOT_INSTALLED
    return [Row("start to picture, no window", "s", ours[1:], None, name, peer[1:])]


def _render(picture: Path) -> list[str]:
    size = "x".join(map(str, SIZE))
    return [sys.executable, "-m", "hetao_map", "render", "-o", str(picture), "--size", size]


def _parallel(bench: Bench, qgis: Qgis, environment: dict[str, str]) -> float:
    picture = bench.folder / "parallel.png"
    command = qgis.parallel(bench.fresh_geopackage(), picture, SIZE)
    return bench.seconds_to_picture(command, picture, environment)
