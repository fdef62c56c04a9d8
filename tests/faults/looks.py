"""Styles and descriptions of columns, honest and hostile."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from shapely import LineString, Point, box

from tests.faults.fault import DRAWN, PARTLY, Bait, each, luring
from tests.faults.making import altered, database, holding, sound

STYLES = "styles"
_COLUMNS = (
    "id INTEGER PRIMARY KEY, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, "
    "f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, "
    "description TEXT, owner TEXT, ui TEXT, update_time DATETIME"
)


def styled(path: Path, sld: object) -> None:
    """A file with shapes of each kind, drawn by a style."""
    holding(path, Point(114, 22.5), LineString([(114, 22.5), (114.1, 22.6)]),
            box(114, 22.5, 114.1, 22.6))  # fmt: skip
    with database(path) as db:
        db.execute(f"CREATE TABLE layer_styles ({_COLUMNS})")
        db.execute(
            "INSERT INTO layer_styles (f_table_name, f_geometry_column, styleSLD, useAsDefault, "
            "update_time) VALUES ('things', 'geom', ?, 1, '2020-01-01')", (sld,)
        )  # fmt: skip


def rule(body: str) -> str:
    """A style of one rule."""
    head = '<StyledLayerDescriptor xmlns:xlink="http://www.w3.org/1999/xlink"><FeatureTypeStyle>'
    return f"{head}<Rule>{body}</Rule></FeatureTypeStyle></StyledLayerDescriptor>"


def stroke(name: str, value: str) -> str:
    """A rule that draws lines with one parameter."""
    parameter = f'<CssParameter name="{name}">{value}</CssParameter>'
    return rule(f"<LineSymbolizer><Stroke>{parameter}</Stroke></LineSymbolizer>")


def mark(graphic: str) -> str:
    """A symbolizer that draws a graphic at points."""
    return f"<PointSymbolizer><Graphic>{graphic}</Graphic></PointSymbolizer>"


def when(condition: str) -> str:
    """A rule for areas with a filter."""
    return rule(f"<Filter>{condition}</Filter><PolygonSymbolizer/>")


_BAD = {
    "no XML": "no XML",
    "a blob": b"\x00\xff",
    "a number": 5,
    "open": "<a><b>",
    "an entity that grows": '<!DOCTYPE a [<!ENTITY b "bbbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    "nested deep": "<a>" * 50_000 + "</a>" * 50_000,
    "long": "<S>" + "<a/>" * 400_000 + "</S>",
    "of 10 MB": "<S>" + "x" * 10_000_000 + "</S>",
    "three thousand rules": "<S>" + "<Rule/>" * 3000 + "</S>",
}
each(STYLES, {n: lambda p, sld=sld: styled(p, sld) for n, sld in _BAD.items()}, PARTLY)
_NAME = "<PropertyName>name</PropertyName>"
_HATCH = "<Mark><WellKnownName>slash</WellKnownName><Stroke/></Mark><Size>1e-9</Size>"
_BOUNDS = "<MinScaleDenominator>9e99</MinScaleDenominator>" + (
    "<MaxScaleDenominator>-1</MaxScaleDenominator>"
)
_ODD = {
    "empty": "",
    "no rule": "<S/>",
    "dashes without measure": stroke("stroke-dasharray", "1e-9 1e-9"),
    "a width without measure": stroke("stroke-width", "9" * 300),
    "a width that is no number": stroke("stroke-width", "NaN"),
    "a colour that is none": stroke("stroke", "url(x)"),
    "a million dashes": stroke("stroke-dasharray", "1 " * 100_000),
    "a size without measure": rule(mark("<Size>1e30</Size>")),
    "a scale inside out": rule(_BOUNDS + "<PolygonSymbolizer/>"),
    "a deep filter": when("<Not>" * 150 + "<PropertyIsNull/>" + "</Not>" * 150),
    "a slow pattern": when(
        "<PropertyIsLike wildCard='*' singleChar='.' escapeChar='!'>"
        f"{_NAME}<Literal>{'*a' * 60}b</Literal></PropertyIsLike>"
    ),
    "a label of markup": rule(
        "<TextSymbolizer><Label><Literal>&lt;b&gt;x</Literal></Label></TextSymbolizer>"
    ),
    "letters without measure": rule(
        f"<TextSymbolizer><Label>{_NAME}</Label>"
        '<Font><CssParameter name="font-size">1e9</CssParameter></Font></TextSymbolizer>'
    ),
    "a hatch without distance": rule(
        f"<PolygonSymbolizer><Fill><GraphicFill><Graphic>{_HATCH}</Graphic></GraphicFill></Fill>"
        "</PolygonSymbolizer>"
    ),
}
each(STYLES, {n: lambda p, sld=sld: styled(p, sld) for n, sld in _ODD.items()})
each(STYLES, {
    "a list without its columns": lambda p: altered(p, "CREATE TABLE layer_styles (x)"),
    "a list without an order": lambda p: altered(
        p, "CREATE TABLE layer_styles (f_table_name, f_geometry_column, styleSLD)",
        "INSERT INTO layer_styles VALUES ('places', 'geom', '<S><Rule/></S>')"),
    "a list that is a view without end": lambda p: altered(
        p, "CREATE VIEW layer_styles AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
        "FROM n) SELECT 'places' AS f_table_name, 'geom' AS f_geometry_column, 'x' AS styleSLD, "
        "1 AS useAsDefault, x AS update_time FROM n"),
    "ten thousand styles that are none": lambda p: _many_styles(p),
})  # fmt: skip


def _many_styles(path: Path) -> None:
    styled(path, "none")
    with database(path) as db:
        db.execute("BEGIN")
        for n in range(10_000):
            db.execute(
                "INSERT INTO layer_styles (f_table_name, f_geometry_column, styleSLD) "
                "VALUES ('things', 'geom', ?)", (f"bad {n}",))  # fmt: skip
        db.execute("COMMIT")


@luring(STYLES, "pictures from elsewhere")
def _(path: Path, bait: Bait) -> None:
    links = [bait.url, f"file://{bait.canary}", str(bait.canary), f"symbols/../{bait.canary}",
             f"base64:{bait.url}"]  # fmt: skip
    external = '<ExternalGraphic><OnlineResource xlink:href="{}"/><Format>image/svg+xml</Format>'
    graphics = [mark(external.format(link) + "</ExternalGraphic>") for link in links]
    marks = [mark(f"<Mark><WellKnownName>{link}</WellKnownName></Mark>") for link in links]
    styled(path, rule("".join([*graphics, *marks])))


@luring(STYLES, "an entity that is a file")
def _(path: Path, bait: Bait) -> None:
    dtd = f'<!DOCTYPE S [<!ENTITY a SYSTEM "file://{bait.canary}">'
    styled(
        path, dtd + f'<!ENTITY % b SYSTEM "{bait.url}"> %b;]><S><Rule><Name>&a;</Name></Rule></S>'
    )


FIELDS = "descriptions of columns"
_FIELDS = (
    "CREATE TABLE gpkg_data_columns (table_name, column_name, name, title, description, "
    "mime_type, constraint_name)",
    "CREATE TABLE gpkg_data_column_constraints (constraint_name, constraint_type, value, min, "
    "min_is_inclusive, max, max_is_inclusive, description)",
)
_ENUM = "INSERT INTO gpkg_data_column_constraints VALUES ('c', 'enum', {}, 0, 0, 0, 0, {})"
_FIELD = "INSERT INTO gpkg_data_columns VALUES ('places', 'name', {}, NULL, {}, NULL, 'c')"
each(FIELDS, {
    "aliases, help, codes": lambda p: altered(
        p, *_FIELDS, _FIELD.format("'Name of it'", "'Help'"), _ENUM.format("'place 1'", "'First'")),
    "of nothing that is there": lambda p: altered(
        p, *_FIELDS, "INSERT INTO gpkg_data_columns VALUES ('x', 'y', 'z', '', '', '', 'w')"),
    "of wrong types": lambda p: altered(
        p, *_FIELDS, _FIELD.format("x'ff00'", "5"), _ENUM.format("x'00'", "1e999")),
    "of markup": lambda p: altered(
        p, *_FIELDS, _FIELD.format("'<img src=x>'", "'<script>'"),
        _ENUM.format("'place 1'", "'<b>'")),
    "without measure": lambda p: altered(
        p, *_FIELDS, _FIELD.format("hex(zeroblob(1000000))", "hex(zeroblob(1000000))"),
        _ENUM.format("'place 1'", "hex(zeroblob(1000000))")),
    "a hundred thousand codes": lambda p: altered(
        p, *_FIELDS, _FIELD.format("'n'", "'d'"),
        "INSERT INTO gpkg_data_column_constraints WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL "
        "SELECT x + 1 FROM n LIMIT 100000) SELECT 'c', 'enum', x, 0, 0, 0, 0, 'word ' || x FROM n"),
    "lists without their columns": lambda p: altered(
        p, "CREATE TABLE gpkg_data_columns (x)", "INSERT INTO gpkg_data_columns VALUES (1)",
        "CREATE TABLE gpkg_data_column_constraints (x)",
        "INSERT INTO gpkg_data_column_constraints VALUES (1)"),
}, DRAWN)  # fmt: skip


def png(width: int, height: int, data: bytes | None = None) -> bytes:
    """A grey PNG of a size; its pixels are zeros unless other data is given."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    rows = zlib.compress(bytes((width + 1) * height)) if data is None else data
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def with_media(path: Path, *pictures: tuple[str, object]) -> Path:
    """A sound file whose first feature has media of these types (Related Tables Extension)."""
    with database(sound(path)) as db:
        db.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY, data BLOB, content_type TEXT)")
        db.execute("CREATE TABLE places_photos (base_id INTEGER, related_id INTEGER)")
        db.execute(
            "CREATE TABLE gpkgext_relations (id INTEGER PRIMARY KEY, base_table_name TEXT, "
            "base_primary_column TEXT, related_table_name TEXT, related_primary_column TEXT, "
            "relation_name TEXT, mapping_table_name TEXT)"
        )
        db.execute("INSERT INTO gpkgext_relations VALUES (1, 'places', 'fid', 'photos', 'id', "
                   "'media', 'places_photos')")  # fmt: skip
        db.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('photos', "
                   "'attributes')")  # fmt: skip
        for number, (kind, content) in enumerate(pictures, 1):
            db.execute("INSERT INTO photos VALUES (?, ?, ?)", (number, content, kind))
            db.execute("INSERT INTO places_photos VALUES (1, ?)", (number,))
    return path


