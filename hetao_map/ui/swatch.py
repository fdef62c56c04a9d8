"""A small sample of how a layer is drawn."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPixmap,
)

from hetao_map.model.layer import Layer
from hetao_map.model.style import LineSymbolizer, PointSymbolizer, PolygonSymbolizer, Rule
from hetao_map.render.symbols import area_brush, brush, mark_path, pen
from hetao_map.render.theme import Theme, named
from hetao_map.ui.look import system_is_dark

_WIDTH, _HEIGHT = 26, 18


def swatch(layer: Layer, theme_name: str) -> QPixmap:
    """Return a sample of the layer's first rule that draws something."""
    theme = named(theme_name, system_is_dark())
    image = QImage(_WIDTH * 2, _HEIGHT * 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rule = _sample_rule(layer)
    if rule is not None:
        _paint(painter, rule, theme, layer)
    painter.end()
    return QPixmap.fromImage(image)


def _sample_rule(layer: Layer) -> Rule | None:
    drawing = (PolygonSymbolizer, LineSymbolizer, PointSymbolizer)
    rules = [
        r for r in layer.spec.style.rules if any(isinstance(s, drawing) for s in r.symbolizers)
    ]
    filled = [
        rule
        for rule in rules
        if any(getattr(symbolizer, "fill", None) for symbolizer in rule.symbolizers)
    ]
    return next(iter(filled or rules), None)


def _paint(painter: QPainter, rule: Rule, theme: Theme, layer: Layer) -> None:
    kinds = {column.kind.name for column in layer.geometries.columns}
    for symbolizer in rule.symbolizers:
        match symbolizer:
            case PolygonSymbolizer() if "POLYGON" in kinds or not kinds:
                painter.setBrush(area_brush(symbolizer, theme))
                painter.setPen(pen(symbolizer.stroke, theme))
                painter.drawRoundedRect(QRectF(3, 3, _WIDTH - 6, _HEIGHT - 6), 2, 2)
            case LineSymbolizer() if "LINE" in kinds:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(pen(symbolizer.stroke, theme))
                painter.drawLine(QLineF(2, _HEIGHT / 2, _WIDTH - 2, _HEIGHT / 2))
            case PointSymbolizer() if "POINT" in kinds:
                painter.save()
                painter.translate(_WIDTH / 2, _HEIGHT / 2)
                painter.setBrush(brush(symbolizer.fill, theme))
                painter.setPen(pen(symbolizer.stroke, theme))
                painter.drawPath(mark_path(symbolizer.mark, min(symbolizer.size, _HEIGHT - 3)))
                painter.restore()
            case _:
                continue
