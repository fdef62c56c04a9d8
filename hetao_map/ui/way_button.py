"""The button of a card that asks for a way from or to what the card is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.ways import Ways


class WayButton(QToolButton):
    """Opens a menu of two: from here, to here."""

    def __init__(self, store: Store, ways: Ways) -> None:
        super().__init__()
        self._store = store
        menu = QMenu(self)
        self._from = menu.addAction("", ways.begin_here)
        self._to = menu.addAction("", ways.end_here)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # The style sheet leaves the arrow of a menu no room here.
        self.setObjectName("wayButton")
        self.setIconSize(QSize(17, 17))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()
        store.changed.connect(self._apply)
        self._apply(store.state, store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Door to door"))
        self.setToolTip(self.tr("Door to door"))
        self._from.setText(self.tr("Route from here"))
        self._to.setText(self.tr("Route to here"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress(self._store.state)
        super().changeEvent(event)

    def _apply(self, old: MapState, new: MapState) -> None:
        self.setVisible(new.selection.current is not None)
        if old is new or old.theme != new.theme:
            self._dress(new)

    def _dress(self, state: MapState) -> None:
        self.setIcon(icon("way", theme_of(state.theme)))
