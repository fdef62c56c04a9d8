"""Runs in the system's Python: draws all layers of a GeoPackage with QGIS's parallel renderer.

Usage: qgis_picture.py FILE OUT.png WIDTH HEIGHT
"""

import sqlite3
import sys
from contextlib import closing

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize


def main() -> None:
    """Draw the layers, the first of the file below the others, and save the picture."""
    path, picture, width, height = sys.argv[1:]
    application = QgsApplication([], False)
    application.initQgis()
    layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names(path)]
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setOutputSize(QSize(int(width), int(height)))
    settings.setExtent(settings.fullExtent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)


def names(path: str) -> list[str]:
    """Return the feature tables from the one drawn uppermost down."""
    sql = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY rowid"
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(sql)]


if __name__ == "__main__":
    main()
