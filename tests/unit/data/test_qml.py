"""What QGIS's own style says besides its SLD; the XML is as QGIS 3.22 writes it."""

import pytest

from hetao_map.data.layer_styles import style_of
from hetao_map.model.filters import Compare, matches
from hetao_map.model.style import (
    Color,
    Hatch,
    LineSymbolizer,
    MarkFill,
    NumberLook,
    PointSymbolizer,
    PolygonSymbolizer,
    Style,
    Symbolizer,
    TextSymbolizer,
    default_style,
)

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
        f'<symbols><symbol type="marker" name="0">{symbols}</symbol></symbols></renderer-v2>'
        '<labeling type="simple"><settings/></labeling></qgis>'
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


def rows_of(found: Style, columns: dict[str, tuple[object, ...]]) -> list[list[int]]:
    """Return the rows that each rule draws but for labels."""
    count = len(next(iter(columns.values())))
    return [matches(rule.filter, columns, count).nonzero()[0].tolist() for rule in found.rules[:-1]]


def lost(condition: str) -> str:
    return f"<!--Parser Error: syntax error - Expression was: {condition}-->"


def test_else_within_a_rule_takes_what_its_fellows_leave_there() -> None:
    found = style(
        [equal("n", "1"), lost('"n" < 3 AND ELSE'), equal("n", "4"), lost("ELSE")],
        '<renderer-v2 type="RuleRenderer"><rules>'
        '<rule filter="n &lt; 3"><rule filter="n = 1 AND kind = \'a\'" symbol="0"/>'
        '<rule filter="ELSE" symbol="1"/></rule>'
        '<rule filter="n = 4" symbol="2"/><rule filter="ELSE" symbol="3"/></rules>',
    )
    columns = {"n": (0, 1, 1, 2, 3, 4, None), "kind": ("a", "a", None, "b", "a", "a", "a")}
    assert rows_of(found, columns)[1] == [0, 2, 3]
    assert found.rules[3].is_else
    assert found.notes == ()


def test_else_below_a_rule_that_draws_takes_nothing() -> None:
    found = style(
        [equal("n", "0"), equal("n", "1"), lost('"n" = 0 AND ELSE')],
        '<renderer-v2 type="RuleRenderer"><rules><rule filter="n = 0" symbol="0">'
        '<rule filter="n = 1" symbol="1"/><rule filter="ELSE" symbol="2"/></rule></rules>',
    )
    assert rows_of(found, {"n": (0, 1, 2)})[2] == []


def test_else_whose_fellows_cannot_be_told_lies_below_them() -> None:
    found = style(
        [equal("n", "1"), lost('"n" < 3 AND ELSE')],
        '<renderer-v2 type="RuleRenderer"><rules><rule filter="n % 3 &lt; 3">'
        '<rule filter="n = 1" symbol="0"/><rule filter="ELSE" symbol="1"/></rule></rules>',
    )
    assert [rule.is_else for rule in found.rules[:2]] == [False, True]
    assert found.notes == (LOST,)


def test_rules_within_rules_without_end_are_read_in_time() -> None:
    deep = '<rule filter="a = 1"/><rule filter="ELSE" symbol="0">' * 90
    renderer = f'<renderer-v2 type="RuleRenderer"><rules>{deep}{"</rule>" * 90}</rules>'
    assert rows_of(style([""] * 90, renderer), {"a": (1, 2)})[0] == [0, 1]


def test_else_among_very_many_rules_is_noted_and_lies_below_them() -> None:
    many = "".join(f'<rule filter="a = {n}" symbol="0"/>' for n in range(400))
    renderer = f'<renderer-v2 type="RuleRenderer"><rules><rule filter="b = 1">{many}'
    found = style(
        [*(equal("a", str(n)) for n in range(400)), lost("b = 1 AND ELSE")],
        f'{renderer}<rule filter="ELSE" symbol="1"/></rule></rules>',
    )
    assert found.rules[400].is_else
    assert found.notes == (LOST,)


def test_a_renderer_around_another_is_noted_and_what_it_holds_drawn() -> None:
    around = '<renderer-v2 tolerance="3" type="pointCluster"><labelFont/>'
    inner = '<renderer-v2 type="categorizedSymbol" attr="n"><categories><category symbol="0"/>'
    off = f'{around}{inner}<category render="false" symbol="0"/></categories>'
    found = style([equal("n", "1"), equal("n", "2")], off)
    assert drawn(found) == [True, False]
    assert found.notes == ("renderer pointCluster",)