MEDIA = "media of related tables"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><image href="{}"/></svg>'
each(MEDIA, {
    "pictures": lambda p: with_media(p, ("image/png", png(40, 30)), ("image/png", png(1, 1))),
    "other types": lambda p: with_media(
        p, ("application/pdf", b"%PDF-1.4"), ("video/mp4", b"\0" * 90), ("text/html", b"<b>x</b>")),
    "types that lie": lambda p: with_media(
        p, ("image/jpeg", png(40, 30)), ("image/png", b"GIF89a"), ("<b>", b"x"), (None, None),  # type: ignore[arg-type]
        ("image/png", "text"), ("image/png", 5)),
    "a picture of four thousand million pixels": lambda p: with_media(
        p, ("image/png", png(60_000, 60_000, zlib.compress(b"")))),
    "a picture that is cut short": lambda p: with_media(p, ("image/png", png(400, 300)[:60])),
    "a thousand pictures": lambda p: with_media(p, *[("image/png", png(4, 3))] * 1000),
    "a picture of 30 MB": lambda p: with_media(p, ("image/png", b"\x89PNG" + bytes(30_000_000))),
    "a relation with nothing": lambda p: altered(
        p, "CREATE TABLE gpkgext_relations (x)", "INSERT INTO gpkgext_relations VALUES (1)"),
    "relations of tables that are missing": lambda p: altered(
        p, "CREATE TABLE gpkgext_relations (base_table_name, base_primary_column, "
        "related_table_name, related_primary_column, relation_name, mapping_table_name)",
        "INSERT INTO gpkgext_relations VALUES ('places', 'fid', 'a', 'b', 'media', 'c')"),
    "a relation that never ends": lambda p: _endless_relation(p),
    "a relation with itself": lambda p: altered(
        p, "CREATE TABLE gpkgext_relations (base_table_name, base_primary_column, "
        "related_table_name, related_primary_column, relation_name, mapping_table_name)",
        "INSERT INTO gpkgext_relations VALUES ('places', 'fid', 'places', 'fid', 'media', "
        "'places')"),
})  # fmt: skip


def _endless_relation(path: Path) -> None:
    with database(with_media(path, ("image/png", png(4, 3)))) as db:
        db.execute("DROP TABLE places_photos")
        db.execute("CREATE VIEW places_photos AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT "
                   "x + 1 FROM n) SELECT 1 AS base_id, 1 AS related_id FROM n")  # fmt: skip


@luring(MEDIA, "a drawing that names files and addresses")
def _(path: Path, bait: Bait) -> None:
    drawings = [_SVG.format(link).encode() for link in (bait.url, f"file://{bait.canary}")]
    with_media(path, *[("image/svg+xml", drawing) for drawing in drawings],
               *[("image/png", drawing) for drawing in drawings])  # fmt: skip
    with database(path) as db:
        db.execute("ALTER TABLE places ADD COLUMN photo TEXT")
        db.execute("UPDATE places SET photo = ?", (f"file://{bait.canary}",))
