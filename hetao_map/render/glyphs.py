"""The program's own symbols from assets/symbols, in the colours a style asks for.

A symbol is an SVG of 24 units a side. param(fill) and param(outline) stand in it for colours,
as in the SVG symbols of QGIS, so that both programs draw the same file.
"""

from __future__ import annotations

import functools
import re
import threading

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from hetao_map.model.style import PointSymbolizer
from hetao_map.render.theme import Theme, adapted
from hetao_map.resources import asset

_PARAMETER = re.compile(r"param\((fill|outline)\)(?: #[0-9a-fA-F]{6})?")
_INK, _PAPER = (31, 41, 51, 255), (255, 255, 255, 255)
# QSvgRenderer may only serve the thread that made it.
_kept = threading.local()


def paint_glyph(painter: QPainter, box: QRectF, mark: PointSymbolizer, theme: Theme) -> None:
    """Paint a symbol into a box with a painter; shapes stay shapes on paper. Any thread."""
    fill = adapted(mark.fill or _INK, theme)
    outline = adapted(mark.stroke.color if mark.stroke else _PAPER, theme)
    painter.setOpacity(painter.opacity() * fill.alphaF())
    _renderer(mark.symbol, fill.name(), outline.name()).render(painter, box)


def _renderer(name: str, fill: str, outline: str) -> QSvgRenderer:
    known: dict[tuple[str, str, str], QSvgRenderer] | None = getattr(_kept, "known", None)
    if known is None:
        known = _kept.known = {}
    key = (name, fill, outline)
    if key not in known:
        known[key] = QSvgRenderer(QByteArray(colored(name, fill, outline).encode()))
    return known[key]


def colored(name: str, fill: str, outline: str) -> str:
    """Return the SVG text of a symbol with two colours, each as #rrggbb."""
    colors = {"fill": fill, "outline": outline}
    return _PARAMETER.sub(lambda match: colors[match[1]], _text(name))


@functools.cache
def _text(name: str) -> str:
    text = asset(f"symbols/{name}.svg").read_text(encoding="utf-8")
    # What has no stroke gets a black one from QSvgRenderer in a PDF or SVG, unless of no width.
    return text.replace("<svg ", '<svg stroke="#000000" stroke-width="0" ', 1)
