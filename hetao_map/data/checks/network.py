"""Ways whose ends are there and whose minutes make sense."""

from __future__ import annotations

import math

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.own import Own, OwnRow
from hetao_map.data.checks.references import feature_ids
from hetao_map.data.checks.subject import Subject
from hetao_map.text import findings as texts

_ENDS = ("from_node", "to_node")
_MINUTES = ("minutes_low", "minutes_likely", "minutes_high")


def check_network(subject: Subject, own: Own, collector: Collector) -> None:
    """Find ways from or to nowhere, and minutes that are none."""
    known = {"place": own.values("network_place", "id")}
    for row in own.statements.get("network_edge", ()):
        for column in _ENDS:
            layer, _, name = row[column].partition("/")
            if layer not in known:
                known[layer] = feature_ids(subject, own, layer, collector)
            if name not in known[layer]:
                values = {"column": column, "text": row[column]}
                collector.error("network_edge", row.fid, texts.EDGE_NODE, **values)
        _check_minutes(row, collector)


def _check_minutes(row: OwnRow, collector: Collector) -> None:
    said = [row[column] for column in _MINUTES if row[column]]
    minutes = [_number(text) for text in said]
    if not row["minutes_likely"] or minutes != sorted(minutes) or not all(m >= 0 for m in minutes):
        collector.error("network_edge", row.fid, texts.EDGE_MINUTES, text=" / ".join(said))


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return -1.0
    return value if math.isfinite(value) else -1.0
