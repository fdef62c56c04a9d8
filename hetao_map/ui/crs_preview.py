"""A small map that shows where data would lie in a reference system."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import GRID_AREA, HONG_KONG_GRID, transformer
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.state import MapState
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.small_map import SmallMap, paint_small_map
from hetao_map.session.actions import home_extent
from hetao_map.ui.look import colours, theme_of

_SIZE = QSize(320, 250)
_DOT_PX = 1.7
# How much wider than the zone the small map may become to show where data lie.
_MOST_TIMES = 12.0


class CrsPreview(QWidget):
    """The map without the layer in question, and dots where its vertices would be."""

    def __init__(self, state: MapState, without: str) -> None:
        super().__init__()
        self.setFixedSize(_SIZE)
        self._state, self._without = state, without
        self._dots: FloatArray = np.empty((0, 2))
        self._view: Viewport | None = None
        self.picture: QImage | None = None
        """The map below the dots, None until it is painted."""
        self._away = ""
        self._scheduler = Scheduler()
        self._scheduler.done.connect(self._take)

    def show_at(self, lonlat: FloatArray, away: str) -> None:
        """Show data at these degrees; away is said where they lie beyond the map."""
        epsg = self._state.catalog.map_epsg
        near = _within(lonlat, GRID_AREA) if epsg == HONG_KONG_GRID else lonlat
        to_map = transformer("EPSG:4326", f"EPSG:{epsg}")
        xy = np.column_stack(to_map.transform(near[:, 0], near[:, 1])) if len(near) else near
        self._dots, self._away = xy[np.isfinite(xy).all(axis=1)], away
        home = home_extent(self._state.catalog)
        around = _around(self._dots)
        if home is not None and around is not None:
            both = home.united(around)
            home = both if both.width < home.width * _MOST_TIMES else home
        self._paint_at(home or around)
        self.update()

    def close_down(self) -> None:
        """End the worker."""
        self._scheduler.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the small map, the dots, and what is said of data beyond it."""
        c = colours(theme_of(self._state.theme))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(c["hover"]))
        if self.picture is not None:
            painter.drawImage(0, 0, self.picture)
        self._paint_dots(painter, QColor(c["accent"]), QColor(c["base"]))
        if self._away:
            self._paint_words(painter, c)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c["line"]), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_dots(self, painter: QPainter, ink: QColor, edge: QColor) -> None:
        if self._view is None:
            return
        pixels = [QPointF(*self._view.to_px((x, y))) for x, y in self._dots.tolist()]
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, radius in ((edge, _DOT_PX + 1), (ink, _DOT_PX)):
            painter.setBrush(colour)
            for pixel in pixels:
                painter.drawEllipse(pixel, radius, radius)

    def _paint_words(self, painter: QPainter, c: dict[str, str]) -> None:
        box = QRectF(self.rect()).adjusted(24, 0, -24, 0)
        veil = QColor(c["base"])
        veil.setAlpha(200)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QColor(c["text"]))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, self._away)

    def _paint_at(self, extent: Extent | None) -> None:
        """Have the map painted for an extent, unless that is what is there."""
        if extent is None:
            return
        size = (self.width(), self.height())
        view = Viewport(size_px=size, device_pixel_ratio=self.devicePixelRatioF()).fitted(extent)
        if view == self._view:
            return
        self._view = view
        state = self._state
        shown = state.catalog.shown(state.visible, view.scale_denominator, state.order)
        layers = tuple(layer for layer in shown if layer.id != self._without)
        job = SmallMap(view, layers, theme_of(state.theme))
        self._scheduler.request("map", lambda stale: paint_small_map(job, stale))

    def _take(self, _key: str, picture: object) -> None:
        if isinstance(picture, QImage):
            self.picture = picture
            self.update()


def _within(lonlat: FloatArray, area: Extent) -> FloatArray:
    low, high = (area.xmin, area.ymin), (area.xmax, area.ymax)
    inside: FloatArray = lonlat[((lonlat >= low) & (lonlat <= high)).all(axis=1)]
    return inside


def _around(xy: FloatArray) -> Extent | None:
    if not len(xy):
        return None
    low, high = xy.min(axis=0).tolist(), xy.max(axis=0).tolist()
    return Extent(low[0], low[1], high[0], high[1])
