"""The search box with its list of results."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from hetao_map.geometry.projection import to_map
from hetao_map.query.search import COORDINATE_LAYER, SearchHit, SearchIndex
from hetao_map.session.actions import FOCUS_SCALE, Actions
from hetao_map.session.store import Store

_SHOWN = 12
_HIT = Qt.ItemDataRole.UserRole


class SearchBox(QLineEdit):
    """Finds while typing; arrows choose, Enter goes there, Esc leaves."""

    left = Signal()
    """The person is done with searching; the map should have the keyboard."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self._store, self._actions = store, actions
        self._index: SearchIndex | None = None
        self._wanted = False
        self._list = QListWidget()
        self._list.setObjectName("searchResults")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.hide()
        self._list.itemClicked.connect(self._go_to_item)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self._search)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textChanged.connect(lambda text: None if text else self._list.hide())
        self.returnPressed.connect(self._on_enter)
        self.retranslate()

    def attach(self, window: QWidget) -> None:
        """Let the list of results float over the window."""
        self._list.setParent(window)
        window.installEventFilter(self)

    def set_index(self, index: SearchIndex) -> None:
        """Take over the names to search; a search that waited for them goes on."""
        self._index = index
        if self._wanted:
            self._on_enter()
        elif self.hasFocus() and self.text():
            self._search()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search a name or coordinates"))
        self._list.setAccessibleName(self.tr("Search results"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._list.hide()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the results with the arrows, leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._list.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.isVisible():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = (self._list.currentRow() + step) % max(self._list.count(), 1)
            self._list.setCurrentRow(row)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list under the box while the window is resized."""
        if event.type() == QEvent.Type.Resize and self._list.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _search(self) -> list[SearchHit]:
        text = self.text().strip()
        if not text or self._index is None:
            self._list.hide()
            return []
        hits = self._index.search(text, _SHOWN)
        self._fill(hits)
        return hits

    def _fill(self, hits: list[SearchHit]) -> None:
        state = self._store.state
        self._list.clear()
        for hit in hits:
            layer = state.catalog.layer(hit.ref.layer)
            name = hit.name.in_(state.language)
            matched = hit.matched.in_(state.language)
            known_as = f" ({matched})" if matched not in name else ""
            title = f"  ·  {layer.spec.title.in_(state.language)}" if layer else ""
            item = QListWidgetItem(f"{name}{known_as}{title}")
            item.setData(_HIT, hit)
            self._list.addItem(item)
        if not hits:
            item = QListWidgetItem(self.tr("Nothing found"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        else:
            self._list.setCurrentRow(0)
        self._place()
        self._list.show()
        self._list.raise_()

    def _place(self) -> None:
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        self._list.ensurePolished()
        height = sum(self._list.sizeHintForRow(row) for row in range(self._list.count())) + 14
        self._list.setGeometry(corner.x(), corner.y(), max(self.width(), 380), height)

    def _on_enter(self) -> None:
        outdated = self._pause.isActive()
        self._pause.stop()
        self._wanted = self._index is None
        if self._wanted:
            return
        chosen = self._list.currentItem() if self._list.isVisible() else None
        if chosen is None or outdated:
            self._search()
            chosen = self._list.currentItem()
        if chosen is not None:
            self._go_to_item(chosen)

    def _go_to_item(self, item: QListWidgetItem) -> None:
        hit = item.data(_HIT)
        if not isinstance(hit, SearchHit):
            return
        self._list.hide()
        if hit.ref.layer == COORDINATE_LAYER:
            lon, lat = (float(part) for part in hit.ref.id.split(","))
            point = to_map((lon, lat), self._store.state.catalog.map_epsg)
            viewport = self._store.state.viewport.centered(point).at_scale(FOCUS_SCALE)
            self._actions.visit(viewport)
        else:
            self._actions.go_to(hit.ref)
        self.left.emit()
