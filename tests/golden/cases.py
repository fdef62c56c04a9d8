"""Small maps of one symbolizer each, without text: no two systems have the same fonts."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QImage, QPainter
from shapely import LineString, Point, box
from shapely.geometry.base import BaseGeometry

from hetao_map.data.sld import parse
from hetao_map.geometry.viewport import Viewport
from hetao_map.render.compose import paint_results
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import DARK, LIGHT
from tests.layers import make_layer

# A pixel is a metre.
VIEW = Viewport(center=(60, 40), metres_per_px=1, size_px=(120, 80))
_HEAD = (
    'xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
METRE = ' uom="http://www.opengeospatial.org/se/units/metre"'
AREAS = [box(8, 10, 52, 66).difference(box(22, 28, 38, 46)), box(60, 8, 112, 72)]
LINES = [LineString([(8, 12), (40, 66), (72, 16), (112, 60)])]
POINTS = [Point(20 + 27 * n, 40) for n in range(4)]
_MARKS = [
    "square", "circle", "triangle", "star", "cross", "x", "diamond", "pentagon", "hexagon",
    "octagon", "equilateral_triangle", "cross2", "cross_fill", "line", "arrow", "arrowhead",
    "filled_arrowhead", "asterisk_fill", "half_square", "diagonal_half_square",
    "right_half_triangle", "left_half_triangle", "quarter_square", "semi_circle", "third_circle",
    "quarter_circle", "rectangle", "square_with_corners",
]  # fmt: skip
_SYMBOLS = [
    "building", "campus", "institution", "company", "service", "housing", "incubator", "plaza",
    "port", "port_half", "port_closed", "channel", "train",
]  # fmt: skip


def css(**values: object) -> str:
    return "".join(
        f'<se:SvgParameter name="{name.replace("_", "-")}">{value}</se:SvgParameter>'
        for name, value in values.items()
    )


def fill(color: str, **more: object) -> str:
    return f"<se:Fill>{css(fill=color, **more)}</se:Fill>"


def stroke(color: str, width: float, **more: object) -> str:
    return f"<se:Stroke>{css(stroke=color, stroke_width=width, **more)}</se:Stroke>"


def area(inner: str, more: str = "") -> str:
    return f"<se:PolygonSymbolizer{more}>{inner}</se:PolygonSymbolizer>"


def line(inner: str, more: str = "") -> str:
    return f"<se:LineSymbolizer{more}>{inner}</se:LineSymbolizer>"


def graphic(name: str, size: float, inner: str = "", more: str = "") -> str:
    mark = f"<se:Mark><se:WellKnownName>{name}</se:WellKnownName>{inner}</se:Mark>"
    return f"<se:Graphic>{mark}<se:Size>{size}</se:Size>{more}</se:Graphic>"


def mark(*graphic_parts: str, unit: str = "", size: float = 18, more: str = "") -> str:
    name, *inner = graphic_parts
    return (
        f"<se:PointSymbolizer{unit}>{graphic(name, size, ''.join(inner), more)}"
        "</se:PointSymbolizer>"
    )


def pattern(name: str, size: float, inner: str, more: str = "") -> str:
    return f"<se:Fill><se:GraphicFill>{graphic(name, size, inner, more)}</se:GraphicFill></se:Fill>"


def symbol(name: str, colors: str) -> str:
    link = f'<se:OnlineResource xlink:href="symbols/{name}.svg?{colors}"/>'
    return (
        f"<se:PointSymbolizer><se:Graphic><se:ExternalGraphic>{link}</se:ExternalGraphic>"
        "<se:Size>24</se:Size></se:Graphic></se:PointSymbolizer>"
    )


def moved(x: float, y: float) -> str:
    return (
        f"<se:Displacement><se:DisplacementX>{x}</se:DisplacementX>"
        f"<se:DisplacementY>{y}</se:DisplacementY></se:Displacement>"
    )


_BLUE, _INK, _RED = "#0072B2", "#1F2933", "#D55E00"
_BOTH = fill("#E69F00") + stroke(_INK, 1.5)
_ANCHOR = (
    "<se:AnchorPoint><se:AnchorPointX>0</se:AnchorPointX>"
    "<se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint>"
)
_THIN = line(stroke("#888888", 1))

CASES: dict[str, tuple[str, Sequence[BaseGeometry]]] = {
    "area": (area(fill(_BLUE, fill_opacity=0.4) + stroke(_BLUE, 3, stroke_linejoin="mitre")),
             AREAS),
    "area_dashed": (area(stroke(_RED, 2, stroke_dasharray="9 4")), AREAS),
    "area_wider": (
        area(fill(_BLUE) + "<se:PerpendicularOffset>4</se:PerpendicularOffset>")
        + area(fill("#FFFFFF") + "<se:PerpendicularOffset>-4</se:PerpendicularOffset>"),
        AREAS,
    ),
    "area_moved": (area(fill("#999999") + moved(4, -4)) + area(fill("#F0E442")), AREAS),
    "area_in_metres": (area(stroke(_BLUE, 5, stroke_dasharray="10 5"), METRE), AREAS),
    "line": (line(stroke(_BLUE, 6)), LINES),
    "line_caps": (
        line(stroke(_INK, 9, stroke_linecap="square", stroke_linejoin="bevel"))
        + line(stroke("#FFFFFF", 3, stroke_linecap="round")),
        LINES,
    ),
    "line_dashed": (line(stroke(_RED, 3, stroke_dasharray="12 4 2 4", stroke_dashoffset=6)), LINES),
    "line_dots": (line(stroke(_RED, 4, stroke_dasharray="0 8", stroke_linecap="round")), LINES),
    "line_left": (
        _THIN + line(stroke(_RED, 2) + "<se:PerpendicularOffset>6</se:PerpendicularOffset>"), LINES
    ),
    "line_right": (
        _THIN + line(stroke(_RED, 2) + "<se:PerpendicularOffset>-6</se:PerpendicularOffset>"), LINES
    ),
    "point_turned": (mark("triangle", _BOTH, more="<se:Rotation>30</se:Rotation>"), POINTS),
    "point_moved": (mark("circle", fill("#999999"), size=6) + mark("square", _BOTH, size=8,
                    more=moved(8, 8)), POINTS),
    "point_anchored": (mark("square", _BOTH, size=12, more=_ANCHOR) + mark("circle", fill(_RED),
                       size=4), POINTS),
    "point_faint": (mark("square", _BOTH, more="<se:Opacity>0.4</se:Opacity>"), POINTS),
    "point_in_metres": (mark("circle", _BOTH, unit=METRE, size=22), POINTS),
    "fill_dots": (area(pattern("circle", 5, fill(_BLUE))
                  + '<se:VendorOption name="distance">10,10</se:VendorOption>'), AREAS),
    "fill_turned": (area(pattern("horline", 7, stroke(_BLUE, 2), "<se:Rotation>20</se:Rotation>")
                    + stroke(_BLUE, 1)), AREAS),
}  # fmt: skip
CASES |= {
    f"hatch_{name}": (area(pattern(f"shape://{name}", 9, stroke("#009E73", 1.5))), AREAS)
    for name in ("horline", "vertline", "slash", "backslash", "plus", "times")
}
CASES |= {f"mark_{name}": (mark(name, _BOTH), POINTS[:1]) for name in _MARKS}
CASES |= {
    f"symbol_{name}": (symbol(name, "fill=%230072B2&amp;outline=%23FFFFFF"), POINTS[:1])
    for name in _SYMBOLS
}


def picture(name: str, dark: bool = False) -> QImage:
    """The case painted, cut to what it needs."""
    body, shapes = CASES[name]
    style = parse(
        f"<StyledLayerDescriptor {_HEAD}><se:Rule>{body}</se:Rule></StyledLayerDescriptor>"
    )
    assert style.notes == ()
    small = len(shapes) == 1 and shapes is not LINES
    view = Viewport((20, 40), 1, (32, 32)) if small else VIEW
    theme = DARK if dark else LIGHT
    image = QImage(*view.size_px, QImage.Format.Format_RGB32)
    image.fill(QColor(*theme.paper))
    painter = QPainter(image)
    paint_results(
        painter, [render_layer(RenderRequest(view, make_layer(shapes, style), theme))], view
    )
    painter.end()
    return image
