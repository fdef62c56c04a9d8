"""Writing on the map: outlines on pictures, real text in a PDF, so that it can be searched."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

_VECTOR = (QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG)


@dataclass(frozen=True, eq=False, slots=True)
class Run:
    """A piece of a text in one direction: at is the start of its baseline in logical pixels.

    angle is in radians, clockwise as on the screen.
    """

    text: str
    font: QFont
    at: QPointF
    angle: float = 0.0

    def translated(self, by: QPointF) -> Run:
        """Return the piece moved."""
        return replace(self, at=self.at + by)


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Yield a painter that ends in every case: Qt crashes where a device goes before it."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def is_vector(painter: QPainter) -> bool:
    """Tell whether the painter writes a PDF or an SVG, where shapes stay shapes."""
    return painter.paintEngine().type() in _VECTOR


def fill_text(painter: QPainter, path: QPainterPath, runs: Iterable[Run], ink: QColor) -> None:
    """Fill letters: by their outlines, in a PDF as text.

    An SVG gets outlines as well: a text there is set in whatever font the reader has.
    """
    if painter.paintEngine().type() is not QPaintEngine.Type.Pdf:
        painter.fillPath(path, ink)
        return
    painter.setPen(ink)
    for run in runs:
        painter.save()
        painter.setFont(run.font)
        painter.translate(run.at)
        painter.rotate(math.degrees(run.angle))
        painter.drawText(QPointF(0, 0), run.text)
        painter.restore()


def stroke_halo(painter: QPainter, path: QPainterPath, color: QColor, radius: float) -> None:
    """Draw a rim around letters, radius pixels wide."""
    pen = QPen(color, 2 * radius)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    device = painter.device()
    if isinstance(device, QImage):
        _stamp_rim(painter, device, path, pen)
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Not strokePath: a PDF would get the rim's outline, many times the size of the letters.
    painter.drawPath(path)


def _stamp_rim(painter: QPainter, device: QImage, path: QPainterPath, pen: QPen) -> None:
    """Draw the outline of each part of a letter by itself, six times as fast as all in one.

    Where two of them overlap, a colour that is not opaque would count twice: they are drawn
    opaque on an image of their own.
    """
    color, transform = pen.color(), painter.deviceTransform()
    pen.setColor(QColor(color.red(), color.green(), color.blue()))
    reach = pen.widthF() / 2 + 1
    box = path.boundingRect().adjusted(-reach, -reach, reach, reach)
    area = transform.mapRect(box).toAlignedRect() & device.rect()
    if area.isEmpty():
        return
    rim = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    rim.fill(0)
    with painting(rim) as scratch:
        scratch.setRenderHints(painter.renderHints())
        scratch.setTransform(transform * QTransform.fromTranslate(-area.x(), -area.y()))
        scratch.setPen(pen)
        for part in path.toSubpathPolygons():
            scratch.drawPolygon(part)
    ratio = device.devicePixelRatio()
    rim.setDevicePixelRatio(ratio)
    painter.save()
    painter.setWorldMatrixEnabled(False)
    painter.setOpacity(painter.opacity() * color.alphaF())
    painter.drawImage(QPointF(area.topLeft()) / ratio, rim)
    painter.restore()


def write(
    painter: QPainter, at: QPointF, text: str, ink: QColor, halo: QColor | None = None
) -> None:
    """Write a line in the painter's font from the start of its baseline."""
    painter.save()
    font = painter.font()
    path = QPainterPath()
    path.addText(at, font, text)
    if halo is not None:
        stroke_halo(painter, path, halo, 1.5)
    fill_text(painter, path, [Run(text, font, at)], ink)
    painter.restore()
