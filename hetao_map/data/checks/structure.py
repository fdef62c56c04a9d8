"""The lists of the file: what they name must be there, once, with the right columns.

Source: OGC 12-128r19, GeoPackage 1.4, sections 1.1.3 and 2.1.
"""

from __future__ import annotations

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import LayerTable, Row, Subject, as_text
from hetao_map.text import findings as texts

_LISTS = {
    "gpkg_spatial_ref_sys": ("srs_id", "organization", "organization_coordsys_id", "definition"),
    "gpkg_contents": ("table_name", "data_type", "srs_id"),
    "gpkg_geometry_columns": ("table_name", "column_name", "geometry_type_name", "srs_id"),
}
GEOMETRY_TYPES = frozenset(
    [
        "GEOMETRY",
        "POINT",
        "LINESTRING",
        "POLYGON",
        "MULTIPOINT",
        "MULTILINESTRING",
        "MULTIPOLYGON",
        "GEOMETRYCOLLECTION",
        "CIRCULARSTRING",
        "COMPOUNDCURVE",
        "CURVEPOLYGON",
        "MULTICURVE",
        "MULTISURFACE",
        "CURVE",
        "SURFACE",
    ]
)


def check_structure(subject: Subject, collector: Collector) -> None:
    """Find lists and tables that are missing, and fill subject.layers with the sound ones."""
    features = any(row.get("data_type") == "features" for row in subject.contents)
    for name, columns in _LISTS.items():
        if subject.has(name):
            _check_columns(subject, collector, name, columns)
        elif name != "gpkg_geometry_columns" or features:
            collector.error(name, None, texts.LIST_MISSING)
    for row in subject.contents:
        _check_listed(subject, collector, row)
    _check_unlisted(subject, collector)
    # A view may take all the time there is, so the tables come first.
    subject.layers.sort(key=lambda layer: layer.table.is_view)


def _check_columns(
    subject: Subject, collector: Collector, name: str, columns: tuple[str, ...]
) -> None:
    there = subject.table(name).columns
    for column in columns:
        if column not in there:
            collector.error(name, None, texts.COLUMN_MISSING, column=column)


def _check_listed(subject: Subject, collector: Collector, row: Row) -> None:
    name, data_type = as_text(row.get("table_name")), row.get("data_type")
    if not subject.has(name):
        collector.error(name, None, texts.NOT_IN_FILE)
        return
    if data_type not in ("features", "attributes"):
        return
    with collector.reading(name, is_view=subject.kinds[name] == "view"):
        table = subject.table(name)
        if not table.key and not table.is_view:
            collector.error(name, None, texts.NO_KEY)
        if data_type == "features":
            _check_layer(subject, collector, row)


def _check_layer(subject: Subject, collector: Collector, listed: Row) -> None:
    name = as_text(listed.get("table_name"))
    if not subject.has("gpkg_geometry_columns"):
        return
    described = subject.described.get(name, ())
    if len(described) != 1:
        collector.error(name, None, texts.GEOMETRY_ROWS, n=len(described))
        return
    row = described[0]
    column = as_text(row.get("column_name"))
    declared = as_text(row.get("geometry_type_name")).upper()
    if declared not in GEOMETRY_TYPES:
        collector.error(name, None, texts.GEOMETRY_TYPE_UNKNOWN, text=declared)
        declared = "GEOMETRY"
    if listed.get("srs_id") != row.get("srs_id"):
        collector.warning(name, None, texts.SRS_DIFFERS)
    if column not in subject.table(name).columns:
        collector.error(name, None, texts.GEOMETRY_COLUMN, column=column)
        return
    srs = row.get("srs_id")
    srs_id = srs if isinstance(srs, int) else -1
    subject.layers.append(LayerTable(subject.table(name), column, declared, srs_id))


def _check_unlisted(subject: Subject, collector: Collector) -> None:
    """Find geometry columns of tables that no viewer will show."""
    shown = {
        row.get("table_name") for row in subject.contents if row.get("data_type") == "features"
    }
    for row in subject.geometry_columns:
        if row.get("table_name") not in shown:
            collector.warning(as_text(row.get("table_name")), None, texts.NOT_LISTED)
