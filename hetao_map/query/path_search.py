"""Shortest paths through a network whose ways open and close.

Time is in minutes from any moment. Whoever sets out later arrives no earlier (the first-in
first-out property), because a way takes as long at any time and lets in those who wait in
order; Dijkstra's method is therefore exact (Dreyfus 1969, An appraisal of some shortest-path
algorithms; Kaufman and Smith 1993, Fastest paths in time-dependent networks).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Protocol

_STEP = 1.0
NEVER = float("inf")


class Opening(Protocol):
    """When one can set out on a way."""

    def sets_out(self, ready: float, minutes: float) -> float | None:
        """Return the first moment from ready on at which a way of so many minutes lets one in."""

    def lets_in_until(self, moment: float, minutes: float) -> float | None:
        """Return the last moment at which one is let in as at moment; None for no end."""


class Always:
    """A way that is always open."""

    def sets_out(self, ready: float, minutes: float) -> float | None:  # noqa: ARG002
        """Return ready: nobody waits."""
        return ready

    def lets_in_until(self, moment: float, minutes: float) -> float | None:  # noqa: ARG002
        """Return None: it never ends."""
        return None


ALWAYS = Always()


@dataclass(frozen=True, slots=True)
class Way:
    """A directed way; wait is what boarding costs, which staying on the same line does not."""

    id: str
    start: str
    end: str
    minutes: float
    line: str = ""
    wait: float = 0.0
    opening: Opening = ALWAYS


@dataclass(frozen=True, slots=True)
class Step:
    """A way as it is gone: ready at its start, set out after waiting, and arrived."""

    way: Way
    ready: float
    sets_out: float
    arrives: float
    aboard: bool = False


class Prefer(Enum):
    """What makes a path the best one."""

    ARRIVAL = "arrival"
    CHANGES = "changes"


Ways = dict[str, list[Way]]


def by_start(ways: Iterable[Way]) -> Ways:
    """Return the ways by the node they begin at."""
    found: Ways = {}
    for way in ways:
        found.setdefault(way.start, []).append(way)
    return found


def next_step(way: Way, line: str, ready: float) -> Step | None:
    """Return how a way is gone by one who comes on a line; None when it opens no more."""
    if way.line and way.line == line:
        return Step(way, ready, ready, ready + way.minutes, aboard=True)
    sets_out = way.opening.sets_out(ready + way.wait, way.minutes)
    return None if sets_out is None else Step(way, ready, sets_out, sets_out + way.minutes)


def best_path(
    ways: Ways, start: str, goal: str, ready: float, prefer: Prefer = Prefer.ARRIVAL
) -> list[Step] | None:
    """Return the steps of the path that arrives first, or of those with the fewest boardings
    the one that arrives first; None when there is none.

    Raises nothing. A state is a node and the line one is on: only so is changing counted right.
    """
    tie = count()
    first: tuple[int, float] = (0, ready)
    queue: list[tuple[tuple[float, ...], int, str, str, int, float]] = []
    heapq.heappush(queue, (_cost(*first, prefer), next(tie), start, "", 0, ready))
    came: dict[tuple[str, str], tuple[tuple[str, str], Step]] = {}
    settled: set[tuple[str, str]] = set()
    reached: dict[tuple[str, str], tuple[float, ...]] = {(start, ""): _cost(*first, prefer)}
    while queue:
        _, _, node, line, boardings, now = heapq.heappop(queue)
        state = node, line
        if state in settled:
            continue
        settled.add(state)
        if node == goal:
            return _traced(came, state)
        for way in ways.get(node, ()):
            step = next_step(way, line, now)
            if step is None:
                continue
            following = way.end, way.line
            boarded = boardings + (1 if way.line and not step.aboard else 0)
            cost = _cost(boarded, step.arrives, prefer)
            if following not in reached or cost < reached[following]:
                reached[following] = cost
                came[following] = (state, step)
                heapq.heappush(queue, (cost, next(tie), *following, boarded, step.arrives))
    return None


def _cost(boardings: int, arrives: float, prefer: Prefer) -> tuple[float, ...]:
    return (arrives, boardings) if prefer is Prefer.ARRIVAL else (boardings, arrives)


def _traced(
    came: dict[tuple[str, str], tuple[tuple[str, str], Step]], state: tuple[str, str]
) -> list[Step]:
    steps = []
    while state in came:
        state, step = came[state]
        steps.append(step)
    return steps[::-1]


def latest_departure(
    ways: Ways, start: str, goal: str, arrive_by: float, not_before: float
) -> float | None:
    """Return the last whole minute from not_before on at which one can leave and arrive in time.

    By bisection: because of first in, first out, the arrival never falls as the start is put
    off. None when even not_before is too late.
    """

    def in_time(ready: float) -> bool:
        path = best_path(ways, start, goal, ready)
        return path is not None and (path[-1].arrives if path else ready) <= arrive_by

    if not in_time(not_before):
        return None
    low, high = 0, int((arrive_by - not_before) // _STEP)
    while low < high:
        middle = (low + high + 1) // 2
        if in_time(not_before + middle * _STEP):
            low = middle
        else:
            high = middle - 1
    return not_before + low * _STEP


def leave_by(path: Sequence[Step]) -> float | None:
    """Return the last moment to begin a path without waiting for another opening.

    Backwards along the path: each step must be begun before its way closes and in time for the
    next one. None when nothing on it closes.
    """
    latest = NEVER
    for step in reversed(path):
        latest -= step.way.minutes
        if not step.aboard:
            closes = step.way.opening.lets_in_until(step.sets_out, step.way.minutes)
            latest = min(latest, NEVER if closes is None else closes) - step.way.wait
    return None if latest == NEVER else latest
