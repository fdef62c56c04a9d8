"""A quiet line over the map for what a person should know; it never stops the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.look import icon, theme_of

_WIDEST = 640


class Notice(QFrame):
    """Shows sentences until they are dismissed."""

    def __init__(self, canvas: QWidget, store: Store) -> None:
        super().__init__(canvas)
        self.setObjectName("notice")
        self._canvas, self._store = canvas, store
        self._sentences: tuple[LocalizedText, ...] = ()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 6, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        canvas.installEventFilter(self)
        store.changed.connect(self._apply)
        self.retranslate()
        self.hide()

    def tell(self, sentences: tuple[LocalizedText, ...]) -> None:
        """Show sentences; none hides the line."""
        self._sentences = sentences
        self._write(self._store.state.language)
        self.setVisible(bool(sentences))

    def add(self, sentence: LocalizedText) -> None:
        """Show one sentence more, the newest first."""
        shown = self._sentences if self.isVisible() else ()
        self.tell((sentence, *shown))

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
            self._write(new.language)

    def _write(self, language: Language) -> None:
        shown = [" ".join(sentence.in_(language).split()) for sentence in self._sentences[:4]]
        rest = len(self._sentences) - len(shown)
        self._text.setText("\n".join(shown) + (f"\n… +{rest}" if rest else ""))
        theme = theme_of(self._store.state.theme)
        self._close.setIcon(icon("close", theme))
        self._place()

    def _place(self) -> None:
        width = min(_WIDEST, max(self._canvas.width() - 140, 240))
        self.resize(width, self.heightForWidth(width))
        self.move(16, 16)
