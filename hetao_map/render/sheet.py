"""The layout of a page with a map: title, map, legend, sources. In logical pixels."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from hetao_map.render.credits import flowed, wrapped
from hetao_map.render.fonts import font
from hetao_map.render.legend import LegendBlock, legend_block
from hetao_map.render.picture import Picture
from hetao_map.text import words

Look = Callable[[tuple[int, int]], Picture]
"""What makes the picture of a map of a size in logical pixels."""

MARGIN = 38.0
_GAP = 16.0
TITLE_PX, SUBTITLE_PX, SMALL_PX = 20, 12, 9
_SMALLEST_TITLE_PX = 13
# The sources take this share of a page's height at most, and so many lines.
_SOURCES_SHARE, _MOST_SOURCE_LINES = 0.12, 8
# So often map and legend are fitted to each other.
_MOST_LOOKS = 4
# A page with a shorter side than this holds the map alone.
_SMALLEST_PX = 420.0


@dataclass(frozen=True, eq=False)
class Sheet:
    """A page that is laid out. Boxes are in logical pixels; legend_at is its corner."""

    size_px: tuple[float, float]
    picture: Picture
    frame: QRectF
    title: str
    title_px: int
    small_print: tuple[str, ...]
    legend: LegendBlock | None
    legend_at: QPointF

    @property
    def framed(self) -> bool:
        """Tell whether the map lies in a frame, not over the whole page."""
        return self.frame.topLeft() != QPointF(0, 0)


def plain_sheet(picture: Picture, size_px: tuple[float, float] | None = None) -> Sheet:
    """Return a page that is all map; the picture's size where none is given."""
    size = size_px or picture.viewport.size_px
    frame = QRectF(QPointF(0, 0), QSizeF(*size))
    return Sheet(size, picture, frame, "", TITLE_PX, (), None, QPointF())


def make_sheet(size_px: tuple[float, float], look: Look) -> Sheet:
    """Return the page of a size with the map that look makes for the frame.

    A small page, or one without furniture, is all map.
    """
    draft = look(_whole(QSizeF(*size_px)))
    if not draft.furniture or min(size_px) < _SMALLEST_PX:
        return plain_sheet(replace(draft, surround=replace(draft.surround, legend=())), size_px)
    small_print = _small_print(draft, size_px)
    body = _body(size_px, draft, len(small_print))
    frame, room, picture = _settled(body, draft, look)
    frame = _on_device_pixels(frame, picture)
    legend = legend_block(
        picture.surround.legend, picture.language, room.size(), low=_below(frame, room)
    )
    title = _fitting_title(picture, body.width())
    return Sheet(size_px, picture, frame, *title, small_print, legend, room.topLeft())


def _settled(body: QRectF, draft: Picture, look: Look) -> tuple[QRectF, QRectF, Picture]:
    """Return (frame of the map, room of the legend, the picture in the frame).

    The legend is of what the frame shows, and the frame is what the legend leaves.
    """
    picture = draft
    for _ in range(_MOST_LOOKS):
        before = picture.surround.legend
        frame, room = _divided(body, picture)
        frame = QRectF(frame.toRect())
        picture = look(_whole(frame.size()))
        if picture.surround.legend == before:
            break
    return frame, room, picture


def _whole(size: QSizeF) -> tuple[int, int]:
    """Return whole pixels that cover the size."""
    return max(math.ceil(size.width()), 1), max(math.ceil(size.height()), 1)


def _small_print(picture: Picture, size_px: tuple[float, float]) -> tuple[str, ...]:
    """Return the lines at the foot: sources, who is to be named, what to bear in mind."""
    surround, language = picture.surround, picture.language
    small, width = font(language, SMALL_PX), size_px[0] - 2 * MARGIN
    most = min(int(size_px[1] * _SOURCES_SHARE / _line_height(picture)), _MOST_SOURCE_LINES)
    lines: list[str] = []
    if surround.sources:
        joined = ("；" if language.chinese else "; ").join(surround.sources)
        lines = flowed(words.SOURCES.in_(language).format(list=joined), small, width)
    if len(lines) > most:
        lines = [*lines[:most][:-1], lines[most - 1] + " …"]
    named = [part for part in (*surround.attribution.split(" · "), surround.remark) if part]
    return (*lines, *wrapped(named, small, width))


def _body(size_px: tuple[float, float], picture: Picture, foot_lines: int) -> QRectF:
    """Return what is left of the page between title and small print."""
    width, height = size_px
    head = _head_height(picture)
    foot = foot_lines * _line_height(picture) + (8 if foot_lines else 0)
    top = MARGIN + head
    return QRectF(MARGIN, top, width - 2 * MARGIN, height - top - MARGIN - foot)


def _head_height(picture: Picture) -> float:
    surround = picture.surround
    if not surround.title and not surround.dated:
        return 0.0
    return TITLE_PX * 1.3 + SUBTITLE_PX * 1.6 + 6


def _line_height(picture: Picture) -> float:
    return QFontMetricsF(font(picture.language, SMALL_PX)).height()


def _divided(body: QRectF, picture: Picture) -> tuple[QRectF, QRectF]:
    """Return (frame of the map, room of the legend): beside each other, or one below the other."""
    if not picture.surround.legend:
        return body, QRectF()
    if body.width() > body.height():
        room = QSizeF(body.width() * 0.3, body.height())
        block = legend_block(picture.surround.legend, picture.language, room)
        width = min(block.size.width() if block else 0.0, room.width())
        frame = body.adjusted(0, 0, -width - _GAP, 0)
        return frame, QRectF(frame.right() + _GAP, body.top(), width + 1, body.height())
    room = QSizeF(body.width(), body.height() * 0.4)
    block = legend_block(picture.surround.legend, picture.language, room, low=True)
    height = block.size.height() if block else 0.0
    frame = body.adjusted(0, 0, 0, -height - _GAP)
    return frame, QRectF(body.left(), frame.bottom() + _GAP, body.width(), height + 1)


def _below(frame: QRectF, room: QRectF) -> bool:
    return room.top() > frame.top()


def _on_device_pixels(frame: QRectF, picture: Picture) -> QRectF:
    """Return the frame moved to whole device pixels, so that the map's images stay sharp."""
    ratio = picture.viewport.device_pixel_ratio
    corner = QPointF(round(frame.x() * ratio) / ratio, round(frame.y() * ratio) / ratio)
    return QRectF(corner, QSizeF(*picture.viewport.size_px))


def _fitting_title(picture: Picture, width: float) -> tuple[str, int]:
    """Return the title and its size: smaller letters for a long one, and a cut at last."""
    title = picture.surround.title
    for size in range(TITLE_PX, _SMALLEST_TITLE_PX - 1, -1):
        metrics = QFontMetricsF(font(picture.language, size, bold=True))
        if metrics.horizontalAdvance(title) <= width:
            return title, size
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, width), _SMALLEST_TITLE_PX
