"""The rows of the tree of layers: groups, layers, and under each layer its legend."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel

from hetao_map.model.layer import Layer
from hetao_map.model.layer_tree import Branch, layer_tree
from hetao_map.model.state import MapState
from hetao_map.model.surround import LegendRow
from hetao_map.query.layer_filter import matches, matching_titles
from hetao_map.query.legend import layer_legend
from hetao_map.query.scales import Range, nearest_shown, reason_hidden, shown_ranges
from hetao_map.render.theme import Theme
from hetao_map.text.plain import plain
from hetao_map.ui.look import colours, theme_of
from hetao_map.ui.swatch import layer_icon, row_icon

Index = QModelIndex | QPersistentModelIndex

_LAYER = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_DECORATION = Qt.ItemDataRole.DecorationRole
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_CHECKED = _ENABLED | Qt.ItemFlag.ItemIsUserCheckable
_DRAGGED = Qt.ItemFlag.ItemIsDragEnabled
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def layer_of(index: Index) -> str:
    """Return the id of the layer that a row, or the row above it, stands for; empty for none."""
    return str(index.data(_LAYER) or "") if index.isValid() else ""


def group_of(index: Index) -> str:
    """Return the id of the group that a row heads, empty for other rows."""
    return str(index.data(_GROUP) or "") if index.isValid() else ""


@dataclass(eq=False)
class _LayerRow:
    """A layer that is listed: its item, when it is seen, and the legend below it."""

    layer: Layer
    item: QStandardItem
    ranges: tuple[Range, ...]
    only: frozenset[str] | None
    legend: tuple[LegendRow, ...] = ()


class LayerItems(QStandardItemModel):
    """Shows the state as rows; asks for layers to be switched, and changes nothing itself."""

    switched = Signal(object, bool)
    """layer ids: tuple[str, ...], shown: a box has been ticked or cleared."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _LayerRow] = {}
        self._groups: list[tuple[QStandardItem, tuple[str, ...]]] = []
        self._visible: frozenset[str] = frozenset()
        self.itemChanged.connect(self._on_changed)

    def fill(self, state: MapState, wanted: str, ratio: float) -> None:
        """List the layers anew: all, or those that what is wanted finds."""
        self.removeRows(0, self.rowCount())
        self._rows, self._groups, self._visible = {}, [], state.visible
        theme = theme_of(state.theme)
        for branch in layer_tree(state):
            self._add_group(branch, state, wanted, theme, ratio)
        self.follow_view(state, ratio)

    def check(self, visible: frozenset[str]) -> None:
        """Tick the layers that are on."""
        changed, self._visible = self._visible ^ visible, visible
        for layer_id in changed & self._rows.keys():
            self._rows[layer_id].item.setCheckState(_ON if layer_id in visible else _OFF)
        for item, ids in self._groups:
            if changed.intersection(ids):
                item.setCheckState(self._state_of(ids))

    def follow_view(self, state: MapState, ratio: float) -> None:
        """Show the classes that are in the view, and grey what its scale hides."""
        theme = theme_of(state.theme)
        for row in self._rows.values():
            self._follow_scale(row, state, theme)
            legend = layer_legend(row.layer, state.viewport, state.language)
            if row.only is not None:
                legend = tuple(entry for entry in legend if entry.title in row.only)
            if legend != row.legend:
                row.legend = legend
                row.item.removeRows(0, row.item.rowCount())
                row.item.appendRows([_Entry(entry, theme, ratio) for entry in legend])

    def limit_of(self, layer_id: str, denominator: float) -> float | None:
        """Return the nearest scale at which a layer is seen, None where it is seen now."""
        row = self._rows.get(layer_id)
        return nearest_shown(row.ranges, denominator) if row else None

    def index_of(self, layer_id: str = "", group_id: str = "") -> QModelIndex:
        """Return the row of a layer or a group, an invalid one where it is not listed."""
        if layer_id in self._rows:
            return self._rows[layer_id].item.index()
        items = (item for item, _ in self._groups if item.data(_GROUP) == group_id)
        return next((item.index() for item in items), QModelIndex())

    def found_by_legend(self, layer_id: str) -> bool:
        """Tell whether a layer is listed for what its legend says."""
        row = self._rows.get(layer_id)
        return row is not None and row.only is not None

    def _add_group(
        self, branch: Branch, state: MapState, wanted: str, theme: Theme, ratio: float
    ) -> None:
        whole = matches(branch.group.title, wanted)
        found: list[_LayerRow] = []
        for layer in branch.layers:
            titles = None
            if not whole and not matches(layer.spec.title, wanted):
                titles = matching_titles(layer, wanted, state.language)
            if titles is None or titles:
                item = _layer_item(layer, state, theme, ratio)
                found.append(_LayerRow(layer, item, shown_ranges(layer), titles))
        if not found:
            return
        ids = tuple(row.layer.id for row in found)
        item = _group_item(branch, state)
        item.setCheckState(self._state_of(ids))
        item.appendRows([row.item for row in found])
        self._groups.append((item, ids))
        self._rows |= {row.layer.id: row for row in found}
        self.appendRow(item)

    def _state_of(self, ids: tuple[str, ...]) -> Qt.CheckState:
        on = self._visible.intersection(ids)
        if on and len(on) < len(ids):
            return Qt.CheckState.PartiallyChecked
        return _ON if on else _OFF

    def _follow_scale(self, row: _LayerRow, state: MapState, theme: Theme) -> None:
        denominator, language = state.viewport.scale_denominator, state.language
        limit = nearest_shown(row.ranges, denominator)
        reason = "" if limit is None else reason_hidden(limit, denominator, language)
        if reason == row.item.accessibleDescription():
            return
        title = row.item.accessibleText()
        row.item.setAccessibleDescription(reason)
        row.item.setText(f"{title}\n{reason}" if reason else title)
        row.item.setToolTip(_tip(row.item.text()))
        grey = QColor(colours(theme)["soft"]) if reason else None
        row.item.setData(grey, Qt.ItemDataRole.ForegroundRole)

    def _on_changed(self, item: QStandardItem) -> None:
        """Pass on what a person has ticked; what the state has ticked agrees with it."""
        layer_id, group_id = item.data(_LAYER), item.data(_GROUP)
        if group_id is not None:
            ids = next((ids for own, ids in self._groups if own is item), ())
            if ids and item.checkState() is not self._state_of(ids):
                self.switched.emit(ids, item.checkState() is _ON)
        elif layer_id in self._rows:
            shown = item.checkState() is _ON
            if item.isCheckable() and shown != (layer_id in self._visible):
                self.switched.emit((layer_id,), shown)


