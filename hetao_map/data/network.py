"""The tables of the network; each may be missing or incomplete."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from hetao_map.data.cells import Row, number, text, words
from hetao_map.data.connection import table_rows
from hetao_map.model.network import Network, NetworkEdge, NetworkPlace


def read_network(connection: sqlite3.Connection) -> Network:
    """Return the ways of the file; a row without ends or sensible minutes is left out."""
    return Network(
        places=tuple(map(_place, table_rows(connection, "network_place"))),
        edges=tuple(_edges(table_rows(connection, "network_edge"))),
    )


def _place(row: Row) -> NetworkPlace:
    lon, lat = number(row, "lon"), number(row, "lat")
    lonlat = (lon, lat) if lon is not None and lat is not None else None
    return NetworkPlace(text(row, "id"), words(row, "name"), lonlat, text(row, "source_id"))


def _edges(rows: list[Row]) -> Iterator[NetworkEdge]:
    for row in rows:
        minutes = _minutes(row)
        if minutes and text(row, "from_node") and text(row, "to_node"):
            yield _edge(row, minutes)


def _minutes(row: Row) -> tuple[float, float, float] | None:
    """Return low, likely and high; one that is missing is as the likely one."""
    likely = number(row, "minutes_likely")
    if likely is None or likely < 0:
        return None
    low, high = number(row, "minutes_low"), number(row, "minutes_high")
    return (
        likely if low is None else min(max(low, 0.0), likely),
        likely,
        likely if high is None else max(high, likely),
    )


def _edge(row: Row, minutes: tuple[float, float, float]) -> NetworkEdge:
    return NetworkEdge(
        id=text(row, "id"),
        start=text(row, "from_node"),
        end=text(row, "to_node"),
        mode=text(row, "mode"),
        minutes=minutes,
        both_ways=bool(number(row, "both_ways")),
        line=text(row, "line"),
        line_name=words(row, "line_name"),
        wait_minutes=max(number(row, "wait_minutes") or 0.0, 0.0),
        published=text(row, "basis") == "published",
        hours=text(row, "hours"),
        calendar=text(row, "calendar"),
        fare=number(row, "fare"),
        currency=text(row, "currency"),
        note=words(row, "note"),
        as_of=text(row, "as_of"),
        source_id=text(row, "source_id"),
    )
