"""Which name of a crowd goes where, so that as many as can be are named and no line crosses."""

from __future__ import annotations

import numpy as np

from hetao_map.geometry.columns import FloatArray
from hetao_map.model.layer import Stale
from hetao_map.render.label_room import crossing, overlaps
from hetao_map.render.leaders import Options
from hetao_map.render.request import never_stale

# Moves to look for places, rounds to better them, and what it counts in pixels to send one away.
_STEPS, _RELAXING, _GIVE_WAY = 800, 6, 100.0


def choose(
    wanted: list[Options], weights: list[float], stale: Stale = never_stale
) -> list[int | None]:
    """Return which place each name takes, None for none, so that as many as can be have one."""
    best = _Search(wanted, weights).best(stale)
    return [best.get(name) for name in range(len(wanted))]


class _Search:
    """The search for places that go together; names and places are numbers."""

    def __init__(self, wanted: list[Options], weights: list[float]) -> None:
        self._wanted, self._weights = wanted, weights
        self._taken: dict[int, int] = {}
        self._known: dict[tuple[int, int, int], np.ndarray] = {}

    def best(self, stale: Stale) -> dict[int, int]:
        """Return the place of each name that has one.

        Each name takes its best place; where others are in the way they give way and look
        again. A name that had to give way often is the harder to move. Of all states on the
        way the best counts: the most names, then the weightiest, then the lowest cost.
        """
        best, best_rank = dict(self._taken), (0.0, 0.0, 0.0)
        able = [name for name, places in enumerate(self._wanted) if len(places)]
        stubborn = np.ones(len(self._wanted))
        waiting = sorted(able, key=lambda name: len(self._wanted[name]))
        for _ in range(_STEPS + len(able)):
            if not waiting or stale():
                break
            name = waiting.pop(0)
            others = list(self._taken)
            clash = self._clashes(name, others)
            price = self._wanted[name].cost + _GIVE_WAY * (clash @ stubborn[others])
            place = int(price.argmin())
            for other in np.array(others, dtype=int)[clash[place]].tolist():
                del self._taken[other]
                stubborn[other] += 1
                waiting.append(other)
            self._taken[name] = place
            if (rank := self._rank()) > best_rank:
                best, best_rank = dict(self._taken), rank
        self._taken = best
        self._relax()
        return self._taken

    def _rank(self) -> tuple[float, float, float]:
        cost = sum(float(self._wanted[name].cost[at]) for name, at in self._taken.items())
        return float(len(self._taken)), sum(self._weights[name] for name in self._taken), -cost

    def _relax(self) -> None:
        """Move names to better places that have become free, the weightiest first."""
        order = sorted(self._taken, key=lambda name: -self._weights[name])
        for _ in range(_RELAXING):
            before = dict(self._taken)
            for name in order:
                others = [other for other in order if other != name]
                free = ~self._clashes(name, others).any(axis=1)
                self._taken[name] = int(np.flatnonzero(free)[0])
            if self._taken == before:
                break

    def _clashes(self, name: int, others: list[int]) -> np.ndarray:
        """Return (places, others) bool: which places cannot be had beside what others have."""
        keys = [(name, other, self._taken[other]) for other in others]
        new = [key for key in keys if key not in self._known]
        if new:
            found = _clashes(self._wanted[name], [(self._wanted[o], at) for _, o, at in new])
            self._known.update(zip(new, found.T, strict=True))
        if not keys:
            return np.zeros((len(self._wanted[name]), 0), dtype=bool)
        return np.column_stack([self._known[key] for key in keys])


def _clashes(mine: Options, taken: list[tuple[Options, int]]) -> np.ndarray:
    """Return (m, n) bool: which places of a name cannot be had beside those that are taken."""
    boxes = np.array([places.boxes[at] for places, at in taken])
    lines = np.array([places.lines[at] for places, at in taken])
    crossed = crossing(mine.lines, boxes) | crossing(lines, mine.boxes).T
    return np.asarray(overlaps(mine.boxes, boxes) | crossed | _cut(mine.lines, lines))


def _cut(some: FloatArray, others: FloatArray) -> np.ndarray:
    """Return (m, n) bool: which segments cross which others."""
    a, b = some[:, None, :2], some[:, None, 2:]
    c, d = others[None, :, :2], others[None, :, 2:]
    apart = _side(a, b, c) * _side(a, b, d) < 0
    return np.asarray(apart & (_side(c, d, a) * _side(c, d, b) < 0))


def _side(a: FloatArray, b: FloatArray, point: FloatArray) -> FloatArray:
    """Return on which side of the lines from a to b points lie, by sign."""
    along, off = b - a, point - a
    return np.asarray(along[..., 0] * off[..., 1] - along[..., 1] * off[..., 0])
