"""The layers of a file, by its format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hetao_map.data.formats import by_gdal, csv_table, geojson, shapefile
from hetao_map.data.formats.batches import Found
from hetao_map.data.formats.kinds import Format
from hetao_map.data.formats.kmz import unpacked
from hetao_map.data.formats.links import linked
from hetao_map.data.formats.reports import Report, UnreadableError
from hetao_map.data.formats.xml_text import in_utf8, recoded


@dataclass(frozen=True)
class OpenedFile:
    """The layers, and what is to be done when so many rows have been read of them."""

    layers: list[Found]
    tell: Callable[[int], None] = lambda _rows: None


# Read piece by piece here, by GDAL or without it.
_BY_PYTHON = {
    Format.GEOJSON: geojson.layers,
    Format.GEOJSON_LINES: geojson.layers_of_lines,
    Format.CSV: csv_table.layers,
}


_XML = (Format.KML, Format.GPX, Format.GML, Format.OSM)


def layers_of(kind: Format, source: Path, folder: Path, name: str, report: Report) -> OpenedFile:
    """Return the layers of a file; folder is private, name is for a layer without one.

    Raises UnreadableError, OSError, and RuntimeError where GDAL cannot open it.
    """
    if read := _BY_PYTHON.get(kind):
        return OpenedFile(read(source, name, report))
    if kind is Format.SHAPEFILE:
        return OpenedFile(shapefile.layers(source, folder, name, report))
    if kind is Format.KMZ:
        return _kml(in_utf8(unpacked(source, report)), kind, name, report)
    path = folder / f"data{by_gdal.ending_for(kind)}"
    if kind not in _XML or not recoded(source, path):
        path = linked(source, folder, by_gdal.ending_for(kind))
    if kind is Format.KML:
        return _kml(path.read_bytes(), kind, name, report)
    return OpenedFile(by_gdal.layers(str(path), kind, name, report))


def _kml(content: bytes, kind: Format, name: str, report: Report) -> OpenedFile:
    if by_gdal.only_links(content):
        raise UnreadableError("REFERENCE_ONLY", kind="NetworkLink")
    found = by_gdal.layers(content, kind, name, report)
    return OpenedFile(found, partial(by_gdal.tell_of_kml, content, report=report))
