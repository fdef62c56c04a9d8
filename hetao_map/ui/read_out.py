"""The coordinates in the status bar: a click copies them, the menu chooses their system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from hetao_map.geometry.extent import Xy
from hetao_map.model.state import COORDINATE_FORMS, MapState
from hetao_map.query.positions import Position, position_in
from hetao_map.session.store import Store
from hetao_map.text import words

# What changes how wide the figures are.
_WIDTHS = ("coordinates", "language", "text_size")
_FIELDS = ("viewport", "catalog", *_WIDTHS)


class ReadOut(QToolButton):
    """Tells where the pointer is; away from the map, where the middle of the map is."""

    def __init__(self, store: Store, copy: Callable[[Position], None]) -> None:
        super().__init__()
        self._store, self._copy = store, copy
        self._pointer: Xy | None = None
        self._widest = 0
        self._actions: dict[str, QAction] = {}
        self.setObjectName("readOut")
        # Before there is a map the status bar is as high as it will be: nothing moves then.
        self.setText("0")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMenu(self._build_menu())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.clicked.connect(self.copy)
        store.changed.connect(self._apply)
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        for form, action in self._actions.items():
            action.setText(words.COORDINATE_SYSTEM[form].in_(self._store.state.language))
        self._widest = 0
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def point_at(self, point: Xy | None) -> None:
        """Take over the map point under the pointer, None when it has left."""
        self._pointer = point
        self._write()

    def copy(self) -> None:
        """Copy the coordinates that are shown."""
        position = self._position()
        if position is not None and position.text:
            self._copy(position)

    def _build_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for form in COORDINATE_FORMS:
            action = QAction(menu, checkable=True)
            action.triggered.connect(
                lambda _checked=False, form=form: self._store.update(coordinates=form)
            )
            group.addAction(action)
            menu.addAction(action)
            self._actions[form] = action
        return menu

    def _apply(self, old: MapState, new: MapState) -> None:
        if any(getattr(old, name) != getattr(new, name) for name in _WIDTHS):
            self._widest = 0
        if any(getattr(old, name) != getattr(new, name) for name in _FIELDS):
            self._write()

    def _position(self) -> Position | None:
        state = self._store.state
        if not state.catalog.datasets:
            return None
        point = self._pointer or state.viewport.center
        return position_in(state.coordinates, state.catalog, point, state.language)

    def _write(self) -> None:
        state, position = self._store.state, self._position()
        for form, action in self._actions.items():
            action.setChecked(form == state.coordinates)
        self.setVisible(position is not None)
        if position is None:
            return
        text = position.marked
        if not text:
            title = words.COORDINATE_SYSTEM[position.form].in_(state.language)
            text = f"{title}{state.language.colon}{words.NOT_HERE.in_(state.language)}"
        elif self._pointer is None:
            where = self.tr("Centre")
            text = f"{where}{state.language.colon}{text}"
        self.setText(text)
        self._describe(state, position)
        # The figures change with every movement; what is beside them should stand still.
        self._widest = max(self._widest, self.sizeHint().width())
        self.setMinimumWidth(self._widest)

    def _describe(self, state: MapState, position: Position) -> None:
        title = words.COORDINATE_SYSTEM[position.form].in_(state.language)
        parts = (title, position.accuracy, self.tr("Click to copy"))
        told = "\n".join(part for part in parts if part)
        if told != self.toolTip():
            self.setToolTip(told)
            self.setAccessibleDescription(told)
