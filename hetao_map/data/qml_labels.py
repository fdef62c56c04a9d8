"""What QGIS's own style says of its labels, and its SLD does not: who is off, how numbers look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

from hetao_map.data.qml_symbols import MAP_UNITS
from hetao_map.data.qml_text import parsed
from hetao_map.data.sld.document import child, children
from hetao_map.data.sld.qgis_conditions import read_condition
from hetao_map.model.filters import ALL, Not
from hetao_map.model.style import NumberLook, Rule, Symbolizer, TextSymbolizer

LOST = "filter that QGIS did not write out"
_MOST_DECIMALS, _MOST_BREAKS = 15, 20
# What is read below, and most styles of labels do not have.
_TOLD = re.compile(
    r"""type=["']rule-based|formatNumbers=["']1|wrapChar=["'][^"']|fontSizeUnit=["'](?:Map|RenderMe)"""
)
_NUMBER = re.compile(r"\d{1,7}(\.\d{1,20})?")


def labelled(rules: tuple[Rule, ...], text: str, notes: list[str]) -> tuple[tuple[Rule, ...], bool]:
    """Return the rules of labels as QGIS has them, and whether it could be told.

    text is what its style says of labels. SLD has the rules right below the first, and does not
    say which are switched off.
    """
    if text and _TOLD.search(text) is None:
        return rules, True
    labeling = parsed(text)
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


def note_lost(notes: list[str]) -> None:
    """Note that a condition is lost, unless one is already named."""
    if not any(note.startswith("filter") for note in notes):
        notes.append(LOST)


def _of(rule: Rule, element: ET.Element, notes: list[str]) -> Rule:
    """Return a rule of labels as its element of the style has it."""
    if element.get("active") == "0":
        return replace(rule, filter=Not(ALL), is_else=False, symbolizers=())
    asked = element.get("filter", "").strip()
    if asked and rule.filter == ALL and not rule.is_else:
        condition = read_condition(asked)
        if condition is None:
            note_lost(notes)
        rule = replace(rule, filter=condition or ALL)
    settings = child(element, "settings")
    symbolizers = (_with(s, settings) for s in rule.symbolizers)
    return replace(rule, symbolizers=tuple(symbolizers))


def _with(symbolizer: Symbolizer, settings: ET.Element | None) -> Symbolizer:
    """Return a label as its settings have it."""
    form, style = child(settings, "text-format"), child(settings, "text-style")
    if not isinstance(symbolizer, TextSymbolizer) or form is None:
        return symbolizer
    # QGIS takes a whole label for a number, or for none.
    numbers = _number_look(form) if len(symbolizer.label) == 1 else None
    symbolizer = replace(
        symbolizer, numbers=numbers, breaks=form.get("wrapChar", "")[:_MOST_BREAKS]
    )
    size = "" if style is None else style.get("fontSize", "")
    if style is None or style.get("fontSizeUnit") not in MAP_UNITS or not _NUMBER.fullmatch(size):
        return symbolizer
    return replace(symbolizer, size=float(size), unit_m=1.0)


def _number_look(form: ET.Element) -> NumberLook | None:
    if form.get("formatNumbers") != "1":
        return None
    decimals = form.get("decimals", "")
    count = int(decimals) if re.fullmatch("[0-9]{1,3}", decimals) else 0
    return NumberLook(min(count, _MOST_DECIMALS), plus=form.get("plussign") == "1")
