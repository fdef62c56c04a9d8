"""The name of what lies under a resting pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from hetao_map.geometry.extent import Xy
from hetao_map.model.state import MapState
from hetao_map.query.identify import identify
from hetao_map.query.wording import word_of
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.text.plain import plain
from hetao_map.tools.identify import TOLERANCE_PX

_REST_MS = 250
_BESIDE_POINTER = QPoint(14, 18)
_LONGEST = 60


class HoverHint(QLabel):
    """Appears beside the pointer once it rests, and goes with the next movement."""

    def __init__(self, canvas: QWidget, store: Store) -> None:
        super().__init__(canvas)
        self._canvas, self._store = canvas, store
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._point: Xy | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show)
        store.changed.connect(self._apply)
        self.hide()

    def point_at(self, point: Xy | None) -> None:
        """Take over the map point under the pointer, None when it has left."""
        self.hide()
        self._point = point
        if point is None:
            self._rest.stop()
        else:
            self._rest.start()

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.viewport != new.viewport or old.visible != new.visible:
            self.point_at(None)

    def _show(self) -> None:
        state = self._store.state
        text = name_at(state, self._point) if self._point and state.tool == "identify" else ""
        if not text:
            return
        self.setText(text)
        self.adjustSize()
        self.move(self._place())
        self.show()
        self.raise_()

    def _place(self) -> QPoint:
        """Return the corner beside the pointer, within the map."""
        pointer = self._canvas.mapFromGlobal(self.cursor().pos())
        corner = pointer + _BESIDE_POINTER
        if corner.x() + self.width() > self._canvas.width():
            corner.setX(pointer.x() - self.width() - 8)
        if corner.y() + self.height() > self._canvas.height():
            corner.setY(pointer.y() - self.height() - 8)
        return corner


def name_at(state: MapState, point: Xy) -> str:
    """Return name and kind of the best named feature of the theme at a map point, or nothing.

    The base map is not named: a hint over every pond would only disturb.
    """
    viewport = state.viewport
    shown = state.shown
    themes = [layer for layer in shown if layer.spec.group.id == "theme"] or list(shown)
    for hit in identify(themes, point, TOLERANCE_PX * viewport.metres_per_px):
        feature = state.catalog.find(hit.ref)
        name = plain(feature.name.in_(state.language)) if feature else ""
        if feature and name:
            kind = word_of(words.KIND, feature.kind, state.language)
            parts = (name[:_LONGEST], kind[:_LONGEST])
            return "  ·  ".join(part for part in parts if part)
    return ""
