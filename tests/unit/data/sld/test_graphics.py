import pytest

from hetao_map.data.sld import parse
from hetao_map.model.style import (
    Hatch,
    MarkFill,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    Style,
    default_style,
)

NAMES = (
    'xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
METRE = "http://www.opengeospatial.org/se/units/metre"
RED = '<se:SvgParameter name="stroke">#ff0000</se:SvgParameter>'


def style(body: str, **more: bool) -> Style:
    return parse(
        f"<StyledLayerDescriptor {NAMES}><se:Rule>{body}</se:Rule></StyledLayerDescriptor>", **more
    )


def point(graphic: str, attributes: str = "") -> PointSymbolizer:
    found = style(
        f"<se:PointSymbolizer{attributes}><se:Graphic>{graphic}</se:Graphic></se:PointSymbolizer>"
    )
    assert found.notes == ()
    (symbolizer,) = found.rules[0].symbolizers
    assert isinstance(symbolizer, PointSymbolizer)
    return symbolizer


def area(pattern: str, more: str = "") -> tuple[PolygonSymbolizer, tuple[str, ...]]:
    found = style(
        "<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic>"
        f"{pattern}</se:Graphic></se:GraphicFill></se:Fill>{more}</se:PolygonSymbolizer>"
    )
    (symbolizer,) = found.rules[0].symbolizers
    assert isinstance(symbolizer, PolygonSymbolizer)
    return symbolizer, found.notes


def mark(name: str, inner: str = "") -> str:
    return f"<se:Mark><se:WellKnownName>{name}</se:WellKnownName>{inner}</se:Mark>"


def external(link: str) -> str:
    return f'<se:ExternalGraphic><se:OnlineResource xlink:href="{link}"/></se:ExternalGraphic>'


def test_a_mark_can_be_moved_and_anchored() -> None:
    found = point(
        mark("square") + "<se:Size>9</se:Size>"
        "<se:AnchorPoint><se:AnchorPointX>0</se:AnchorPointX></se:AnchorPoint>"
        "<se:Displacement><se:DisplacementX>3</se:DisplacementX>"
        "<se:DisplacementY>4</se:DisplacementY></se:Displacement>"
    )
    assert (found.anchor, found.displacement) == ((0, 0.5), (3, 4))


def test_opacity_fades_fill_and_edge() -> None:
    found = point(
        mark("square", f"<se:Fill/><se:Stroke>{RED}</se:Stroke>") + "<se:Opacity>0.5</se:Opacity>"
    )
    assert (found.fill, found.stroke) == ((128, 128, 128, 128), Stroke((255, 0, 0, 128)))


def test_sizes_in_metres_may_be_larger_than_any_in_pixels() -> None:
    found = point(mark("circle") + "<se:Size>2000</se:Size>", f' uom="{METRE}"')
    assert (found.size, found.unit_m) == (2000, 1)
    assert point(mark("circle") + "<se:Size>2000</se:Size>").size == 500


def test_a_symbol_of_the_program_has_the_colours_of_the_style() -> None:
    found = point(external("symbols/port.svg?fill=%230072B2&amp;outline=%23FFFFFF"))
    assert (found.symbol, found.fill) == ("port", (0, 114, 178, 255))
    assert found.stroke == Stroke((255, 255, 255, 255))


@pytest.mark.parametrize(
    "link",
    [
        "http://example.org/a.svg",
        "file:///etc/passwd",
        "symbols/../styles/land.svg",
        "symbols/no_such_symbol.svg",
        "/usr/share/qgis/svg/a.svg",
        "symbols/port.svg/x",
    ],
)
def test_no_other_graphic_is_looked_for(link: str) -> None:
    found = style(
        f"<se:PointSymbolizer><se:Graphic>{external(link)}</se:Graphic></se:PointSymbolizer>"
    )
    (symbolizer,) = found.rules[0].symbolizers
    assert isinstance(symbolizer, PointSymbolizer)
    assert (symbolizer.mark, symbolizer.symbol) == ("circle", "")
    assert found.notes == ("external graphic",)


def test_the_mark_beside_an_external_graphic_stands_for_it() -> None:
    found = style(
        f"<se:PointSymbolizer><se:Graphic>{external('a.png')}{mark('star')}</se:Graphic>"
        "</se:PointSymbolizer>"
    )
    (symbolizer,) = found.rules[0].symbolizers
    assert isinstance(symbolizer, PointSymbolizer)
    assert symbolizer.mark == "star"


@pytest.mark.parametrize(
    ("name", "angles"),
    [
        ("shape://slash", (45,)),
        ("backslash", (-45,)),
        ("shape://plus", (0, 90)),
        ("times", (45, -45)),
        ("horline", (0,)),
        ("vertline", (90,)),
        ("cross", (0, 90)),
        ("x", (45, -45)),
    ],
)
def test_lines_fill_an_area(name: str, angles: tuple[float, ...]) -> None:
    width = '<se:SvgParameter name="stroke-width">2</se:SvgParameter>'
    found, notes = area(
        mark(name, f"<se:Stroke>{RED}{width}</se:Stroke>") + "<se:Size>12</se:Size>"
    )
    assert found.pattern == Hatch((255, 0, 0, 255), angles, 12, 2)
    assert (found.fill, notes) == (None, ())


def test_a_hatch_without_size_has_the_usual_distance() -> None:
    found, _ = area(mark("slash", f"<se:Stroke>{RED}</se:Stroke>"))
    assert found.pattern == Hatch((255, 0, 0, 255), (45,), 8, 1)


@pytest.mark.parametrize(
    ("more", "spacing"),
    [
        ("", (6, 6)),
        ('<se:VendorOption name="distance">20,10</se:VendorOption>', (20, 10)),
        ('<se:VendorOption name="graphic-margin">4</se:VendorOption>', (14, 14)),
        ('<se:VendorOption name="graphic-margin">1 2</se:VendorOption>', (10, 8)),
    ],
)
def test_marks_fill_an_area(more: str, spacing: tuple[float, float]) -> None:
    found, notes = area(mark("circle") + "<se:Size>6</se:Size>", more)
    assert isinstance(found.pattern, MarkFill)
    assert (found.pattern.spacing, notes) == (spacing, ())


def test_a_dense_brush_is_a_faint_fill() -> None:
    found, notes = area(mark("brush://dense4", "<se:Fill/>"))
    assert found.fill == (128, 128, 128, 128)
    assert notes == ("polygon fill pattern 'brush://dense4'",)


def test_an_unknown_pattern_is_a_hatch() -> None:
    found, notes = area(mark("ttf://Webdings#0x64"))
    assert isinstance(found.pattern, Hatch)
    assert len(notes) == 1


def test_a_line_of_marks_is_a_plain_one() -> None:
    dots = mark("circle", f"<se:Stroke>{RED}</se:Stroke>")
    graphic = f"<se:GraphicStroke><se:Graphic>{dots}</se:Graphic></se:GraphicStroke>"
    found = style(f"<se:LineSymbolizer><se:Stroke>{graphic}</se:Stroke></se:LineSymbolizer>")
    (symbolizer,) = found.rules[0].symbolizers
    assert symbolizer.stroke == Stroke((255, 0, 0, 255))
    assert found.notes == ("line drawn with marks",)


@pytest.mark.parametrize(
    ("symbolizer", "function", "notes"),
    [
        ("Point", "centroid", ()),
        ("Point", "interiorPoint", ()),
        ("Point", "startPoint", ("computed geometry",)),
        ("Line", "centroid", ("computed geometry",)),
    ],
)
def test_only_the_middle_is_worked_out_of_a_geometry(
    symbolizer: str, function: str, notes: tuple[str, ...]
) -> None:
    middle = (
        f'<ogc:Function name="{function}"><ogc:PropertyName>geom</ogc:PropertyName></ogc:Function>'
    )
    element = f"se:{symbolizer}Symbolizer"
    body = f"<{element}><se:Geometry>{middle}</se:Geometry></{element}>"
    assert style(body).notes == notes


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("<se:Mark><se:OnlineResource/><se:Format>ttf</se:Format></se:Mark>",
         "mark of a font or file"),
        ('<se:Mark><se:WellKnownName>circle</se:WellKnownName></se:Mark>'
         '<se:VendorOption name="widthHeightFactor">2</se:VendorOption>',
         "vendor option 'widthHeightFactor'"),
    ],
)  # fmt: skip
def test_a_mark_that_is_drawn_more_simply_is_noted(body: str, note: str) -> None:
    found = style(f"<se:PointSymbolizer><se:Graphic>{body}</se:Graphic></se:PointSymbolizer>")
    assert found.notes == (note,)
    assert found.rules[0].draws


@pytest.mark.parametrize("name", ["GradientFill", "ArrowLine", "RasterMarker"])
def test_a_symbol_that_qgis_could_not_write_is_drawn_all_the_same(name: str) -> None:
    found = style(f"<!--SymbolLayerV2 {name} not implemented yet-->")
    assert found.notes == (f"symbol {name}",)
    assert found.rules[0].symbolizers == default_style().rules[0].symbolizers


def test_beside_a_symbol_that_can_be_drawn_it_is_only_noted() -> None:
    line = "<se:LineSymbolizer><se:Stroke/></se:LineSymbolizer>"
    found = style(f"{line}<!--SymbolLayerV2 HashLine not implemented yet-->")
    assert found.notes == ("symbol HashLine",)
    assert len(found.rules[0].symbolizers) == 1


def test_a_mark_that_qgis_could_not_write_is_noted() -> None:
    lost = "<!--QgsMarkerSymbolLayer FilledMarker not implemented yet-->"
    found = style(f"<se:PointSymbolizer>{lost}</se:PointSymbolizer>")
    assert found.notes == ("symbol FilledMarker",)
    assert found.rules[0].draws


def test_another_comment_is_none_of_this() -> None:
    assert not style("<!--not implemented yet: a legend-->").rules[0].draws
