"""What a person can do to the layers of the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from hetao_map.geometry.viewport import Viewport
from hetao_map.model import layer_tree
from hetao_map.model.layer import opacity_of
from hetao_map.model.layer_tree import Arrangement
from hetao_map.model.preset import Preset
from hetao_map.model.tiles import DARK_LOOKS, covering
from hetao_map.session.store import Store

# A layer just at the limit of its scales would vanish with the next small step.
_WITHIN = 0.9


class LayerActions:
    """Changes of visibility, order and opacity, and views of single layers.

    visit is how the program goes to a view and remembers the one that is left.
    """

    def __init__(self, store: Store, visit: Callable[[Viewport], None]) -> None:
        self._store, self._visit = store, visit

    def show(self, layer_ids: Iterable[str], shown: bool) -> None:
        """Switch layers on or off."""
        visible, chosen = self._store.state.visible, frozenset(layer_ids)
        self._store.update(visible=visible | chosen if shown else visible - chosen)

    def show_only(self, layer_id: str) -> None:
        """Switch a layer on and all others off."""
        self._store.update(visible=frozenset({layer_id}))

    def show_all(self) -> None:
        """Switch all layers on."""
        self._store.update(visible=frozenset(self._ids()))

    def choose(self, preset: Preset) -> None:
        """Show the layers of a preset; those of files without presets stay as they are."""
        catalog, visible = self._store.state.catalog, self._store.state.visible
        others = {layer.id for d in catalog.datasets if not d.presets for layer in d.layers}
        chosen = (preset.layers | (visible & others)) & frozenset(self._ids())
        self._store.update(visible=chosen)

    def fade(self, layer_id: str, opacity: float) -> None:
        """Make a layer as opaque as from 0 to 1."""
        faded = dict(self._store.state.opacity)
        faded.pop(layer_id, None)
        layer = self._store.state.catalog.layer(layer_id)
        if layer is not None and opacity != opacity_of(layer, faded):
            faded[layer_id] = min(max(opacity, 0.0), 1.0)
        self._store.update(opacity=MappingProxyType(faded))

    def dress(self, layer_id: str, look: str) -> None:
        """Choose one of DARK_LOOKS for the pictures of a layer in the dark theme."""
        looks = dict(self._store.state.dark_looks)
        looks.pop(layer_id, None)
        if look != DARK_LOOKS[0]:
            looks[layer_id] = look
        self._store.update(dark_looks=MappingProxyType(looks))

    def uncover(self, layer_id: str) -> None:
        """Switch off the map's own ground where it hides a base map."""
        self.show(covering(self._store.state, layer_id), False)

    def shift_from(self, layer_id: str, datum: str) -> None:
        """Take the coordinates of a layer for those of a web map; "" for what the file says."""
        datums = dict(self._store.state.datums)
        datums.pop(layer_id, None)
        if datum:
            datums[layer_id] = datum
        self._store.update(datums=MappingProxyType(datums))

    def step(self, layer_id: str, up: bool) -> None:
        """Move a layer past its neighbour, at the end of its group into the next one."""
        self._arrange(layer_tree.stepped(self._store.state, layer_id, up))

    def step_group(self, group_id: str, up: bool, steps: int = 1) -> None:
        """Move a group past its neighbour, or past several."""
        arrangement, state = None, self._store.state
        for _ in range(steps):
            moved = layer_tree.group_stepped(state, group_id, up)
            if moved is None:
                break
            arrangement, state = moved, replace(state, order=moved.order)
        self._arrange(arrangement)

    def place(self, layer_id: str, group_id: str, row: int) -> None:
        """Make a layer the row-th of a group, counted without it from the top."""
        self._arrange(layer_tree.placed(self._store.state, layer_id, group_id, row))

    def to_end(self, layer_id: str, top: bool) -> None:
        """Draw a layer above or below all others."""
        self._arrange(layer_tree.at_end(self._store.state, layer_id, top))

    def reset(self) -> None:
        """Take order, groups and opacity of the files again."""
        nothing: MappingProxyType[str, object] = MappingProxyType({})
        self._store.update(order=(), regrouped=nothing, opacity=nothing)

    def zoom_to(self, layer_id: str) -> None:
        """Go to the view that shows all of a layer."""
        layer = self._store.state.catalog.layer(layer_id)
        extent = layer.extent() if layer else None
        if extent is not None:
            self._visit(self._store.state.viewport.fitted(extent))

    def zoom_to_scale(self, layer_id: str, limit: float) -> None:
        """Go to where a layer is seen that the scale hides; limit is the nearest denominator."""
        state = self._store.state
        layer, viewport = state.catalog.layer(layer_id), state.viewport
        closer = limit <= viewport.scale_denominator
        extent = layer.extent() if layer else None
        if extent is not None and not extent.intersects(viewport.extent):
            viewport = viewport.centered(extent.center)
        self._visit(viewport.at_scale(limit * _WITHIN if closer else limit / _WITHIN))

    def _arrange(self, arrangement: Arrangement | None) -> None:
        if arrangement is not None:
            self._store.update(order=arrangement.order, regrouped=arrangement.regrouped)

    def _ids(self) -> tuple[str, ...]:
        return tuple(layer.id for layer in self._store.state.catalog.layers)
