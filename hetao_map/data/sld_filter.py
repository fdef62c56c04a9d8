"""Reading conditions: OGC Filter Encoding 1.0 and 1.1. Source: OGC 04-095."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

from hetao_map.model.filters import And, Between, Compare, Filter, IsNull, Like, Not, Or
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
_MAX_DEPTH = 100


class FilterError(ValueError):
    """The condition uses something that is not supported."""


def parse_filter(element: ET.Element) -> Filter:
    """Return the condition inside a Filter element. Raises FilterError."""
    children = list(element)
    if len(children) != 1:
        raise FilterError("one condition is expected")
    return _condition(children[0], 0)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _condition(element: ET.Element, depth: int) -> Filter:
    if depth > _MAX_DEPTH:
        raise FilterError("nested too deeply")
    name = _name(element)
    if name in _LOGICAL:
        parts = tuple(_condition(child, depth + 1) for child in element)
        if not parts:
            raise FilterError(f"{name} without conditions")
        return _LOGICAL[name](parts)
    if name == "Not" and len(element) == 1:
        return Not(_condition(element[0], depth + 1))
    if name in _COMPARISONS:
        return _compare(element, _COMPARISONS[name])
    if name == "PropertyIsLike":
        return _like(element)
    if name == "PropertyIsNull":
        return IsNull(_column(element))
    if name == "PropertyIsBetween":
        return Between(_column(element), *(_boundary(element, end) for end in ("Lower", "Upper")))
    raise FilterError(f"{plain(name)} is not supported")


def _texts(element: ET.Element, name: str) -> list[str]:
    return [(child.text or "").strip() for child in element.iter() if _name(child) == name]


def _column(element: ET.Element) -> str:
    names = _texts(element, "PropertyName")
    if len(names) != 1:
        raise FilterError("one property name is expected")
    return names[0]


def _compare(element: ET.Element, operator: str) -> Compare:
    children = [(_name(child), (child.text or "").strip()) for child in element]
    match children:
        case [("PropertyName", column), ("Literal", literal)]:
            return Compare(column, operator, literal)
        case [("Literal", literal), ("PropertyName", column)]:
            return Compare(column, _MIRRORED[operator], literal)
    raise FilterError("a comparison of a property with a literal is expected")


def _boundary(element: ET.Element, end: str) -> str:
    boundary = next((child for child in element if _name(child) == f"{end}Boundary"), None)
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
    expression = _expression(literals[0], many, one, escape)
    return Like(_column(element), expression, element.get("matchCase", "true") != "false")


def _expression(pattern: str, many: str, one: str, escape: str) -> str:
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
