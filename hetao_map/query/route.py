"""The way from door to door at a moment: its legs, the last chance, and what to know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from hetao_map.model.clock import local
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import NotFoundError, UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.network import NetworkEdge
from hetao_map.model.route import Leg, LonLat, Remark, Route, Stop
from hetao_map.query.crossings import calendar_notices
from hetao_map.query.other_ports import not_chosen
from hetao_map.query.path_search import Prefer, Step, leave_by
from hetao_map.query.places import Places, places_of
from hetao_map.query.route_line import RAIL_LINES, joined, line_between
from hetao_map.query.router import Router
from hetao_map.query.ways import moment_of
from hetao_map.text import times
from hetao_map.text.dates import written
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

_DAY = dt.timedelta(days=1)
_LONGEST_SHOWN = 60


def find_route(
    dataset: Dataset,
    start: str,
    end: str,
    moment: dt.datetime,
    prefer: Prefer = Prefer.ARRIVAL,
    *,
    arrive_by: bool = False,
) -> Route:
    """Return the way from one place to another for one who is ready at a moment.

    start and end are what Places.find knows, coordinates too. With arrive_by it is the last
    way that arrives by the moment. moment may have any time zone; without one it is Hong
    Kong's. Raises NotFoundError with a sentence for a file without ways, an unknown place, a
    place too far from all stops, a time for which the hours of the ports are not known, or when
    there is no way; UsageError when both places are the same. Any thread.
    """
    if not dataset.knowledge.network:
        raise NotFoundError(times.NO_NETWORK, path=dataset.path.name)
    places = places_of(dataset)
    first, last, ready = _stop(places, start), _stop(places, end), local(moment)
    if first.node == last.node:
        raise UsageError(written(times.SAME_PLACE, name=first.name))
    router = Router(dataset, (first, last), prefer)
    router.check_known(ready)
    leave = router.latest_departure(ready) if arrive_by else ready
    path = router.path(leave) if leave else None
    if leave is None or not path:
        values = {"start": first.name, "end": last.name, "time": ready}
        raise NotFoundError(written(times.NO_WAY, **values))
    return _told(router, leave, path)


def _told(router: Router, ready: dt.datetime, path: list[Step]) -> Route:
    """Return a path with all that a person wants to know of it."""
    return Route(
        *router.ends,
        ready,
        arrives=moment_of(path[-1].arrives),
        earliest=router.arrival(path, ready, slowly=False),
        latest=router.arrival(path, ready, slowly=True),
        changes=max(sum(1 for s in path if s.way.line and not s.aboard) - 1, 0),
        leave_by=_leave_by(path, ready),
        legs=joined([_leg(router, steps) for steps in _by_ride(path)]),
        not_chosen=tuple(not_chosen(router, ready, path)),
        notes=_notes(router, path),
        notices=tuple(calendar_notices(router.calendar, ready.date())),
    )


def _stop(places: Places, text: str) -> Stop:
    found = places.find(text)
    if found is not None:
        return found
    near = places.near_names(text)
    names = LocalizedText(
        "、".join(name.zh_hans for name in near),
        "、".join(name.zh_hant for name in near),
        ", ".join(name.en for name in near),
    )
    sentence = times.UNKNOWN_PLACE_NEAR if near else times.UNKNOWN_PLACE
    shown = plain(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")
    raise NotFoundError(written(sentence, text=shown, near=names))


def _leave_by(path: Sequence[Step], ready: dt.datetime) -> dt.datetime | None:
    minutes = leave_by(path)
    if minutes is None or moment_of(minutes) - ready >= _DAY:
        return None
    return moment_of(minutes)


def _by_ride(path: Sequence[Step]) -> list[list[Step]]:
    """Return the steps of a path by legs: what is gone aboard one vehicle is one leg."""
    legs: list[list[Step]] = []
    for step in path:
        if step.aboard:
            legs[-1].append(step)
        else:
            legs.append([step])
    return legs


def _leg(router: Router, steps: list[Step]) -> Leg:
    edges = [router.edge(step) for step in steps]
    first, last = steps[0], steps[-1]
    low, likely, high = (sum(edge.minutes[n] for edge in edges) for n in range(3))
    alone = len(edges) == 1
    return Leg(
        mode=edges[0].mode,
        line=_line_name(router.dataset, edges[0]),
        start=router.stops[first.way.start],
        end=router.stops[last.way.end],
        departs=moment_of(first.sets_out),
        arrives=moment_of(last.arrives),
        waits=first.sets_out - first.ready,
        minutes=(low, likely, high),
        rides=len(steps),
        estimate=not all(edge.published for edge in edges),
        path=_drawn(router, steps),
        fare=edges[0].fare if alone else None,
        currency=edges[0].currency if alone else "",
        as_of=edges[0].as_of,
        source=router.source(edges[0].source_id),
    )


def _line_name(dataset: Dataset, edge: NetworkEdge) -> LocalizedText:
    if edge.line_name or not edge.line:
        return edge.line_name
    line = dataset.find(FeatureRef(RAIL_LINES, edge.line))
    return line.name if line else LocalizedText()


def _drawn(router: Router, steps: list[Step]) -> tuple[LonLat, ...]:
    points: list[LonLat] = []
    for step in steps:
        start, end = router.stops[step.way.start].lonlat, router.stops[step.way.end].lonlat
        if start is None or end is None:
            return ()
        points += line_between(router.dataset, step.way.line, start, end)
    return tuple(point for point, _ in groupby(points))


def _notes(router: Router, path: Sequence[Step]) -> tuple[Remark, ...]:
    """Return the remarks on the ways taken, each once."""
    edges = [router.edge(step) for step in path]
    notes = (Remark(edge.note, router.source(edge.source_id)) for edge in edges if edge.note)
    return tuple({note.text: note for note in notes}.values())
