"""Colours as people see them: differences by CIEDE2000, and the three colour blindnesses.

Sources: G. Sharma, W. Wu, E. N. Dalal, The CIEDE2000 Color-Difference Formula, 2005.
G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for Simulation
of Color Vision Deficiency, 2009: matrices of severity 1.0, for linear RGB.
"""

import math

import numpy as np

Rgb = tuple[int, int, int]

NORMAL = np.eye(3)
BLINDNESS = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
_WHITE = np.array([0.95047, 1.0, 1.08883])


def rgb(text: str) -> Rgb:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def lab(color: Rgb, seen_with: np.ndarray = NORMAL) -> tuple[float, float, float]:
    """CIELAB (D65) of an sRGB colour, seen through a matrix."""
    linear = np.array([_linear(c / 255) for c in color])
    ratio = _TO_XYZ @ np.clip(seen_with @ linear, 0, 1) / _WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return float(116 * f[1] - 16), float(500 * (f[0] - f[1])), float(200 * (f[1] - f[2]))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def ciede2000(first: tuple[float, float, float], second: tuple[float, float, float]) -> float:
    """The difference of two CIELAB colours; 1 is just seen, 10 at a glance."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    c1, h1 = _polar(a1 * (1 + g), b1)
    c2, h2 = _polar(a2 * (1 + g), b2)
    turn = _turn(h1, h2) if c1 * c2 else 0.0
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    low, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = h1 + turn / 2 if c1 * c2 else h1 + h2
    t = (1 - 0.17 * _cos(h - 30) + 0.24 * _cos(2 * h)
         + 0.32 * _cos(3 * h + 6) - 0.20 * _cos(4 * h - 63))  # fmt: skip
    sl = 1 + 0.015 * (low - 50) ** 2 / math.sqrt(20 + (low - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    theta = 30 * math.exp(-((((h % 360) - 275) / 25) ** 2))
    rt = -math.sin(math.radians(2 * theta)) * 2 * math.sqrt(c**7 / (c**7 + 25**7))
    parts = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(sum(part**2 for part in parts) + rt * parts[1] * parts[2])


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _turn(h1: float, h2: float) -> float:
    return (h2 - h1 + 180) % 360 - 180


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
