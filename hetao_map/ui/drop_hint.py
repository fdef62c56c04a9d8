"""Files dragged onto the window: a hint while they hang over it, and what is let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from hetao_map.session.store import Store
from hetao_map.text.plain import plain
from hetao_map.ui.look import colours, px, theme_of

# Between the edge of the window and the words next to it.
_INSET = 5
_LONGEST = 60


class DropHint(QWidget):
    """Covers the window while files hang over it, and takes them when they are let go."""

    def __init__(self, window: QWidget, store: Store, take: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._window, self._store, self._take = window, store, take
        self._names: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is dragged over the window."""
        kind = event.type()
        if kind in _BY_HAND:
            # Whoever dragged has ended without a word.
            self.hide()
        if watched is not self._window:
            return False
        if isinstance(event, QDropEvent) and kind in _DRAGGED:
            return self._dragged(event)
        if kind in (QEvent.Type.DragLeave, QEvent.Type.WindowDeactivate):
            self.hide()
        elif kind == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Look out for the hand: while something is dragged, neither mouse nor keys are heard."""
        super().showEvent(event)
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look out no more."""
        super().hideEvent(event)
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a veil, a dashed frame, and what would be opened."""
        c = colours(theme_of(self._store.state.theme))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(c["base"])
        veil.setAlpha(222)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        pen = QPen(QColor(c["accent"]), 2.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(frame, 12, 12)
        font = self.font()
        font.setPixelSize(px(19))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(c["text"]))
        middle = frame.center().y()
        self._paint_plate(painter, c, frame)
        painter.setPen(QColor(c["text"]))
        upper = QRectF(frame.left(), middle - 40, frame.width(), 36)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._title())
        font.setPixelSize(px(13))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(c["soft"]))
        lower = QRectF(frame.left(), middle, frame.width(), 26)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._list())
        painter.end()

    def _paint_plate(self, painter: QPainter, c: dict[str, str], frame: QRectF) -> None:
        """Cover what would shine through the words."""
        width = min(px(620), frame.width() - 28)
        plate = QRectF(0, 0, width, 110)
        plate.moveCenter(frame.center())
        painter.setPen(QPen(QColor(c["accent"]), 1.5))
        painter.setBrush(QColor(c["base"]))
        painter.drawRoundedRect(plate, 12, 12)

    def _title(self) -> str:
        return self.tr("Drop to open on the map")

    def _list(self) -> str:
        shown = [plain(name)[:_LONGEST] for name in self._names[:3]]
        rest = len(self._names) - len(shown)
        return "   ·   ".join(shown) + (f"   +{rest}" if rest else "")

    def _dragged(self, event: QDropEvent) -> bool:
        paths = local_files(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.hide()
            self._take(paths)
        elif self.isHidden():
            self._names = [path.name for path in paths]
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
        return True


_BY_HAND = (
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
)
_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def local_files(data: QMimeData) -> list[Path]:
    """Return the paths of the files of this computer that are dragged; nothing is looked at."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile()]
