"""Light and dark: the colours around the data, and how a style's colours turn for the dark."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from PySide6.QtGui import QColor

from hetao_map.model.style import Color
from hetao_map.resources import asset

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of what is not data: beyond is the ground where there is none."""

    dark: bool
    beyond: Rgb
    ink: Rgb
    paper: Rgb
    accent: Rgb


LIGHT = Theme(False, (228, 229, 226), (31, 41, 51), (255, 255, 255), (255, 196, 0))
DARK = Theme(True, (19, 24, 28), (226, 232, 236), (27, 33, 39), (255, 213, 79))


def named(name: str, system_is_dark: bool = False) -> Theme:
    """Return the theme light, dark, or for auto that of the system."""
    dark = name == "dark" or (name == "auto" and system_is_dark)
    return DARK if dark else LIGHT


@functools.cache
def _dark_table() -> dict[Rgb, Rgb]:
    """Return the colours that the shipped styles use, each with its dark twin."""
    import tomllib

    table = tomllib.loads(asset("styles/dark.toml").read_text(encoding="utf-8"))["colours"]
    return {_rgb(light): _rgb(dark) for light, dark in table.items()}


def _rgb(text: str) -> Rgb:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def adapted(color: Color, theme: Theme) -> QColor:
    """Return a style's colour for a theme.

    In the dark a colour of the shipped styles has a twin chosen by eye; any other keeps its
    hue and saturation while its lightness is mirrored.
    """
    red, green, blue, alpha = color
    if not theme.dark:
        return QColor(red, green, blue, alpha)
    twin = _dark_table().get((red, green, blue))
    if twin is not None:
        return QColor(*twin, alpha)
    turned = QColor(red, green, blue)
    mirrored = QColor.fromHslF(
        max(turned.hslHueF(), 0.0),
        turned.hslSaturationF(),
        0.12 + 0.82 * (1 - turned.lightnessF()),
    )
    mirrored.setAlpha(alpha)
    return mirrored
