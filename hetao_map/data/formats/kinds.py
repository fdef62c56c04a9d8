"""The formats that can be opened: what each is called, and what its files are named."""

from __future__ import annotations

from enum import Enum


class Format(Enum):
    """A format that is recognised by the content of a file."""

    GEOPACKAGE = "GeoPackage"
    MBTILES = "MBTiles"
    GEOJSON = "GeoJSON"
    GEOJSON_LINES = "GeoJSONSeq"
    SHAPEFILE = "Shapefile"
    KML = "KML"
    KMZ = "KMZ"
    GPX = "GPX"
    FLATGEOBUF = "FlatGeobuf"
    CSV = "CSV"
    GML = "GML"
    DXF = "DXF"
    OSM = "OSM"
    OSM_PBF = "OSM PBF"


# Only for file dialogs: what a file is, its content tells.
ENDINGS: dict[Format, tuple[str, ...]] = {
    Format.GEOPACKAGE: (".gpkg",),
    Format.MBTILES: (".mbtiles",),
    Format.GEOJSON: (".geojson", ".json"),
    Format.GEOJSON_LINES: (".geojsonl", ".geojsons", ".ndjson", ".jsonl"),
    Format.SHAPEFILE: (".shp",),
    Format.KML: (".kml",),
    Format.KMZ: (".kmz",),
    Format.GPX: (".gpx",),
    Format.FLATGEOBUF: (".fgb",),
    Format.CSV: (".csv", ".tsv", ".txt"),
    Format.GML: (".gml",),
    Format.DXF: (".dxf",),
    Format.OSM: (".osm",),
    Format.OSM_PBF: (".pbf",),
}
