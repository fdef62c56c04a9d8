"""What QGIS's own style of a layer says, and the SLD that QGIS writes beside it does not.

SLD as QGIS writes it lists classes that are switched off, loses conditions it has no words for,
and says nothing of the layer's opacity and scales. Only that is read here.
Source: QGIS 3.22, QgsMapLayer::writeStyle and the writeXml of its renderers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from hetao_map.data.qml_symbols import looks_of
from hetao_map.data.sld import StyleError
from hetao_map.data.sld.document import child, children, parse_xml
from hetao_map.model.filters import ALL, And, Compare, Filter, Not
from hetao_map.model.style import Rule, Style, default_style

_OPACITY = re.compile(r"<layerOpacity>([01](?:\.[0-9]{1,20})?)</layerOpacity>")
_HEAD = re.compile(r"<qgis\b([^<>]*)>")
_SCALE = re.compile(
    r"""\b(minScale|maxScale|hasScaleBasedVisibilityFlag)=["']([\d.e+]{1,20})["']"""
)
_CLASSES = re.compile(r"<renderer-v2\b.*?(?=<symbols\b)", re.DOTALL)
# A name with blanks is one as well; signs, brackets and quotes within are an expression's.
_COLUMN = re.compile(r'"[^"]+"|[^\W\d][\w ]*')
_BY_RULES = "RuleRenderer"
_LOST = "filter that QGIS did not write out"


@dataclass(frozen=True)
class _Class:
    """A class of a renderer: whether it is switched on, what it asks of a feature, its symbol.

    wanted is None where it asks what is not read here, ALL where it asks nothing.
    """

    on: bool
    wanted: Filter | None
    symbol: str


def completed(style: Style, qml: str) -> Style:
    """Return a style read from QGIS's SLD with what its own style says besides."""
    low, high = _scales(qml)
    rules, notes = style.rules, list(style.notes)
    renderer = _head_of_renderer(qml)
    classes = list(_classes(renderer))
    if _is_by_expression(renderer):
        # Nothing would fit, and the layer would not be seen at all.
        notes.append("classes by an expression")
        drawn = default_style().rules
        rules = (*drawn, *(rule for rule in rules if not rule.draws))
    elif _are_of(classes, rules):
        by_rules = renderer is not None and renderer.get("type") == _BY_RULES
        looks, of_classes = looks_of(_renderer(qml)), []
        for rule, found in zip(rules, classes, strict=False):
            own = _of_class(rule, found, notes, by_rules=by_rules)
            of_classes.append(looks[found.symbol].dressed(own) if found.symbol in looks else own)
        rules = (*of_classes, *rules[len(classes) :])
    elif not all(found.on for found in classes):
        notes.append("classes that are switched off")
    return replace(
        style,
        rules=tuple(_between(rule, low, high) for rule in rules),
        notes=tuple(dict.fromkeys(notes)),
        opacity=_opacity(qml),
    )


def _opacity(qml: str) -> float:
    found = _OPACITY.search(qml)
    return min(max(float(found[1]), 0.0), 1.0) if found else 1.0


def _scales(qml: str) -> tuple[float, float]:
    """Return the scale denominators between which the layer is shown, 0 for no limit."""
    head = _HEAD.search(qml)
    said = dict(_SCALE.findall(head[1])) if head else {}
    if said.get("hasScaleBasedVisibilityFlag") != "1":
        return 0.0, 0.0
    return tuple(_number(said.get(name, "")) for name in ("maxScale", "minScale"))  # type: ignore[return-value]


def _between(rule: Rule, low: float, high: float) -> Rule:
    """Return a rule that applies only where its layer is shown as well."""
    limits = [limit for limit in (rule.max_scale, high) if limit]
    return replace(rule, min_scale=max(rule.min_scale, low), max_scale=min(limits, default=0.0))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def _renderer(qml: str) -> str:
    start = qml.find("<renderer-v2")
    end = qml.find("</renderer-v2>", start)
    return qml[start:end] if 0 <= start < end else ""


def _are_of(classes: Sequence[_Class], rules: Sequence[Rule]) -> bool:
    """Tell whether the first rules are those of the classes, and the others labels."""
    return 0 < len(classes) <= len(rules) and not any(rule.draws for rule in rules[len(classes) :])


def _of_class(rule: Rule, found: _Class, notes: list[str], *, by_rules: bool) -> Rule:
    """Return a rule as its class has it.

    What is switched off is not drawn. A rule that is off leaves its features to others; a
    category keeps them from "all other values".
    """
    unfiltered = rule.filter == ALL and not rule.is_else
    if found.wanted not in (None, ALL):
        rule = replace(rule, filter=found.wanted)
    elif found.wanted is None and unfiltered and not any(n.startswith("filter") for n in notes):
        notes.append(_LOST)
    if found.on:
        return rule
    if by_rules:
        rule = replace(rule, filter=Not(ALL), is_else=False)
    return replace(rule, symbolizers=())


def _head_of_renderer(qml: str) -> ET.Element | None:
    """Return the renderer without its symbols, None where there is none to read."""
    found = _CLASSES.search(qml)
    try:
        return parse_xml(f"{found[0]}</renderer-v2>") if found else None
    except StyleError:
        return None


def _is_by_expression(renderer: ET.Element | None) -> bool:
    column = "" if renderer is None else renderer.get("attr", "")
    return bool(column) and _COLUMN.fullmatch(column) is None


def _classes(renderer: ET.Element | None) -> Iterator[_Class]:
    """Yield the classes in the order of the SLD's rules."""
    kind = "" if renderer is None else renderer.get("type", "")
    if kind == _BY_RULES:
        yield from _rules(child(renderer, "rules"), on=True, asks=False)
    elif kind == "graduatedSymbol" and renderer is not None:
        yield from _ranges(renderer)
    elif kind == "singleSymbol":
        yield _Class(on=True, wanted=ALL, symbol="0")
    for found in children(child(renderer, "categories"), "category"):
        yield _Class(found.get("render") != "false", ALL, found.get("symbol", ""))


def _rules(parent: ET.Element | None, *, on: bool, asks: bool) -> Iterator[_Class]:
    """Yield the rules that draw, each before those below it."""
    for element in children(parent, "rule"):
        shown = on and element.get("checkstate") != "0"
        filtered = asks or bool(element.get("filter"))
        symbol = element.get("symbol")
        if symbol is not None:
            yield _Class(shown, None if filtered else ALL, symbol)
        yield from _rules(element, on=shown, asks=filtered)


def _ranges(renderer: ET.Element) -> Iterator[_Class]:
    """Yield ranges with both their bounds; a feature is of the first that holds it."""
    column = renderer.get("attr", "").strip('"')
    before: list[Filter] = []
    for element in children(child(renderer, "ranges"), "range"):
        low, high = element.get("lower", ""), element.get("upper", "")
        inside = And((Compare(column, ">=", low), Compare(column, "<=", high)))
        on = element.get("render") != "false"
        yield _Class(on, And((inside, *before)), element.get("symbol", ""))
        before.append(Not(inside))
