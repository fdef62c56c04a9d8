"""What a person does with files, and what a file that has changed does to the map."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hetao_map.geometry.extent import union
from hetao_map.model.dataset import Catalog
from hetao_map.model.layer_tree import with_new_layers
from hetao_map.model.news import News
from hetao_map.model.state import MapState, Selection, UndoHistory, ViewHistory
from hetao_map.session.actions import HISTORY_LENGTH
from hetao_map.session.grid import on_grid
from hetao_map.session.store import Store

MOST_RECENT = 8
MOST_NEWS = 20
MOST_TOLD = 200
# Fields of the state that are told by layer.
_BY_LAYER = ("opacity", "regrouped", "dark_looks")


class Files:
    """Changes of the open files as verbs. Each of them can be undone but reopening."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, catalog: Catalog, paths: Collection[Path]) -> None:
        """Show a catalog in which the files at paths are new; the view goes to them."""
        changes = self._arrived(catalog, paths)
        state = replace(self._store.state, **changes)
        extent = union(
            found
            for dataset in catalog.datasets
            if dataset.path in paths
            for layer in dataset.layers
            if (found := layer.extent()) is not None
        )
        if extent is not None:
            past = (*state.history.past, state.viewport)[-HISTORY_LENGTH:]
            changes |= {"viewport": state.viewport.fitted(extent), "history": ViewHistory(past)}
        self._store.update(**changes, recent=_first(map(str, paths), state.recent))

    def reopen(self, catalog: Catalog, paths: Collection[Path], kept: Mapping[str, Any]) -> None:
        """Show a catalog with files that were open the last time, layers as they were kept.

        The view stays where it is. Nobody has asked for this now, so it is no step of undo.
        """
        state = self._store.state
        changes = self._arrived(catalog, paths)
        if "visible" in kept:
            new = {layer.id for d in catalog.datasets if d.path in paths for layer in d.layers}
            changes |= {**kept, "visible": state.visible | (kept["visible"] & new)}
        self._store.update(**changes, undo=UndoHistory(state.undo.past, state.undo.future))

    def close(self, path: Path) -> None:
        """Take a file off the map."""
        state = self._store.state
        catalog = state.catalog.without(path)
        self._store.update(catalog=catalog, **carried(state, catalog, {}))

    def renew(self, news: News, catalog: Catalog) -> None:
        """Show a catalog with a new state of a file; everything else stays as it is."""
        state = self._store.state
        former = (
            replace(one, before=None, after=None) if one.path == news.path else one
            for one in state.news
        )
        changes = on_grid(state, catalog.map_epsg)
        changes |= carried(state, catalog, news.found.renamed)
        told = (news, *former)[:MOST_NEWS]
        self._store.update(catalog=catalog, news=told, **changes)

    def replace(self, catalog: Catalog) -> None:
        """Show a catalog with a file in another state; everything else stays as it is."""
        state = self._store.state
        changes = on_grid(state, catalog.map_epsg) | carried(state, catalog, {})
        self._store.update(catalog=catalog, **changes)

    def turn(self, news: News) -> None:
        """Show a file as it was before a change, or again as it is after it."""
        state = self._store.state
        back = news.shows_former(state.catalog)
        wanted = news.after if back else news.before
        if wanted is None or not news.can_turn(state.catalog):
            return
        catalog = state.catalog.with_file(wanted).as_on_disk(state.catalog)
        names = news.found.renamed
        renamed = names if back else {new: old for old, new in names.items()}
        self._store.update(catalog=catalog, **carried(state, catalog, renamed))

    def tell_crs(self, path: Path, crs: str) -> None:
        """Keep what a person says of the layers of a file that do not say their CRS."""
        told = {name: one for name, one in self._store.state.told_crs.items() if name != str(path)}
        if crs:
            told[str(path)] = crs
        kept = dict(list(told.items())[-MOST_TOLD:])
        self._store.update(told_crs=MappingProxyType(kept))

    def forget(self, path: str) -> None:
        """Take a file out of the list of recent ones."""
        self._store.update(recent=tuple(p for p in self._store.state.recent if p != path))

    def _arrived(self, catalog: Catalog, paths: Collection[Path]) -> dict[str, Any]:
        state = self._store.state
        new = [layer for d in catalog.datasets if d.path in paths for layer in d.layers]
        visible = state.visible | {layer.id for layer in new if layer.spec.visible}
        return {**on_grid(state, catalog.map_epsg), "catalog": catalog, "visible": visible}


def carried(state: MapState, catalog: Catalog, renamed: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a state that name layers and features, as they suit other files.

    renamed tells the new id of a layer by its former one. What is new in the files is shown as
    they say, what is gone is left out.
    """
    before = {layer.id for layer in state.catalog.layers}
    there = {layer.id: layer for layer in catalog.layers}

    def name(layer_id: str) -> str:
        return renamed.get(layer_id, layer_id)

    known = {name(layer_id) for layer_id in before}
    on = {name(layer_id) for layer_id in state.visible}
    on |= {new for new, layer in there.items() if new not in known and layer.spec.visible}
    order = tuple(map(name, state.order))
    return {
        "visible": frozenset(on & there.keys()),
        "order": with_new_layers(order, tuple(there)),
        **{field: _renamed(getattr(state, field), renamed) for field in _BY_LAYER},
        # A layer of the same name in a file that is opened later may come from elsewhere.
        "datums": _renamed(
            {n: datum for n, datum in state.datums.items() if name(n) in there}, renamed
        ),
        "selection": _still_there(state.selection, catalog, renamed),
    }


def _renamed(values: Mapping[str, Any], renamed: Mapping[str, str]) -> Mapping[str, Any]:
    return MappingProxyType({renamed.get(name, name): value for name, value in values.items()})


def _still_there(selection: Selection, catalog: Catalog, renamed: Mapping[str, str]) -> Selection:
    refs = [replace(ref, layer=renamed.get(ref.layer, ref.layer)) for ref in selection.hits]
    hits = [ref for ref in refs if catalog.find(ref) is not None]
    current = refs[selection.index] if refs else None
    return Selection(tuple(hits), hits.index(current) if current in hits else 0)


def _first(names: Iterable[str], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return names before others, each once, no more than are kept."""
    return tuple(dict.fromkeys((*names, *others)))[:MOST_RECENT]
