"""Zoom buttons on the map itself, where the hand is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.look import icon, theme_of

ZOOM_STEP = 1.6
_MARGIN = 12
_BELOW_NORTH_ARROW = 72


class MapControls(QFrame):
    """Zoom in, zoom out and full extent, in the upper right corner of the map."""

    def __init__(self, canvas: QWidget, store: Store, actions: Actions) -> None:
        super().__init__(canvas)
        self.setObjectName("mapControls")
        self._canvas = canvas
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        self._buttons = {
            "zoom_in": self._add(lambda: actions.zoom(ZOOM_STEP)),
            "zoom_out": self._add(lambda: actions.zoom(1 / ZOOM_STEP)),
            "full_extent": self._add(actions.show_all),
        }
        canvas.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        # A click beside a button is not meant for the map below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.retranslate()
        store.changed.connect(self._apply)
        self._dress(store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        words = {
            "zoom_in": self.tr("Zoom in"),
            "zoom_out": self.tr("Zoom out"),
            "full_extent": self.tr("Full extent"),
        }
        for name, button in self._buttons.items():
            button.setAccessibleName(words[name])
            button.setToolTip(words[name])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the map changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.adjustSize()
            self.move(self._canvas.width() - self.width() - _MARGIN, _BELOW_NORTH_ARROW)
        return super().eventFilter(watched, event)

    def _add(self, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: act())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.theme != new.theme:
            self._dress(new)

    def _dress(self, state: MapState) -> None:
        theme = theme_of(state.theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))
