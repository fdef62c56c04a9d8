"""The information panel: the card of the selected feature, and the way to the other hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hetao_map.model.card import InfoCard
from hetao_map.model.state import MapState
from hetao_map.query.ask import of_feature
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.ui.card_view import CardView
from hetao_map.ui.look import icon, theme_of


class InformationPanel(QFrame):
    """Shows one card, with previous and next where several features lie under a click."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("informationPanel")
        self._store = store
        self._title, self._names, self._kind = _label(), _label("soft"), _label("soft")
        self._hint, self._count = _label("soft"), _label("soft")
        self._previous, self._next = QToolButton(), QToolButton()
        self._previous.clicked.connect(lambda: actions.next_hit(-1))
        self._next.clicked.connect(lambda: actions.next_hit(1))
        self._hits = self._hit_row()
        self._card = CardView()
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)
        self._show(store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Information"))
        self._card.setAccessibleName(self.tr("Details"))
        for button, words_ in (
            (self._previous, self.tr("Previous")),
            (self._next, self.tr("Next")),
        ):
            button.setAccessibleName(words_)
            button.setToolTip(words_)
        self._hint.setText(self.tr("Click a feature on the map, or search for a name."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        font = self._title.font()
        font.setPixelSize(19)
        font.setBold(True)
        self._title.setFont(font)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.setSpacing(3)
        for widget in (self._title, self._names, self._kind, self._hint, self._hits):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._card, 1)

    def _hit_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 0)
        self._count.setWordWrap(False)
        layout.addWidget(self._previous)
        layout.addWidget(self._count)
        layout.addWidget(self._next)
        layout.addStretch(1)
        return row

    def _apply(self, old: MapState, new: MapState) -> None:
        if (old.selection, old.language, old.theme) != (
            new.selection,
            new.language,
            new.theme,
        ) or old.catalog is not new.catalog:
            self._show(new)

    def _show(self, state: MapState) -> None:
        theme = theme_of(state.theme)
        self._previous.setIcon(icon("previous", theme))
        self._next.setIcon(icon("next", theme))
        ref = state.selection.current
        answer = of_feature(state.catalog, ref, state.language) if ref else None
        for widget in (self._title, self._names, self._kind, self._card):
            widget.setVisible(answer is not None)
        self._hint.setVisible(answer is None)
        count = len(state.selection.hits)
        self._hits.setVisible(answer is not None and count > 1)
        self._count.setText(f"{state.selection.index + 1} / {count}")
        if answer is not None:
            self._show_head(answer.card, state.language)
            self._card.show_card(answer.card, theme, state.language)

    def _show_head(self, card: InfoCard, language: Language) -> None:
        self._title.setText(card.title)
        self._names.setText("  ·  ".join(card.other_names))
        self._names.setVisible(bool(card.other_names))
        parts = [card.kind or card.layer_title, card.status_text]
        if card.schematic:
            parts.append(words.SCHEMATIC.in_(language))
        self._kind.setText("  ·  ".join(part for part in parts if part))


def _label(name: str = "") -> QLabel:
    """Return a label that shows text as it is and breaks it into lines."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
