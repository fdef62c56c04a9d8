"""Features as CSV for a spreadsheet: UTF-8 with a byte order mark, lon, lat and WKT."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely

from hetao_map.data.feature_export.records import Batch, Records, free_name
from hetao_map.geometry.columns import Shapes
from hetao_map.geometry.inside import points_on
from hetao_map.text.language import Language

_PLACE, _NOTE = ("lon", "lat", "wkt"), "coordinates_note"
# A spreadsheet takes what begins so for a formula and works it out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(records: Records, path: Path, language: Language) -> None:
    """Write a line for each row: attributes, source, a point on the feature, its shape.

    Where the layer was shifted, a last column says so.
    """
    note = records.note(language)
    place = [free_name(name, records.names) for name in (*_PLACE, *([_NOTE] if note else []))]
    # With the mark Excel reads UTF-8 as such.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(_cell, (*records.names, *records.source_names, *place)))
        for batch in records.batches():
            writer.writerows([*line, note] if note else line for line in _lines(records, batch))


def _lines(records: Records, batch: Batch) -> Iterator[list[object]]:
    points = _points_on(batch.shapes)
    texts = shapely.to_wkt(batch.shapes, rounding_precision=8)
    for values, point, text in zip(batch.values(), points, texts, strict=True):
        source = records.source_values(values.get("source_id"))
        lonlat = ("", "") if point is None else (round(point.x, 8), round(point.y, 8))
        yield [_cell(value) for value in (*values.values(), *source, *lonlat, text)]


def _cell(value: object) -> object:
    """Return what is written of a value: text that a spreadsheet would run gets an apostrophe."""
    if isinstance(value, str) and value.startswith(_FORMULA) and not _is_number(value):
        return f"'{value}"
    return "" if value is None else value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _points_on(shapes: Shapes) -> list[Any]:
    """Return a point on each shape, None for none."""
    return [
        point if point is not None and not point.is_empty else None for point in points_on(shapes)
    ]
