"""A table with coordinates as text: each row is a point, or a shape written as WKT or WKB."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import shapely

from hetao_map.data.formats.batches import Batch, Found
from hetao_map.data.formats.csv_columns import Coordinates, coordinates_in
from hetao_map.data.formats.encodings import file_encoding
from hetao_map.data.formats.reports import Report, UnreadableError
from hetao_map.data.formats.table_text import MOST_IN_A_CELL, dialect_of

_ROWS_AT_ONCE = 10_000
_HEAD = 256 * 1024
_SRID = re.compile(r"SRID=(\d+);", re.IGNORECASE)
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{18,}")


class _Shapes:
    """What the shapes of the table say of their CRS while they are read."""

    srid = ""


def layers(source: Path, name: str, report: Report) -> list[Found]:
    """Return the one layer of a table. Raises UnreadableError for one without coordinates."""
    encoding = file_encoding(source)
    with source.open("rb") as file:
        head = file.read(_HEAD).decode(encoding, "replace")
    delimiter, shapes = dialect_of(head), _Shapes()
    header = next(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), [])
    where = coordinates_in(header)
    if where is None:
        raise UnreadableError("NO_COORDINATES")
    batches = partial(_batches, source, (encoding, delimiter), where, shapes, report)
    crs = partial(_crs, where, shapes)
    return [Found(name, batches, crs, words_are_numbers=True)]


def _crs(where: Coordinates, shapes: _Shapes) -> str:
    return "EPSG:4326" if where.in_degrees else shapes.srid


def _batches(
    source: Path,
    form: tuple[str, str],
    where: Coordinates,
    shapes: _Shapes,
    report: Report,
) -> Iterator[Batch]:
    encoding, delimiter = form
    csv.field_size_limit(MOST_IN_A_CELL)
    size = source.stat().st_size
    with source.open("rb", buffering=0) as file:
        text = io.TextIOWrapper(
            io.BufferedReader(file, 1 << 20), encoding=encoding, errors="replace", newline=""
        )
        reader = csv.reader((line.replace("\x00", "") for line in text), delimiter=delimiter)
        header = next(reader)
        rows: list[list[str]] = []
        for row in _rows(reader):
            rows.append(row)
            if len(rows) == _ROWS_AT_ONCE:
                yield _batch(header, rows, where, shapes)
                report.progress(file.tell(), size)
                rows = []
        yield _batch(header, rows, where, shapes)


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableError("DAMAGED", reason=error) from error
        if any(cell.strip() for cell in row):
            yield row


def _batch(
    header: Sequence[str], rows: list[list[str]], where: Coordinates, shapes: _Shapes
) -> Batch:
    width = max([len(header), *map(len, rows)])
    names = _names(header, width)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    by_column = list(zip(*filled, strict=True)) if rows else [()] * width
    columns = {n: [cell or None for cell in c] for n, c in zip(names, by_column, strict=True)}
    if where.y is None:
        wkb, bad = _written_shapes(by_column[where.x], shapes)
        del columns[names[where.x]]
    else:
        wkb, bad = _points(by_column[where.x], by_column[where.y], where.in_degrees)
    return Batch(columns, wkb, bad)


def _names(header: Sequence[str], width: int) -> list[str]:
    """Return a name for each column, each once."""
    names: list[str] = []
    for number in range(width):
        base = header[number].strip() if number < len(header) else ""
        name = base = base or f"column {number + 1}"
        while name in names:
            name = f"{base} {names.count(base) + 1 if name == base else number + 1}"
        names.append(name)
    return names


def _points(
    xs: Sequence[str], ys: Sequence[str], in_degrees: bool
) -> tuple[list[bytes | None], frozenset[int]]:
    """Return points as WKB, and the positions of those that no number can be read of."""
    x, y = np.array([_number(v) for v in xs]), np.array([_number(v) for v in ys])
    good = np.isfinite(x) & np.isfinite(y)
    if in_degrees:
        good &= (np.abs(x) <= 360) & (np.abs(y) <= 90)
    shapes = np.full(len(x), None, dtype=object)
    if good.any():
        shapes[good] = shapely.points(x[good], y[good])
    nothing = np.array([not (a.strip() or b.strip()) for a, b in zip(xs, ys, strict=True)], bool)
    bad = np.flatnonzero(~good & ~nothing)
    return shapely.to_wkb(shapes).tolist(), frozenset(bad.tolist())


def _number(text: str) -> float:
    """Return a number, also one with a decimal comma; not a number for anything else."""
    try:
        return float(text.strip().rstrip("°").replace(",", "."))
    except ValueError:
        return math.nan


def _written_shapes(
    cells: Sequence[str], shapes: _Shapes
) -> tuple[list[bytes | None], frozenset[int]]:
    """Return shapes written as WKT, EWKT or hexadecimal WKB."""
    wkb = [_shape(cell.strip(), shapes) for cell in cells]
    bad = {n for n, cell in enumerate(cells) if wkb[n] is None and cell.strip()}
    return wkb, frozenset(bad)


def _shape(text: str, shapes: _Shapes) -> bytes | None:
    if not text:
        return None
    try:
        if _HEXADECIMAL.fullmatch(text):
            shape = shapely.from_wkb(bytes.fromhex(text))
        else:
            if said := _SRID.match(text):
                shapes.srid, text = f"EPSG:{said[1]}", text[said.end() :]
            shape = shapely.from_wkt(text)
    except (shapely.errors.GEOSException, ValueError):
        return None
    if (srid := int(shapely.get_srid(shape))) > 0:
        shapes.srid = f"EPSG:{srid}"
    return bytes(shapely.to_wkb(shape))
