"""The words of a label and their outlines, kept once made."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QTransform

from hetao_map.model.layer import Layer
from hetao_map.model.style import NumberLook, TextSymbolizer
from hetao_map.render.fonts import font
from hetao_map.render.lettering import Run, fill_text, painting, stroke_halo
from hetao_map.render.line_breaks import broken
from hetao_map.render.request import new_image
from hetao_map.render.theme import Theme, adapted
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

_LINE_WIDTH_EM = 11.0
# The second language is that much smaller, and never smaller than can be read.
_BELOW, _LEAST_PX = 0.85, 9
_KEPT = 4000
_PICTURES_KEPT = 600


@dataclass(frozen=True, eq=False)
class TextShape:
    """A label's outline around (0, 0) as its centre, the box it fills, and its lines."""

    path: QPainterPath
    box: QRectF
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """What a label says in a language; below is a smaller line in a second one."""

    text: str
    language: Language
    below: Caption | None = None


def captions(
    symbolizer: TextSymbolizer,
    layer: Layer,
    row: int,
    language: Language,
    second: Language | None = None,
) -> tuple[Caption, ...]:
    """Return what a row's label may say, the best first; empty where there is nothing to say.

    With a second language that is both languages, then the first alone: where there is no room
    for two lines one is better than none.
    """
    text = label_text(symbolizer, layer, row, language)
    if not text:
        return ()
    plainly = Caption(text, language)
    other = label_text(symbolizer, layer, row, second, exact=True) if second else ""
    if second is None or other in ("", text):
        return (plainly,)
    return Caption(text, language, Caption(other, second)), plainly


def label_text(
    symbolizer: TextSymbolizer, layer: Layer, row: int, language: Language, *, exact: bool = False
) -> str:
    """Return the label of a row; a name column turns into that of the language.

    exact: the label is empty where the row has no name in that language.
    """
    pieces = []
    for part in symbolizer.label:
        if not part.is_column:
            pieces.append(part.text)
            continue
        value = _localized(layer, part.text, row, language, exact=exact)
        if value is None and not part.optional:
            return ""
        pieces.append(_written(value, symbolizer.numbers))
    text = "".join(pieces).strip()
    return text.replace(symbolizer.breaks, "\n") if symbolizer.breaks else text


def _written(value: object, look: NumberLook | None) -> str:
    if look is not None and isinstance(value, int | float):
        return f"{value:{'+' if look.plus and value > 0 else ''}.{look.decimals}f}"
    # A whole number is written as one, whatever its column holds.
    return f"{value:.15g}" if isinstance(value, float) else plain(value)


def _localized(layer: Layer, column: str, row: int, language: Language, *, exact: bool) -> object:
    for known in Language:
        stem = column.removesuffix(f"_{known.suffix}")
        twin = f"{stem}_{language.suffix}"
        if stem != column and twin in layer.attributes:
            value = layer.attributes[twin][row]
            if value or exact:
                return value or None
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

    def get(self, caption: Caption, symbolizer: TextSymbolizer) -> TextShape:
        """Return the outline of a caption, broken into lines where it is long. Any thread."""
        look = (symbolizer.size, symbolizer.bold, symbolizer.italic, symbolizer.wrap)
        key = (caption, look, symbolizer.rotation)
        with self._lock:
            if key in self._shapes:
                self._shapes.move_to_end(key)
                return self._shapes[key]
        shape = _turned(_shape(_lines(caption, symbolizer)), symbolizer.rotation)
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


def _lines(caption: Caption, symbolizer: TextSymbolizer) -> list[tuple[str, QFont]]:
    """Return the lines of a caption, each with its font."""
    label_font = symbol_font(symbolizer, caption.language)
    width = symbolizer.wrap or _LINE_WIDTH_EM * label_font.pixelSize()
    lines = [(line, label_font) for line in broken(caption.text, QFontMetricsF(label_font), width)]
    if caption.below is not None:
        size = max(round(symbolizer.size * _BELOW), _LEAST_PX)
        lines += _lines(caption.below, replace(symbolizer, size=size, bold=False))
    return lines


def _shape(lines: list[tuple[str, QFont]]) -> TextShape:
    """Return lines one below the other, around their middle."""
    fonts = [(line, line_font, QFontMetricsF(line_font)) for line, line_font in lines]
    whole = sum(metrics.height() for _, _, metrics in fonts)
    path, runs, top = QPainterPath(), [], -whole / 2
    for line, line_font, metrics in fonts:
        at = QPointF(-metrics.horizontalAdvance(line) / 2, top + metrics.ascent())
        path.addText(at, line_font, line)
        runs.append(Run(line, line_font, at))
        top += metrics.height()
    left = min(run.at.x() for run in runs)
    return TextShape(path, QRectF(left, -whole / 2, -2 * left, whole), tuple(runs))


def _turned(shape: TextShape, degrees: float) -> TextShape:
    """Return a label turned clockwise about its centre; its box is the one around it."""
    if not degrees:
        return shape
    turn = QTransform().rotate(degrees)
    radians = math.radians(degrees)
    runs = tuple(replace(run, at=turn.map(run.at), angle=radians) for run in shape.runs)
    return TextShape(turn.map(shape.path), turn.mapRect(shape.box), runs)
