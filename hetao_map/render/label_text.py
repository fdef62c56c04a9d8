"""The words of a label and their outlines, kept once made."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTransform

from hetao_map.model.layer import Layer
from hetao_map.model.style import TextSymbolizer
from hetao_map.render.fonts import font
from hetao_map.render.lettering import Run
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

_LINE_WIDTH_EM = 11.0
_KEPT = 4000


@dataclass(frozen=True, eq=False)
class TextShape:
    """A label's outline around (0, 0) as its centre, the box it fills, and its lines."""

    path: QPainterPath
    box: QRectF
    runs: tuple[Run, ...] = ()


def label_text(symbolizer: TextSymbolizer, layer: Layer, row: int, language: Language) -> str:
    """Return the label of a row; a name column turns into that of the language."""
    pieces = []
    for part in symbolizer.label:
        if not part.is_column:
            pieces.append(part.text)
            continue
        value = _localized(layer, part.text, row, language)
        if value is None:
            return ""
        pieces.append(plain(value))
    return "".join(pieces).strip()


def _localized(layer: Layer, column: str, row: int, language: Language) -> object:
    for known in Language:
        stem = column.removesuffix(f"_{known.suffix}")
        twin = f"{stem}_{language.suffix}"
        if stem != column and twin in layer.attributes:
            value = layer.attributes[twin][row]
            if value:
                return value
    values = layer.attributes.get(column)
    return values[row] if values else None


class TextShapes:
    """Outlines of labels by text and font; the ones not used for long are dropped."""

    def __init__(self) -> None:
        self._shapes: OrderedDict[tuple[object, ...], TextShape] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str, symbolizer: TextSymbolizer, language: Language) -> TextShape:
        """Return the outline of a text, broken into lines where it is long. Any thread."""
        look = (symbolizer.size, symbolizer.bold, symbolizer.italic, symbolizer.rotation)
        key = (text, look, language)
        with self._lock:
            if key in self._shapes:
                self._shapes.move_to_end(key)
                return self._shapes[key]
        shape = _turned(_shape(text, symbol_font(symbolizer, language)), symbolizer.rotation)
        with self._lock:
            self._shapes[key] = shape
            if len(self._shapes) > _KEPT:
                self._shapes.popitem(last=False)
        return shape


def symbol_font(symbolizer: TextSymbolizer, language: Language) -> QFont:
    """Return the font of a label. Chinese is never slanted: its italic is not legible."""
    slanted = symbolizer.italic and not language.chinese
    return font(language, symbolizer.size, bold=symbolizer.bold, italic=slanted)


def _shape(text: str, label_font: QFont) -> TextShape:
    metrics = QFontMetricsF(label_font)
    lines = _broken(text, metrics, _LINE_WIDTH_EM * label_font.pixelSize())
    height = metrics.height()
    path = QPainterPath()
    top = -height * len(lines) / 2
    runs = []
    for number, line in enumerate(lines):
        start = -metrics.horizontalAdvance(line) / 2
        at = QPointF(start, top + number * height + metrics.ascent())
        path.addText(at, label_font, line)
        runs.append(Run(line, label_font, at))
    left = min(run.at.x() for run in runs)
    return TextShape(path, QRectF(left, top, -2 * left, height * len(lines)), tuple(runs))


def _turned(shape: TextShape, degrees: float) -> TextShape:
    """Return a label turned clockwise about its centre; its box is the one around it."""
    if not degrees:
        return shape
    turn = QTransform().rotate(degrees)
    radians = math.radians(degrees)
    runs = tuple(replace(run, at=turn.map(run.at), angle=radians) for run in shape.runs)
    return TextShape(turn.map(shape.path), turn.mapRect(shape.box), runs)


def _broken(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break a text into lines of about equal length, none much wider than width."""
    total = metrics.horizontalAdvance(text)
    count = max(1, -(-int(total) // int(width)))
    if count == 1:
        return [text]
    pieces = text.split(" ") if " " in text else list(text)
    joint = " " if " " in text else ""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        longer = f"{line}{joint}{piece}" if line else piece
        if (
            line
            and len(lines) < count - 1
            and metrics.horizontalAdvance(longer) > total / count * 1.08
        ):
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line]
