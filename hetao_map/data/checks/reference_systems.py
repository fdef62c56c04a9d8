"""The coordinate reference systems: each that is used must be described and known."""

from __future__ import annotations

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Row, Subject, as_text
from hetao_map.data.reference_systems import reference_systems
from hetao_map.geometry.projection import epsg_of
from hetao_map.text import findings as texts

_LIST = "gpkg_spatial_ref_sys"
_STANDARD = (-1, 0, 4326)
_UNDEFINED = (-1, 0)


def check_reference_systems(subject: Subject, collector: Collector) -> dict[int, str]:
    """Find systems that are missing, undefined or unknown; return those that are known."""
    if not subject.has(_LIST):
        return {}
    known: dict[int, str] = {}
    with collector.reading(_LIST):
        described = {row.get("srs_id") for row in subject.rows_of(_LIST)}
        for standard in _STANDARD:
            if standard not in described:
                collector.warning(_LIST, None, texts.SRS_STANDARD, srs=standard)
        pairs = _used(subject)
        used = {srs_id for _, srs_id in pairs if isinstance(srs_id, int)}
        known = reference_systems(subject.connection, used)
        for row in subject.rows_of(_LIST):
            if row.get("srs_id") in known:
                _check_definition(row, collector)
        for table, srs_id in pairs:
            if srs_id not in described:
                collector.error(table, None, texts.SRS_MISSING, srs=srs_id)
            elif srs_id in _UNDEFINED:
                collector.warning(table, None, texts.SRS_UNDEFINED, srs=srs_id)
            elif srs_id not in known:
                collector.error(table, None, texts.SRS_UNKNOWN, srs=srs_id)
    return known


def _check_definition(row: Row, collector: Collector) -> None:
    """Find a definition that is surely that of another system than the code's."""
    code, srs_id = row.get("organization_coordsys_id"), row.get("srs_id")
    if as_text(row.get("organization")).upper() != "EPSG" or not isinstance(srs_id, int):
        return
    for column in ("definition", "definition_12_063"):
        found = epsg_of(as_text(row.get(column)))
        if found is not None and found != code:
            values = {"srs": srs_id, "code": f"EPSG:{code}", "found": f"EPSG:{found}"}
            collector.error(_LIST, srs_id, texts.SRS_OTHER, **values)
            return


def _used(subject: Subject) -> list[tuple[str, object]]:
    """Return each table with each srs_id that is given for it, once; those of mere attributes,
    such as QGIS's table of styles, have no place and need no system.
    """
    listed = [
        row
        for row in subject.contents
        if row.get("srs_id") is not None and row.get("data_type") != "attributes"
    ]
    pairs = [
        (as_text(row.get("table_name")), row.get("srs_id"))
        for row in (*listed, *subject.geometry_columns)
    ]
    return list(dict.fromkeys(pairs))
