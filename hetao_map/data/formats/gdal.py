"""GDAL with one driver alone, nothing to connect to, and no settings of this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hetao_map.data.formats.kinds import Format

DRIVERS = {
    Format.GEOJSON: "GeoJSON", Format.GEOJSON_LINES: "GeoJSON", Format.SHAPEFILE: "ESRI Shapefile",
    Format.KML: "LIBKML", Format.KMZ: "LIBKML", Format.GPX: "GPX",
    Format.FLATGEOBUF: "FlatGeobuf", Format.GML: "GML", Format.DXF: "DXF",
    Format.OSM: "OSM", Format.OSM_PBF: "OSM",
}  # fmt: skip
# All that GDAL has had; what a later one has besides is found when it is loaded.
_KNOWN = (
    "PCIDSK", "PDS4", "VICAR", "PDF", "MBTiles", "EEDA", "OGCAPI", "GDALG", "ESRI Shapefile",
    "MapInfo File", "LVBAG", "S57", "DGN", "OGR_VRT", "VRT", "CSV", "GML", "GPX", "LIBKML", "KML",
    "GeoJSON", "GeoJSONSeq", "ESRIJSON", "TopoJSON", "OGR_GMT", "GPKG", "SQLite", "WAsP",
    "OpenFileGDB", "FileGDB", "DXF", "CAD", "DWG", "FlatGeobuf", "GeoRSS", "VFK", "PGDUMP",
    "PostgreSQL", "MySQL", "ODBC", "MSSQLSpatial", "OCI", "OSM", "GPSBabel", "OGR_PDS", "WFS",
    "OAPIF", "OAPIF_ITEMS", "EDIGEO", "SVG", "Idrisi", "ODS", "XLSX", "XLS", "Elasticsearch",
    "Carto", "AmigoCloud", "SXF", "Selafin", "JML", "PLSCENES", "CSW", "VDV", "GMLAS", "MVT",
    "NGW", "MapML", "GTFS", "PMTiles", "JSONFG", "MiraMonVector", "ADBC", "AVCBin", "AVCE00",
    "AIVector", "HTTP", "Parquet", "Arrow", "HANA", "netCDF", "Interlis 1", "Interlis 2", "NAS",
    "XODR", "SOSI", "DB2ODBC", "MongoDBv3", "TIGER", "UK .NTF", "GTI", "STACIT", "STACTA",
    "DERIVED", "WMS", "WMTS", "WCS", "JPIPKAK", "PLMOSAIC", "EEDAI", "KMLSUPEROVERLAY", "DAAS",
)  # fmt: skip
# Holds features between two steps of a driver, and opens nothing.
_HARMLESS = frozenset({"MEM"})
# Nothing listens at port 9, and nobody is asked for this address.
_NOWHERE = "127.0.0.1:9"
_PASSED_ON = (
    "PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH", "APPDATA", "LOCALAPPDATA", "USERPROFILE",
)  # fmt: skip


def environment(kind: Format, folder: Path, more: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the environment for a child that reads a format; folder is for what it must write.

    more are drivers to leave out besides the known ones.
    """
    wanted = DRIVERS.get(kind, "")
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    private = str(folder)
    return kept | {
        "GDAL_SKIP": ",".join(name for name in (*_KNOWN, *more) if name != wanted),
        "GDAL_DRIVER_PATH": "disable",
        "GDAL_CONFIG_FILE": os.devnull,
        "GDAL_HTTP_PROXY": _NOWHERE,
        "http_proxy": _NOWHERE,
        "https_proxy": _NOWHERE,
        "GDAL_HTTP_TIMEOUT": "1",
        "GDAL_HTTP_MAX_RETRY": "0",
        "GDAL_DISABLE_READDIR_ON_OPEN": "FALSE",
        "GDAL_PAM_ENABLED": "NO",
        "GDAL_NUM_THREADS": "1",
        "GDAL_CACHEMAX": "64",
        "CPL_TMPDIR": private,
        "CPL_DEBUG": "OFF",
        "PROJ_NETWORK": "OFF",
        "PROJ_USER_WRITABLE_DIRECTORY": private,
        "GML_SKIP_RESOLVE_ELEMS": "ALL",
        "GML_SKIP_CORRUPTED_FEATURES": "YES",
        "OSM_MAX_TMPFILE_SIZE": "64",
        "OGR_INTERLEAVED_READING": "NO",
        "OGR_GEOJSON_MAX_OBJ_SIZE": "200",
        "OPENBLAS_NUM_THREADS": "1",
        "TMPDIR": private,
        "TEMP": private,
        "TMP": private,
    }


def strange_drivers(kind: Format) -> list[str]:
    """Return the drivers that are there besides the one for the format. Loads GDAL."""
    without_pandas()
    import pyogrio

    allowed = {DRIVERS.get(kind, ""), *_HARMLESS}
    return sorted(name for name in pyogrio.list_drivers() if name not in allowed)


def without_pandas() -> None:
    """Let pyogrio be imported alone: what it would bring takes half a second and 60 MB."""
    for name in ("pandas", "geopandas", "pyarrow"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
