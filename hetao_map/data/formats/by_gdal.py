"""Layers that GDAL reads: FlatGeobuf, KML, GPX, GML, DXF and OpenStreetMap extracts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from hetao_map.data.formats.batches import Batch, Found
from hetao_map.data.formats.gdal import without_pandas
from hetao_map.data.formats.kinds import Format
from hetao_map.data.formats.reading import read_batch
from hetao_map.data.formats.reports import Report, UnreadableError
from hetao_map.text import format_messages as words
from hetao_map.text.localized import LocalizedText

Source = str | bytes
# A driver that cannot jump to a row begins anew for each batch: few and large ones.
_ROWS_AT_ONCE, _ROWS_OF_STREAM = 20_000, 250_000
_OPTIONS: dict[Format, dict[str, str]] = {Format.GML: {"DOWNLOAD_SCHEMA": "NO"}}
_ENDINGS = {
    Format.FLATGEOBUF: ".fgb", Format.KML: ".kml", Format.GPX: ".gpx", Format.GML: ".gml",
    Format.DXF: ".dxf", Format.OSM: ".osm", Format.OSM_PBF: ".osm.pbf",
}  # fmt: skip
# Titles of the layers that a format always has, and whether they are on at the start.
_OF_GPX = {
    "track_points": (words.TRACK_POINTS, 1000, False),
    "route_points": (words.ROUTE_POINTS, 1001, False),
    "tracks": (words.TRACKS, 1002, True),
    "routes": (words.ROUTES, 1003, True),
    "waypoints": (words.WAYPOINTS, 1004, True),
}
_OF_OSM = {
    "multipolygons": (words.OSM_AREAS, 1000, True),
    "other_relations": (words.OSM_RELATIONS, 1001, False),
    "multilinestrings": (words.OSM_ROUTES, 1002, False),
    "lines": (words.OSM_LINES, 1003, True),
    "points": (words.OSM_POINTS, 1004, True),
}
_KNOWN = {Format.GPX: _OF_GPX, Format.OSM: _OF_OSM, Format.OSM_PBF: _OF_OSM}
# These know how many features they have without reading them all again.
_COUNTED = (Format.FLATGEOBUF, Format.GML)
_OUR_NAMES = ("pyogrio_", "data")
_LINK = re.compile(rb"<(?:\w+:)?NetworkLink[\s>]")
_PLACEMARK = re.compile(rb"<(?:\w+:)?Placemark[\s/>]")


def ending_for(kind: Format) -> str:
    """Return the ending by which GDAL knows a file of a format."""
    return _ENDINGS[kind]


def layers(source: Source, kind: Format, name: str, report: Report) -> list[Found]:
    """Return the layers of a file, or of its content; name is for a layer without one."""
    without_pandas()
    import pyogrio

    listed = [str(row[0]) for row in pyogrio.list_layers(source)]
    if not listed:
        raise UnreadableError("NOTHING_INSIDE")
    known = _KNOWN.get(kind, {})
    found = []
    for number, layer in enumerate(listed):
        title, position, visible = known.get(layer, (LocalizedText(), 1000, True))
        # A layer that has no name of its own is called as the file, whose name here is ours.
        is_named = len(listed) > 1 and not layer.startswith(_OUR_NAMES)
        here = Place(source, kind, layer, number)
        found.append(
            Found(
                layer if is_named or layer in known else name,
                partial(_batches, here, report),
                here.crs,
                title,
                position,
                visible,
                empty_is_left_out=len(listed) > 1,
            )
        )
    return found


@dataclass(frozen=True)
class Place:
    """Where a layer is: in a file or its content, by name and number."""

    source: Source
    kind: Format
    layer: str
    number: int

    @property
    def asked(self) -> dict[str, Any]:
        """Return how the layer is asked for.

        By a query GDAL's driver for OpenStreetMap reads one layer alone, in one pass; otherwise
        it stops as soon as enough features of the others wait.
        """
        if self.kind in (Format.OSM, Format.OSM_PBF):
            return {"sql": f'SELECT * FROM "{self.layer}"'}  # noqa: S608
        return {"layer": self.number, **_OPTIONS.get(self.kind, {})}

    def info(self) -> dict[str, Any]:
        """Return what GDAL says of the layer."""
        import pyogrio

        options = _OPTIONS.get(self.kind, {})
        return dict(pyogrio.read_info(self.source, layer=self.number, **options))

    def crs(self) -> str:
        """Return the CRS of the layer, empty for none."""
        return str(self.info()["crs"] or "")


def _batches(here: Place, report: Report) -> Iterator[Batch]:
    at_once = _ROWS_AT_ONCE if here.kind is Format.FLATGEOBUF else _ROWS_OF_STREAM
    total = int(here.info()["features"]) if here.kind in _COUNTED else 0
    done = 0
    while True:
        report.progress(done, max(total, 0))
        asked: dict[str, Any] = {"skip_features": done, "max_features": at_once, **here.asked}
        batch = read_batch(here.source, done, **asked)
        yield _without_defaults(batch) if here.kind in (Format.KML, Format.KMZ) else batch
        done += len(batch)
        if len(batch) < at_once:
            break
    if done < total:
        report.note("NOT_READ", there=total, n=total - done)


# What LIBKML gives every feature; -1, 0 and nothing say that the file says nothing.
_DEFAULTS = {"tessellate": -1, "extrude": 0, "visibility": -1, "drawOrder": None}


def _without_defaults(batch: Batch) -> Batch:
    """Return the rows without the columns in which KML says nothing."""
    kept = {
        name: values
        for name, values in batch.columns.items()
        if any(value is not None and value != _DEFAULTS.get(name) for value in values)
    }
    return Batch(kept, batch.wkb, batch.unreadable)


def only_links(content: bytes) -> bool:
    """Tell whether a KML holds nothing but links to other files."""
    return bool(_LINK.search(content)) and not _PLACEMARK.search(content)


def tell_of_kml(content: bytes, rows: int, report: Report) -> None:
    """Tell of links that are not followed, and of placemarks that GDAL has left out."""
    if links := len(_LINK.findall(content)):
        report.note("LINKS_NOT_FOLLOWED", n=links)
    there = len(_PLACEMARK.findall(content))
    if there > rows:
        report.note("NOT_READ", there=there, n=there - rows)
