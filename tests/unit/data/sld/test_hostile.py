"""Styles made to hang, to fill the memory or to reach out: refused, or drawn plainly."""

import pytest
from shapely import LineString, Point, box

from hetao_map.data.sld import MAX_BYTES, StyleError, parse
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import Style
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import LIGHT
from tests.layers import make_layer

VIEW = Viewport(center=(500, 500), metres_per_px=1, size_px=(1000, 1000))
SHAPES = [box(0, 0, 1000, 1000), LineString([(0, 0), (1000, 1000)]), Point(500, 500)]


def style(body: str) -> Style:
    return parse(f"<S><Rule>{body}</Rule></S>")


def stroke(**values: str) -> str:
    named = (
        f'<CssParameter name="{k.replace("_", "-")}">{v}</CssParameter>' for k, v in values.items()
    )
    return f"<Stroke>{''.join(named)}</Stroke>"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<S>" + "<Rule/>" * 3000 + "</S>", "rules"),
        ("<S>" + "<a>" * 300 + "</a>" * 300 + "</S>", "deep"),
        ("<S>" + "<a/>" * 300_000 + "</S>", "elements"),
        ("<S>" + " " * MAX_BYTES + "</S>", "larger"),
        ("<a>" * 1_000_000, "deep"),
        ('<!DOCTYPE S SYSTEM "http://example.org/x"><S><Rule/></S>', "entities"),
        (
            '<!DOCTYPE S [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><S><Rule>&b;</Rule></S>',
            "entities",
        ),
        ("<S><Rule>&amp;&nbsp;</Rule></S>", "XML"),
    ],
    ids=["rules", "deep", "long", "large", "open", "external", "bomb", "undefined"],
)
def test_a_style_without_measure_is_refused(text: str, reason: str) -> None:
    with pytest.raises(StyleError, match=reason):
        parse(text)


_HUGE = "9" * 400
_WIDE = stroke(stroke_width=_HUGE, stroke_dashoffset="-1e300")


@pytest.mark.parametrize(
    "body",
    [
        f"<LineSymbolizer>{stroke(stroke_dasharray='0.0000001 0.0000001')}</LineSymbolizer>",
        f"<LineSymbolizer>{stroke(stroke_dasharray='1 ' * 100_000)}</LineSymbolizer>",
        f"<LineSymbolizer>{stroke(stroke_dasharray='nan inf -1')}</LineSymbolizer>",
        f"<LineSymbolizer>{_WIDE}</LineSymbolizer>",
        f"<LineSymbolizer>{stroke(stroke_width='NaN')}<PerpendicularOffset>1e308</PerpendicularOffset>"
        "</LineSymbolizer>",
        f'<LineSymbolizer uom="x/metre">{stroke(stroke_width="1e-9", stroke_dasharray="1e-9")}'
        "</LineSymbolizer>",
        "<PointSymbolizer><Graphic><Size>1e300</Size><Rotation>1e300</Rotation></Graphic>"
        "</PointSymbolizer>",
        '<PointSymbolizer uom="x/foot"><Graphic><Size>1e300</Size></Graphic></PointSymbolizer>',
        "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>slash</WellKnownName>"
        "<Stroke/></Mark><Size>0.00001</Size></Graphic></GraphicFill></Fill></PolygonSymbolizer>",
        "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>circle</WellKnownName>"
        "<Fill/></Mark><Size>0</Size></Graphic></GraphicFill></Fill></PolygonSymbolizer>",
        "<PolygonSymbolizer><PerpendicularOffset>-1e300</PerpendicularOffset><Fill/>"
        "</PolygonSymbolizer>",
        "<MinScaleDenominator>nan</MinScaleDenominator><LineSymbolizer/>",
    ],
    ids=range(12),
)
def test_sizes_without_measure_are_painted_all_the_same(body: str, qapp) -> None:
    layer = make_layer(SHAPES, style(body))
    assert render_layer(RenderRequest(VIEW, layer, LIGHT)).complete


def test_notes_come_to_an_end() -> None:
    marks = "".join(
        f"<PointSymbolizer><Graphic><Mark><WellKnownName>m{n}</WellKnownName></Mark></Graphic>"
        "</PointSymbolizer>"
        for n in range(40)
    )
    body = "".join(f"<Rule>{marks.replace('>m', f'>{n}m')}</Rule>" for n in range(40))
    found = parse(f"<S>{body}</S>")
    assert len(found.notes) == 50
    assert all(len(note) <= 200 for note in found.notes)
