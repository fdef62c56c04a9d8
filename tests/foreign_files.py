"""Small files in other formats than GeoPackage, each with known contents; and hostile ones."""

import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import shapely
from shapely import LineString, Point, Polygon

NAMES = ("福田口岸", "皇崗口岸", "Lok Ma Chau", "深圳灣", "落馬洲")
POINTS = [Point(114.05 + n / 1000, 22.51) for n in range(5)]
AREAS = [point.buffer(0.0005) for point in POINTS]
LINES = [LineString([(114.05, 22.51), (114.06, 22.52 + n / 1000)]) for n in range(3)]


def feature(shape: Any, **properties: object) -> dict[str, Any]:
    geometry = None if shape is None else shapely.geometry.mapping(shape)
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Any, **members: object) -> str:
    return json.dumps({"type": "FeatureCollection", **members, "features": features})


def _frame(shapes: list[Any], crs: int = 4326) -> Any:
    frame = geopandas.GeoDataFrame(
        {"name": NAMES[: len(shapes)], "n": range(len(shapes))}, geometry=shapes, crs=4326
    )
    return frame.to_crs(crs)


def geojson(path: Path) -> None:
    path.write_text(collection(*(feature(p, name=n) for p, n in zip(POINTS, NAMES, strict=True))))


def geojson_lines(path: Path) -> None:
    lines = (json.dumps(feature(p, name=n)) for p, n in zip(POINTS, NAMES, strict=True))
    path.write_text("\n".join(lines))


def shapefile(path: Path, encoding: str = "utf-8", crs: int = 4326) -> None:
    _frame(AREAS, crs).to_file(path, engine="pyogrio", encoding=encoding)


def flatgeobuf(path: Path) -> None:
    _frame(POINTS).to_file(path, engine="pyogrio", driver="FlatGeobuf")


def kml(path: Path) -> None:
    _frame(AREAS).to_file(path, engine="pyogrio", driver="LIBKML")


def kmz(path: Path) -> None:
    inner = path.with_name("inner.kml")
    kml(inner)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inner, "doc.kml")
    inner.unlink()


def gpx(path: Path) -> None:
    path.write_text(
        '<?xml version="1.0"?><gpx version="1.1" creator="t" '
        'xmlns="http://www.topografix.com/GPX/1/1">'
        '<wpt lat="22.51" lon="114.06"><name>口岸</name></wpt><wpt lat="22.52" lon="114.06"/>'
        '<trk><name>run</name><trkseg><trkpt lat="22.51" lon="114.06"/>'
        '<trkpt lat="22.52" lon="114.07"/><trkpt lat="22.53" lon="114.07"/></trkseg></trk></gpx>',
        encoding="utf-8",
    )


def csv(path: Path) -> None:
    rows = "".join(f"{n},{p.x},{p.y}\n" for n, p in zip(NAMES, POINTS, strict=True))
    path.write_bytes(("名称,经度,纬度\n" + rows).encode("gb18030"))


def gml(path: Path) -> None:
    _frame(POINTS).to_file(path, engine="pyogrio", driver="GML")
    path.with_suffix(".xsd").unlink()


def dxf(path: Path) -> None:
    _frame(LINES, 2326)[["geometry"]].to_file(path, engine="pyogrio", driver="DXF")


def osm(path: Path) -> None:
    path.write_text(
        '<?xml version="1.0"?><osm version="0.6">'
        '<node id="1" lat="22.5" lon="114.0"><tag k="name" v="咖啡"/><tag k="amenity" v="cafe"/>'
        '</node><node id="2" lat="22.5" lon="114.1"/><node id="3" lat="22.6" lon="114.1"/>'
        '<way id="5"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="path"/></way>'
        '<way id="6"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>'
        '<tag k="building" v="yes"/></way></osm>',
        encoding="utf-8",
    )


def osm_pbf(path: Path, step: int = 1) -> None:
    """The same as osm, packed. Source: OpenStreetMap wiki, "PBF Format".

    With step -1 the nodes are in no usual order.
    """
    strings = ["", "name", "咖啡", "amenity", "cafe", "highway", "path", "building", "yes"]
    table = b"".join(_bytes(1, text.encode()) for text in strings)
    nodes = [(1, 22.5, 114.0, b"\x01\x03", b"\x02\x04"), (2, 22.5, 114.1, b"", b"")]
    nodes.append((3, 22.6, 114.1, b"", b""))
    group = b"".join(_bytes(1, _node(*node)) for node in nodes[::step])
    ways = _bytes(3, _way(5, (1, 2, 3), b"\x05", b"\x06"))
    ways += _bytes(3, _way(6, (1, 2, 3, 1), b"\x07", b"\x08"))
    block = _bytes(1, table) + _bytes(2, group) + _bytes(2, ways)
    header = _bytes(4, b"OsmSchema-V0.6")
    path.write_bytes(_blob(b"OSMHeader", header) + _blob(b"OSMData", block))


def _varint(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])


def _zigzag(value: int) -> bytes:
    return _varint(value << 1 if value >= 0 else (-value << 1) - 1)


