"""At which scales a layer can be seen at all."""

from __future__ import annotations

import math

from hetao_map.model.layer import Layer
from hetao_map.text import words
from hetao_map.text.language import Language

Range = tuple[float, float]


def shown_ranges(layer: Layer) -> tuple[Range, ...]:
    """Return the scale denominators (from, below) between which some rule draws something."""
    spec = layer.spec
    found = []
    for rule in spec.style.rules:
        low = max(rule.min_scale, spec.min_scale)
        high = min(rule.max_scale or math.inf, spec.max_scale or math.inf)
        if rule.symbolizers and low < high:
            found.append((low, high))
    return tuple(dict.fromkeys(found))


def nearest_shown(ranges: tuple[Range, ...], denominator: float) -> float | None:
    """Return the nearest scale denominator at which a layer is seen, None where it is seen now.

    A layer that draws nothing at any scale is not hidden by the scale: None.
    """
    if not ranges or any(low <= denominator < high for low, high in ranges):
        return None
    closer = [high for _, high in ranges if high <= denominator]
    return max(closer) if closer else min(low for low, _ in ranges)


def reason_hidden(limit: float, denominator: float, language: Language) -> str:
    """Return why a layer is not seen at 1:denominator, where limit is the nearest scale."""
    text = words.SHOWN_FROM if limit <= denominator else words.SHOWN_BEYOND
    return text.in_(language).format(n=f"{round(limit):,}")
