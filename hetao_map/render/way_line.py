"""The way from door to door on the map: a cased line for each leg, told by colour and stroke."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.route import WayLine
from hetao_map.model.style import LineSymbolizer, Stroke
from hetao_map.model.surround import LegendRow
from hetao_map.render.theme import Theme, adapted
from hetao_map.text import times
from hetao_map.text.language import Language
from hetao_map.text.localized import same
from hetao_map.text.plain import plain

_STOP_PX, _END_PX = 3.6, 6.5
_CAPS = {"butt": Qt.PenCapStyle.FlatCap, "round": Qt.PenCapStyle.RoundCap}
_LEGEND_LAYER = "ways"
_CASING = Stroke((255, 255, 255, 255), 9.0, cap="round")
_HALO = Stroke((255, 196, 0, 255), 15.0, cap="round")

_PAPER = (255, 255, 255, 255)
_CORE_PX = 5.0
_FOOT = (Stroke((31, 41, 51, 255), _CORE_PX, (0.1, 8.0), cap="round"),)
_RAIL = (Stroke((58, 88, 224, 255), _CORE_PX, cap="round"),)
_ROAD = (Stroke((185, 116, 0, 255), _CORE_PX, (13.0, 7.0)),)
_CONTROL = (Stroke((142, 44, 102, 255), _CORE_PX, cap="round"), Stroke(_PAPER, 1.6))
STROKES = {
    "walk": _FOOT,
    "metro": _RAIL,
    "east_rail": _RAIL,
    "border_control": _CONTROL,
    "bus": _ROAD,
    "shuttle_bus": _ROAD,
    "taxi": _ROAD,
}
"""How each means is drawn, from below; the dark twins of the colours are those of the styles."""


def legend_of(lines: Sequence[WayLine], language: Language) -> tuple[LegendRow, ...]:
    """Return a row for each means of a way, in the order in which they come."""
    modes = dict.fromkeys(line.mode for line in lines)
    return tuple(
        LegendRow(
            _LEGEND_LAYER,
            plain(times.MODE.get(mode, same(mode)).in_(language)),
            tuple(LineSymbolizer(stroke) for stroke in STROKES.get(mode, _ROAD)),
            frozenset({Kind.LINE}),
        )
        for mode in modes
    )


def paint_way(
    painter: QPainter, lines: Sequence[WayLine], viewport: Viewport, theme: Theme
) -> None:
    """Paint the lines, the stops between them and both ends with a painter in logical pixels."""
    drawn = [
        (line, QPolygonF([QPointF(*viewport.to_px(p)) for p in line.points])) for line in lines
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, path in drawn:
        if line.chosen:
            _stroke(painter, path, QColor(*theme.accent), _HALO)
    for _, path in drawn:
        _stroke(painter, path, QColor(*theme.paper), _CASING)
    for line, path in drawn:
        _core(painter, path, line.mode, theme)
    _stops(painter, drawn, theme)
    painter.restore()


def paint_sample(painter: QPainter, line: QPolygonF, mode: str, theme: Theme) -> None:
    """Paint the line of a means as the map has it, along a line of logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _core(painter, line, mode, theme)
    painter.restore()


def _core(painter: QPainter, path: QPolygonF, mode: str, theme: Theme) -> None:
    for stroke in STROKES.get(mode, _ROAD):
        _stroke(painter, path, adapted(stroke.color, theme), stroke)


def _stroke(painter: QPainter, path: QPolygonF, colour: QColor, stroke: Stroke) -> None:
    pen = QPen(colour, stroke.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(_CAPS[stroke.cap])
    if stroke.dash:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    painter.setPen(pen)
    painter.drawPolyline(path)


def _stops(painter: QPainter, drawn: Sequence[tuple[WayLine, QPolygonF]], theme: Theme) -> None:
    """Paint a ring where one changes; the start is a larger one, the end is full.

    Of a way whose ends are not placed only what is known is marked.
    """
    ink, paper = QColor(*theme.ink), QColor(*theme.paper)
    painter.setBrush(paper)
    for line, path in drawn:
        painter.setPen(QPen(ink, 2.6 if line.first else 1.6))
        size = _END_PX if line.first else _STOP_PX
        painter.drawEllipse(path.first(), size, size)
        if not line.last:
            painter.setPen(QPen(ink, 1.6))
            painter.drawEllipse(path.last(), _STOP_PX, _STOP_PX)
    painter.setPen(QPen(paper, 2.0))
    painter.setBrush(ink)
    for path in (path for line, path in drawn if line.last):
        painter.drawEllipse(path.last(), _END_PX + 1, _END_PX + 1)
