"""The network of a file ready for questions: its places, ways, ports and hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import NotFoundError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source
from hetao_map.model.network import BORDER_CONTROL, NetworkEdge
from hetao_map.model.route import Stop
from hetao_map.query.approach import OWN, approaches
from hetao_map.query.crossings import PASSENGER, PORTS, timetable
from hetao_map.query.holidays import HolidayCalendar
from hetao_map.query.hours import Access, trusted_until
from hetao_map.query.path_search import Prefer, Step, best_path, by_start, latest_departure
from hetao_map.query.places import places_of
from hetao_map.query.ways import BACK, gone_with, minutes_of, moment_of, ways_of
from hetao_map.text import times
from hetao_map.text.dates import first_day, written

_DAY = dt.timedelta(days=1)


class Router:
    """Answers which way leads from place to place at a moment of Hong Kong. Any thread."""

    def __init__(
        self, dataset: Dataset, ends: tuple[Stop, Stop], prefer: Prefer = Prefer.ARRIVAL
    ) -> None:
        """Take in the network, and the ends where no way of the file leads to them."""
        self.dataset, self.ends, self._prefer = dataset, ends, prefer
        self.stops = {**places_of(dataset).stops, **{stop.node: stop for stop in ends}}
        self.calendar = HolidayCalendar(dataset.knowledge.holidays)
        edges = [*dataset.knowledge.network.edges, *self._approaches()]
        self._edges = {edge.id: edge for edge in edges}
        self._ways = ways_of(edges, dataset, self.calendar)

    def _approaches(self) -> Iterator[NetworkEdge]:
        known = places_of(self.dataset).stops
        for stop, other in (self.ends, self.ends[::-1]):
            found = tuple(approaches(self.dataset, stop, other))
            if not found and stop.node not in known:
                raise NotFoundError(written(times.TOO_FAR, name=stop.name))
            yield from found

    def path(self, ready: dt.datetime, without: frozenset[str] = frozenset()) -> list[Step] | None:
        """Return the best path that uses none of the edges without, None when there is none."""
        ways = by_start(way for way in self._ways if way.id.removesuffix(BACK) not in without)
        return best_path(ways, *self._nodes, minutes_of(ready), self._prefer)

    @property
    def _nodes(self) -> tuple[str, str]:
        return self.ends[0].node, self.ends[1].node

    def latest_departure(self, arrive_by: dt.datetime) -> dt.datetime | None:
        """Return the last moment of the day before arrive_by at which one can leave in time."""
        by = minutes_of(arrive_by)
        ways = by_start(self._ways)
        earliest = minutes_of(arrive_by - _DAY)
        latest = latest_departure(ways, *self._nodes, by, earliest)
        return None if latest is None else moment_of(latest)

    def arrival(
        self, path: Sequence[Step], ready: dt.datetime, *, slowly: bool
    ) -> dt.datetime | None:
        """Return when the path arrives at best, or slowly; None when a way opens no more."""
        arrives = gone_with(path, self._edges, minutes_of(ready), slowly=slowly)
        return None if arrives is None else moment_of(arrives)

    def edge(self, step: Step) -> NetworkEdge:
        """Return the way of the file that a step goes along."""
        return self._edges[step.way.id.removesuffix(BACK)]

    def controls(self, path: Sequence[Step]) -> list[Step]:
        """Return the steps of a path that are border controls."""
        return [step for step in path if self.edge(step).mode == BORDER_CONTROL]

    def ports(self, path: Sequence[Step]) -> tuple[Stop, ...]:
        """Return the ports that a path crosses the boundary at, in its order."""
        ends = (end for step in self.controls(path) for end in (step.way.start, step.way.end))
        nodes = dict.fromkeys(node for node in ends if node.startswith(f"{PORTS}/"))
        return tuple(self.stops[node] for node in nodes)

    def access(self, port: Stop, moment: dt.datetime) -> Access:
        """Return whether passengers can pass a port."""
        ref = FeatureRef.parse(port.node)
        return timetable(self.dataset, ref, PASSENGER, self.calendar).span_at(moment).access

    def source(self, source_id: str) -> Source | None:
        """Return a source; this project's own work is none that need be named."""
        return None if source_id == OWN else self.dataset.knowledge.sources.get(source_id)

    def check_known(self, moment: dt.datetime) -> None:
        """Raise NotFoundError where no port's hours are known: nothing is guessed."""
        statements = [
            hours
            for ref, stated in self.dataset.knowledge.hours.items()
            if ref.layer == PORTS
            for hours in stated
            if hours.traffic == PASSENGER
        ]
        if not statements:
            raise NotFoundError(times.NO_HOURS, path=self.dataset.path.name)
        periods = [(first_day(h.valid_from) or dt.date.min, trusted_until(h)) for h in statements]
        if any(first <= moment.date() and moment < last for first, last in periods):
            return
        first, last = min(p[0] for p in periods), max(p[1] for p in periods) - _DAY
        values = {"date": moment.date(), "first": first, "last": last.date()}
        raise NotFoundError(written(times.TIME_UNKNOWN, **values))
