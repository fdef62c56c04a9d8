"""A number for each row's geometry that differs when any vertex or the structure differs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hetao_map.geometry.columns import Geometries, GeometryColumn, IntArray

UintArray = npt.NDArray[np.uint64]


def digests(geometries: Geometries, rows: int) -> UintArray:
    """Return (rows,) digests of 64 bits, 0 for rows without geometry.

    They tell versions of one feature apart, not features: two that differ have one digest with
    a chance of 1 in 2**64. Sums of whole numbers, so that neither the order nor the place of a
    feature in its column counts.
    """
    result = np.zeros(rows, dtype=np.uint64)
    for column in geometries.columns:
        # A collection can have several geometries of one row in a column.
        np.add.at(result, column.rows, _of_column(column))
    return result


def _of_column(column: GeometryColumn) -> UintArray:
    if not len(column):
        return np.empty(0, dtype=np.uint64)
    rings = column.feature_rings
    first, last = column.ring_offsets[rings[:-1]], column.ring_offsets[rings[1:]]
    # Zero has two signs, and one place.
    bits = np.ascontiguousarray(column.xy + 0.0).view(np.uint64)
    number = _local(first, last)
    mixed = _mixed(bits[:, 0] ^ _mixed(2 * number)) + _mixed(bits[:, 1] ^ _mixed(2 * number + 1))
    ends = _local_ends(column.ring_offsets, first, rings)
    parts = _local_ends(column.part_offsets, rings[:-1], column.feature_offsets)
    sums = np.add.reduceat(mixed, first)
    sums += _summed(ends, rings) * np.uint64(3) + _summed(parts, column.feature_offsets)
    salt = _mixed(np.full(len(column), column.kind.value + 1, dtype=np.uint64))
    return _mixed(sums ^ salt)


def _local(first: IntArray, last: IntArray) -> UintArray:
    """Return the number of each vertex within its feature."""
    lengths = last - first
    numbers: UintArray = np.arange(int(lengths.sum())).astype(np.uint64)
    return numbers - np.repeat(first - first[0], lengths).astype(np.uint64)


def _local_ends(offsets: IntArray, first: IntArray, owners: IntArray) -> UintArray:
    """Return a mixed number for the end of each ring (part), counted within its feature."""
    return _mixed((offsets[1:] - np.repeat(first, np.diff(owners))).astype(np.uint64))


def _summed(values: UintArray, offsets: IntArray) -> UintArray:
    sums: UintArray = np.add.reduceat(values, offsets[:-1])
    return sums


def _mixed(values: UintArray) -> UintArray:
    """Return each number with its bits mixed: the finisher of splitmix64 (Steele et al. 2014)."""
    x = values + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: UintArray = x ^ (x >> np.uint64(31))
    return mixed
