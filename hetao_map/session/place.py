"""How the window lies on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hetao_map.session.checked import flag, listed, number

_SMALLEST = (640, 480)
_LARGEST = 16_000
_PARTS = 3


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Size and place in logical pixels; widths are those of the parts beside one another.

    position is None where the system places the window, widths are empty for the usual ones.
    """

    size: tuple[int, int] = (1360, 860)
    position: tuple[int, int] | None = None
    maximized: bool = False
    widths: tuple[int, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the place as it is kept."""
        return {
            "size": list(self.size),
            "position": None if self.position is None else list(self.position),
            "maximized": self.maximized,
            "widths": list(self.widths),
        }


def read_place(found: object) -> WindowPlace:
    """Return the place that was kept, within reason; the usual one for what makes no sense."""
    if not isinstance(found, dict):
        return WindowPlace()
    try:
        return _checked(found)
    except (ValueError, TypeError):
        return WindowPlace()


def _checked(found: Mapping[str, Any]) -> WindowPlace:
    width, height = (
        (number(side, 1, _LARGEST) for side in listed(found["size"], 3))
        if "size" in found
        else WindowPlace().size
    )
    position = found.get("position")
    corner = None if position is None else tuple(_whole(position, -_LARGEST))
    widths = tuple(_whole(found.get("widths", []), 0))
    return WindowPlace(
        (max(int(width), _SMALLEST[0]), max(int(height), _SMALLEST[1])),
        (corner[0], corner[1]) if corner is not None and len(corner) == 2 else None,
        flag(found.get("maximized", False)),
        widths if len(widths) == _PARTS and sum(widths) > 0 else (),
    )


def _whole(value: object, low: float) -> list[int]:
    return [int(number(one, low, _LARGEST)) for one in listed(value, _PARTS + 1)]
