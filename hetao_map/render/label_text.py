"""The words of a label and their outlines, kept once made."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QTransform

from hetao_map.model.layer import Layer
from hetao_map.model.style import TextSymbolizer
from hetao_map.render.fonts import font
from hetao_map.render.lettering import Run, fill_text, painting, stroke_halo
from hetao_map.render.request import new_image
from hetao_map.render.theme import Theme, adapted
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

_LINE_WIDTH_EM = 11.0
_KEPT = 4000
_PICTURES_KEPT = 600


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


@dataclass(frozen=True, eq=False)
class TextPicture:
    """A label painted; corner is the image's upper left one, from the label's centre."""

    image: QImage
    corner: QPointF


def paint_halo(
    painter: QPainter, path: QPainterPath, symbolizer: TextSymbolizer, theme: Theme
) -> None:
    """Paint the rim around a label's letters, if it has one."""
    if symbolizer.halo_color is not None and symbolizer.halo_radius:
        color = adapted(symbolizer.halo_color, theme)
        stroke_halo(painter, path, color, symbolizer.halo_radius)


def _painted(
    shape: TextShape, symbolizer: TextSymbolizer, theme: Theme, ratio: float
) -> TextPicture:
    reach = symbolizer.halo_radius + 2
    area = shape.path.boundingRect().adjusted(-reach, -reach, reach, reach)
    area = QRectF(area.toAlignedRect())
    image = new_image(area, ratio)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.topLeft())
        paint_halo(painter, shape.path, symbolizer, theme)
        fill_text(painter, shape.path, shape.runs, adapted(symbolizer.color, theme))
    return TextPicture(image, area.topLeft())


class TextShapes:
    """Outlines of labels by text and font; the ones not used for long are dropped."""

    def __init__(self) -> None:
        self._shapes: OrderedDict[tuple[object, ...], TextShape] = OrderedDict()
        self._pictures: OrderedDict[tuple[object, ...], TextPicture] = OrderedDict()
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

    def picture(
        self, shape: TextShape, symbolizer: TextSymbolizer, theme: Theme, ratio: float
    ) -> TextPicture:
        """Return a label painted in a symbolizer's colours, at a device pixel ratio."""
        rim = (symbolizer.halo_color, symbolizer.halo_radius)
        key = (shape, symbolizer.color, rim, theme, ratio)
        with self._lock:
            found = self._pictures.get(key)
        if found is None:
            found = _painted(shape, symbolizer, theme, ratio)
            with self._lock:
                self._pictures[key] = found
                if len(self._pictures) > _PICTURES_KEPT:
                    self._pictures.popitem(last=False)
        return found


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
