"""Draws the made city at the widths of view of `zooms`, and prints the seconds of each.

As in the window, layers are painted on memory that the picture before has left, kept in pieces
and put together from them; that memory is all that is left of it.

Usage: python -m tests.bench.city_picture FILE XMIN YMIN XMAX YMAX [FOLDER], with a folder to
keep the pictures in.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from hetao_map.data.open import open_files
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.layer import Layer
from hetao_map.model.style import LineSymbolizer, PointSymbolizer, PolygonSymbolizer, Rule, Stroke
from hetao_map.model.style import Style as LayerStyle
from hetao_map.render.compose import compose
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.sheets import Sheets, image_on
from hetao_map.render.theme import LIGHT
from tests.bench.zooms import GROUND, GROUND_M, SHARES, report

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
    path, city = Path(sys.argv[1]), Extent(*map(float, sys.argv[2:6]))
    folder = Path(sys.argv[6]) if len(sys.argv) > 6 else None
    views: dict[str, list[float]] = {}
    start, sheets = 0.0, Sheets()
    for name, viewport in views_of(city).items():
        views[name] = []
        for _ in range(_TIMES if start else 1):
            # A catalog of its own for each picture: nothing is left of the one before.
            catalog = styled(open_files([path]))
            before = time.perf_counter()
            sheet = sheets.take(QSize(*_SIZE))
            image = image_on(sheet, QSize(*_SIZE), 1.0, QImage.Format.Format_RGB32)
            paint(image, catalog, viewport, sheets)
            views[name].append(time.perf_counter() - before)
            if folder:
                image.save(str(folder / f"ours-{name}.png"))
            sheets.give_back(sheet)
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


def views_of(city: Extent) -> dict[str, Viewport]:
    """Return the whole city, parts of its width around its middle, and a ground of one size."""
    whole = Viewport(size_px=_SIZE).fitted(city, 0.0)
    widths = {str(share): city.width / share for share in SHARES if share > 1}
    widths[GROUND] = GROUND_M
    parts = {n: replace(whole, metres_per_px=w / _SIZE[0]) for n, w in widths.items()}
    return {"1": whole, **parts}


def paint(image: QImage, catalog: Catalog, viewport: Viewport, sheets: Sheets) -> None:
    """Paint all layers on an image."""
    results = []
    for layer in catalog.layers:
        with sheets.lending() as new:
            painted = render_layer(RenderRequest(viewport, layer, LIGHT), new=new)
            results.append(painted.in_pieces())
    image.fill(0xFFFFFFFF)
    compose(image, results)


if __name__ == "__main__":
    main()
