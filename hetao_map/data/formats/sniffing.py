"""What a file is, from its first bytes; its name is never trusted."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from hetao_map.data.connection import MAGIC, first_bytes
from hetao_map.data.formats.csv_columns import coordinates_in
from hetao_map.data.formats.encodings import is_text, text_encoding
from hetao_map.data.formats.json_head import json_format
from hetao_map.data.formats.kinds import Format
from hetao_map.data.formats.table_text import dialect_of, first_records
from hetao_map.data.formats.xml_head import xml_format
from hetao_map.model.errors import InputError
from hetao_map.text import format_messages, messages
from hetao_map.text.reasons import why_damaged

HEAD_BYTES = 64 * 1024
_ARCHIVES = (
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd", b"PK\x05\x06", b"PK\x07\x08",
)  # fmt: skip
_SHAPES, _FLATGEOBUF = b"\x00\x00\x27\x0a", b"fgb"
_PBF = re.compile(rb"\x00\x00..\x0a\x09OSMHeader", re.DOTALL)
_BINARY_DXF = b"AutoCAD Binary DXF"
_DWG = re.compile(rb"AC10\d\d")
# Group code and value: a comment, or the beginning of the first section.
_DXF = re.compile(r"\s*(?:999\s*\r?\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION\s")
_PARTS = (".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx")


def recognised(path: Path) -> Format:
    """Return the format of a file. Raises InputError for what cannot be read, and why."""
    head = first_bytes(path, HEAD_BYTES)
    return _by_magic(path, head) or _by_text(path, head)


def _by_magic(path: Path, head: bytes) -> Format | None:
    if head.startswith(MAGIC):
        return Format.GEOPACKAGE
    _refuse_part(path)
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(path)
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        raise InputError(format_messages.ARCHIVE, path=path)
    if head.startswith(_BINARY_DXF):
        raise InputError(format_messages.DRAWING_FORM, path=path, kind="binary DXF")
    if _DWG.match(head):
        raise InputError(format_messages.DRAWING_FORM, path=path, kind="DWG")
    if head.startswith(_SHAPES):
        return Format.SHAPEFILE
    if head.startswith(_FLATGEOBUF):
        return Format.FLATGEOBUF
    return Format.OSM_PBF if _PBF.match(head) else None


def _refuse_part(path: Path) -> None:
    """Point to the .shp file when another part of the data set was chosen."""
    if path.suffix.lower() in _PARTS and path.with_suffix(".shp").exists():
        raise InputError(format_messages.SHAPEFILE_PART, path=path)


def _zip_format(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
        reason = why_damaged(error)
        raise InputError(messages.DAMAGED, path=path, reason=reason) from error
    if any(name.endswith(".kml") for name in names):
        return Format.KMZ
    raise InputError(format_messages.ARCHIVE, path=path)


def _by_text(path: Path, head: bytes) -> Format:
    whole = path.stat().st_size <= len(head)
    encoding = text_encoding(head, whole)
    text = head.decode(encoding, errors="replace").lstrip("\ufeff")
    begin = text.lstrip()
    if begin.startswith("<"):
        return xml_format(path, begin)
    if begin.startswith(("{", "[", "\x1e")):
        return json_format(path, begin)
    if _DXF.match(text):
        return Format.DXF
    if is_text(text) and _has_columns(path, text):
        return Format.CSV
    raise InputError(format_messages.FORMAT_UNKNOWN, path=path)


def _has_columns(path: Path, text: str) -> bool:
    """Tell whether the text is a table with coordinates; InputError for one without."""
    records = first_records(text, dialect_of(text))
    if not records or len(records[0]) < 2:
        return bool(records) and coordinates_in(records[0]) is not None
    if coordinates_in(records[0]) is None:
        if _is_table(records):
            raise InputError(format_messages.NO_COORDINATES, path=path)
        return False
    return True


def _is_table(records: list[list[str]]) -> bool:
    width = len(records[0])
    return len(records) > 1 and all(len(record) == width for record in records[1:-1] or records)
