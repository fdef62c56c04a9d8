"""Draws the made city at the widths of view of `zooms`, and prints the seconds of each.

Usage: python -m tests.bench.city_picture FILE [FOLDER], with a folder to keep the pictures in.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hetao_map.data.open import open_files
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.layer import Layer
from hetao_map.model.style import LineSymbolizer, PointSymbolizer, PolygonSymbolizer, Rule, Stroke
from hetao_map.model.style import Style as LayerStyle
from hetao_map.render.compose import paint_results
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import LIGHT
from tests.bench.zooms import SHARES, report

_SIZE = (1920, 1080)
_TIMES = 3
_EDGE = Stroke((60, 60, 60, 255), 1.0)
_STYLES = {
    "buildings": PolygonSymbolizer((200, 160, 120, 255), _EDGE),
    "streets": LineSymbolizer(Stroke((90, 110, 160, 255), 1.0)),
    "trees": PointSymbolizer("circle", 7.0, (80, 150, 80, 255), _EDGE),
}


def main() -> None:
    """Print the line of `zooms.report`."""
    application = QGuiApplication(["city"])
    path = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    views: dict[int, list[float]] = {}
    start = 0.0
    for share in SHARES:
        views[share] = []
        for _ in range(1 if share == 1 else _TIMES):
            # A catalog of its own for each picture: nothing is left of the one before.
            catalog = styled(open_files([path]))
            shown = view(catalog, share)
            before = time.perf_counter()
            image = painted(catalog, shown)
            views[share].append(time.perf_counter() - before)
            if folder:
                image.save(str(folder / f"ours-{share}.png"))
        start = start or time.time() - psutil.Process().create_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(report(views, start, memory))
    del application


def styled(catalog: Catalog) -> Catalog:
    """Return the catalog with the styles that the peer has as well."""

    def with_style(layer: Layer) -> Layer:
        style = LayerStyle(rules=(Rule(symbolizers=(_STYLES[layer.id],)),))
        return replace(layer, spec=replace(layer.spec, style=style))

    datasets = (
        replace(dataset, layers=tuple(map(with_style, dataset.layers)))
        for dataset in catalog.datasets
    )
    return Catalog(tuple(datasets))


def view(catalog: Catalog, share: int) -> Viewport:
    """Return the whole city, or a part of its width around its middle."""
    extent = catalog.extent()
    if extent is None:
        raise ValueError("the city is empty")
    whole = Viewport(size_px=_SIZE).fitted(extent, 0.0)
    if share == 1:
        return whole
    return replace(whole, metres_per_px=extent.width / share / _SIZE[0])


def painted(catalog: Catalog, viewport: Viewport) -> QImage:
    """Return all layers in one image."""
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    results = [render_layer(RenderRequest(viewport, layer, LIGHT)) for layer in catalog.layers]
    painter = QPainter(image)
    paint_results(painter, results, viewport)
    painter.end()
    return image


if __name__ == "__main__":
    main()
