"""What this map's tables say of one another: each feature, source, key and unit must exist."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.own import Own, OwnRow
from hetao_map.data.checks.subject import Subject, as_text, walk
from hetao_map.data.presets import listed
from hetao_map.text import findings as texts


@dataclass(frozen=True)
class _Reference:
    """A column that names a row of another table."""

    column: str
    table: str
    target: str
    needed: bool = True


_REFERENCES = (
    _Reference("source_id", "source", "id"),
    _Reference("key", "fact_label", "key"),
    _Reference("unit", "unit", "unit", needed=False),
    _Reference("event_id", "event", "id"),
)
_ABOUT_FEATURES = ("fact", "series", "alias", "event_feature", "opening_hours")
_SAYING = ("number", "value_zh_hans", "value_zh_hant", "value_en", "quote")


def check_references(subject: Subject, own: Own, collector: Collector) -> None:
    """Find statements about features, sources, keys, units and layers that do not exist."""
    for reference in _REFERENCES:
        if reference.table in own.statements:
            _check_reference(reference, own, collector)
    _check_features(subject, own, collector)
    _check_events(own, collector)
    for row in own.statements.get("fact", ()):
        if not any(row[column] for column in _SAYING):
            collector.error("fact", row.fid, texts.FACT_EMPTY)
    _check_layers(subject, own, collector)


def _check_layers(subject: Subject, own: Own, collector: Collector) -> None:
    """Find settings and presets of layers that do not exist."""
    for row in own.statements.get("layer_setting", ()):
        if row["layer"] and not subject.has(row["layer"]):
            collector.error("layer_setting", row.fid, texts.SETTING_LAYER, layer=row["layer"])
    for row in own.statements.get("layer_preset", ()):
        for name in listed(row["layers"]):
            if not subject.has(name):
                collector.error("layer_preset", row.fid, texts.PRESET_LAYER, layer=name)


def _check_reference(reference: _Reference, own: Own, collector: Collector) -> None:
    known = own.values(reference.table, reference.target)
    for table, rows in own.tables.items():
        if table == reference.table or reference.column not in own.columns[table]:
            continue
        for row in rows:
            value = row[reference.column]
            if value and value not in known:
                values = {"column": reference.column, "text": value, "target": reference.table}
                collector.error(table, row.fid, texts.REFERENCE, **values)
            elif not value and reference.needed:
                collector.error(table, row.fid, texts.REFERENCE_EMPTY, column=reference.column)


def _check_features(subject: Subject, own: Own, collector: Collector) -> None:
    ids: dict[str, set[str]] = {}
    for table in _ABOUT_FEATURES:
        for row in own.statements.get(table, ()):
            layer = "ports" if table == "opening_hours" else row["layer"]
            if layer not in ids:
                ids[layer] = feature_ids(subject, own, layer, collector)
            if row["feature_id"] not in ids[layer]:
                feature = f"{layer}/{row['feature_id']}"
                collector.error(table, row.fid, texts.FEATURE, feature=feature)


def feature_ids(subject: Subject, own: Own, layer: str, collector: Collector) -> set[str]:
    """Return what features of a layer are called: by their id, else by their fid."""
    if layer in own.layers:
        return {row["id"] for row in own.layers[layer]}
    ids: set[str] = set()
    if layer in subject.listed("features"):
        with collector.reading(layer, is_view=subject.kinds[layer] == "view"):
            table = subject.table(layer)
            columns = [column for column in table.columns if column == "id"]
            for fid, values in walk(subject.connection, table, columns):
                ids |= {str(fid), *map(as_text, values)}
    return ids


def _check_events(own: Own, collector: Collector) -> None:
    """Find events that no feature's card shows."""
    linked = own.values("event_feature", "event_id")
    rows: list[OwnRow] = own.statements.get("event", [])
    for row in rows:
        if "event_feature" in own.statements and row["id"] not in linked:
            collector.warning("event", row.fid, texts.EVENT_ALONE)
