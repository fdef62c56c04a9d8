"""A quiet line over the map for what a person should know; it never stops the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.commands import Words
from hetao_map.ui.look import icon, theme_of

_WIDEST = 640
_MOST_OFFERS = 3


@dataclass(frozen=True, eq=False)
class Offer:
    """What a person can do about a sentence: a button below it."""

    words: Words
    act: Callable[[], object]


@dataclass(frozen=True, eq=False)
class _Entry:
    """A sentence that is shown; about is what it is about, where a later one takes its place."""

    sentence: LocalizedText
    offers: tuple[Offer, ...] = ()
    about: str = ""


class Notice(QFrame):
    """Shows sentences until they are dismissed, with what can be done about them."""

    told = Signal(str)
    """A sentence that is new."""

    def __init__(self, canvas: QWidget, store: Store) -> None:
        super().__init__(canvas)
        self.setObjectName("notice")
        self._canvas, self._store = canvas, store
        self._entries: tuple[_Entry, ...] = ()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        self._row = QWidget()
        self._buttons = QHBoxLayout(self._row)
        self._buttons.setContentsMargins(0, 4, 0, 0)
        self._buttons.setSpacing(8)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self._text)
        left.addWidget(self._row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 6, 8)
        layout.addLayout(left, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        canvas.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        # A click beside a button is not meant for the map below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        store.changed.connect(self._apply)
        self.retranslate()
        self.hide()

    def tell(self, sentences: tuple[LocalizedText, ...]) -> None:
        """Show sentences; none hides the line."""
        self._show(tuple(map(_Entry, dict.fromkeys(sentences))))

    def add(self, sentence: LocalizedText, offers: tuple[Offer, ...] = (), about: str = "") -> None:
        """Show one sentence more, the newest first, and what can be done about it.

        What was said before about the same thing, such as a file, goes.
        """
        shown = self._entries if self.isVisible() else ()
        others = (e for e in shown if e.sentence != sentence and not (about and e.about == about))
        self._show((_Entry(sentence, offers, about), *others))

    def withdraw(self, about: str) -> None:
        """Take back what was said about a thing that is gone."""
        left = tuple(entry for entry in self._entries if entry.about != about)
        if self.isVisible() and len(left) < len(self._entries):
            self._show(left)

    def dismiss(self) -> bool:
        """Put the line away; tell whether there was one."""
        there = self.isVisible()
        self.hide()
        return there

    def _show(self, entries: tuple[_Entry, ...]) -> None:
        known = {entry.sentence for entry in self._entries} if self.isVisible() else set()
        self._entries = entries
        language = self._store.state.language
        self._make_buttons()
        self._write(language)
        self.setVisible(bool(entries))
        # Only what is shown knows its height.
        self._place()
        self.raise_()
        for entry in entries:
            if entry.sentence not in known:
                self.told.emit(" ".join(entry.sentence.in_(language).split()))

    def _make_buttons(self) -> None:
        while item := self._buttons.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        offers = [offer for entry in self._entries for offer in entry.offers][:_MOST_OFFERS]
        for offer in offers:
            button = QPushButton(offer.words())
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._take, offer))
            self._buttons.addWidget(button)
            # A layout would do so later, and the notice is measured now.
            button.show()
        self._buttons.addStretch(1)
        self._row.setVisible(bool(offers))

    def _take(self, offer: Offer, _checked: bool = False) -> None:
        self.hide()
        offer.act()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the top of the map when it changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.language is not new.language or old.theme != new.theme:
            self._make_buttons()
            self._write(new.language)

    def _write(self, language: Language) -> None:
        shown = [" ".join(entry.sentence.in_(language).split()) for entry in self._entries[:4]]
        rest = len(self._entries) - len(shown)
        self._text.setText("\n".join(shown) + (f"\n{self._more(rest)}" if rest else ""))
        theme = theme_of(self._store.state.theme)
        self._close.setIcon(icon("close", theme))
        self._place()

    def _more(self, rest: int) -> str:
        return self.tr("and {n} more").format(n=rest)

    def _place(self) -> None:
        width = min(_WIDEST, max(self._canvas.width() - 140, 240))
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.setGeometry(
            16, 16, width, max(self.heightForWidth(width), self.minimumSizeHint().height())
        )
