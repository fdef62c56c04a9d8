"""What is being measured, in figures, beside the map's edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.state import MapState
from hetao_map.query.measurement import Measured, measured, piece_text, total_words
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import numbers, words
from hetao_map.ui.look import icon, theme_of

_WIDTH = 264
_MARGIN = 16
_MOST_ROWS = 6


class MeasurePanel(QFrame):
    """Sum, pieces and buttons of the measuring tool; there while it is in hand."""

    def __init__(
        self,
        canvas: QWidget,
        store: Store,
        actions: Actions,
        below: QWidget,
        copy: Callable[[], None],
    ) -> None:
        super().__init__(canvas)
        self.setObjectName("measurePanel")
        self._canvas, self._store, self._below = canvas, store, below
        self._title, self._sum, self._more, self._hint = QLabel(), QLabel(), QLabel(), QLabel()
        self._pieces = QListWidget()
        self._close = QToolButton()
        self._close.clicked.connect(lambda: actions.take("identify"))
        self._line, self._area = self._mode(of_area=False), self._mode(of_area=True)
        self._undo, self._clear, self._copy = QPushButton(), QPushButton(), QPushButton()
        self._undo.clicked.connect(self._take_back)
        self._clear.clicked.connect(self._start_anew)
        self._copy.clicked.connect(copy)
        self._build()
        self.retranslate()
        for watched in (canvas, below):
            watched.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        # A click beside a button is not meant for the map below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        store.changed.connect(self._apply)
        self._apply(store.state, store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Measure"))
        self._title.setText(self.tr("Measure"))
        self._line.setText(self.tr("Distance"))
        self._area.setText(self.tr("Area"))
        self._pieces.setAccessibleName(self.tr("Segments"))
        self._undo.setText(self.tr("Undo point"))
        self._clear.setText(self.tr("Clear"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the figures and all coordinates as text"))
        self._close.setAccessibleName(self.tr("Stop measuring"))
        self._close.setToolTip(self.tr("Stop measuring"))
        self._write(self._store.state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of the size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place at the edge, below the notice."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return super().eventFilter(watched, event)

    def _mode(self, *, of_area: bool) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def choose() -> None:
            shape = self._store.state.measured
            self._store.update(measured=replace(shape, of_area=of_area, rounded=False))

        button.clicked.connect(choose)
        return button

    def _build(self) -> None:
        self._title.setObjectName("heading")
        self._sum.setObjectName("title")
        for label in (self._more, self._hint):
            label.setObjectName("soft")
            label.setWordWrap(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        modes = QButtonGroup(self)
        modes.addButton(self._line)
        modes.addButton(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(_row(self._title, None, self._close))
        layout.addLayout(_row(self._line, self._area, None))
        for widget in (self._sum, self._more, self._pieces, self._hint):
            layout.addWidget(widget)
        layout.addLayout(_row(self._undo, self._clear, self._copy))

    def _apply(self, old: MapState, new: MapState) -> None:
        self.setVisible(new.tool == "measure")
        fields = ("tool", "measured", "language", "catalog", "theme")
        if old is new or any(getattr(old, name) != getattr(new, name) for name in fields):
            self._write(new)

    def _write(self, state: MapState) -> None:
        """Show the figures of the state."""
        if state.tool != "measure":
            return
        shape, language = state.measured, state.language
        result = measured(shape, state.catalog.map_epsg)
        (self._area if shape.of_area else self._line).setChecked(True)
        self._close.setIcon(icon("close", theme_of(state.theme)))
        length = numbers.length(result.length_m, language) if result.pieces else ""
        area = "" if result.area_m2 is None else numbers.area(result.area_m2, language)
        self._sum.setText(area or length)
        self._more.setText(self._second_line(state, result, length))
        self._fill(state, result)
        self._hint.setText(self._advice(state))
        self._hint.setVisible(bool(self._hint.text()))
        for widget in (self._sum, self._more):
            widget.setVisible(bool(widget.text()))
        for button in (self._undo, self._clear):
            button.setEnabled(bool(shape.points))
        self._copy.setEnabled(bool(result.pieces))
        self._place()

    def _second_line(self, state: MapState, result: Measured, length: str) -> str:
        if result.crosses:
            return words.MEASURED_CROSSES.in_(state.language)
        if result.area_m2 is None:
            return total_words(state.measured, state.language) if length else ""
        name = total_words(state.measured, state.language)
        return f"{name}{state.language.colon}{length}"

    def _fill(self, state: MapState, result: Measured) -> None:
        texts = [
            f"{number}.  {piece_text(piece, state.language)}"
            for number, piece in enumerate(result.pieces, 1)
        ]
        self._pieces.clear()
        self._pieces.addItems(texts)
        self._pieces.scrollToBottom()
        self._pieces.setVisible(len(texts) > 1)
        row = self._pieces.sizeHintForRow(0) if texts else 0
        self._pieces.setFixedHeight(min(len(texts), _MOST_ROWS) * row + 10)

    def _advice(self, state: MapState) -> str:
        """Return what can be done next; nothing once that has been done twice."""
        if not state.measured.points:
            return self.tr("Click on the map, or press Space to set a point at its centre.")
        if state.measured.done:
            return self.tr("The next click begins anew.")
        if len(state.measured.points) < 3:
            return self.tr("A double click or Enter ends, a click on the first point closes.")
        return ""

    def _take_back(self) -> None:
        self._store.update(measured=self._store.state.measured.without_last())

    def _start_anew(self) -> None:
        self._store.update(measured=self._store.state.measured.cleared())

    def _place(self) -> None:
        if not self.isVisible():
            return
        layout = self.layout()
        width = max(_WIDTH, self.minimumSizeHint().width())
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        top = _MARGIN
        if self._below.isVisible():
            top = self._below.geometry().bottom() + 10
        self.setGeometry(_MARGIN, top, width, max(height, self.minimumSizeHint().height()))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets beside one another, None for what gives way."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
