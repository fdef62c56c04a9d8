"""Small networks at random, and the slow and sure ways to search them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from hetao_map.query.path_search import ALWAYS, Opening, Way

DAY = 48  # a day of a small network, in minutes


@dataclass(frozen=True)
class Windows:
    """Open in the same windows every day; in_full as at a port."""

    windows: tuple[tuple[int, int], ...]
    in_full: bool = False

    def lets_in(self, moment: float, minutes: float) -> bool:
        time = moment % DAY
        last = minutes if self.in_full else 0
        return any(a <= time < b and time + last <= b for a, b in self.windows)

    def sets_out(self, ready: float, minutes: float) -> float | None:
        tries = (ready + n for n in range(3 * DAY))
        return next((moment for moment in tries if self.lets_in(moment, minutes)), None)

    def lets_in_until(self, moment: float, minutes: float) -> float | None:
        last = moment
        while self.lets_in(last + 1, minutes):
            last += 1
            if last - moment > 2 * DAY:
                return None
        return last


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def random_opening(chance: random.Random) -> Opening:
    if chance.random() < 0.5:
        return ALWAYS
    start = chance.randrange(0, DAY - 12)
    end = chance.randrange(start + 8, DAY)
    return Windows(((start, end),), in_full=chance.random() < 0.5)


def random_network(chance: random.Random, *, frozen: bool = False) -> list[Way]:
    nodes = "abcde"[: chance.randrange(3, 6)]
    ways = []
    for number in range(chance.randrange(4, 11)):
        start, end = chance.sample(nodes, 2)
        line = chance.choice(["", "", "one", "two"])
        wait = chance.randrange(0, 6) if line else 0
        opening = ALWAYS if frozen else random_opening(chance)
        ways.append(Way(str(number), start, end, chance.randrange(1, 9), line, wait, opening))
    return ways


def walks(ways: list[Way], start: str, goal: str, ready: float) -> Iterator[tuple[float, int]]:
    """Yield arrival and number of boardings of each walk that comes nowhere twice on a line."""

    def go(
        node: str, line: str, now: float, boardings: int, been: frozenset[tuple[str, str]]
    ) -> Iterator[tuple[float, int]]:
        if node == goal:
            yield now, boardings
            return
        for way in ways:
            if way.start != node or (way.end, way.line) in been:
                continue
            aboard = bool(way.line) and way.line == line
            if aboard:
                sets_out: float | None = now
            else:
                sets_out = way.opening.sets_out(now + way.wait, way.minutes)
            if sets_out is not None:
                more = 1 if way.line and not aboard else 0
                seen = been | {(way.end, way.line)}
                yield from go(way.end, way.line, sets_out + way.minutes, boardings + more, seen)

    yield from go(start, "", ready, 0, frozenset({(start, "")}))