def _bytes(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _node(number: int, lat: float, lon: float, keys: bytes, values: bytes) -> bytes:
    tags = _bytes(2, keys) + _bytes(3, values) if keys else b""
    place = b"\x40" + _zigzag(round(lat * 1e7)) + b"\x48" + _zigzag(round(lon * 1e7))
    return b"\x08" + _zigzag(number) + tags + place


def _way(number: int, refs: tuple[int, ...], keys: bytes, values: bytes) -> bytes:
    steps = (b - a for a, b in zip((0, *refs), refs, strict=False))
    nodes = b"".join(map(_zigzag, steps))
    return b"\x08" + _varint(number) + _bytes(2, keys) + _bytes(3, values) + _bytes(8, nodes)


def _blob(kind: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    blob = b"\x10" + _varint(len(content)) + _bytes(3, packed)
    header = _bytes(1, kind) + b"\x18" + _varint(len(blob))
    return struct.pack(">I", len(header)) + header + blob


_OF_OSM = {"multipolygons": 1, "lines": 1, "points": 1}
# Each format: the file's name, what writes it, and the rows of each layer in it.
FORMATS: dict[str, tuple[Callable[[Path], None], dict[str, int]]] = {
    "a.geojson": (geojson, {"a": 5}),
    "a.geojsonl": (geojson_lines, {"a": 5}),
    "a.shp": (shapefile, {"a": 5}),
    "a.fgb": (flatgeobuf, {"a": 5}),
    "a.kml": (kml, {"a": 5}),
    "a.kmz": (kmz, {"a": 5}),
    "a.gpx": (gpx, {"track_points": 3, "tracks": 1, "waypoints": 2}),
    "a.csv": (csv, {"a": 5}),
    "a.gml": (gml, {"a": 5}),
    "a.dxf": (dxf, {"a": 3}),
    "a.osm": (osm, _OF_OSM),
    "a.osm.pbf": (osm_pbf, _OF_OSM),
}


def _crs(kind: str, **properties: str) -> str:
    return collection(feature(POINTS[0]), crs={"type": kind, "properties": properties})


def _own_crs(address: str, name: str = '"crs"') -> str:
    geometry = {"type": "Point", "coordinates": [114, 22], "crs": "HERE"}
    link = json.dumps({"type": "link", "properties": {"href": address, "type": "ogcwkt"}})
    text = collection({"type": "Feature", "properties": {}, "geometry": geometry})
    return text.replace('"crs": "HERE"', f"{name}: {link}")


def _kml_links(address: str) -> str:
    return (
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<NetworkLink><Link><href>{address}</href></Link></NetworkLink>"
        f'<Style id="s"><IconStyle><Icon><href>{address}</href></Icon></IconStyle></Style>'
        f"<Placemark><styleUrl>{address}#s</styleUrl><Point><coordinates>114,22</coordinates>"
        f"</Point></Placemark><GroundOverlay><Icon><href>{address}</href></Icon><LatLonBox>"
        "<north>22</north><south>21</south><east>115</east><west>114</west></LatLonBox>"
        "</GroundOverlay></Document></kml>"
    )


def _gml(attributes: str, geometry: str) -> str:
    return (
        '<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {attributes}>'
        f'<gml:featureMember><a xmlns=""><g>{geometry}</g><n>1</n></a></gml:featureMember>'
        "</gml:FeatureCollection>"
    )


def _gml_point(srs: str) -> str:
    return f'<gml:Point srsName="{srs}"><gml:pos>114 22</gml:pos></gml:Point>'


def _entities(root: str, address: str) -> str:
    return f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "{address}">]><{root} version="0.6">&x;</{root}>'


def _dxf(address: str) -> str:
    pairs = [0, "SECTION", 2, "HEADER", 9, "$PROJECTNAME", 1, address, 0, "ENDSEC"]
    pairs += [0, "SECTION", 2, "BLOCKS", 0, "BLOCK", 8, 0, 2, "x", 70, 4, 10, 0, 20, 0, 3, "x"]
    pairs += [1, address, 0, "ENDBLK", 0, "ENDSEC", 0, "SECTION", 2, "ENTITIES"]
    pairs += [0, "INSERT", 8, 0, 2, "x", 10, 114, 20, 22, 0, "ENDSEC", 0, "EOF"]
    return "\n".join(map(str, pairs)) + "\n"


# Files that name another file or address, by what the name stands in: {name: text(address)}.
OUTREACHING: dict[str, Callable[[str], str]] = {
    "vrt.geojson": lambda a: (
        f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{a}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    ),
    "wfs.geojson": lambda a: f"WFS:{a}",
    "wfs.gml": lambda a: f"<OGRWFSDataSource><URL>{a}</URL></OGRWFSDataSource>",
    "address.json": lambda a: a,
    "link.geojson": lambda a: _crs("link", href=a, type="ogcwkt"),
    "url.geojson": lambda a: _crs("url", url=a),
    "name.geojson": lambda a: _crs("name", name=a),
    "own.geojson": _own_crs,
    "escaped.geojson": lambda a: _own_crs(a, '"\\u0063rs"'),
    "links.kml": _kml_links,
    "schema.gml": lambda a: _gml(f'xsi:schemaLocation="http://x {a}"', _gml_point("EPSG:4326")),
    "xlink.gml": lambda a: _gml("", f'<gml:Point xlink:href="{a}#a"/>'),
    "srs.gml": lambda a: _gml("", _gml_point(a)),
    "doctype.gml": lambda a: f'<!DOCTYPE x SYSTEM "{a}">' + _gml("", "")[21:],
    "reference.dxf": _dxf,
    "entities.osm": lambda a: _entities("osm", a),
    "entities.gpx": lambda a: _entities("gpx", a),
    "entities.kml": lambda a: _entities("kml", a),
}


def laughs() -> str:
    """A text of a kilobyte that is ten gigabytes once its entities are written out."""
    inner = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return f'<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">{inner}]><kml><Document>&j;</Document></kml>'


def zip_bomb(path: Path, megabytes: int) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("doc.kml", "w", force_zip64=True) as file,
    ):
        for _ in range(megabytes):
            file.write(b" " * 1_000_000)


SQUARE = Polygon([(114, 22), (114.1, 22), (114.1, 22.1), (114, 22.1)])