@pytest.mark.parametrize(
    ("parts", "shown", "notes"),
    [
        ('<layer enabled="1"/><layer enabled="1"/>', [9, 3], ()),
        ('<layer class="x" enabled="0"/><layer enabled="1"/>', [3], ()),
        ("<layer enabled='1'/><layer enabled='0'/>", [9], ()),
        ('<layer enabled="0"/><layer enabled="0"/>', [], ()),
        ('<layer enabled="0"/>', [], ()),
        ('<layer enabled="0"/><layer/><layer/>', [9, 3], ("symbol layers that are switched off",)),
        ('<layer><symbol name="@0@0"><layer enabled="0"/></symbol></layer><layer/>', [9, 3], ()),
    ],
)
def test_a_part_of_a_symbol_that_is_off_is_not_drawn(
    parts: str, shown: list[float], notes: tuple[str, ...]
) -> None:
    small = MARK.replace("9", "3")
    found = style([""], '<renderer-v2 type="singleSymbol">', symbols=parts, body=f"{MARK}{small}")
    assert [mark.size for mark in found.rules[0].symbolizers] == shown
    assert found.notes == notes


def filled_with(mark: str, ink: str) -> str:
    graphic = f"<Graphic><Mark><WellKnownName>{mark}</WellKnownName>{ink}</Mark></Graphic>"
    return (
        f"<PolygonSymbolizer><Fill><GraphicFill>{graphic}</GraphicFill></Fill></PolygonSymbolizer>"
    )


def inks(symbolizer: Symbolizer) -> list[Color | None]:
    """Return the colours of a mark or of what fills an area."""
    match symbolizer:
        case PolygonSymbolizer(pattern=Hatch(color=color)):
            return [color]
        case PolygonSymbolizer(pattern=MarkFill(mark=mark)):
            return inks(mark)
        case PointSymbolizer(fill=fill, stroke=stroke):
            return [fill, stroke.color if stroke else None]
    raise AssertionError(symbolizer)


@pytest.mark.parametrize(
    ("body", "alphas"),
    [
        (filled_with("horline", "<Stroke/>"), [102]),
        (filled_with("circle", "<Fill/>"), [102, None]),
        (MARK.replace("<Size>", "<Mark><Fill/></Mark><Size>"), [102, None]),
    ],
)
def test_what_the_sld_loses_of_a_symbols_opacity_is_kept(
    body: str, alphas: list[int | None]
) -> None:
    found = style(
        [""],
        '<renderer-v2 type="categorizedSymbol" attr="n"><categories><category symbol="1"/>'
        "</categories>",
        symbols='</symbol><symbol name="1" alpha="0.4">',
        body=body,
    )
    (symbolizer,) = found.rules[0].symbolizers
    assert [ink[3] if ink else None for ink in inks(symbolizer)] == alphas


PEN = '<Stroke><SvgParameter name="stroke-width">{}</SvgParameter></Stroke>'


@pytest.mark.parametrize(
    "body",
    [
        "<LineSymbolizer>{}</LineSymbolizer>",
        "<PolygonSymbolizer>{}</PolygonSymbolizer>",
        "<PointSymbolizer><Graphic><Mark>{}</Mark></Graphic></PointSymbolizer>",
    ],
)
@pytest.mark.parametrize(
    ("said", "written", "width"),
    [
        ('<prop k="outline_width" v="0"/>', 0.5, 1.0),
        ("<Option value='0' name='line_width'/>", 0.5, 1.0),
        ('<prop v="0" k="outline_width"/>', 2, 2.0),
        ('<prop v="0.14" k="outline_width"/>', 0.5, 0.5),
    ],
)
def test_the_thinnest_pen_of_qgis_is_a_pixel_wide(
    body: str, said: str, written: float, width: float
) -> None:
    drawn = body.format(PEN.format(written))
    found = style([""], '<renderer-v2 type="singleSymbol">', symbols=said, body=drawn)
    (symbolizer,) = found.rules[0].symbolizers
    assert isinstance(symbolizer, LineSymbolizer | PolygonSymbolizer | PointSymbolizer)
    assert symbolizer.stroke is not None
    assert symbolizer.stroke.width == width


