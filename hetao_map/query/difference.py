"""What differs between two states of one file, found by columns. Any thread, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import chain, islice

import numpy as np

from hetao_map.geometry.digest import digests
from hetao_map.model.dataset import Dataset
from hetao_map.model.datum import as_read
from hetao_map.model.difference import (
    ADDED,
    CHANGED,
    REMOVED,
    Difference,
    FeatureChange,
    LayerChange,
)
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Knowledge
from hetao_map.model.layer import Layer, LayerSpec
from hetao_map.query.matching import Matches, matched
from hetao_map.text.localized import LocalizedText

# A list that nobody reads to its end is cut; the counts are whole all the same.
MOST_LISTED = 500
_BY_FEATURE = ("facts", "aliases", "events", "series", "hours")
_NAMELESS = LocalizedText()


def difference(before: Dataset, after: Dataset) -> Difference:
    """Return what has become of a file; both states are in one CRS and name layers by id."""
    before, after = as_read(before), as_read(after)
    told = _told(before.knowledge, after.knowledge)
    old = {layer.id: layer for layer in before.layers}
    new = {layer.id: layer for layer in after.layers}
    lost = [layer for name, layer in old.items() if name not in new]
    come = [layer for name, layer in new.items() if name not in old]
    renamed = {layer.id: _former(layer, lost) for layer in come}
    found = []
    for layer in after.layers:
        former = old.get(layer.id) or renamed.get(layer.id)
        if former is None:
            found.append(_whole(layer, ADDED))
            continue
        lost = [other for other in lost if other is not former]
        found.append(_compared(former, layer, told))
    found += [_whole(layer, REMOVED) for layer in lost]
    tables = _others_differ(before.knowledge, after.knowledge) or before.presets != after.presets
    return Difference(tuple(change for change in found if change), tables)


def with_former_layers(before: Dataset, after: Dataset, found: Difference) -> Dataset:
    """Return the file as it is now, with the very layers of before where none has changed.

    So their pictures need not be painted again.
    """
    changed = {change.layer for change in found.layers if not _only_told(change)}

    def kept(layer: Layer) -> Layer:
        former = before.layer(layer.id)
        same = former is not None and layer.id not in changed and _same_but_rows(former, layer)
        return former if same and former is not None else layer

    return replace(after, layers=tuple(map(kept, after.layers)))


def _only_told(change: LayerChange) -> bool:
    """Tell whether only what is said of features has changed, not the layer itself."""
    others = replace(change, features=(), changed=0)
    whole = change.changed == len(change.features)
    return not others and whole and all(not (f.fields or f.moved) for f in change.features)


def _same_but_rows(before: Layer, after: Layer) -> bool:
    return before.spec == after.spec and before.skipped == after.skipped


def _whole(layer: Layer, kind: str) -> LayerChange:
    before, after = (0, layer.rows) if kind == ADDED else (layer.rows, 0)
    return LayerChange(layer.id, layer.spec.title, before, after, kind)


def _former(layer: Layer, lost: list[Layer]) -> Layer | None:
    """Return the layer that has been given this one's name: it holds the same features."""
    for other in lost:
        alike = other.rows == layer.rows > 0 and other.in_memory and layer.in_memory
        if alike and other.attributes == layer.attributes and not _moved_rows(other, layer).any():
            return other
    return None


def _moved_rows(before: Layer, after: Layer) -> np.ndarray:
    old = digests(before.geometries, before.rows)
    moved: np.ndarray = old != digests(after.geometries, after.rows)
    return moved


@dataclass(frozen=True, eq=False)
class _Pair:
    """A layer before and after, and which rows of them are one feature."""

    before: Layer
    after: Layer
    rows: Matches


def _compared(before: Layer, after: Layer, told: frozenset[FeatureRef]) -> LayerChange:
    former = before.id if before.id != after.id else ""
    change = LayerChange(
        after.id,
        after.spec.title,
        before.rows,
        after.rows,
        former=former,
        restyled=before.spec.style != after.spec.style,
        described=_described(before.spec) != _described(after.spec),
    )
    if not (before.in_memory and after.in_memory):
        return _by_boxes(change, before, after)
    pair = _Pair(before, after, matched(before, after))
    old, new = before.attributes.keys(), after.attributes.keys()
    changed = list(_changed_features(pair, told))
    added = (_feature(after, row, ADDED) for row in pair.rows.added)
    removed = (_feature(before, row, REMOVED) for row in pair.rows.removed)
    return replace(
        change,
        changed=len(changed),
        added=len(pair.rows.added),
        removed=len(pair.rows.removed),
        features=_listed(changed, added, removed),
        new_columns=tuple(name for name in new if name not in old),
        lost_columns=tuple(name for name in old if name not in new),
    )


