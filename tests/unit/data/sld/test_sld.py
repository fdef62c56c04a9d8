import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.data.sld import MAX_BYTES, StyleError, parse, read_file
from hetao_map.model.filters import ALL, Compare
from hetao_map.model.style import (
    LabelPart,
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    Style,
    Symbolizer,
    TextSymbolizer,
    default_style,
)
from hetao_map.resources import asset

NAMES = 'xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc"'


def rules(body: str) -> Style:
    return parse(f"<StyledLayerDescriptor {NAMES}>{body}</StyledLayerDescriptor>")


def symbolizer(body: str) -> Symbolizer:
    (rule,) = rules(f"<se:Rule>{body}</se:Rule>").rules
    (only,) = rule.symbolizers
    return only


def parameters(**values: object) -> str:
    return "".join(
        f'<se:SvgParameter name="{name.replace("_", "-")}">{value}</se:SvgParameter>'
        for name, value in values.items()
    )


@pytest.mark.parametrize("path", sorted(asset("styles").glob("*.sld")), ids=lambda path: path.stem)
def test_the_styles_that_ship_are_read_in_full(path) -> None:
    style = read_file(path)
    assert style.notes == ()
    assert all(rule.symbolizers for rule in style.rules)


@pytest.mark.parametrize("path", sorted(asset("styles").glob("*.sld")), ids=lambda path: path.stem)
def test_the_style_for_qgis_was_made_from_this_one(path) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    qml = path.with_suffix(".qml").read_text(encoding="utf-8")
    assert f"<!-- sld sha256:{digest} -->" in qml, "run make qml, then make geodata"


@pytest.mark.parametrize(("written", "read"), [("90", 90), ("-5", 0), ("9999", 240), ("far", 0)])
def test_a_label_may_stand_off_its_mark(written: str, read: float) -> None:
    found = symbolizer(
        "<se:TextSymbolizer><se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label>"
        f'<se:VendorOption name="maxDisplacement">{written}</se:VendorOption></se:TextSymbolizer>'
    )
    assert found.max_displacement == read


def test_an_area_has_fill_and_edge() -> None:
    fill = parameters(fill="#D55E00", fill_opacity=0.2)
    stroke = parameters(stroke="#000001", stroke_width=2.5, stroke_dasharray="4 2")
    found = symbolizer(
        f"<se:PolygonSymbolizer><se:Fill>{fill}</se:Fill><se:Stroke>{stroke}</se:Stroke>"
        "</se:PolygonSymbolizer>"
    )
    assert found == PolygonSymbolizer((213, 94, 0, 51), Stroke((0, 0, 1, 255), 2.5, (4, 2)))


def test_an_area_without_fill_is_hollow() -> None:
    assert symbolizer("<se:PolygonSymbolizer/>") == PolygonSymbolizer()


def test_both_versions_and_any_prefix_read_alike() -> None:
    old = symbolizer(
        '<LineSymbolizer><Stroke><CssParameter name="stroke">#FF0000</CssParameter></Stroke>'
        "</LineSymbolizer>"
    )
    new = symbolizer(
        f"<se:LineSymbolizer><se:Stroke>{parameters(stroke='#FF0000')}</se:Stroke>"
        "</se:LineSymbolizer>"
    )
    assert old == new == LineSymbolizer(Stroke((255, 0, 0, 255)))


def test_a_mark_has_shape_size_and_turn() -> None:
    found = symbolizer(
        "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>star</se:WellKnownName>"
        f"<se:Fill>{parameters(fill='#00FF00')}</se:Fill></se:Mark>"
        "<se:Size>12</se:Size><se:Rotation><ogc:Literal>30</ogc:Literal></se:Rotation>"
        "</se:Graphic></se:PointSymbolizer>"
    )
    assert found == PointSymbolizer("star", 12, (0, 255, 0, 255), None, 30)


def test_a_label_joins_columns_and_words() -> None:
    found = symbolizer(
        "<se:TextSymbolizer><se:Label>No. <ogc:PropertyName>name</ogc:PropertyName> at "
        "<ogc:Literal>km</ogc:Literal></se:Label>"
        f"<se:Font>{parameters(font_size=14, font_weight='bold')}</se:Font>"
        "<se:LabelPlacement><se:LinePlacement/></se:LabelPlacement>"
        "<se:Halo><se:Radius>1.5</se:Radius></se:Halo></se:TextSymbolizer>"
    )
    assert isinstance(found, TextSymbolizer)
    assert found.label == (
        LabelPart("No. "), LabelPart("name", True), LabelPart(" at "), LabelPart("km")
    )  # fmt: skip
    assert (found.size, found.bold, found.follow_line, found.halo_radius) == (14, True, True, 1.5)
    assert found.halo_color == (255, 255, 255, 255)


