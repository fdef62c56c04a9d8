"""What the Layers menu offers: presets, all or some of the layers, and the files' own order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from hetao_map.model.state import MapState
from hetao_map.session.layer_actions import LayerActions
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.layer_panel import LayerPanel


class LayerCommands(QObject):
    """Fills the Layers menu; presets join it with the files that bring them."""

    def __init__(
        self, commands: Commands, store: Store, actions: LayerActions, panel: LayerPanel
    ) -> None:
        super().__init__(panel)
        self._commands, self._store, self._actions = commands, store, actions
        self._known: set[str] = set()
        commands.add_menu("presets", lambda: self.tr("Preset"), "layers")
        commands.add("presets", Command(
            "preset_everything",
            lambda: words.EVERYTHING.in_(store.state.language),
            actions.show_all,
            checked=lambda state: len(state.visible) == len(state.catalog.layers),
        ))  # fmt: skip
        commands.add("layers", Command(
            "filter_layers", lambda: self.tr("Filter layers"), panel.take_filter, ("Ctrl+Shift+F",)
        ))  # fmt: skip
        commands.add("layers", Command(
            "layers_reset",
            lambda: self.tr("Restore the file’s order and opacity"),
            actions.reset,
            enabled=lambda state: bool(state.order or state.opacity),
        ))  # fmt: skip
        store.changed.connect(self._apply)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog:
            for preset in new.catalog.presets:
                if preset.id not in self._known:
                    self._known.add(preset.id)
                    self._add_preset(preset.id)

    def _add_preset(self, preset_id: str) -> None:
        self._commands.add("presets", Command(
            f"preset_{preset_id}",
            lambda: self._title(preset_id),
            partial(self._choose, preset_id),
            checked=lambda state: _is_seen(preset_id, state),
            enabled=lambda state: any(p.id == preset_id for p in state.catalog.presets),
        ))  # fmt: skip

    def _title(self, preset_id: str) -> str:
        state = self._store.state
        found = (p.title.in_(state.language) for p in state.catalog.presets if p.id == preset_id)
        # A single & would underline the letter after it.
        return next(found, preset_id).replace("&", "&&")

    def _choose(self, preset_id: str) -> None:
        for preset in self._store.state.catalog.presets:
            if preset.id == preset_id:
                self._actions.choose(preset)


def _is_seen(preset_id: str, state: MapState) -> bool:
    presets = (preset for preset in state.catalog.presets if preset.id == preset_id)
    return any(preset.layers == state.visible for preset in presets)
