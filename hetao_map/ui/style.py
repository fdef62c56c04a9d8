"""Qt's Fusion style, with boxes to tick and arrows that are seen on a dark ground as well."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

from hetao_map.render.theme import named
from hetao_map.ui.look import icon

_BOXES = (
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
)
_SIDE = 14.0
# What Qt brings itself is black, whatever the ground.
_ARROWS = {
    QStyle.StandardPixmap.SP_ArrowBack: "back",
    QStyle.StandardPixmap.SP_ArrowForward: "forward",
    QStyle.StandardPixmap.SP_FileDialogToParent: "up",
}


class MapStyle(QProxyStyle):
    """Draws boxes with an edge in the colour of lesser letters; all else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def standardIcon(
        self,
        which: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Return the arrows of the file dialogue in the ink of the window, others as they are."""
        if which not in _ARROWS:
            return super().standardIcon(which, option, widget)
        ground = QApplication.palette().color(QPalette.ColorRole.Window)
        return icon(_ARROWS[which], named("dark" if ground.lightness() < 128 else "light"))

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a box to tick, no line behind tabs, and leave the rest to Fusion."""
        if element in _BOXES:
            _draw_box(painter, option)
        elif element is not QStyle.PrimitiveElement.PE_FrameTabBarBase:
            super().drawPrimitive(element, option, painter, widget)


def _draw_box(painter: QPainter, option: QStyleOption) -> None:
    # In a row in hand a style sheet changes the option's own colours.
    palette, state = QApplication.palette(), option.state
    if not state & QStyle.StateFlag.State_Enabled:
        palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
    box = QRectF(0, 0, _SIDE, _SIDE)
    box.moveCenter(QRectF(option.rect).center())
    box = QRectF(round(box.x()) + 0.5, round(box.y()) + 0.5, _SIDE - 1, _SIDE - 1)
    on = bool(state & QStyle.StateFlag.State_On)
    partly = bool(state & QStyle.StateFlag.State_NoChange)
    ink = palette.color(QPalette.ColorRole.Highlight if on or partly else _EDGE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ink if on else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(_mark_pen(palette))
        painter.drawPolyline(_tick(box))
    elif partly:
        painter.fillRect(box.adjusted(3.5, 3.5, -3.5, -3.5), ink)
    painter.restore()


_EDGE = QPalette.ColorRole.PlaceholderText


def _mark_pen(palette: QPalette) -> QPen:
    pen = QPen(palette.color(QPalette.ColorRole.HighlightedText), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _tick(box: QRectF) -> QPolygonF:
    x, y, side = box.x(), box.y(), box.width()
    points = ((0.22, 0.52), (0.43, 0.74), (0.80, 0.28))
    return QPolygonF([QPointF(x + a * side, y + b * side) for a, b in points])