PROPERTY = (
    '<Option type="Map" name="properties"><Option name="fillColor" type="Map">'
    '<Option value="{}" name="active" type="bool"/></Option></Option>'
)


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        (PROPERTY.format("true"), ("data-defined symbol fillColor",)),
        (PROPERTY.format("false"), ()),
        ("<effect enabled='1' type='effectStack'>", ("paint effects",)),
        ('<effect type="effectStack" enabled="0"><effect type="blur" enabled="1"/>', ()),
    ],
)
def test_what_a_symbol_asks_for_and_nobody_draws_is_noted(said: str, notes: tuple[str]) -> None:
    found = style([""], '<renderer-v2 type="singleSymbol">', symbols=said)
    assert found.notes == notes


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        ("<blendMode>6</blendMode><featureBlendMode>0</featureBlendMode>", ("blend mode",)),
        ("<blendMode>0</blendMode><featureBlendMode>12<", ("blend mode of features",)),
        ("<S><DiagramCategory width='8' enabled='1'", ("diagrams",)),
        ("<DiagramCategory enabled='0' width='8'/>", ()),
    ],
)
def test_what_a_layer_asks_for_and_nobody_draws_is_noted(said: str, notes: tuple[str]) -> None:
    assert style([""], f'{said}<renderer-v2 type="singleSymbol">').notes == notes


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        (PROPERTY.format("true"), ("data-defined label fillColor",)),
        (PROPERTY.format("true").replace("fillColor", "Priority"), ()),
        ('<shadow a="b" shadowDraw="1"/><text-mask maskEnabled="1"/>',
         ("label shadow", "label mask")),
        ('<placement dist="1" placement="7"/>', ("label placement around an area",)),
        ('<placement dist="1" placement="1"/><shadow shadowDraw="0"/>', ()),
        ('<callout><Option type="QString" value="1" name="enabled"/></callout>',
         ("label callouts",)),
    ],
)  # fmt: skip
def test_what_a_label_asks_for_and_nobody_draws_is_noted(said: str, notes: tuple[str]) -> None:
    found = labels([""], f'<labeling type="simple"><settings/>{said}</labeling>')
    assert found.notes == notes
    # Labels that are switched off are not in the SLD.
    assert labels([], f'<labeling type="simple"><settings/>{said}</labeling>').notes == ()


def labels(rules: list[str], labeling: str) -> Style:
    """Return the style of rules of labels, each with a filter or none, and of QGIS's labeling."""
    rule = f"<Rule>{MARK}</Rule>" + "".join(LABEL.replace("<Rule>", f"<Rule>{r}") for r in rules)
    qml = f'<qgis><renderer-v2 type="singleSymbol"><symbols></symbols></renderer-v2>{labeling}'
    return style_of(f"<StyledLayerDescriptor>{rule}</StyledLayerDescriptor>", f"{qml}</qgis>")


def by_rules(*rules: str) -> str:
    return f'<labeling type="rule-based"><rules>{"".join(rules)}</rules></labeling>'


def test_labels_of_a_rule_that_is_off_are_not_set() -> None:
    found = labels(
        [equal("n", "1"), equal("n", "2"), lost("ELSE")],
        by_rules(
            "<rule><settings/></rule>",
            '<rule active="0"><settings/></rule>',
            '<rule filter="ELSE"><settings/></rule>',
        ),
    )
    assert [bool(rule.symbolizers) for rule in found.rules] == [True, True, False, True]
    assert not matches(found.rules[2].filter, {"n": (2,)}, 1).any()
    assert found.rules[3].is_else
    assert found.notes == ()


@pytest.mark.parametrize(
    ("condition", "found_rows", "notes"), [("n = 2", [1], ()), ("n % 2 = 0", [0, 1], (LOST,))]
)
def test_the_lost_condition_of_a_label_is_found_or_noted(
    condition: str, found_rows: list[int], notes: tuple[str, ...]
) -> None:
    found = labels([""], by_rules(f'<rule filter="{condition}"><settings/></rule>'))
    masks = [matches(rule.filter, {"n": (1, 2)}, 2).nonzero()[0].tolist() for rule in found.rules]
    assert masks == [[0, 1], found_rows]
    assert found.notes == notes


def test_label_rules_within_a_rule_are_noted() -> None:
    found = labels([""], by_rules("<rule><settings/></rule><rule><rule><settings/></rule></rule>"))
    assert found.notes == ("label rules within a rule",)


@pytest.mark.parametrize(
    ("said", "look"),
    [
        ('formatNumbers="1" decimals="2" plussign="1"', NumberLook(2, plus=True)),
        ('formatNumbers="1" decimals="99999"', NumberLook(0)),
        ('formatNumbers="1" decimals="99"', NumberLook(15)),
        ('formatNumbers="0" decimals="2"', None),
    ],
)
def test_numbers_of_labels_have_qgis_decimals(said: str, look: NumberLook | None) -> None:
    settings = f"<settings><text-format {said}/></settings>"
    found = labels([""], f'<labeling type="simple">{settings}</labeling>')
    (label,) = found.rules[1].symbolizers
    assert isinstance(label, TextSymbolizer)
    assert label.numbers == look


def test_a_label_breaks_where_its_style_says_and_is_sized_on_the_ground() -> None:
    units = 'fontSizeUnit="MapUnit" fontSize="120.5"'
    settings = f'<settings><text-style {units}/><text-format wrapChar="&amp;"/></settings>'
    found = labels([""], f'<labeling type="simple">{settings}</labeling>')
    (label,) = found.rules[1].symbolizers
    assert isinstance(label, TextSymbolizer)
    assert (label.breaks, label.size, label.unit_m) == ("&", 120.5, 1.0)


@pytest.mark.parametrize(
    "labeling", ["<labeling", "<labeling></labeling>", "<labeling" * 40_000, by_rules("<rule>")]
)
def test_a_labeling_that_cannot_be_read_changes_nothing(labeling: str) -> None:
    assert labels([""], labeling) == labels([""], "")


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
