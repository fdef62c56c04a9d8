"""What QGIS's own style of a layer says, and the SLD that QGIS writes beside it does not.

SLD as QGIS writes it lists classes that are switched off, loses conditions it has no words for,
and says nothing of the layer's opacity and scales. Only that is read here.
Source: QGIS 3.22, QgsMapLayer::writeStyle and the writeXml of its renderers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hetao_map.data.qml_classes import (
    BY_RULES,
    StyleClass,
    classes_of,
    head_of,
    is_by_expression,
    renderer_of,
)
from hetao_map.data.qml_labels import LOST, labelled, note_lost
from hetao_map.data.qml_lost import lost_in
from hetao_map.data.qml_symbols import looks_of
from hetao_map.data.qml_text import section
from hetao_map.data.sld.reading import as_number
from hetao_map.model.filters import ALL, Not
from hetao_map.model.style import Rule, Style, default_style

Rules = tuple[Rule, ...]
_OPACITY = re.compile(r"<layerOpacity>([01](?:\.[0-9]{1,20})?)</layerOpacity>")
_HEAD = re.compile(r"<qgis\b([^<>]*)>")
_SCALE = re.compile(
    r"""\b(minScale|maxScale|hasScaleBasedVisibilityFlag)=["']([\d.e+]{1,20})["']"""
)


def completed(style: Style, qml: str) -> Style:
    """Return a style read from QGIS's SLD with what its own style says besides."""
    low, high = _scales(qml)
    told: list[str] = [note for note in style.notes if note != LOST]
    renderer, around = renderer_of(qml)
    if around:
        told.append(f"renderer {around}")
    drawing, labels = _parted(style.rules)
    drawing, sure = _drawing(drawing, renderer, told)
    labeling = section(qml, "labeling") if labels else ""
    labels, sure_of_labels = labelled(labels, labeling, told)
    told += lost_in(qml, renderer, labeling)
    if LOST in style.notes and not (sure and sure_of_labels):
        told.append(LOST)
    return replace(
        style,
        rules=tuple(_between(rule, low, high) for rule in (*drawing, *labels)),
        notes=tuple(dict.fromkeys(told)),
        opacity=_opacity(qml),
    )


def _parted(rules: Rules) -> tuple[Rules, Rules]:
    """Return the rules that draw, and those of labels, which QGIS writes behind them."""
    count = len(rules)
    while count and rules[count - 1].part < 0 and rules[count - 1].symbolizers:
        count -= 1
    return rules[:count], rules[count:]


def _drawing(rules: Rules, renderer: str, notes: list[str]) -> tuple[Rules, bool]:
    """Return the rules that draw as the renderer has them, and whether it could be told."""
    head = head_of(renderer)
    classes = list(classes_of(head))
    if is_by_expression(head):
        # Nothing would fit, and the layer would not be seen at all.
        notes.append("classes by an expression")
        return default_style().rules, True
    if head is None or not classes or len(classes) != len(rules):
        if not all(found.on for found in classes):
            notes.append("classes that are switched off")
        return rules, False
    of_class = _of_rule if head.get("type") == BY_RULES else _of_value
    looks, dressed = looks_of(renderer), []
    for rule, found in zip(rules, classes, strict=True):
        own = of_class(rule, found, notes)
        look = looks.get(found.symbol)
        dressed.append(look.dressed(own, notes) if look else own)
    return tuple(dressed), True


def _opacity(qml: str) -> float:
    found = _OPACITY.search(qml)
    return min(max(float(found[1]), 0.0), 1.0) if found else 1.0


def _scales(qml: str) -> tuple[float, float]:
    """Return the scale denominators between which the layer is shown, 0 for no limit."""
    head = _HEAD.search(qml)
    said = dict(_SCALE.findall(head[1])) if head else {}
    if said.get("hasScaleBasedVisibilityFlag") != "1":
        return 0.0, 0.0
    return tuple(as_number(said.get(name, ""), 0.0) for name in ("maxScale", "minScale"))  # type: ignore[return-value]


def _between(rule: Rule, low: float, high: float) -> Rule:
    """Return a rule that applies only where its layer is shown as well."""
    limits = [limit for limit in (rule.max_scale, high) if limit]
    return replace(rule, min_scale=max(rule.min_scale, low), max_scale=min(limits, default=0.0))


def _of_value(rule: Rule, found: StyleClass, _notes: list[str]) -> Rule:
    """Return the rule of a category or a range: one that is off keeps its features."""
    if found.wanted not in (None, ALL):
        rule = replace(rule, filter=found.wanted)
    return rule if found.on else replace(rule, symbolizers=())


def _of_rule(rule: Rule, found: StyleClass, notes: list[str]) -> Rule:
    """Return a rule with the condition that was lost; one that is off leaves its features."""
    if not found.on:
        return replace(rule, symbolizers=(), filter=Not(ALL), is_else=False)
    if found.left_over and found.wanted is not None:
        return replace(rule, filter=found.wanted, is_else=False)
    if rule.filter != ALL or rule.is_else:
        return rule
    if found.wanted is not None:
        return replace(rule, filter=found.wanted)
    note_lost(notes)
    # Drawn below those whose condition is known, not over them.
    return replace(rule, is_else=found.left_over)
