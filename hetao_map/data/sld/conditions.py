"""Reading conditions: OGC Filter Encoding 1.0, 1.1 and 2.0. Source: OGC 04-095, OGC 09-026r2."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

from hetao_map.data.sld.document import children, local, text_of
from hetao_map.model.expressions import Arithmetic, Constant, Expression, Property
from hetao_map.model.filters import (
    And,
    Between,
    Compare,
    Filter,
    IsNull,
    Like,
    Not,
    Or,
    Relation,
)
from hetao_map.text.plain import plain

_COMPARISONS = {
    "PropertyIsEqualTo": "=",
    "PropertyIsNotEqualTo": "!=",
    "PropertyIsLessThan": "<",
    "PropertyIsLessThanOrEqualTo": "<=",
    "PropertyIsGreaterThan": ">",
    "PropertyIsGreaterThanOrEqualTo": ">=",
}
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_LOGICAL: dict[str, Callable[[tuple[Filter, ...]], Filter]] = {"And": And, "Or": Or}
_SIGNS = {"Add": "+", "Sub": "-", "Mul": "*", "Div": "/"}
_COLUMNS = ("PropertyName", "ValueReference")
_MAX_DEPTH = 100


class FilterError(ValueError):
    """The condition uses something that is not supported."""


def parse_filter(element: ET.Element) -> Filter:
    """Return the condition inside a Filter element. Raises FilterError."""
    found = list(children(element))
    if len(found) != 1:
        raise FilterError("one condition is expected")
    return _condition(found[0], 0)


def is_qgis_rest(condition: Filter) -> bool:
    """Tell whether it is what QGIS writes for all other values: an empty text or none."""
    match condition:
        case Or((Compare(column, "=", ""), IsNull(other))):
            return column == other
    return False


def _condition(element: ET.Element, depth: int) -> Filter:
    if depth > _MAX_DEPTH:
        raise FilterError("nested too deeply")
    name = local(element)
    if name in _LOGICAL:
        parts = tuple(_condition(found, depth + 1) for found in children(element))
        if not parts:
            raise FilterError(f"{name} without conditions")
        return _LOGICAL[name](parts)
    if name == "Not":
        return Not(_condition(_only(element, 1)[0], depth + 1))
    if name in _COMPARISONS:
        return _compare(element, _COMPARISONS[name])
    if name == "PropertyIsLike":
        return _like(element)
    return _of_column(element, name)


def _of_column(element: ET.Element, name: str) -> Filter:
    if name in ("PropertyIsNull", "PropertyIsNil"):
        return IsNull(_column(element))
    if name == "PropertyIsBetween":
        return Between(_column(element), *(_boundary(element, end) for end in ("Lower", "Upper")))
    if name in _COLUMNS:
        # So QGIS asks a column of true and false.
        return Compare(text_of(element), "!=", "0")
    raise FilterError(f"{plain(name)} is not supported")


def _only(element: ET.Element, count: int) -> list[ET.Element]:
    found = list(children(element))
    if len(found) != count:
        raise FilterError(f"{local(element)} needs {count} parts")
    return found


def _texts(element: ET.Element, *names: str) -> list[str]:
    return [text_of(found) for found in element.iter() if local(found) in names]


def _column(element: ET.Element) -> str:
    names = _texts(element, *_COLUMNS)
    if len(names) != 1:
        raise FilterError("one property name is expected")
    return names[0]


def _compare(element: ET.Element, operator: str) -> Filter:
    left, right = (_expression(found, 0) for found in _only(element, 2))
    match_case = element.get("matchCase", "true") != "false"
    match left, right:
        case Property(column), Constant(literal):
            return Compare(column, operator, literal, match_case)
        case Constant(literal), Property(column):
            return Compare(column, _MIRRORED[operator], literal, match_case)
    return Relation(left, operator, right)


def _expression(element: ET.Element, depth: int) -> Expression:
    name = local(element)
    if depth > _MAX_DEPTH:
        raise FilterError("nested too deeply")
    if name in _COLUMNS:
        return Property(text_of(element))
    if name == "Literal":
        return Constant(text_of(element))
    if name in _SIGNS:
        left, right = (_expression(found, depth + 1) for found in _only(element, 2))
        return Arithmetic(_SIGNS[name], left, right)
    called = plain(element.get("name", ""))
    raise FilterError(f"{plain(name)} {called} is not supported".replace("  ", " "))


def _boundary(element: ET.Element, end: str) -> str:
    boundary = next(children(element, f"{end}Boundary"), None)
    texts = _texts(boundary, "Literal") if boundary is not None else []
    if len(texts) != 1:
        raise FilterError("a range needs two literals")
    return texts[0]


def _like(element: ET.Element) -> Like:
    literals = _texts(element, "Literal")
    if len(literals) != 1:
        raise FilterError("a pattern is expected")
    escape = element.get("escapeChar") or element.get("escape") or "\\"
    many, one = element.get("wildCard", "%"), element.get("singleChar", "_")
    expression = pattern_of(literals[0], many, one, escape)
    return Like(_column(element), expression, element.get("matchCase", "true") != "false")


def pattern_of(pattern: str, many: str, one: str, escape: str) -> str:
    """Return the regular expression of a pattern.

    What stands between two wildcards is taken where it first occurs and not tried again, so
    that no pattern takes long on any text.
    """
    pieces = [""]
    characters = iter(pattern)
    for character in characters:
        if character == escape:
            pieces[-1] += re.escape(next(characters, ""))
        elif character == many:
            pieces.append("")
        else:
            pieces[-1] += "." if character == one else re.escape(character)
    first, *middle = pieces
    if not middle:
        return f"(?s:{first})"
    *middle, last = middle
    return f"(?s:{first}{''.join(f'(?>.*?{piece})' for piece in middle if piece)}.*{last})"
