"""The classes of a renderer in QGIS's own style, in the order of the rules that its SLD has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from hetao_map.data.qml_text import parsed
from hetao_map.data.sld.document import child, children, local
from hetao_map.data.sld.qgis_conditions import read_condition
from hetao_map.model.filters import ALL, And, Compare, Filter, Not, Or, Unless

BY_RULES = "RuleRenderer"
_HEAD = re.compile(r"<renderer-v2\b.*?(?=<symbols\b)", re.DOTALL)
_RENDERER = re.compile(r"<renderer-v2\b([^<>]*)>")
_KIND = re.compile(r"""\btype=["'](\w+)["']""")
# A name with blanks is one as well; signs, brackets and quotes within are an expression's.
_COLUMN = re.compile(r'"[^"]+"|[^\W\d][\w ]*')
NOTHING = Not(ALL)
_REST = "ELSE"
# What ELSE within a rule asks grows with its fellows and with the depth; no map needs so much.
_MOST_CONDITIONS = 300


@dataclass(frozen=True)
class StyleClass:
    """A class of a renderer: whether it is switched on, which features it draws, its symbol.

    wanted is None where it asks what is not read here. left_over: it takes what its fellows below
    the same rule leave, which SLD has no words for.
    """

    on: bool
    wanted: Filter | None
    symbol: str
    left_over: bool = False


def renderer_of(qml: str) -> tuple[str, str]:
    """Return the text of the renderer, and the kind of the one around it, "" for none."""
    outer = _RENDERER.search(qml)
    if outer is None:
        return "", ""
    end = qml.find("</renderer-v2>", outer.end())
    inner = _RENDERER.search(qml, outer.end(), max(end, 0))
    kind = _KIND.search(outer[1]) if inner else None
    return qml[(inner or outer).start() : end], kind[1] if kind else ""


def head_of(renderer: str) -> ET.Element | None:
    """Return a renderer without its symbols, None where there is none to read."""
    found = _HEAD.match(renderer)
    return parsed(f"{found[0]}</renderer-v2>") if found else None


def is_by_expression(renderer: ET.Element | None) -> bool:
    """Tell whether features are classed by more than the value of a column."""
    column = "" if renderer is None else renderer.get("attr", "")
    return bool(column) and _COLUMN.fullmatch(column) is None


def classes_of(renderer: ET.Element | None) -> Iterator[StyleClass]:
    """Yield the classes in the order of the SLD's rules."""
    kind = "" if renderer is None else renderer.get("type", "")
    if kind == BY_RULES:
        yield from _rules(child(renderer, "rules"), on=True, above=ALL)[0]
    elif kind == "graduatedSymbol" and renderer is not None:
        yield from _ranges(renderer)
    elif kind == "singleSymbol":
        yield StyleClass(on=True, wanted=ALL, symbol="0")
    for found in children(child(renderer, "categories"), "category"):
        yield StyleClass(found.get("render") != "false", ALL, found.get("symbol", ""))


def _ranges(renderer: ET.Element) -> Iterator[StyleClass]:
    """Yield ranges with both their bounds; a feature is of the first that holds it."""
    column = renderer.get("attr", "").strip('"')
    before: list[Filter] = []
    for element in children(child(renderer, "ranges"), "range"):
        low, high = element.get("lower", ""), element.get("upper", "")
        inside = And((Compare(column, ">=", low), Compare(column, "<=", high)))
        on = element.get("render") != "false"
        yield StyleClass(on, And((inside, *before)), element.get("symbol", ""))
        before.append(Not(inside))


def _rules(
    parent: ET.Element | None, *, on: bool, above: Filter | None, drawn: bool = False
) -> tuple[list[StyleClass], list[Filter | None]]:
    """Return the classes right below a rule and deeper, each before those below it.

    above is what the rule asks, drawn whether it draws itself. With them what they draw together
    of what the rule lets through; None stands for what is not read.
    """
    elements = list(children(parent, "rule"))
    nested = parent is not None and local(parent) == "rule"
    rules = [(n, e) for n, e in enumerate(elements) if not _is_rest(e)]
    found = {n: _rule(e, on, above, _asked(e), nested) for n, e in rules}
    taken = [part for _, parts in found.values() for part in parts]
    rest = _nothing_of(taken)
    if drawn and found:
        # Who has been drawn already is not left over.
        rest = NOTHING
    for n, element in enumerate(elements):
        if n not in found:
            found[n] = _rule(element, on, above, rest, nested)
            taken = [ALL] if found[n][1] and rest != NOTHING else taken
    return [one for n in range(len(elements)) for one in found[n][0]], taken


def _rule(
    element: ET.Element, on: bool, above: Filter | None, own: Filter | None, nested: bool
) -> tuple[list[StyleClass], list[Filter | None]]:
    """Return a rule and those below it as _rules does; own is what it asks itself."""
    on = on and element.get("checkstate") != "0"
    wanted, symbol = _joined(above, own), element.get("symbol")
    draws = on and symbol is not None
    classes, below = _rules(element, on=on, above=wanted, drawn=draws)
    if symbol is not None:
        classes.insert(0, StyleClass(on, wanted, symbol, _is_rest(element) and nested))
    return classes, [_joined(own, part) for part in ([ALL] if draws else below)]


def _nothing_of(taken: Sequence[Filter | None]) -> Filter | None:
    """Return the condition of what no part takes."""
    known = tuple(part for part in taken if part is not None)
    if len(known) < len(taken):
        return None
    return Unless(Or(known)) if known else ALL


def _is_rest(element: ET.Element) -> bool:
    return element.get("filter", "").strip().upper() == _REST


def _asked(element: ET.Element) -> Filter | None:
    text = element.get("filter", "")
    return read_condition(text) if text.strip() else ALL


def _joined(above: Filter | None, own: Filter | None) -> Filter | None:
    if above is None or own is None:
        return None
    parts = tuple(part for part in (above, own) if part != ALL)
    joined = And(parts) if len(parts) > 1 else parts[0] if parts else ALL
    return joined if _is_light(joined) else None


def _is_light(condition: Filter) -> bool:
    """Tell whether a condition is small enough to be asked of each row."""
    waiting, count = [condition], 0
    while waiting and count <= _MOST_CONDITIONS:
        count += 1
        match waiting.pop():
            case And(parts) | Or(parts):
                waiting += parts
            case Not(part) | Unless(part):
                waiting.append(part)
    return count <= _MOST_CONDITIONS
