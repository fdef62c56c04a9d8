"""The attribute table of a layer, below the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
)

from hetao_map.model.errors import UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.plain import plain
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.layer_menu import LayerEntry, LayerMenu, holds_features
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.plain_label import plain_label
from hetao_map.ui.row_view import RowView
from hetao_map.ui.table_model import TableModel

if TYPE_CHECKING:
    from hetao_map.query.table import FeatureTable

_TYPING_MS, _WIDEST_PX = 150, 320
_LONGEST_FILTER = 200


class AttributeTable(QFrame):
    """Lists the features of one layer: sort by a head, filter by words, select with the map."""

    closed = Signal()
    """The person is done with the table."""

    export_asked = Signal(str, object)
    """layer id, rows (tuple of int) that are to be written to a file."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("attributeTable")
        self._store, self._actions = store, actions
        self._layer_id = ""
        self._table: FeatureTable | None = None
        self._model = TableModel()
        self._layers, self._filter, self._count = DropList(), QLineEdit(), QLabel()
        self._in_view, self._wants_view = QCheckBox(), False
        self._wrong = plain_label("soft")
        self._buttons = {
            "target": self._button(self._show_on_map),
            "copy": self._button(self.copy),
            "export": self._button(self._export_rows),
            "close": self._button(self.closed.emit),
        }
        self._view = RowView(self._show_on_map, self.copy)
        self._view.setModel(self._model)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._fill)
        self._build()
        self._connect()
        self.retranslate()

    def add_commands(
        self, commands: Commands, menu: LayerMenu, show: Callable[[str], None]
    ) -> None:
        """Offer the table in the menus; show opens it with a layer, the selected one for ""."""
        commands.add("layers", Command(
            "attribute_table", lambda: self.tr("Attribute table"), lambda: show(""), ("F4",),
            enabled=lambda state: bool(state.catalog.feature_layers),
        ))  # fmt: skip
        menu.add_separator()
        menu.add(LayerEntry(
            lambda: self.tr("Attribute table"),
            show,
            offered=lambda layer_id: holds_features(self._store.state, layer_id),
        ))  # fmt: skip

    def show_layer(self, layer_id: str) -> None:
        """List a layer; an empty id stands for the layer of the selected feature."""
        state = self._store.state
        current = state.selection.current
        chosen = layer_id or (current.layer if current else "")
        known = [layer.id for layer in state.catalog.feature_layers]
        self._layer_id = chosen if chosen in known else (known or [""])[-1]
        self._filter.clear()
        self._list_layers(state)
        self._read()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Attribute table"))
        self._view.setAccessibleName(self.tr("Attribute table"))
        self._layers.setAccessibleName(self.tr("Layer"))
        self._filter.setAccessibleName(self.tr("Filter rows"))
        self._filter.setPlaceholderText(self.tr("Filter rows"))
        self._filter.setToolTip(self.tr("A word, or by column: Status:open, Importance>50"))
        self._in_view.setText(self.tr("Only in view"))
        names = {
            "target": self.tr("Show on the map"),
            "copy": self.tr("Copy rows"),
            "export": self.tr("Export rows…"),
            "close": self.tr("Close the table"),
        }
        for name, button in self._buttons.items():
            button.setAccessibleName(names[name])
            button.setToolTip(names[name])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._read()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the filter with Esc, and then close."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._filter.text():
            self._filter.clear()
        else:
            self.closed.emit()

    def copy(self) -> None:
        """Put the selected rows, or all that are shown, on the clipboard, tab by tab."""
        if self._table is None:
            return
        heads = [column.head for column in self._table.columns]
        cells = [
            [self._table.text(row, column.name) for column in self._table.columns]
            for row in self._chosen() or self._model.rows
        ]
        lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in (heads, *cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _build(self) -> None:
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setObjectName("soft")
        self._layers.setSizeAdjustPolicy(DropList.SizeAdjustPolicy.AdjustToContents)
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaxLength(_LONGEST_FILTER)
        self._filter.setMinimumWidth(110)
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 8, 4)
        head.setSpacing(6)
        head.addWidget(self._layers)
        head.addWidget(self._filter, 1)
        head.addWidget(self._in_view)
        head.addWidget(self._count)
        for button in self._buttons.values():
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._wrong.setContentsMargins(12, 0, 12, 4)
        self._wrong.hide()
        layout.addLayout(head)
        layout.addWidget(self._wrong)
        layout.addWidget(self._view, 1)

    def _connect(self) -> None:
        self._layers.activated.connect(self._choose_layer)
        self._filter.textChanged.connect(lambda _text: self._typing.start())
        self._in_view.clicked.connect(self._choose_view)
        self._view.selectionModel().currentRowChanged.connect(lambda *_: self._select())
        self._store.changed.connect(self._apply)

    def _button(self, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(17, 17))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _list_layers(self, state: MapState) -> None:
        self._layers.clear()
        for layer in reversed(state.catalog.feature_layers):
            self._layers.addItem(layer.spec.title.in_(state.language), layer.id)
        self._layers.setCurrentIndex(self._layers.findData(self._layer_id))
        theme = theme_of(state.theme)
        self._layers.dress(theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))

    def _choose_layer(self, number: int) -> None:
        self._layer_id = self._layers.itemData(number)
        self._read()

    def _apply(self, old: MapState, new: MapState) -> None:
        if not self.isVisible():
            return
        if old.catalog is not new.catalog or (old.theme, old.language) != (new.theme, new.language):
            self._follow_files(old, new)
        elif old.viewport != new.viewport and self._follows_view():
            self._typing.start()
        if old.selection != new.selection:
            self._show_selection(new)

    def _follow_files(self, old: MapState, new: MapState) -> None:
        """Show the layer as its file has it now, at the row that was at the top."""
        if old.news is not new.news and new.news:
            self._layer_id = new.news[0].found.renamed.get(self._layer_id, self._layer_id)
        self._list_layers(new)
        layer = new.catalog.layer(self._layer_id)
        if layer is not None and old.language is new.language and self._shows(layer):
            return
        top = self._view.verticalScrollBar().value()
        self._read()
        self._view.verticalScrollBar().setValue(top)

    def _shows(self, layer: Layer) -> bool:
        return self._table is not None and self._table.layer is layer

    def _follows_view(self) -> bool:
        return self._wants_view or self._is_large()

    def _is_large(self) -> bool:
        from hetao_map.query.table import LARGE

        layer = self._store.state.catalog.layer(self._layer_id)
        return bool(layer and layer.rows > LARGE)

    def _choose_view(self, on: bool) -> None:
        self._wants_view = on
        self._read()

    def _read(self) -> None:
        """Read the layer's rows anew."""
        # With the first table: the map comes before it.
        from hetao_map.query.table import feature_table

        state = self._store.state
        # A large layer is listed by view alone, which nobody can choose.
        self._in_view.setEnabled(not self._is_large())
        self._in_view.setChecked(self._follows_view())
        layer, dataset = (
            state.catalog.layer(self._layer_id),
            state.catalog.dataset_of(self._layer_id),
        )
        self._table = None
        if layer is not None and dataset is not None:
            view = state.viewport.extent if self._follows_view() else None
            self._table = feature_table(layer, dataset, state.language, view)
        self._fill(fresh=False)
        self._view.fit_columns(_WIDEST_PX)

    def _fill(self, *, fresh: bool = True) -> None:
        """Show the rows that the filter leaves, or say what is wrong with it."""
        if fresh and self._follows_view():
            self._read()
            return
        if self._table is None:
            self._model.show_table(None, ())
            return
        from hetao_map.query.row_filter import filtered_rows

        try:
            rows = filtered_rows(self._table, self._filter.text())
        except UsageError as error:
            self._wrong.setText(plain(error.sentence.in_(self._store.state.language)))
            self._wrong.show()
            return
        self._wrong.hide()
        self._model.show_table(self._table, rows)
        self._say_count(self._table, len(rows))
        self._show_selection(self._store.state)

    def _say_count(self, table: FeatureTable, shown: int) -> None:
        text = self.tr("{n} of {all} rows").format(n=f"{shown:,}", all=f"{table.layer.rows:,}")
        self._count.setText(text if table.complete else text + self.tr(" (zoom in for more)"))

    def _select(self) -> None:
        """Show the card of the current row."""
        index = self._view.currentIndex()
        chosen = self._view.hasFocus() and not self._view.arriving
        if self._table is not None and index.isValid() and chosen:
            row = self._model.rows[index.row()]
            self._actions.select((FeatureRef(self._layer_id, self._table.layer.id_of(row)),))

    def _show_selection(self, state: MapState) -> None:
        """Make the selected feature the current row."""
        ref = state.selection.current
        row = None
        if self._table is not None and ref is not None and ref.layer == self._layer_id:
            row = self._table.layer.row_of(ref.id)
        position = -1 if row is None else self._model.position_of(row)
        if position >= 0 and position != self._view.currentIndex().row():
            index = self._model.index(position, max(self._view.currentIndex().column(), 0))
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(
                index, chosen | QItemSelectionModel.SelectionFlag.Rows
            )
            self._view.scrollTo(index)

    def _chosen(self) -> tuple[int, ...]:
        indexes = self._view.selectionModel().selectedRows()
        return tuple(self._model.rows[index.row()] for index in indexes)

    def _show_on_map(self) -> None:
        index = self._view.currentIndex()
        if self._table is not None and index.isValid():
            row = self._model.rows[index.row()]
            self._actions.go_to(FeatureRef(self._layer_id, self._table.layer.id_of(row)))

    def _export_rows(self) -> None:
        """Ask for the selected rows, where there are several, or for all that are shown."""
        chosen = self._chosen()
        self.export_asked.emit(self._layer_id, chosen if len(chosen) > 1 else self._model.rows)
