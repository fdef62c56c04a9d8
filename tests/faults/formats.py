"""Some files of other formats: their readers have their own hostile files, these show that the
same watch is kept over them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.faults.fault import Bait, each, luring

FORMATS = "other formats"


def features(*coordinates: object, **more: object) -> bytes:
    """A GeoJSON file of points."""
    found = [
        {"type": "Feature", "properties": {"name": f"place {n}"},
         "geometry": {"type": "Point", "coordinates": xy}}
        for n, xy in enumerate(coordinates)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": found, **more}).encode()


_GOOD = features([114.05, 22.51], [114.06, 22.52])
for _name, _file, _content in (
    ("GeoJSON", "a.geojson", _GOOD),
    ("GeoJSON named .gpkg", "a.gpkg", _GOOD),
    ("GeoJSON cut short", "a.geojson", _GOOD[:-40]),
    ("GeoJSON nested deep", "a.geojson", b'{"a":' * 100_000),
    ("GeoJSON with odd places", "a.geojson", features([1e999, 5], ["x"], None, [114, 22.5])),
    ("a table with coordinates", "a.csv", b"name,lon,lat\nhere,114.05,22.51\n"),
    ("a table without", "a.csv", b"a,b\n1,2\n"),
    ("KML", "a.kml", b'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>x'
     b"</name><Point><coordinates>114.05,22.51</coordinates></Point></Placemark></Document></kml>"),
    ("GPX", "a.gpx",
     b'<gpx version="1.1"><wpt lat="22.51" lon="114.05"><name>x</name></wpt></gpx>'),
    ("text named .shp", "a.shp", b"no shapes"),
    ("text named .fgb", "a.fgb", b"no features"),
    ("an archive named .kmz", "a.kmz", b"PK\x03\x04" + bytes(200)),
):  # fmt: skip
    each(FORMATS, {_name: lambda p, c=_content: p.write_bytes(c)}, file=_file)


@luring(FORMATS, "GeoJSON whose system is an address", file="a.geojson")
def _(path: Path, bait: Bait) -> None:
    system = {"type": "link", "properties": {"href": bait.url, "type": "proj4"}}
    path.write_bytes(features([114.05, 22.51], crs=system))


@luring(FORMATS, "a virtual file that names another", file="a.geojson")
def _(path: Path, bait: Bait) -> None:
    source = f"<SrcDataSource>{bait.canary}</SrcDataSource>"
    path.write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="x">{source}</OGRVRTLayer></OGRVRTDataSource>',
        encoding="utf-8",
    )


@luring(FORMATS, "KML with addresses", file="a.kml")
def _(path: Path, bait: Bait) -> None:
    link = f"<NetworkLink><Link><href>{bait.url}</href></Link></NetworkLink>"
    entity = f'<!DOCTYPE kml [<!ENTITY a SYSTEM "file://{bait.canary}">]>'
    path.write_text(f"{entity}<kml><Document>{link}<name>&a;</name></Document></kml>", "utf-8")
