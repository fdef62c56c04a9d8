"""GeoJSON, whole or by lines: GDAL reads some thousand features at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from hetao_map.data.formats.batches import Batch, Found, joined
from hetao_map.data.formats.json_head import GEOMETRIES
from hetao_map.data.formats.json_stream import (
    BrokenTextError,
    Features,
    Members,
    features_of,
    lines_of,
)
from hetao_map.data.formats.reading import read_batch
from hetao_map.data.formats.reports import Report, UnreadableError

_HEAD, _END = b'{"type":"FeatureCollection","features":[', b"]}"
# A geometry may name a CRS of its own, by a link that GDAL follows; the name may be escaped.
_C, _R, _S = (rb"(?:%c|\\u00%02x)" % (c, c) for c in b"crs")
_OWN_CRS = re.compile(rb'"' + _C + _R + _S + rb'"\s*:', re.IGNORECASE)
_CODE = re.compile(r"(?:urn:(?:x-)?ogc:def:crs:)?(EPSG|ESRI):(?:[\d.]*:)?(\d{3,6})", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://www\.opengis\.net/(?:def/crs|gml/srs)/(EPSG)\D.*?(\d{3,6})\Z", re.I
)
_WGS84 = re.compile(r"(?:urn:ogc:def:crs:OGC:[\d.]*:)?CRS84|.*OGC/1\.3/CRS84", re.IGNORECASE)
_DEEPEST = 30


def layers(source: Path, name: str, report: Report) -> list[Found]:
    """Return the one layer of a GeoJSON file; name is what it is called."""
    members = Members()
    return [Found(name, partial(_batches, source, members, report), partial(_crs, members, report))]


def layers_of_lines(source: Path, name: str, report: Report) -> list[Found]:
    """Return the one layer of a file with one feature a line."""
    return [Found(name, partial(_batches_of_lines, source, report), lambda: "EPSG:4326")]


def _batches(source: Path, members: Members, report: Report) -> Iterator[Batch]:
    count = 0
    with source.open("rb") as file:
        try:
            for batch in _read_all(features_of(file, members), source, report):
                count += len(batch)
                yield batch
        except BrokenTextError as error:
            raise UnreadableError("DAMAGED", reason="invalid JSON") from error
    if not members.has_features:
        yield _alone(members)
    elif members.cut_short:
        report.note("CUT_SHORT", n=count)
    if members.strays:
        report.note("NOT_READ", there=count + members.strays, n=members.strays)


def _batches_of_lines(source: Path, report: Report) -> Iterator[Batch]:
    with source.open("rb") as file:
        yield from _read_all(lines_of(file), source, report)


def _read_all(features: Features, source: Path, report: Report) -> Iterator[Batch]:
    size, count = source.stat().st_size, 0
    for some, done in features:
        batch = _read(some, count)
        count += len(some)
        report.progress(done, size)
        yield batch


def _alone(members: Members) -> Batch:
    """Return the one row of a text that is a feature or a geometry by itself."""
    parts = [json.dumps(key).encode() + b":" + value for key, value in members.values.items()]
    whole = b"{" + b",".join(parts) + b"}"
    if _cleaned(whole) is None:
        raise UnreadableError("OTHER_JSON")
    return _read([whole], 0, clean=True)


def _read(features: Sequence[bytes], before: int, clean: bool = False) -> Batch:
    """Return the rows of features; before is how many came before them."""
    text = b",".join(features)
    if clean or _OWN_CRS.search(text):
        return _read_carefully(features, before)
    try:
        batch = read_batch(_HEAD + text + _END, before)
    except RuntimeError:
        return _read_carefully(features, before)
    if len(batch) != len(features):
        return _read_carefully(features, before)
    lost = {n for n, wkb in enumerate(batch.wkb) if wkb is None and _has_geometry(features[n])}
    return Batch(batch.columns, batch.wkb, frozenset(lost))


def _has_geometry(feature: bytes) -> bool:
    geometry = json.loads(feature).get("geometry")
    if not isinstance(geometry, dict):
        return geometry is not None
    # An empty list of coordinates is no geometry, and no mistake.
    return bool(geometry.get("coordinates", geometry.get("geometries", True)))


def _read_carefully(features: Sequence[bytes], before: int) -> Batch:
    """Return the rows of features of which some are broken or name a CRS of their own."""
    cleaned = [_cleaned(feature) for feature in features]
    written = [json.dumps(_EMPTY if value is None else value).encode() for value in cleaned]
    bad = {n for n, value in enumerate(cleaned) if value is None}
    batch = _halved(written, before)
    lost = {
        n for n, wkb in enumerate(batch.wkb) if wkb is None and n not in bad
        and _has_geometry(written[n])
    }  # fmt: skip
    return Batch(batch.columns, batch.wkb, frozenset(bad | lost))


_EMPTY: dict[str, Any] = {"type": "Feature", "properties": {}, "geometry": None}


def _halved(features: list[bytes], before: int) -> Batch:
    """Read features that are sound by themselves; those that GDAL refuses become empty rows."""
    try:
        batch = read_batch(_HEAD + b",".join(features) + _END, before)
    except RuntimeError:
        batch = Batch({}, ())
    if len(batch) == len(features):
        return batch
    if len(features) == 1:
        return Batch({}, (None,), frozenset({0}))
    middle = len(features) // 2
    return joined(_halved(features[:middle], before), _halved(features[middle:], before + middle))


def _cleaned(feature: bytes) -> dict[str, Any] | None:
    """Return a feature with what a map needs of it and nothing else, None when it is none."""
    try:
        value = json.loads(feature)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict) and value.get("type") in GEOMETRIES:
        value = {"type": "Feature", "geometry": value}
    if not isinstance(value, dict) or value.get("type") != "Feature":
        return None
    properties, geometry = value.get("properties"), value.get("geometry")
    clean: dict[str, Any] = {
        "type": "Feature",
        "properties": properties if isinstance(properties, dict) else {},
        "geometry": None,
    }
    if isinstance(value.get("id"), str | int):
        clean["id"] = value["id"]
    if geometry is not None:
        clean["geometry"] = _bare(geometry, _DEEPEST)
        if clean["geometry"] is None:
            return None
    return clean


def _bare(geometry: Any, levels: int) -> dict[str, Any] | None:
    """Return a geometry without a CRS of its own, None when it is none."""
    if not isinstance(geometry, dict) or geometry.get("type") not in GEOMETRIES or not levels:
        return None
    if geometry["type"] != "GeometryCollection":
        return {"type": geometry["type"], "coordinates": geometry.get("coordinates")}
    parts = geometry.get("geometries")
    inner = [_bare(part, levels - 1) for part in parts] if isinstance(parts, list) else [None]
    return None if None in inner else {"type": "GeometryCollection", "geometries": inner}


def _crs(members: Members, report: Report) -> str:
    """Return the CRS that the file names; it is known once its features are read."""
    raw = members.values.get("crs")
    try:
        said = json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        return "EPSG:4326"
    details = said.get("properties")
    details = details if isinstance(details, dict) else {}
    if said.get("type") == "EPSG":
        return f"EPSG:{details.get('code')}"
    name = str(details.get("name") or "")
    if _WGS84.fullmatch(name):
        return "EPSG:4326"
    if found := _CODE.fullmatch(name) or _ADDRESS.match(name):
        return f"{found[1].upper()}:{found[2]}"
    if said.get("type") != "name":
        report.note("LINKED_CRS")
    return ""