def test_a_rule_has_scales_filter_and_title() -> None:
    (rule,) = rules(
        "<se:Rule><se:Name>open</se:Name><se:Description><se:Title>Open"
        '<Localized lang="zh-Hans">开放</Localized></se:Title></se:Description>'
        "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName>"
        "<ogc:Literal>open</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>"
        "<se:MinScaleDenominator>1000</se:MinScaleDenominator>"
        "<se:MaxScaleDenominator>5e4</se:MaxScaleDenominator><se:LineSymbolizer/></se:Rule>"
    ).rules
    assert rule.filter == Compare("status", "=", "open")
    assert (rule.name, rule.title.en, rule.title.zh_hans) == ("open", "Open", "开放")
    assert [rule.shown_at(scale) for scale in (999, 1000, 49_999, 50_000)] == [
        False, True, True, False
    ]  # fmt: skip


def test_what_is_not_supported_is_named_and_drawn_simply() -> None:
    style = rules(
        "<se:Rule><se:PointSymbolizer><se:Graphic><se:Mark>"
        "<se:WellKnownName>ttf://Wingdings#0x41</se:WellKnownName></se:Mark></se:Graphic>"
        "</se:PointSymbolizer><se:RasterSymbolizer/>"
        "<ogc:Filter><ogc:Intersects/></ogc:Filter></se:Rule>"
    )
    (rule,) = style.rules
    assert rule.filter == ALL
    assert [type(found) for found in rule.symbolizers] == [PointSymbolizer]
    assert len(style.notes) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no XML",
        "<open>",
        "<StyledLayerDescriptor/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><a><Rule/>&b;</a>',
        "<Rule/>" + " " * MAX_BYTES,
    ],
    ids=["nothing", "text", "not closed", "no rule", "entities", "too large"],
)
def test_what_is_no_style_is_refused(text: str) -> None:
    with pytest.raises(StyleError):
        parse(text)


TAGS = [
    "Rule", "Filter", "And", "Or", "Not", "PropertyIsEqualTo", "PropertyIsLike", "PropertyName",
    "Literal", "ElseFilter", "PolygonSymbolizer", "LineSymbolizer", "PointSymbolizer",
    "TextSymbolizer", "Fill", "Stroke", "SvgParameter", "Graphic", "Mark", "WellKnownName",
    "Size", "Label", "Font", "Halo", "Radius", "Priority", "Description", "Title",
    "MinScaleDenominator", "LabelPlacement", "PointPlacement", "AnchorPoint", "AnchorPointX",
]  # fmt: skip
WORDS = st.sampled_from(["", "1", "-5", "1e400", "nan", "#12345", "#ffffff", "name", "a%", "福田"])


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(["stroke", "fill", "stroke-width", "stroke-dasharray", "font-size"])
    return st.builds(
        lambda tag, name, inner: f'<{tag} name="{name}">{"".join(inner)}</{tag}>',
        st.sampled_from(TAGS),
        names,
        st.lists(children, max_size=4),
    )


@given(st.lists(st.recursive(WORDS, element, max_leaves=25), max_size=4).map("".join))
def test_any_arrangement_of_elements_is_a_style_or_refused(body: str) -> None:
    style = rules(f"<Rule><LineSymbolizer/>{body}</Rule>")
    sizes = [s.size for rule in style.rules for s in rule.symbolizers if hasattr(s, "size")]
    assert all(0 <= size <= 500 for size in sizes)


@given(st.text(max_size=200) | st.text(alphabet="<>/Rule &;\"'", max_size=60))
def test_any_text_is_a_style_or_refused(text: str) -> None:
    try:
        assert parse(text).rules
    except StyleError as error:
        assert str(error)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("tag", ["Rule", "And", "Label"])
def test_deep_nesting_is_survived(tag: str) -> None:
    deep = f"<{tag}>" * 20_000 + f"</{tag}>" * 20_000
    try:
        assert rules(
            f"<Rule><Filter>{deep}</Filter><TextSymbolizer>{deep}</TextSymbolizer></Rule>"
        ).rules
    except StyleError as error:
        assert "deep" in str(error)  # noqa: PT017 - either outcome is right


UNWRITTEN = (
    "<UserStyle><FeatureTypeStyle><!--FeatureRenderer {} not implemented yet-->{}"
    "</FeatureTypeStyle></UserStyle>"
)
LABELS = "<Rule><TextSymbolizer><Label>A</Label></TextSymbolizer></Rule>"


@pytest.mark.parametrize("labels", ["", LABELS])
def test_a_renderer_that_qgis_cannot_write_is_drawn_plainly_and_noted(labels: str) -> None:
    style = parse(UNWRITTEN.format("heatmapRenderer", labels), by_qgis=True)
    assert style.rules[:1] == default_style().rules
    assert len(style.rules) == (2 if labels else 1)
    assert style.notes == ("renderer heatmapRenderer",)


@pytest.mark.parametrize("labels", ["", LABELS])
def test_no_symbols_means_none(labels: str) -> None:
    style = parse(UNWRITTEN.format("nullSymbol", labels), by_qgis=True)
    assert not any(rule.draws for rule in style.rules)
    assert sum(len(rule.symbolizers) for rule in style.rules) == (1 if labels else 0)
    assert style.notes == ()
