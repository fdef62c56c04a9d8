"""Lines of small print: attribution on a picture, sources on a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_JOINT = " · "


def wrapped(parts: Sequence[str], font: QFont, width: float, joint: str = _JOINT) -> list[str]:
    """Return the parts as lines no wider than width, broken between them where it can be."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{joint}{part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.extend(flowed(part, font, width))
    return lines


def flowed(text: str, font: QFont, width: float) -> list[str]:
    """Return a text as full lines no wider than width, broken where its language allows."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines
