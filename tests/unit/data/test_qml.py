"""What QGIS's own style says besides its SLD; the XML is as QGIS 3.22 writes it."""

import pytest

from hetao_map.data.layer_styles import style_of
from hetao_map.model.filters import Compare, matches
from hetao_map.model.style import LineSymbolizer, PointSymbolizer, Style, default_style

LOST = "filter that QGIS did not write out"
MARK = "<PointSymbolizer><Graphic><Size>9</Size></Graphic></PointSymbolizer>"
LABEL = (
    "<Rule><TextSymbolizer><Label><PropertyName>n</PropertyName></Label></TextSymbolizer></Rule>"
)


def equal(column: str, value: str) -> str:
    return (
        f"<Filter><PropertyIsEqualTo><PropertyName>{column}</PropertyName>"
        f"<Literal>{value}</Literal></PropertyIsEqualTo></Filter>"
    )


REST = (
    "<Filter><Or><PropertyIsEqualTo><PropertyName>kind</PropertyName><Literal></Literal>"
    "</PropertyIsEqualTo><PropertyIsNull><PropertyName>kind</PropertyName></PropertyIsNull></Or>"
    "</Filter>"
)


def style(
    rules: list[str], renderer: str, head: str = "", symbols: str = "", body: str = MARK
) -> Style:
    """Return the style of rules, each with a filter or none, and of QGIS's renderer."""
    sld = "".join(f"<Rule>{rule}{body}</Rule>" for rule in rules)
    qml = (
        f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis {head}>{renderer}"
        f'<symbols><symbol type="marker" name="0">{symbols}</symbol></symbols></renderer-v2></qgis>'
    )
    return style_of(f"<StyledLayerDescriptor>{sld}{LABEL}</StyledLayerDescriptor>", qml)


def drawn(found: Style) -> list[bool]:
    return [rule.draws for rule in found.rules[:-1]]


def test_a_category_that_is_off_is_not_drawn_and_keeps_its_features() -> None:
    found = style(
        [equal("kind", "a"), equal("kind", "b"), REST],
        '<renderer-v2 type="categorizedSymbol" attr="kind"><categories>'
        '<category render="true" value="a"/><category value="b" render="false"/>'
        '<category value="" render="true"/></categories>',
    )
    assert drawn(found) == [True, False, True]
    assert found.rules[1].filter == Compare("kind", "=", "b")
    assert found.rules[2].is_else
    assert found.notes == ()


def test_a_rule_that_is_off_takes_those_below_it_along() -> None:
    found = style(
        [equal("n", "1"), equal("n", "2"), equal("n", "3"), equal("n", "4")],
        '<renderer-v2 type="RuleRenderer"><rules><rule symbol="0" filter="a"/>'
        '<rule checkstate="0" label="a group without a symbol">'
        '<rule symbol="1" filter="b"><rule filter="c" symbol="2"/></rule></rule>'
        '<rule symbol="3" filter="d"/></rules>',
    )
    assert drawn(found) == [True, False, False, True]
    assert not matches(found.rules[1].filter, {"n": (2,)}, 1).any()


@pytest.mark.parametrize(("rule", "notes"), [('filter="n % 2 = 0"', (LOST,)), ("", ())])
def test_a_condition_that_qgis_lost_is_noted(rule: str, notes: tuple[str, ...]) -> None:
    renderer = f'<renderer-v2 type="RuleRenderer"><rules><rule symbol="0" {rule}/></rules>'
    assert style([""], renderer).notes == notes


def test_a_feature_is_of_the_first_range_that_holds_it() -> None:
    found = style(
        ["", "", ""],
        '<renderer-v2 type="graduatedSymbol" attr="n"><ranges>'
        '<range lower="4.000" upper="5.000" render="true"/>'
        '<range lower="2.000" upper="4.000" render="true"/>'
        '<range lower="0.000" upper="9000000000.000" render="true"/></ranges>',
    )
    columns = {"n": (0, 2, 3, 4, 5, 6_000_000_000, None)}
    masks = [matches(rule.filter, columns, 7).nonzero()[0].tolist() for rule in found.rules[:3]]
    assert masks == [[3, 4], [1, 2], [0, 5]]
    assert found.notes == ()


@pytest.mark.parametrize(
    "column", ["substr(name, 2, 1)", '"x" / "n"', "CASE WHEN n > 1 THEN 1 END"]
)
def test_what_is_classed_by_an_expression_is_drawn_plainly(column: str) -> None:
    written = column.replace('"', "&quot;").replace(">", "&gt;")
    found = style(
        [equal("gone", "a")],
        f'<renderer-v2 attr="{written}" type="categorizedSymbol"><categories>'
        '<category render="true" value="a"/></categories>',
    )
    assert found.rules[0] == default_style().rules[0]
    assert not found.rules[1].draws
    assert found.notes == ("classes by an expression",)


