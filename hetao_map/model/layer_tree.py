"""The layers by group, as the layer panel lists them, and what moving one of them does.

The order of the map is one list; a group lists its layers in that order, and stands where its
uppermost layer does. Layers of other groups may lie between those of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hetao_map.model.layer import Layer, LayerGroup
from hetao_map.model.state import MapState

Ids = tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Branch:
    """A group and its layers, the uppermost first."""

    group: LayerGroup
    layers: tuple[Layer, ...]

    @property
    def ids(self) -> Ids:
        """Return the ids of the layers, the uppermost first."""
        return tuple(layer.id for layer in self.layers)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """order and regrouped as in MapState."""

    order: Ids
    regrouped: Mapping[str, str]


def layer_tree(state: MapState) -> tuple[Branch, ...]:
    """Return the groups that have layers, the uppermost first."""
    layers = state.catalog.ordered(state.order)[::-1]
    groups = {layer.spec.group.id: layer.spec.group for layer in layers}
    found: dict[str, list[Layer]] = {}
    for layer in layers:
        own = layer.spec.group.id
        wanted = state.regrouped.get(layer.id, own)
        found.setdefault(wanted if wanted in groups else own, []).append(layer)
    return tuple(Branch(groups[group], tuple(members)) for group, members in found.items())


def stepped(state: MapState, layer_id: str, up: bool) -> Arrangement | None:
    """Return the layer one step up or down: past its neighbour, or into the next group.

    None where it stands at the end.
    """
    tree = layer_tree(state)
    number, row = _find(tree, layer_id)
    target = row - 1 if up else row + 1
    if 0 <= target < len(tree[number].layers):
        return placed(state, layer_id, tree[number].group.id, target)
    number += -1 if up else 1
    if not 0 <= number < len(tree):
        return None
    return _entered(state, layer_id, tree[number], up)


def placed(state: MapState, layer_id: str, group_id: str, row: int) -> Arrangement:
    """Return the layer as the row-th of a group, counted without it from the top.

    It is drawn right above the layer that is then below it there, or right below the last.
    """
    branch = next((b for b in layer_tree(state) if b.group.id == group_id), None)
    ids = [name for name in branch.ids if name != layer_id] if branch else []
    order = [name for name in _order(state) if name != layer_id]
    if row < len(ids):
        order.insert(order.index(ids[row]) + 1, layer_id)
    elif ids:
        order.insert(order.index(ids[-1]), layer_id)
    return Arrangement(tuple(order), _with_group(state, layer_id, group_id))


def at_end(state: MapState, layer_id: str, top: bool) -> Arrangement:
    """Return the layer above or below all others of the map, in its group as before."""
    rest = tuple(name for name in _order(state) if name != layer_id)
    return Arrangement((*rest, layer_id) if top else (layer_id, *rest), state.regrouped)


def group_stepped(state: MapState, group_id: str, up: bool) -> Arrangement | None:
    """Return the group drawn above its upper neighbour, or below its lower one; None at the end."""
    tree = layer_tree(state)
    names = [branch.group.id for branch in tree]
    upper = names.index(group_id) - (1 if up else 0)
    if not 0 <= upper < len(tree) - 1:
        return None
    # A group goes down as its lower neighbour goes up.
    rising, passed = tree[upper + 1], tree[upper]
    order = [name for name in _order(state) if name not in rising.ids]
    at = order.index(passed.ids[0]) + 1
    return Arrangement((*order[:at], *rising.ids[::-1], *order[at:]), state.regrouped)


def with_new_layers(order: Ids, layers: Ids) -> Ids:
    """Return an order of layers without those that are gone, the new ones where the files have
    them; none where nobody has chosen one.

    layers are all that there are, from the bottom of the map up as the files have them.
    """
    kept = list(dict.fromkeys(name for name in order if name in set(layers)))
    if not kept:
        return ()
    for place, name in enumerate(layers):
        if name not in kept:
            kept.insert(min(place, len(kept)), name)
    return tuple(kept)


def _entered(state: MapState, layer_id: str, branch: Branch, up: bool) -> Arrangement:
    """Return the layer in a neighbouring group; it is never drawn lower on its way up."""
    order = _order(state)
    nearest = branch.ids[-1 if up else 0]
    passed = order.index(layer_id) > order.index(nearest)
    if passed is up:
        return Arrangement(order, _with_group(state, layer_id, branch.group.id))
    return placed(state, layer_id, branch.group.id, len(branch.ids) if up else 0)


def _order(state: MapState) -> Ids:
    return tuple(layer.id for layer in state.catalog.ordered(state.order))


def _find(tree: tuple[Branch, ...], layer_id: str) -> tuple[int, int]:
    return next(
        (number, branch.ids.index(layer_id))
        for number, branch in enumerate(tree)
        if layer_id in branch.ids
    )


def _with_group(state: MapState, layer_id: str, group_id: str) -> Mapping[str, str]:
    layer = state.catalog.layer(layer_id)
    regrouped = {name: group for name, group in state.regrouped.items() if name != layer_id}
    if layer is not None and layer.spec.group.id != group_id:
        regrouped[layer_id] = group_id
    return MappingProxyType(regrouped)
