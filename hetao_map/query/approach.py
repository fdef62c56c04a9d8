"""The way between an end of a trip and the stops near it that no way of the file leads to.

There are no roads and paths in the file, so that the minutes are estimates from the straight
line, with a wide range: on foot one goes some 65 to 85 metres a minute, a taxi 250 to 600, and a
way is 1.1 to 2 times as long as the straight line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_map
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.network import BORDER_CONTROL, NetworkEdge
from hetao_map.model.route import Stop
from hetao_map.query.crossings import PORTS
from hetao_map.query.places import places_of
from hetao_map.query.positions import on_mainland
from hetao_map.text import times
from hetao_map.text.dates import written

OWN = "own"
_MOST_STOPS = 4


@dataclass(frozen=True, slots=True)
class _Means:
    """How one gets along: reach in metres, metres a minute at best, likely and slowly."""

    mode: str
    reach_m: float
    speeds: tuple[float, float, float]
    detours: tuple[float, float, float]
    line: str = ""
    wait: float = 0.0
    start: float = 0.0


_ON_FOOT = _Means("walk", 2500.0, (85.0, 75.0, 65.0), (1.1, 1.35, 2.0))
_BY_TAXI = _Means("taxi", 15_000.0, (600.0, 400.0, 250.0), (1.1, 1.5, 2.0), "taxi", 5.0, 2.0)


@dataclass(frozen=True, slots=True)
class _Site:
    """A place on the map: point in map metres of the grid, and its side of the boundary."""

    stop: Stop
    point: Xy
    mainland: bool
    taxis: bool = True

    def metres_to(self, other: _Site) -> float:
        """Return the length of the straight line."""
        return hypot(self.point[0] - other.point[0], self.point[1] - other.point[1])


def approaches(dataset: Dataset, stop: Stop, target: Stop) -> Iterator[NetworkEdge]:
    """Yield the ways between a place and the nearest stops on its side of the boundary, and the
    target where it is near.

    On foot on the Mainland's side only: the ports of the other side lie in the Frontier Closed
    Area. A taxi goes where the file knows taxis to go. A stop of the network has its ways, but
    a taxi comes there by night, too; one that has taxis already needs nothing. Nothing for a
    place whose position or side is not known, nor for one between two controls.
    """
    known = places_of(dataset).stops
    sites = {site.stop.node: site for site in _sites(dataset)}
    here, there = (
        sites.get(one.node) if one.node in known else _site(dataset, one) for one in (stop, target)
    )
    if here is None or (stop.node in known and here.taxis):
        return
    near = [site for site in sites.values() if site.mainland == here.mainland]
    beside = sorted((site for site in near if site.stop != stop), key=here.metres_to)
    goal = [there] if there is not None and there.mainland == here.mainland else []
    if here.mainland and stop.node not in known:
        yield from _ways(_ON_FOOT, here, [*beside[:_MOST_STOPS], *goal])
    ranks = [site for site in beside if site.taxis]
    yield from _ways(_BY_TAXI, here, [*ranks[:_MOST_STOPS], *goal])


@lru_cache(maxsize=2)
def _sites(dataset: Dataset) -> tuple[_Site, ...]:
    """Return the stops of the network that anybody can come to, where they are known to be."""
    edges = dataset.knowledge.network.edges
    ends = {edge: (edge.start, edge.end) for edge in edges}
    ranks = {node for edge in edges if edge.mode == _BY_TAXI.mode for node in ends[edge]}
    behind = {node for edge in edges if edge.mode == BORDER_CONTROL for node in ends[edge]}
    sites = (
        _site(dataset, stop, taxis=node in ranks)
        for node, stop in places_of(dataset).stops.items()
        if node not in behind or node.startswith(f"{PORTS}/")
    )
    return tuple(site for site in sites if site is not None)


def _site(dataset: Dataset, stop: Stop, *, taxis: bool = True) -> _Site | None:
    """Return where a place is, None when that is not known."""
    if stop.lonlat is None:
        return None
    point = to_map(stop.lonlat, dataset.map_epsg)
    mainland = on_mainland(Catalog((dataset,)), point, stop.lonlat)
    return None if mainland is None else _Site(stop, point, mainland, taxis)


def _ways(means: _Means, here: _Site, sites: Iterable[_Site]) -> Iterator[NetworkEdge]:
    near = {site.stop.node: site for site in sites if here.metres_to(site) <= means.reach_m}
    return (_edge(means, here, site) for site in near.values())


def _edge(means: _Means, here: _Site, site: _Site) -> NetworkEdge:
    metres = here.metres_to(site)
    doubt = here.stop.accuracy_m + site.stop.accuracy_m
    lengths = (max(metres - doubt, 0.0), metres, metres + doubt)
    low, likely, high = (
        max(round(means.start + length * detour / speed), 1)
        for length, detour, speed in zip(lengths, means.detours, means.speeds, strict=True)
    )
    return NetworkEdge(
        id=f"{means.mode} {here.stop.node} {site.stop.node}",
        start=here.stop.node,
        end=site.stop.node,
        mode=means.mode,
        minutes=(low, likely, high),
        line=means.line,
        wait_minutes=means.wait,
        note=written(times.RECKONED, name=here.stop.name),
        source_id=OWN,
    )
