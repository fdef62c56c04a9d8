"""The layer panel: presets and a filter above, the tree of layers, opacity below."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from hetao_map.model.preset import Preset
from hetao_map.model.state import MapState
from hetao_map.query.layer_about import description_lines, source_lines, style_lines
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.layer_about import LayerAbout, Section
from hetao_map.ui.layer_head import FilterBox, PresetBox
from hetao_map.ui.layer_items import LayerItems
from hetao_map.ui.layer_menu import LayerMenu
from hetao_map.ui.layer_tree import LayerTree
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.opacity_row import OpacityRow
from hetao_map.ui.plain_label import plain_label

# Legends follow the view once it has been still for so long.
_QUIET_MS = 200


class LayerPanel(QFrame):
    """Lists the layers by group, the uppermost first. Space or a click on the box toggles.

    menu is that of a layer: other parts of the window add their entries to it.
    """

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("layerPanel")
        self._store, self._actions = store, actions.layers
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._presets, self._filter = PresetBox(), FilterBox()
        # A screen reader says the chosen preset as the box's name, and reads this as its label.
        self._preset_name = QLabel()
        self._preset_name.setBuddy(self._presets)
        self._none = plain_label("soft")
        self._none.hide()
        self._items = LayerItems()
        self._tree = LayerTree(self, self._items, self._actions)
        self._opacity = OpacityRow(self._actions)
        self.menu = LayerMenu(store, self._actions)
        self.menu.add_own(self._show_about, self._show_notes, self._limit_of)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._build()
        self._wire()
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self._title.setText(self.tr("Layers"))
        self._tree.setAccessibleName(self.tr("Layers"))
        self._items.setHorizontalHeaderLabels([self.tr("Layers")])
        self._preset_name.setText(self.tr("Preset"))
        self._presets.setAccessibleName(self.tr("Preset"))
        self._presets.setToolTip(self.tr("Layers for an audience"))
        self._presets.setPlaceholderText(self.tr("Own selection"))
        self._filter.setAccessibleName(self.tr("Filter layers"))
        self._filter.setPlaceholderText(self.tr("Filter layers"))
        self._none.setText(self.tr("No layer or legend entry matches."))
        self._tree.more.setAccessibleName(self.tr("Menu of the layer"))
        self._tree.more.setToolTip(self.tr("Menu of the layer"))
        self._opacity.retranslate()
        self._opacity.follow(self._tree.current_layer(), self._store.state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def current_layer(self) -> str:
        """Return the id of the layer in hand, empty for none."""
        return self._tree.current_layer()

    def take_filter(self) -> None:
        """Let the person type what layer to find."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        for widgets in ((self._preset_name, self._presets), (self._filter,)):
            row = QHBoxLayout()
            row.setContentsMargins(2, 0, 10, 0)
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            layout.addLayout(row)
        self._none.setContentsMargins(6, 2, 10, 2)
        layout.addWidget(self._none)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._opacity)
        order = (self._presets, self._filter, self._tree, self._tree.more, self._opacity)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _wire(self) -> None:
        self._store.changed.connect(self._apply)
        self._items.switched.connect(self._actions.show)
        self._presets.chosen.connect(self._choose)
        self._filter.textChanged.connect(lambda _text: self._fill(self._store.state))
        self._filter.left.connect(self._tree.setFocus)
        self._tree.menu_wanted.connect(self._show_menu)
        self._tree.current.connect(lambda name: self._opacity.follow(name, self._store.state))
        self._quiet.timeout.connect(self._follow_view)

    def _apply(self, old: MapState, new: MapState) -> None:
        if _rows_differ(old, new):
            self._presets.fill(new)
            self._fill(new)
            return
        if old.visible != new.visible:
            self._items.check(new.visible)
            self._presets.follow(new)
        if old.viewport != new.viewport:
            self._quiet.start()
        if old.opacity != new.opacity:
            self._opacity.follow(self._tree.current_layer(), new)

    def _fill(self, state: MapState) -> None:
        """List the layers anew; what was unfolded and current stays so."""
        theme = theme_of(state.theme)
        wanted = self._filter.text().strip()
        with self._tree.kept(filtered=bool(wanted)):
            self._items.fill(state, wanted, self.devicePixelRatioF())
        self._none.setVisible(bool(wanted) and not self._items.rowCount())
        self._tree.more.setIcon(icon("more", theme))
        self._opacity.follow(self._tree.current_layer(), state)

    def _follow_view(self) -> None:
        self._items.follow_view(self._store.state, self.devicePixelRatioF())

    def _choose(self, preset: Preset | None) -> None:
        if preset is None:
            self._actions.show_all()
        else:
            self._actions.choose(preset)

    def _show_menu(self, layer_id: str, at: QPoint) -> None:
        self._tree.setCurrentIndex(self._items.index_of(layer_id))
        self.menu.fill(self._tree.menu, layer_id)
        self._tree.menu.popup(at)

    def _limit_of(self, layer_id: str) -> float | None:
        return self._items.limit_of(layer_id, self._store.state.viewport.scale_denominator)

    def _show_about(self, layer_id: str) -> None:
        state = self._store.state
        layer, dataset = state.catalog.layer(layer_id), state.catalog.dataset_of(layer_id)
        if layer is not None and dataset is not None:
            words = description_lines(layer, dataset, state.language)
            sources = source_lines(layer, dataset, state.language)
            sections = ((self.tr("Contents"), words), (self.tr("Sources"), sources))
            self._open_about(layer.spec.title.in_(state.language), sections)

    def _show_notes(self, layer_id: str) -> None:
        state = self._store.state
        layer = state.catalog.layer(layer_id)
        if layer is not None:
            sections = ((self.tr("Style notes"), style_lines(layer, state.language)),)
            self._open_about(layer.spec.title.in_(state.language), sections)

    def _open_about(self, title: str, sections: tuple[Section, ...]) -> None:
        LayerAbout(self.window(), title, sections).open()


def _rows_differ(old: MapState, new: MapState) -> bool:
    """Tell whether the tree has other rows, or other words or colours in them."""
    return (
        old.catalog is not new.catalog
        or old.language is not new.language
        or old.theme != new.theme
        or old.order != new.order
        or old.regrouped != new.regrouped
    )
