"""Runs in the system's Python: draws the made city with QGIS's parallel renderer.

Usage: qgis_city.py FILE XMIN YMIN XMAX YMAX [FOLDER]. Prints the line that `zooms.report`
describes.
"""

import json
import resource
import sys
import time

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

BEGAN = time.time()
SIZE = (1920, 1080)
SHARES = (1, 4, 16, 64)
GROUND_M = 1600.0
TIMES = 3
EDGE = {"outline_color": "60,60,60", "outline_width": "1", "outline_width_unit": "Pixel"}
SYMBOLS = {
    "buildings": QgsFillSymbol.createSimple({"color": "200,160,120", **EDGE}),
    "streets": QgsLineSymbol.createSimple(
        {"color": "90,110,160", "width": "1", "width_unit": "Pixel"}
    ),
    "trees": QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "80,150,80", "size": "7", "size_unit": "Pixel", **EDGE}
    ),
}


def main() -> None:
    """Draw the views and print how long each took."""
    application = QgsApplication([], False)
    application.initQgis()
    layers = [layer(sys.argv[1], name) for name in ("trees", "streets", "buildings")]
    views, start = {}, 0.0
    city = QgsRectangle(*map(float, sys.argv[2:6]))
    widths = {str(share): city.width() / share for share in SHARES} | {"ground": GROUND_M}
    for name, width in widths.items():
        extent = city
        if name != "1":
            height = width * SIZE[1] / SIZE[0]
            extent = QgsRectangle.fromCenterAndSize(city.center(), width, height)
        views[name] = [drawn(layers, name, extent) for _ in range(TIMES if start else 1)]
        start = start or time.time() - BEGAN
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"views": views, "start": start, "memory": memory}))


def layer(path: str, name: str) -> QgsVectorLayer:
    """Return a layer with its symbol."""
    found = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    found.setRenderer(QgsSingleSymbolRenderer(SYMBOLS[name]))
    return found


def drawn(layers: list, name: str, extent: QgsRectangle) -> float:
    """Return the seconds that a view takes."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(*SIZE))
    settings.setExtent(extent)
    began = time.perf_counter()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    seconds = time.perf_counter() - began
    if len(sys.argv) > 6:
        image.save(f"{sys.argv[6]}/qgis-{name}.png")
    return seconds


if __name__ == "__main__":
    main()
