"""The information panel: the card of the selected feature, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.line_keeping import kept
from hetao_map.ui.card_view import CardView
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.hit_list import HitList
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.plain_label import plain_label

if TYPE_CHECKING:
    from hetao_map.model.card import InfoCard
    from hetao_map.model.knowledge import Source

# What makes a card is read with the first one: the map comes before it.


class InformationPanel(QFrame):
    """Shows one card, with the way to the other hits; copies it and prints its fact sheet."""

    def __init__(self, store: Store, actions: Actions, print_sheet: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("informationPanel")
        self._store, self._actions, self._print_sheet = store, actions, print_sheet
        self._title, self._names, self._kind = (
            plain_label("title"),
            plain_label("soft"),
            plain_label("soft"),
        )
        self._hint = plain_label("soft")
        self._hits = HitList(store, actions)
        self._buttons = {
            "copy": self._button(self.copy),
            "print": self._button(print_sheet),
            "target": self._button(self.centre),
        }
        self._shown: InfoCard | None = None
        self._top = QHBoxLayout()
        self._card = CardView()
        self._card.source_asked.connect(self._show_source)
        self._card.feature_asked.connect(actions.go_to)
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)
        self._show(store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Information"))
        self._card.setAccessibleName(self.tr("Details"))
        self._card.setAccessibleDescription(
            self.tr("Left and right arrows walk the links, Enter follows one")
        )
        names = {
            "copy": self.tr("Copy as text"),
            "print": self.tr("Fact sheet as PDF"),
            "target": self.tr("Show on the map"),
        }
        for name, button in self._buttons.items():
            button.setAccessibleName(names[name])
            button.setToolTip(names[name])
        self._hint.setText(self.tr("Click a feature on the map, or search for a name."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add_commands(self, commands: Commands) -> None:
        """Offer what the buttons do in the menus, by keys and in the palette."""
        copy = Command(
            "copy_card", lambda: self.tr("Copy card as text"), self.copy, ("Ctrl+Shift+C",),
            enabled=_has_card,
        )  # fmt: skip
        sheet = Command(
            "fact_sheet", lambda: self.tr("Fact sheet as PDF…"), self._print_sheet, ("Ctrl+P",),
            enabled=_has_card,
        )  # fmt: skip
        commands.add("edit", copy)
        commands.add("file", sheet)

    def add_button(self, button: QToolButton) -> None:
        """Put a button of another part of the window before the others."""
        self._top.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)

    def copy(self) -> None:
        """Put the card as plain text on the clipboard."""
        if self._shown is not None:
            from hetao_map.query.card_text import card_text

            text = card_text(self._shown, self._store.state.language)
            QGuiApplication.clipboard().setText(text)

    def centre(self) -> None:
        """Go to the feature whose card is shown."""
        if self._shown is not None:
            self._actions.go_to(self._shown.ref)

    def _build(self) -> None:
        top = self._top
        top.setSpacing(0)
        top.addWidget(self._title, 1)
        for button in self._buttons.values():
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 10, 8)
        head.setSpacing(3)
        head.addLayout(top)
        for widget in (self._names, self._kind, self._hint, self._hits):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._card, 1)

    def _button(self, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(17, 17))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog or _looks(old) != _looks(new):
            self._show(new)

    def _show(self, state: MapState) -> None:
        theme = theme_of(state.theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))
        self._shown = shown_card(state)
        for widget in (self._title, self._names, self._kind, self._card, *self._buttons.values()):
            widget.setVisible(self._shown is not None)
        self._hint.setVisible(self._shown is None)
        self._hits.show_hits(state)
        if self._shown is not None:
            self._show_head(self._shown, state.language)
            self._card.show_card(self._shown, theme, state.language, state.text_size)

    def _show_head(self, card: InfoCard, language: Language) -> None:
        self._title.setText(kept(card.title))
        self._title.setAccessibleName(card.title)
        self._names.setText("  ·  ".join(card.other_names))
        self._names.setVisible(bool(card.other_names))
        parts = [card.kind or card.layer_title, card.status_text]
        if card.schematic:
            parts.append(words.SCHEMATIC.in_(language))
        self._kind.setText("  ·  ".join(part for part in parts if part))

    def _show_source(self, source: Source) -> None:
        from hetao_map.ui.source_dialog import SourceDialog

        SourceDialog(source, self._store.state.language, self).open()


def shown_card(state: MapState) -> InfoCard | None:
    """Return the card of the selected feature with what lies around it, None without one."""
    ref = state.selection.current
    if ref is None:
        return None
    from hetao_map.query.around import around
    from hetao_map.query.ask import of_feature

    answer = of_feature(state.catalog, ref, state.language)
    if answer is None:
        return None
    return replace(answer.card, around=around(state.catalog, answer.feature, state.language))


def _looks(state: MapState) -> tuple[object, ...]:
    """Return what decides how the card looks, besides the data."""
    return state.selection, state.language, state.theme, state.text_size


def _has_card(state: MapState) -> bool:
    return state.selection.current is not None
