"""Which rows each rule of a layer's style draws."""

from __future__ import annotations

import numpy as np

from hetao_map.model.filters import Mask
from hetao_map.model.layer import Layer
from hetao_map.model.style import Rule


def rule_masks(layer: Layer, denominator: float | None = None) -> list[tuple[Rule, Mask]]:
    """Return the rules in drawing order, each with (rows,) bool of the rows it draws.

    Only rules that apply at scale 1:denominator; None takes those of all scales. An else rule
    takes what the others of its FeatureTypeStyle leave, wherever it stands among them.
    """
    rules = [r for r in layer.spec.style.rules if denominator is None or r.shown_at(denominator)]
    drawn: dict[int, Mask] = {}
    for rule in rules:
        if not rule.is_else:
            mask = layer.mask(rule.filter)
            drawn[rule.part] = drawn[rule.part] | mask if rule.part in drawn else mask
    nothing = np.zeros(layer.rows, dtype=bool)
    return [
        (rule, ~drawn.get(rule.part, nothing) if rule.is_else else layer.mask(rule.filter))
        for rule in rules
    ]


def drawn_rows(layer: Layer, denominator: float | None = None) -> Mask:
    """Return (rows,) bool: the rows that some rule draws as more than a label.

    Only by rules that apply at scale 1:denominator; None takes those of all scales.
    """
    drawn = np.zeros(layer.rows, dtype=bool)
    for rule, mask in rule_masks(layer, denominator):
        if rule.draws:
            drawn |= mask
    return drawn
