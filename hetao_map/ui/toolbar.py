"""The toolbar: the few things everybody needs, and the search box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from hetao_map.model.state import MapState
from hetao_map.render.theme import Theme
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.search_box import SearchBox


@dataclass(frozen=True, eq=False)
class _Button:
    button: QToolButton
    icon: str
    words: Callable[[], str]


class MapToolBar(QToolBar):
    """Back, forward, identify, measure, export, language; the search box on the right."""

    def __init__(
        self, store: Store, actions: Actions, search: SearchBox, export: Callable[[], None]
    ) -> None:
        super().__init__()
        self._store, self._actions = store, actions
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._buttons: list[_Button] = []
        self._theme: Theme | None = None
        self._back = self._add("back", lambda: self.tr("Back"), actions.back)
        self._forward = self._add("forward", lambda: self.tr("Forward"), actions.forward)
        self._identify = self._add_tool("identify", lambda: self.tr("Identify"))
        self._measure = self._add_tool("measure", lambda: self.tr("Measure"))
        self._add("export", lambda: self.tr("Export"), export)
        self._add_spacer()
        search.setMinimumWidth(220)
        search.setMaximumWidth(460)
        self.addWidget(search)
        self._language = self._add_language_button()
        self.retranslate()
        store.changed.connect(lambda _old, new: self._apply(new))
        self._apply(store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        for entry in self._buttons:
            text = entry.words()
            entry.button.setAccessibleName(text)
            entry.button.setToolTip(text)
        self._language.setText(self._store.state.language.own_name)
        self._language.setAccessibleName(self.tr("Language"))
        self._language.setToolTip(self.tr("Language"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add(
        self, icon_name: str, words: Callable[[], str], act: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(20, 20))
        button.clicked.connect(lambda _checked=False: act())
        self.addWidget(button)
        self._buttons.append(_Button(button, icon_name, words))
        return button

    def _add_spacer(self) -> None:
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)

    def _add_language_button(self) -> QToolButton:
        button = QToolButton()
        menu = QMenu(button)
        group = QActionGroup(menu)
        for language in Language:
            action = QAction(language.own_name, menu)
            action.setCheckable(True)
            action.setData(language)
            action.triggered.connect(
                lambda _checked=False, chosen=language: self._store.update(language=chosen)
            )
            group.addAction(action)
            menu.addAction(action)
        button.setMenu(menu)
        # Only this kind of menu is told to screen readers; a click anywhere opens it.
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.clicked.connect(button.showMenu)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _add_tool(self, name: str, words: Callable[[], str]) -> QToolButton:
        def take() -> None:
            self._actions.take(name)
            button.setChecked(True)

        button = self._add(name, words, take)
        button.setCheckable(True)
        return button

    def _apply(self, state: MapState) -> None:
        self._dress(theme_of(state.theme))
        self._back.setEnabled(bool(state.history.past))
        self._forward.setEnabled(bool(state.history.future))
        self._identify.setChecked(state.tool == "identify")
        self._measure.setChecked(state.tool == "measure")
        for action in self._language.menu().actions():
            action.setChecked(action.data() is state.language)

    def _dress(self, theme: Theme) -> None:
        """Give the buttons the icons of a theme; a new icon has the whole bar laid out anew."""
        if theme is self._theme:
            return
        self._theme = theme
        for entry in self._buttons:
            entry.button.setIcon(icon(entry.icon, theme))
        self._language.setIcon(icon("language", theme))
