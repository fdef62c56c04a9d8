"""Labels of which QGIS's SLD has only a comment, as QGIS 3.22 writes it."""

from dataclasses import replace

import pytest

from hetao_map.data.sld import parse
from hetao_map.model.style import LabelPart, TextSymbolizer

NAME, KIND = LabelPart("name", is_column=True), LabelPart("kind", is_column=True)
MAYBE_NAME, MAYBE_KIND = (replace(part, optional=True) for part in (NAME, KIND))
LOST = "label expression that QGIS did not write out"


def labels(expression: str, more: str = "") -> tuple[tuple[TextSymbolizer, ...], tuple[str, ...]]:
    comment = f"<!--SE Export for {expression} not implemented yet-->Placeholder"
    text = f"<TextSymbolizer><Label>{comment}</Label>{more}</TextSymbolizer>"
    style = parse(
        f"<StyledLayerDescriptor><Rule>{text}</Rule></StyledLayerDescriptor>", by_qgis=True
    )
    return style.rules[0].symbolizers, style.notes


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("name", (NAME,)),
        ('"name"', (NAME,)),
        ("名称", (LabelPart("名称", is_column=True),)),
        ('"odd ""name"" here"', (LabelPart('odd "name" here', is_column=True),)),
        ("name || ' (' || kind || ')'", (NAME, LabelPart(" ("), KIND, LabelPart(")"))),
        ("concat(name, ' ', kind)", (MAYBE_NAME, LabelPart(" "), MAYBE_KIND)),
        ("concat('No. ', (name || kind))", (LabelPart("No. "), MAYBE_NAME, MAYBE_KIND)),
        (r"name || '\n' || kind", (NAME, LabelPart("\n"), KIND)),
        ("name || 'it''s ' || 5", (NAME, LabelPart("it's "), LabelPart("5"))),
    ],
)
def test_columns_and_texts_are_joined(expression: str, parts: tuple[LabelPart, ...]) -> None:
    (label,), notes = labels(expression)
    assert label.label == parts
    assert notes == ()


@pytest.mark.parametrize("expression", ["upper(name)", "coalesce(name, kind)", "trim(name || '')"])
def test_of_a_function_that_dresses_a_value_the_value_is_taken(expression: str) -> None:
    (label,), notes = labels(expression)
    assert label.label[0] == NAME
    assert notes == (f"label function {expression.partition('(')[0]!r}",)


@pytest.mark.parametrize(
    "expression",
    [
        "CASE WHEN n > 10 THEN name ELSE '' END",
        "n * 2",
        "left(name, 3)",
        "name ||",
        "|| name",
        "(name",
        "name)",
        "concat(name",
        "concat()",
        "'open",
        "",
        "$id",
        "name\n|| [% kind %]",
        "(" * 5000 + "name" + ")" * 5000,
        "(" * 30 + "name" + ")" * 30,
        "name || " * 500 + "name",
    ],
)
def test_what_says_more_is_no_label_and_noted(expression: str) -> None:
    assert labels(expression) == ((), (LOST,))


@pytest.mark.parametrize(
    ("placement", "offset"),
    [
        ("<GeneralizeLine>true</GeneralizeLine>", 9),
        ("<PerpendicularOffset>4</PerpendicularOffset><GeneralizeLine>true</GeneralizeLine>", 4),
        ("", 0),
    ],
)
def test_qgis_has_a_name_above_its_line_and_does_not_write_so(
    placement: str, offset: float
) -> None:
    line = f"<LabelPlacement><LinePlacement>{placement}</LinePlacement></LabelPlacement>"
    font = '<Font><SvgParameter name="font-size">12</SvgParameter></Font>'
    (label,), _ = labels("name", font + line)
    assert (label.follow_line, label.line_offset) == (True, offset)
