"""The panel of time: what has happened by the day that the map shows, and the figures then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from hetao_map.model.state import MapState, Selection
from hetao_map.query.source_text import source_line
from hetao_map.query.timeline import Happening, figures_at, happenings
from hetao_map.session.store import Store
from hetao_map.text import dates
from hetao_map.text.plain import plain
from hetao_map.ui.line_delegate import dress, line_item
from hetao_map.ui.plain_label import plain_label

_ROLE = Qt.ItemDataRole.UserRole
_LAST_DAY = "9999-12-31"


class TimePanel(QFrame):
    """Events, the latest by the day at the top, and the last figure of each series."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._store = store
        self._title, self._hint = plain_label("title"), plain_label("soft")
        self._events, self._figures = QListWidget(), QListWidget()
        self._events_head, self._figures_head = plain_label("heading"), plain_label("heading")
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Time"))
        self._title.setText(self.tr("Time"))
        self._hint.setText(
            self.tr("Choose a day from 1995 to 2035 on the bar below the map. Undated features "
                    "are always shown.")
        )  # fmt: skip
        self._events_head.setText(self.tr("By then"))
        self._figures_head.setText(self.tr("Figures then"))
        self._events.setAccessibleName(self.tr("Events"))
        self._figures.setAccessibleName(self.tr("Figures then"))
        self._show(self._store.state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        for view in (self._events, self._figures):
            dress(view)
        self._events.itemActivated.connect(self._go_to)
        self._events.itemClicked.connect(self._go_to)
        for widget in (self._title, self._hint, self._events_head):
            layout.addWidget(widget)
        layout.addWidget(self._events, 3)
        layout.addWidget(self._figures_head)
        layout.addWidget(self._figures, 2)
        self.setFocusProxy(self._events)

    def _apply(self, old: MapState, new: MapState) -> None:
        other_map = old.catalog is not new.catalog
        if other_map or (old.date, old.language) != (new.date, new.language):
            self._show(new)

    def _show(self, state: MapState) -> None:
        day, language = state.date or _LAST_DAY, state.language
        self._events.clear()
        told = [one for one in happenings(state.catalog) if one.day.isoformat() <= day]
        for one in reversed(told):
            source = source_line(one.source, "", language) if one.source else ""
            words = plain(one.title.in_(language))
            item = line_item(dates.date(one.date, language), (words,), plain(source))
            item.setData(_ROLE, one)
            self._events.addItem(item)
        if not told:
            self._events.addItem(line_item(self.tr("No event is known by then.")))
        self._figures.clear()
        for figure in figures_at(state.catalog, day, language):
            self._figures.addItem(line_item(figure.label, (figure.text,), figure.period))
        if not self._figures.count():
            self._figures.addItem(line_item(self.tr("No figure is known by then.")))

    def _go_to(self, item: QListWidgetItem) -> None:
        one: Happening | None = item.data(_ROLE)
        if one is not None:
            self._store.update(date=one.day.isoformat(), selection=Selection(one.refs))
