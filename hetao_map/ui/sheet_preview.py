"""A page as it will be written, small: painted by the same path, in a worker."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hetao_map.model.state import MapState
from hetao_map.render.output import sheet_image
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.still_letters import still_letters
from hetao_map.render.theme import Theme
from hetao_map.ui.look import colours
from hetao_map.ui.map_sheet import SheetChoice, sheet_of

_QUIET_MS = 200
# A page is painted at 96 dots an inch and made smaller; a larger one with fewer dots.
_MOST_PX = 2400
_AIR = 14.0


def preview_image(state: MapState, choice: SheetChoice, theme: Theme) -> QImage:
    """Return the page of a choice as an image with a pixel for each logical one. Any thread."""
    # As the file does: the preview shows what will be written, to the pixel.
    still_letters()
    longest = max(choice.sheet_px(state.viewport.size_px))
    image = sheet_image(sheet_of(state, choice, theme, min(1.0, _MOST_PX / longest)))
    image.setDevicePixelRatio(1.0)
    return image


class SheetPreview(QWidget):
    """Shows the page of the latest choice, once choices have rested for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(280, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._wanted: tuple[MapState, SheetChoice, Theme] | None = None
        self.image = QImage()
        """The page as it was painted last; null before the first one."""
        self._frame, self._ground = QColor(), QColor()
        self._scheduler = Scheduler()
        self._scheduler.done.connect(self._take)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._ask)

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for a page of either direction."""
        return QSize(560, 480)

    def follow(self, state: MapState, choice: SheetChoice, theme: Theme) -> None:
        """Paint the page of a choice when nothing else has been chosen for a moment."""
        self._frame = QColor(colours(theme)["soft"])
        self._ground = QColor(colours(theme)["hover"])
        first = self._wanted is None
        self._wanted = state, choice, theme
        if first:
            self._ask()
        else:
            self._quiet.start()

    def close_down(self) -> None:
        """End the worker."""
        self._quiet.stop()
        self._scheduler.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page in the middle, in a thin frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if not self.image.isNull():
            self._paint_page(painter)
        painter.end()

    def _paint_page(self, painter: QPainter) -> None:
        room = QSizeF(self.width() - 2 * _AIR, self.height() - 2 * _AIR)
        size = QSizeF(self.image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        ratio = self.devicePixelRatioF()
        # Made smaller once by means of all pixels: the painter would leave some of them out.
        fine = self.image.scaled(
            (size * ratio).toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(QRectF(corner, size), fine)
        painter.setPen(QPen(self._frame, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(corner, size))

    def _ask(self) -> None:
        if self._wanted is not None:
            wanted = self._wanted
            self._scheduler.request("page", lambda _stale: preview_image(*wanted))

    def _take(self, _key: str, image: QImage) -> None:
        self.image = image
        self.update()
