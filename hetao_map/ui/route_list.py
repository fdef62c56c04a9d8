"""The rows of a way: its legs along a line as the map has it, then what is to be known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from hetao_map.model.route import Leg, Remark, Route
from hetao_map.query.route_text import (
    leg_clock,
    leg_details,
    leg_ends,
    leg_name,
    route_sources,
)
from hetao_map.query.source_text import source_line
from hetao_map.render.theme import Theme
from hetao_map.render.way_line import paint_sample
from hetao_map.text import times
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain
from hetao_map.ui.line_delegate import LineDelegate, dress, line_item

_LEG = Qt.ItemDataRole.UserRole
_MODE = Qt.ItemDataRole.UserRole + 2
_GUTTER, _MIDDLE, _TOP, _RING = 26, 15, 16, 4.0


class RouteList(QListWidget):
    """Legs first, each with the line that it has on the map; words of data are no markup."""

    def __init__(self) -> None:
        super().__init__()
        dress(self)
        self._delegate = _LegDelegate(self)
        self.setItemDelegate(self._delegate)

    def leg_of(self, item: QListWidgetItem | None) -> int | None:
        """Return the number of a row's leg, None for what is none."""
        number = item.data(_LEG) if item is not None else None
        return number if isinstance(number, int) else None

    def show_route(self, route: Route, language: Language, theme: Theme) -> None:
        """Show a way in place of what is there; the row in hand and the place in the list stay."""
        current, scrolled = self.currentRow(), self.verticalScrollBar().value()
        self._delegate.theme = theme
        self.blockSignals(True)
        self.clear()
        for number, leg in enumerate(route.legs):
            self.addItem(_leg_item(number, leg, route, language))
        self._add_remarks(times.HEADING_NOT_CHOSEN, route.not_chosen, language)
        self._add_remarks(times.HEADING_NOTES, route.notes, language)
        for notice in route.notices:
            self.addItem(line_item("", (plain(notice.in_(language)),)))
        whose = " ".join(text.in_(language) for text in (times.CLOCK_OF, times.FOR_PERSONS))
        self.addItem(line_item("", (whose,)))
        sources = route_sources(route, language)
        if sources:
            self.addItem(line_item(times.HEADING_SOURCES.in_(language), (), "\n".join(sources)))
        if 0 <= current < self.count():
            self.setCurrentRow(current)
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(False)

    def forget(self) -> None:
        """Show nothing, without telling that another row is in hand."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def _add_remarks(
        self, heading: LocalizedText, remarks: tuple[Remark, ...], language: Language
    ) -> None:
        name = heading.in_(language)
        for remark in remarks:
            said = source_line(remark.source, "", language) if remark.source else ""
            self.addItem(line_item(name, (plain(remark.text.in_(language)),), plain(said)))
            name = ""


def _leg_item(number: int, leg: Leg, route: Route, language: Language) -> QListWidgetItem:
    clock = leg_clock(leg, route.ready.date())
    soft = leg_details(leg, language)
    if not leg.path or leg.schematic:
        how = times.SCHEMATIC if leg.path else times.NOT_DRAWN
        soft = f"{soft}\n{how.in_(language)}"
    name = plain(f"{clock}  {leg_name(leg).in_(language)}")
    item = line_item(name, (plain(leg_ends(leg, language)),), soft)
    item.setData(_LEG, number)
    item.setData(_MODE, leg.mode)
    return item


class _LegDelegate(LineDelegate):
    """Paints the line of a leg along the left edge, so that the legs are one line down the list."""

    theme: Theme | None = None

    def gutter(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the room for the line."""
        return _GUTTER if index.data(_MODE) else super().gutter(index)

    def paint_mark(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line, and a ring where the leg begins."""
        mode = index.data(_MODE)
        if not mode or self.theme is None:
            super().paint_mark(painter, rect, index)
            return
        x, top = rect.left() + _MIDDLE, rect.top() + _TOP
        line = QPolygonF([QPointF(x, top + 8), QPointF(x, rect.bottom() - 3)])
        paint_sample(painter, line, mode, self.theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(*self.theme.ink), 1.6))
        painter.setBrush(QColor(*self.theme.paper))
        painter.drawEllipse(QPointF(x, top), _RING, _RING)