@pytest.mark.parametrize(
    ("head", "limits"),
    [
        ('hasScaleBasedVisibilityFlag="1" maxScale="1000" minScale="50000"', (1000, 50_000)),
        ("minScale='1e+08' hasScaleBasedVisibilityFlag='1' maxScale='0'", (0, 1e8)),
        ('hasScaleBasedVisibilityFlag="0" maxScale="1000" minScale="50000"', (0, 0)),
        ('hasScaleBasedVisibilityFlag="1" maxScale="nan" minScale="x"', (0, 0)),
    ],
)
def test_a_layer_is_drawn_and_labelled_between_its_scales(
    head: str, limits: tuple[float, float]
) -> None:
    found = style([""], '<renderer-v2 type="singleSymbol">', head)
    assert [(rule.min_scale, rule.max_scale) for rule in found.rules] == [limits, limits]


@pytest.mark.parametrize(
    ("symbols", "unit_m"),
    [
        ('<prop k="size_unit" v="MapUnit"/>', 1),
        ('<Option name="size_unit" type="QString" value="RenderMetersInMapUnits"/>', 1),
        ('<prop v="MapUnit" k="size_unit"/><prop k="size_unit" v="MM"/>', 0),
        ('<Option name="size_unit" value="MapUnit" type="QString"/>', 1),
        ('<prop k="size_unit" v="MM"/>', 0),
        ('<prop k="outline_width_unit" v="MapUnit"/>', 0),
    ],
)
def test_sizes_in_map_units_are_metres(symbols: str, unit_m: float) -> None:
    found = style([""], '<renderer-v2 type="singleSymbol">', symbols=symbols)
    (mark,) = found.rules[0].symbolizers
    assert isinstance(mark, PointSymbolizer)
    assert mark.unit_m == unit_m


def test_each_symbol_has_its_own_units_and_opacity() -> None:
    line = '<LineSymbolizer><Stroke><SvgParameter name="stroke-width">4</SvgParameter></Stroke>'
    found = style(
        [equal("n", "1"), equal("n", "2")],
        '<renderer-v2 type="categorizedSymbol" attr="n"><categories>'
        '<category symbol="1" render="true"/><category symbol="0" render="true"/></categories>',
        symbols='<prop k="line_width_unit" v="MM"/></symbol><symbol name="1" alpha="0.5" '
        'type="line"><prop k="line_width_unit" v="MapUnit"/><symbol name="@1@0" alpha="0.1">'
        "</symbol>",
        body=f"{line}</LineSymbolizer>",
    )
    pens = [rule.symbolizers[0] for rule in found.rules[:2]]
    assert [(pen.unit_m, pen.stroke.color[3]) for pen in pens] == [(1, 128), (0, 255)]


def test_a_line_in_map_units_is_as_wide_on_the_ground() -> None:
    line = '<LineSymbolizer><Stroke><SvgParameter name="stroke-width">40</SvgParameter></Stroke>'
    symbols = '<prop k="line_width_unit" v="MapUnit"/>'
    found = style(
        [""], '<renderer-v2 type="singleSymbol">', symbols=symbols, body=f"{line}</LineSymbolizer>"
    )
    (pen,) = found.rules[0].symbolizers
    assert isinstance(pen, LineSymbolizer)
    assert (pen.stroke.width, pen.unit_m) == (40, 1)


@pytest.mark.parametrize(
    "renderer",
    [
        "",
        "<renderer-v2",
        '<renderer-v2 type="RuleRenderer"><rules><rule symbol="0">',
        '<renderer-v2 type="RuleRenderer"><rules>' + "<rule>" * 500 + "</rules>",
        '<renderer-v2 type="graduatedSymbol" attr="n"><ranges><range/></ranges>',
        '<!ENTITY x "y"><renderer-v2 type="&x;">',
    ],
)
def test_what_is_no_style_of_qgis_changes_nothing(renderer: str) -> None:
    plain = style(["", ""], '<renderer-v2 type="singleSymbol">')
    assert style(["", ""], renderer) == plain


def test_classes_that_do_not_fit_the_rules_are_noted_when_one_is_off() -> None:
    found = style(
        [equal("n", "1")],
        '<renderer-v2 type="categorizedSymbol" attr="n"><categories><category render="false"/>'
        "<category/><category/><category/></categories>",
    )
    assert drawn(found) == [True]
    assert found.notes == ("classes that are switched off",)
