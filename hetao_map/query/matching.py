"""Which rows of two states of a layer are the same feature."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hetao_map.geometry.columns import IntArray
from hetao_map.model.layer import Layer


@dataclass(frozen=True, eq=False)
class Matches:
    """old and new: (k,) rows of k features that are in both states.

    added are rows of the new state, removed those of the old one. straight: all rows are
    there as before, in the same order.
    """

    old: IntArray
    new: IntArray
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    straight: bool = False


def matched(before: Layer, after: Layer) -> Matches:
    """Return the rows by id where both states have one for each feature, else by fid.

    A feature whose id has been changed is known by its fid.
    """
    old, new = _keys(before, after)
    if old == new:
        rows = np.arange(len(old))
        return Matches(rows, rows, straight=True)
    there = {key: row for row, key in enumerate(old)}
    pairs = [(there[key], row) for row, key in enumerate(new) if key in there]
    known_old, known_new = {was for was, _ in pairs}, {now for _, now in pairs}
    removed = [row for row in range(len(old)) if row not in known_old]
    added = [row for row in range(len(new)) if row not in known_new]
    by_fid = {before.attributes["fid"][row]: row for row in removed}
    again = [(by_fid[fid], row) for row in added if (fid := after.attributes["fid"][row]) in by_fid]
    pairs += again
    known_old, known_new = {was for was, _ in again}, {now for _, now in again}
    both = np.array(sorted(pairs, key=lambda pair: pair[1]), dtype=np.int64).reshape(-1, 2)
    return Matches(
        both[:, 0],
        both[:, 1],
        tuple(row for row in added if row not in known_new),
        tuple(row for row in removed if row not in known_old),
    )


def _keys(before: Layer, after: Layer) -> tuple[tuple[object, ...], tuple[object, ...]]:
    fids = before.attributes["fid"], after.attributes["fid"]
    by_id = all(_has_ids(layer) for layer in (before, after))
    return (before.ids, after.ids) if by_id else fids


def _has_ids(layer: Layer) -> bool:
    return layer.ids != tuple(map(str, layer.attributes["fid"]))
