"""A quiet bar over the map while a file is read: which one, how far it is, and a way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.plain import plain

_WIDTH = 360
_FROM_BELOW, _GAP = 56, 10


class ReadingBar(QFrame):
    """Is shown as long as the state says that something is read."""

    cancelled = Signal()
    """Somebody does not want to wait."""

    def __init__(self, canvas: QWidget, store: Store) -> None:
        super().__init__(canvas)
        self.setObjectName("notice")
        self._canvas, self._store = canvas, store
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._cancel = QPushButton()
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addStretch(1)
        left.addWidget(self._text)
        left.addWidget(self._bar)
        left.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(12)
        layout.addLayout(left, 1)
        layout.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        canvas.installEventFilter(self)
        store.changed.connect(self._apply)
        self.retranslate()
        self.hide()

    def move_to(self, done: int, of: int) -> None:
        """Show how far it is; of is 0 while nobody knows."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel opening"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in its place when the map changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.reading != new.reading:
            if not old.reading:
                self.move_to(0, 0)
            self._write()
            self._place()
            self.setVisible(bool(new.reading))
            self.raise_()

    def _write(self) -> None:
        name = plain(self._store.state.reading)
        self._text.setText(self.tr("Opening {name}…").format(name=name))
        self._place()

    def _place(self) -> None:
        width = min(_WIDTH, max(self._canvas.width() - 32, 200))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (self._canvas.width() - width) // 2
        bottom = self._canvas.height() - _FROM_BELOW
        for steps in self._canvas.findChildren(QFrame, "firstSteps"):
            if steps.isVisible() and steps.geometry().right() >= left:
                bottom = steps.y() - _GAP
        self.setGeometry(left, bottom - height, width, height)
