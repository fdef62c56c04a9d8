"""What a person does with the way that is asked for. Each change can be undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hetao_map.geometry.extent import Extent, Xy
from hetao_map.geometry.projection import to_lonlat, to_map
from hetao_map.model.route import Leg, Route, WayLine, written_place
from hetao_map.model.state import MapState
from hetao_map.session.actions import FOCUS_SCALE, Actions
from hetao_map.session.store import Store

PANEL = "ways"
_ROUND = dt.timedelta(minutes=5)
_MARGIN = 0.15


class Trips:
    """Changes of the trip as verbs. Ends are LAYER/ID, coordinates or a name."""

    def __init__(self, store: Store, actions: Actions) -> None:
        self._store, self._actions = store, actions

    def ask(self, **changes: Any) -> None:
        """Change the trip; the answer to other ends is gone at once, that to another time stays
        until the new one is there.
        """
        state = self._store.state
        trip = replace(state.trip, **changes)
        if (trip.start, trip.end) != (state.trip.start, state.trip.end):
            self._store.update(trip=trip, route=None, leg=None)
        else:
            self._store.update(trip=trip)

    def turn(self) -> None:
        """Ask for the way back."""
        self.ask(start=self._store.state.trip.end, end=self._store.state.trip.start)

    def begin_at(self, place: str) -> None:
        """Ask for a way from a place, and show the panel."""
        self._store.update(panel=PANEL, panels=True)
        self.ask(start=place)

    def end_at(self, place: str) -> None:
        """Ask for a way to a place, and show the panel."""
        self._store.update(panel=PANEL, panels=True)
        self.ask(end=place)

    def place_at(self, point: Xy) -> str:
        """Return what a map point is called in a trip."""
        return written_place(*to_lonlat(point, self._store.state.catalog.map_epsg))

    def set_time(self, kind: str, now: dt.datetime) -> None:
        """Leave now, or leave or arrive at a moment; now is what the clock shows."""
        trip = self._store.state.trip
        moment = None if kind == "now" else trip.moment or _rounded_up(now)
        self.ask(moment=moment, arrive_by=kind == "arrive")

    def choose(self, leg: int | None) -> None:
        """Look at a leg of the way, and move the map to it where it is out of sight."""
        state = self._store.state
        self._store.update(leg=leg)
        if leg is not None and isinstance(state.route, Route):
            self._show(lines_of((state.route.legs[leg],), state.catalog.map_epsg))

    def show_all(self, *, always: bool = True) -> None:
        """Fit the view to the whole way; only where some of it is out of sight, unless always."""
        self._show(shown_lines(self._store.state), always=always)

    def _show(self, lines: tuple[WayLine, ...], *, always: bool = False) -> None:
        extent, view = extent_of(lines), self._store.state.viewport
        if extent is None:
            return
        seen = view.extent
        inside = seen.contains((extent.xmin, extent.ymin)) and seen.contains(
            (extent.xmax, extent.ymax)
        )
        if inside and not always:
            return
        fitted = view.fitted(extent, _MARGIN)
        closest = view.at_scale(FOCUS_SCALE).metres_per_px
        self._actions.visit(replace(fitted, metres_per_px=max(fitted.metres_per_px, closest)))


def shown_lines(state: MapState) -> tuple[WayLine, ...]:
    """Return the lines of the way that the map shows, none while another panel is shown."""
    if state.panel != PANEL or not state.panels or not isinstance(state.route, Route):
        return ()
    return lines_of(state.route.legs, state.catalog.map_epsg, state.leg)


def lines_of(
    legs: tuple[Leg, ...], map_epsg: int, chosen: int | None = None
) -> tuple[WayLine, ...]:
    """Return the lines of those legs whose ends are placed, in map metres."""
    end = len(legs) - 1
    return tuple(
        WayLine(
            tuple(to_map(point, map_epsg) for point in leg.path),
            leg.mode,
            chosen=number == chosen,
            first=number == 0,
            last=number == end,
        )
        for number, leg in enumerate(legs)
        if leg.path
    )


def extent_of(lines: tuple[WayLine, ...]) -> Extent | None:
    """Return the rectangle around lines, None without any."""
    points = [point for line in lines for point in line.points]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return Extent(min(xs), min(ys), max(xs), max(ys))


def _rounded_up(moment: dt.datetime) -> dt.datetime:
    beyond = (moment - moment.replace(minute=0, second=0, microsecond=0)) % _ROUND
    return moment + (_ROUND - beyond if beyond else dt.timedelta())