def _described(spec: LayerSpec) -> tuple[object, ...]:
    words = (spec.title, spec.description, spec.fields)
    return (*words, spec.min_scale, spec.max_scale, spec.geometry, spec.position)


def _by_boxes(change: LayerChange, before: Layer, after: Layer) -> LayerChange:
    """Return what the rectangles of a layer that is read by window tell of its features."""
    old, new = before.boxes_by_fid(), after.boxes_by_fid()
    if old is None or new is None:
        return replace(change, compared=False)
    added, removed = np.setdiff1d(new[0], old[0]), np.setdiff1d(old[0], new[0])
    _, here, there = np.intersect1d(old[0], new[0], assume_unique=True, return_indices=True)
    moved = new[0][there[(old[1][here] != new[1][there]).any(axis=1)]]
    listed = _listed(
        (replace(_boxed(after, fid, CHANGED), moved=True) for fid in moved.tolist()),
        (_boxed(after, fid, ADDED) for fid in added.tolist()),
        (_boxed(before, fid, REMOVED) for fid in removed.tolist()),
    )
    return replace(
        change,
        changed=len(moved),
        added=len(added),
        removed=len(removed),
        features=listed,
        compared=False,
    )


def _boxed(layer: Layer, fid: int, kind: str) -> FeatureChange:
    row = layer.row_of(str(fid))
    extent = None if row is None else layer.extent_of(row)
    # Its name stands in the file, which may be another one by now.
    return FeatureChange(kind, FeatureRef(layer.id, str(fid)), _NAMELESS, extent)


def _listed(*kinds: Iterable[FeatureChange]) -> tuple[FeatureChange, ...]:
    return tuple(islice(chain(*kinds), MOST_LISTED))


def _changed_features(pair: _Pair, told: frozenset[FeatureRef]) -> Iterator[FeatureChange]:
    """Yield the features in both states that differ in values, geometry or what is told."""
    before, after = pair.before, pair.after
    which = _changed_columns(pair)
    old, new = digests(before.geometries, before.rows), digests(after.geometries, after.rows)
    moved = set(np.flatnonzero(old[pair.rows.old] != new[pair.rows.new]).tolist())
    spoken = {ref.id for ref in told if ref.layer == after.id}
    ids = after.ids
    spoken_at = {n for n, row in enumerate(pair.rows.new.tolist()) if ids[row] in spoken}
    for number in sorted(which.keys() | moved | spoken_at):
        feature = _feature(after, int(pair.rows.new[number]), CHANGED)
        yield replace(
            feature,
            fields=tuple(which.get(number, ())),
            moved=number in moved,
            told=number in spoken_at,
        )


def _changed_columns(pair: _Pair) -> dict[int, list[str]]:
    """Return the names of the columns that differ, by the number of the pair of rows."""
    found: dict[int, list[str]] = {}
    old_rows, new_rows = pair.rows.old.tolist(), pair.rows.new.tolist()
    for name, new in pair.after.attributes.items():
        old = pair.before.attributes.get(name)
        # A key that only counts rows anew is no change for people.
        if old is None or name == "fid" or (pair.rows.straight and old == new):
            continue
        values = zip((old[row] for row in old_rows), (new[row] for row in new_rows), strict=True)
        for number, (was, now) in enumerate(values):
            if was is not now and was != now and not (was != was and now != now):  # noqa: PLR0124 - NaN
                found.setdefault(number, []).append(name)
    return found


def _feature(layer: Layer, row: int, kind: str) -> FeatureChange:
    there = row in layer.positions_of_row
    extent = layer.extent_of(row) if there else None
    return FeatureChange(kind, FeatureRef(layer.id, layer.id_of(row)), layer.name(row), extent)


def _told(before: Knowledge, after: Knowledge) -> frozenset[FeatureRef]:
    """Return the features of which something else is told than before."""
    return frozenset(
        ref
        for name in _BY_FEATURE
        for old, new in [(getattr(before, name), getattr(after, name))]
        for ref in old.keys() | new.keys()
        if old.get(ref) != new.get(ref)
    )


def _others_differ(before: Knowledge, after: Knowledge) -> bool:
    names = (entry.name for entry in fields(Knowledge) if entry.name not in _BY_FEATURE)
    return any(getattr(before, name) != getattr(after, name) for name in names)
