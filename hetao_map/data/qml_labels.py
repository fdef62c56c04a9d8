"""What QGIS's own style says of its labels, and its SLD does not: who is off, how numbers look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

from hetao_map.data.sld import StyleError
from hetao_map.data.sld.document import child, children, parse_xml
from hetao_map.data.sld.qgis_conditions import read_condition
from hetao_map.model.filters import ALL, Not
from hetao_map.model.style import NumberLook, Rule, Symbolizer, TextSymbolizer

LOST = "filter that QGIS did not write out"
_OPENS, _CLOSES = "<labeling", "</labeling>"
_MOST_DECIMALS = 15


def labelled(rules: tuple[Rule, ...], qml: str, notes: list[str]) -> tuple[tuple[Rule, ...], bool]:
    """Return the rules of labels as QGIS has them, and whether it could be told.

    SLD has the rules right below the first, and does not say which are switched off.
    """
    labeling = _labeling(qml) if rules else None
    if labeling is None:
        return rules, not rules
    if labeling.get("type") == "simple":
        found: Sequence[ET.Element] = (labeling,)
    else:
        top = list(children(child(labeling, "rules"), "rule"))
        found = [rule for rule in top if child(rule, "settings") is not None]
        if any(child(rule, "rule") is not None for rule in top):
            notes.append("label rules within a rule")
    if len(found) != len(rules):
        return rules, False
    return tuple(_of(rule, e, notes) for rule, e in zip(rules, found, strict=True)), True


def _labeling(qml: str) -> ET.Element | None:
    start = qml.find(_OPENS)
    end = qml.find(_CLOSES, start)
    try:
        return parse_xml(qml[start : end + len(_CLOSES)]) if 0 <= start < end else None
    except StyleError:
        return None


def _of(rule: Rule, element: ET.Element, notes: list[str]) -> Rule:
    """Return a rule of labels as its element of the style has it."""
    if element.get("active") == "0":
        return replace(rule, filter=Not(ALL), is_else=False, symbolizers=())
    asked = element.get("filter", "").strip()
    if asked and rule.filter == ALL and not rule.is_else:
        condition = read_condition(asked)
        if condition is None and not any(note.startswith("filter") for note in notes):
            notes.append(LOST)
        rule = replace(rule, filter=condition or ALL)
    look = _number_look(child(element, "settings", "text-format"))
    if look is None:
        return rule
    return replace(rule, symbolizers=tuple(_with(s, look) for s in rule.symbolizers))


def _number_look(element: ET.Element | None) -> NumberLook | None:
    if element is None or element.get("formatNumbers") != "1":
        return None
    decimals = element.get("decimals", "")
    count = int(decimals) if re.fullmatch("[0-9]{1,3}", decimals) else 0
    return NumberLook(min(count, _MOST_DECIMALS), plus=element.get("plussign") == "1")


def _with(symbolizer: Symbolizer, look: NumberLook) -> Symbolizer:
    """Return a label of a single column with a look for its numbers; QGIS looks at the whole."""
    if not isinstance(symbolizer, TextSymbolizer) or len(symbolizer.label) != 1:
        return symbolizer
    return replace(symbolizer, numbers=look)
