"""A Shapefile: geometry and attributes by GDAL, the encoding of its words found here."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from hetao_map.data.formats.batches import Batch, Found, joined
from hetao_map.data.formats.encodings import text_encoding
from hetao_map.data.formats.gdal import without_pandas
from hetao_map.data.formats.links import linked, parts_of_shapefile
from hetao_map.data.formats.reading import read_batch
from hetao_map.data.formats.reports import Report
from hetao_map.geometry.columns import BoolArray

_ROWS_AT_ONCE = 20_000
_SAMPLE = 4 * 1024 * 1024
# Byte for byte: the words are decoded here, where a character that was cut costs nothing else.
_RAW = "ISO-8859-1"
# Language drivers of dBASE that name an encoding which is met here.
_DRIVERS = {0x4D: "gb18030", 0x7A: "gb18030", 0x4F: "big5hkscs", 0x78: "big5hkscs"}
_DRIVERS |= {0x4E: "cp949", 0x79: "cp949", 0x7B: "cp932", 0x13: "cp932", 0xC8: "cp1250"}
_NAMES = {"936": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030"}
_NAMES |= {"950": "big5hkscs", "big5": "big5hkscs", "cp950": "big5hkscs", "oem": "", "ansi": ""}


def layers(source: Path, folder: Path, name: str, report: Report) -> list[Found]:
    """Return the one layer of a Shapefile; folder is private."""
    parts = parts_of_shapefile(source)
    for ending, path in parts.items():
        linked(path, folder, ending)
    for ending, sentence in ((".dbf", "ATTRIBUTES_MISSING"), (".shx", "INDEX_MISSING")):
        if ending not in parts:
            report.note(sentence, part=source.stem + ending)
    if ".shx" not in parts:
        # GDAL reads it when it looks for the index, and writes one in the private folder.
        os.environ["SHAPE_RESTORE_SHX"] = "YES"
    encoding = _encoding(parts)
    path = folder / "data.shp"
    batches = partial(_batches, path, encoding, ".dbf" in parts, report)
    return [Found(name, batches, lambda: str(_info(path)["crs"] or ""))]


@cache
def _info(path: Path) -> dict[str, Any]:
    without_pandas()
    import pyogrio

    return dict(pyogrio.read_info(path, encoding=_RAW))


def _batches(path: Path, encoding: str, has_table: bool, report: Report) -> Iterator[Batch]:
    records, done = _records(path), 0
    total = int(_info(path)["features"])
    while True:
        batch = _some(path, done, _ROWS_AT_ONCE, records)
        columns = _worded(batch, encoding) if has_table else {}
        yield Batch(columns, batch.wkb, batch.unreadable)
        done += len(batch)
        report.progress(done, max(done, total))
        if len(batch) < _ROWS_AT_ONCE:
            return


def _some(path: Path, first: int, count: int, records: _Records) -> Batch:
    """Return some rows; one whose shape GDAL refuses costs only itself."""
    asked: dict[str, Any] = {"skip_features": first, "max_features": count, "encoding": _RAW}
    try:
        batch = read_batch(str(path), first, **asked)
    except RuntimeError:
        if count == 1 or not records.whole[first : first + count].any():
            batch = read_batch(str(path), first, read_geometry=False, **asked)
            return Batch(batch.columns, batch.wkb, frozenset(range(len(batch))))
        half = count // 2
        return joined(
            _some(path, first, half, records), _some(path, first + half, count - half, records)
        )
    wanted = records.there[first : first + len(batch)]
    lost = {n for n, is_shape in enumerate(wanted) if is_shape and batch.wkb[n] is None}
    return Batch(batch.columns, batch.wkb, frozenset(lost))


def _worded(batch: Batch, encoding: str) -> dict[str, list[object]]:
    """Return the columns with words and names in the encoding they were written in."""

    def worded(value: object) -> object:
        if not isinstance(value, str) or value.isascii():
            return value
        return value.encode("latin-1", "replace").decode(encoding, "replace")

    return {
        str(worded(name)): [worded(value) for value in values]
        for name, values in batch.columns.items()
    }


def _encoding(parts: dict[str, Path]) -> str:
    """Return the codec of the table: as .cpg says, as its own header says, or as it looks."""
    said = ""
    if ".cpg" in parts:
        with parts[".cpg"].open("rb") as file:
            said = file.read(64).decode("ascii", "replace").strip().strip("\x00").lower()
    said = _NAMES.get(said.removeprefix("ansi ").removeprefix("cp"), said)
    if said and (known := _codec(said)):
        return known
    if ".dbf" not in parts:
        return "utf-8"
    with parts[".dbf"].open("rb") as file:
        head = file.read(32)
        rest = file.read(_SAMPLE)
    if len(head) > 29 and head[29] in _DRIVERS:
        return _DRIVERS[head[29]]
    words = rest.replace(b"\x00", b" ")
    # Names of columns are cut in the middle of a character at times; rows tell more.
    return text_encoding(words[max(0, int.from_bytes(head[8:10], "little") - 32) :] or words)


def _codec(name: str) -> str:
    for candidate in (name, name.replace(" ", ""), f"cp{name}", name.replace("8859", "8859-")):
        try:
            return codecs.lookup(candidate).name
        except LookupError:
            continue
    return ""


@dataclass(frozen=True)
class _Records:
    """Of each record: whether it has a shape, and whether all of it is in the file."""

    there: BoolArray
    whole: BoolArray


def _records(path: Path) -> _Records:
    """Return what the index and the heads of the records say.

    Source: ESRI Shapefile Technical Description, July 1998: the index holds offset and length
    in 16-bit words; a record begins with 8 bytes before its type, and type 0 is no shape.
    """
    try:
        index = np.fromfile(path.with_suffix(".shx"), dtype=">i4", offset=100)
    except (OSError, ValueError):
        return _Records(np.empty(0, dtype=bool), np.empty(0, dtype=bool))
    index = index[: len(index) // 2 * 2].astype(np.int64) * 2
    offsets, lengths = index[::2] + 8, index[1::2]
    shapes = np.memmap(path, dtype=np.uint8, mode="r")
    within = (offsets >= 108) & (offsets < len(shapes))
    # What lies beyond the end of the file was there once.
    there = np.ones(len(offsets), dtype=bool)
    there[within] = shapes[offsets[within]] != 0
    return _Records(there, within & (offsets + lengths <= len(shapes)))
