"""What a second start asks of the window that is open already."""

from __future__ import annotations

import argparse
import math
from typing import Any

from hetao_map.geometry.extent import valid_lonlat

WISHES = ("center", "scale", "layers", "feature")
Wishes = dict[str, Any]
"""What a second start was asked for by options of these names; None for each that was not."""


def wishes_of(options: argparse.Namespace) -> Wishes:
    """Return what the window should show."""
    return {name: getattr(options, name) for name in WISHES}


def checked_wishes(found: object) -> Wishes:
    """Return what another process has sent, without what makes no sense."""
    sent = found if isinstance(found, dict) else {}
    texts = {name: sent.get(name) for name in ("layers", "feature")}
    scale = _numbers([sent.get("scale")], 1)
    return {
        "center": _lonlat(_numbers(sent.get("center"), 2)),
        "scale": scale[0] if scale and scale[0] > 0 else None,
        **{name: text if isinstance(text, str) else None for name, text in texts.items()},
    }


def _numbers(values: object, count: int) -> tuple[float, ...]:
    """Return values as numbers, none when they are not that many."""
    if not isinstance(values, list) or len(values) != count:
        return ()
    sound = all(isinstance(one, int | float) and math.isfinite(one) for one in values)
    return tuple(map(float, values)) if sound else ()


def _lonlat(values: tuple[float, ...]) -> tuple[float, float] | None:
    return (values[0], values[1]) if values and valid_lonlat(values[0], values[1]) else None
