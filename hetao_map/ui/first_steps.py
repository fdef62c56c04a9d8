"""Three first steps, in a corner of the map; shown until they are done or dismissed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.store import Store

_MARGIN = 16
# Above the scale bar.
_FROM_BELOW = 56
_WIDEST = 340
# Long enough to see the last tick.
_STAY_MS = 1600


class FirstSteps(QFrame):
    """A hint that ticks itself off and never takes the keyboard.

    It waits to be welcome: who has asked for a place or for layers knows the way already.
    """

    def __init__(self, canvas: QWidget, store: Store) -> None:
        super().__init__(canvas)
        self.setObjectName("firstSteps")
        self._canvas, self._store, self._welcome = canvas, store, False
        self._done: set[str] = set()
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._rows = {name: QLabel() for name in ("click", "layers", "search")}
        self._close = QPushButton()
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.dismiss)
        self._later = QTimer(self, singleShot=True, interval=_STAY_MS)
        self._later.timeout.connect(self.dismiss)
        self._build()
        canvas.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        # A click beside a button is not meant for the map below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.retranslate()
        store.changed.connect(self._apply)
        self.hide()

    def welcome(self) -> None:
        """Show the steps once the map is there, unless they have been dismissed."""
        self._welcome = True
        self._show()

    def begin(self) -> None:
        """Show the steps again from the first."""
        self._done.clear()
        self._store.update(first_steps=True)
        self.welcome()

    def dismiss(self) -> None:
        """Hide for ever; the Help menu brings the steps back."""
        self._store.update(first_steps=False)

    def tick(self, name: str) -> None:
        """Mark a step as done; after the last one the hint goes."""
        if self.isVisible() and name not in self._done:
            self._done.add(name)
            self._write()
            if len(self._done) == len(self._rows):
                self._later.start()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("First steps"))
        self._title.setText(self.tr("First steps"))
        self._close.setText(self.tr("Got it"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of the size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the map changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._title.setIndent(0)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        for row in self._rows.values():
            row.setTextFormat(Qt.TextFormat.PlainText)
            row.setWordWrap(True)
            layout.addWidget(row)

    def _write(self) -> None:
        words: dict[str, Callable[[], str]] = {
            "click": lambda: self.tr("Click a place on the map to read about it."),
            "layers": lambda: self.tr("Switch layers on and off on the left."),
            "search": lambda: self.tr("Find a name with Ctrl+F, a command with Ctrl+K."),
        }
        for number, (name, row) in enumerate(self._rows.items(), 1):
            mark = "✓" if name in self._done else f"{number}."
            row.setText(f"{mark}  {words[name]()}")
        self._place()

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.first_steps != new.first_steps or old.catalog is not new.catalog:
            self._show()
        if old.catalog is not new.catalog:
            return
        if old.visible != new.visible:
            self.tick("layers")
        # The first card opens by itself, and a search shows results without a click.
        opened_before = old.selection.current is not None
        if opened_before and old.selection != new.selection and self._on_map():
            self.tick("click")
        if old.searches != new.searches:
            self.tick("search")

    def _on_map(self) -> bool:
        """Tell whether the keyboard is with the map, where a click takes it."""
        focus = self._canvas.window().focusWidget()
        return focus is not None and (focus is self._canvas or self._canvas.isAncestorOf(focus))

    def _show(self) -> None:
        state = self._store.state
        self.setVisible(state.first_steps and self._welcome and bool(state.catalog.datasets))
        self._write()

    def _place(self) -> None:
        width = min(_WIDEST, max(self._canvas.width() - 2 * _MARGIN, 200))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.resize(width, height)
        self.move(_MARGIN, max(self._canvas.height() - height - _FROM_BELOW, _MARGIN))
