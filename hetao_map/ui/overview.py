"""The whole zone in a corner of the map, with the present view as a frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.render.small_map import SmallMap, paint_small_map
from hetao_map.session.actions import Actions, home_extent
from hetao_map.session.store import Store
from hetao_map.ui.look import colours, theme_of

SIZE = QSize(200, 144)
_MARGIN = 14
# Above the lines that say who is to be named.
_FROM_BELOW = 52
# In a smaller map it would be in the way.
_LEAST = QSize(560, 420)
_LEAST_FRAME_PX = 7.0
_KEY_SHARE = 0.25
_PICTURE = "overview"


class Overview(QFrame):
    """A click or a drag moves the map there; so do the arrow keys.

    The picture is painted once for each set of layers, theme and screen, in the background,
    when the map itself is complete.
    """

    def __init__(self, canvas: QWidget, store: Store, actions: Actions, live_map: LiveMap) -> None:
        super().__init__(canvas)
        self._canvas, self._store, self._actions = canvas, store, actions
        self._live_map = live_map
        self.picture: QImage | None = None
        """What has been painted last, None at first."""
        self._asked: tuple[object, ...] = ()
        self._left: Viewport | None = None
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        canvas.installEventFilter(self)
        store.changed.connect(self._apply)
        live_map.updated.connect(self._ask)
        live_map.painted_aside.connect(self._take)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Overview map"))
        self.setAccessibleDescription(self.tr("Click, drag or press an arrow key to move the map"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the map changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._show()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and the frame of the view on it."""
        c = colours(theme_of(self._store.state.theme))
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(c["base"]))
        if self.picture is not None:
            painter.drawImage(0, 0, self.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((c["base"], 4.0), (c["accent"], 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(self._frame())
        # A gap and a line part it from the map below, which has the same colours.
        edge = c["accent"] if self.hasFocus() else c["soft"]
        for colour, width in ((c["base"], 8.0), (edge, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._left = self._store.state.viewport
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map with the pointer."""
        if self._left is not None:
            self._go(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave the map where it is; the view before can be come back to."""
        left, self._left = self._left, None
        if left is not None and left != self._store.state.viewport:
            self._actions.remember(left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the map by a quarter of its view."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        width, height = self._store.state.viewport.size_px
        self._actions.pan(step[0] * width * _KEY_SHARE, step[1] * height * _KEY_SHARE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the focus away."""
        super().focusOutEvent(event)
        self.update()

    @property
    def view(self) -> Viewport | None:
        """Return what the picture shows, None while there is nothing to show."""
        extent = home_extent(self._store.state.catalog)
        if extent is None:
            return None
        ratio = self.devicePixelRatioF()
        plain = Viewport(size_px=(self.width(), self.height()), device_pixel_ratio=ratio)
        return plain.fitted(extent)

    def _go(self, place: QPointF) -> None:
        view = self.view
        if view is not None:
            point: Xy = view.to_map((place.x(), place.y()))
            self._store.update(viewport=self._store.state.viewport.centered(point))

    def _frame(self) -> QRectF:
        """Return the present view on the picture, never smaller than can be seen."""
        view, seen = self.view, self._store.state.viewport.extent
        if view is None:
            return QRectF()
        low, high = view.to_px((seen.xmin, seen.ymax)), view.to_px((seen.xmax, seen.ymin))
        frame = QRectF(QPointF(*low), QPointF(*high))
        wide, tall = (
            max(_LEAST_FRAME_PX - size, 0) / 2 for size in (frame.width(), frame.height())
        )
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        return frame.adjusted(-wide, -tall, wide, tall) & inside

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.overview != new.overview or old.catalog is not new.catalog:
            self._show()
        elif self.isVisible() and old.viewport != new.viewport:
            self.update()

    def _show(self) -> None:
        """Appear where there is room, and ask for the picture."""
        room = self._canvas.width() >= _LEAST.width() and self._canvas.height() >= _LEAST.height()
        self.setVisible(self._store.state.overview and room and self.view is not None)
        self.move(
            self._canvas.width() - self.width() - _MARGIN,
            self._canvas.height() - self.height() - _FROM_BELOW,
        )
        self._ask()

    def _ask(self) -> None:
        """Have the picture painted, unless it is on its way or there."""
        state, view = self._store.state, self.view
        if view is None or not self.isVisible() or not self._live_map.complete:
            return
        shown = state.catalog.shown(state.visible, view.scale_denominator, state.order)
        job = SmallMap(view, shown, theme_of(state.theme))
        asked = (view, tuple(map(id, shown)), job.theme)
        if asked == self._asked:
            return
        self._asked = asked
        self._live_map.paint_aside(_PICTURE, lambda stale: paint_small_map(job, stale))

    def _take(self, key: str, picture: object) -> None:
        if key == _PICTURE and isinstance(picture, QImage):
            self.picture = picture
            self.update()


_STEPS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