class _Entry(QStandardItem):
    """A class of a layer; its sample is painted when it is seen first."""

    def __init__(self, row: LegendRow, theme: Theme, ratio: float) -> None:
        super().__init__(row.title)
        self._row, self._theme, self._ratio = row, theme, ratio
        self.setData(row.layer, _LAYER)
        self.setToolTip(_tip(row.title))
        self.setFlags(_ENABLED)

    def data(self, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the tree asks for."""
        if role == _DECORATION:
            return row_icon(self._row, self._theme, self._ratio)
        return super().data(role)


def _tip(text: str) -> str:
    """Return a text of the data as a tool tip, which would take it for markup otherwise."""
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"


def _group_item(branch: Branch, state: MapState) -> QStandardItem:
    item = QStandardItem(plain(branch.group.title.in_(state.language)))
    item.setData(branch.group.id, _GROUP)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    item.setFlags(_CHECKED | _DRAGGED | Qt.ItemFlag.ItemIsDropEnabled)
    return item


def _layer_item(layer: Layer, state: MapState, theme: Theme, ratio: float) -> QStandardItem:
    title = plain(layer.spec.title.in_(state.language))
    item = QStandardItem(title)
    item.setData(layer.id, _LAYER)
    item.setAccessibleText(title)
    item.setAccessibleDescription("")
    item.setToolTip(_tip(title))
    item.setFlags(_CHECKED | _DRAGGED)
    item.setCheckState(_ON if layer.id in state.visible else _OFF)
    item.setIcon(layer_icon(layer, theme, ratio))
    return item
