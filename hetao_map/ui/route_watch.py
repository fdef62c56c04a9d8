"""The way that is asked for as the window shows it: worked out in a worker."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QTimer

from hetao_map.model import clock
from hetao_map.model.dataset import Catalog
from hetao_map.model.route import Route, Trip
from hetao_map.model.state import MapState
from hetao_map.render.scheduler import Scheduler
from hetao_map.session.store import Store
from hetao_map.session.trips import PANEL, Trips
from hetao_map.text.localized import LocalizedText

_KEY, _NAMES = "route", "names"


class RouteWatch(QObject):
    """Asks again when the trip is another, and each minute while it begins now.

    Lives on the window's thread. Nothing is worked out while another panel is shown.
    """

    def __init__(self, parent: QObject, store: Store, trips: Trips) -> None:
        super().__init__(parent)
        self._store, self._trips = store, trips
        self._scheduler = Scheduler()
        self._scheduler.done.connect(self._take)
        self._asked: tuple[object, ...] = ()
        self._ends = ("", "")
        self._named: Catalog | None = None
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._renew)
        store.changed.connect(self._apply)

    @property
    def busy(self) -> bool:
        """Tell whether an answer is on its way."""
        return not self._scheduler.idle

    def close(self) -> None:
        """End the worker."""
        self._clock.stop()
        self._scheduler.close()

    def _apply(self, old: MapState, new: MapState) -> None:
        if _asks(old) != _asks(new) or old.catalog is not new.catalog:
            self._renew()

    def _renew(self) -> None:
        """Ask for the way, unless nobody looks at it or the answer is there."""
        state = self._store.state
        self._clock.stop()
        if state.panel != PANEL or not state.catalog.datasets:
            return
        self._read_names(state.catalog)
        if not state.trip.complete:
            self._scheduler.cancel(_KEY)
            self._asked = ()
            self._store.update(route=None, leg=None)
            return
        now = clock.now()
        if state.trip.moment is None:
            self._clock.start(60_000 - now.second * 1000 - now.microsecond // 1000)
        minute = now.replace(second=0, microsecond=0)
        asked = (state.catalog, state.trip, minute if state.trip.moment is None else None)
        if asked != self._asked or state.route is None:
            self._asked = asked
            self._ask(state.catalog, state.trip, minute)

    def _read_names(self, catalog: Catalog) -> None:
        """Have the names of places ready before somebody types one."""
        if catalog is self._named:
            return
        self._named = catalog

        def work(_stale: object) -> None:
            from hetao_map.query.places import places_of
            from hetao_map.query.trip import network_of

            dataset = network_of(catalog)
            if dataset is not None:
                places_of(dataset)

        self._scheduler.request(_NAMES, work)

    def _ask(self, catalog: Catalog, trip: Trip, now: dt.datetime) -> None:
        def work(_stale: object) -> Route | LocalizedText:
            # The library of opening hours is not needed before.
            from hetao_map.query.trip import answer_to

            return answer_to(catalog, trip, now)

        self._scheduler.request(_KEY, work)

    def _take(self, key: str, answer: Route | LocalizedText) -> None:
        if key != _KEY:
            return
        state = self._store.state
        legs = len(answer.legs) if isinstance(answer, Route) else 0
        leg = state.leg if state.leg is not None and state.leg < legs else None
        self._store.update(route=answer, leg=leg)
        ends = (state.trip.start, state.trip.end)
        if ends != self._ends and isinstance(answer, Route):
            self._ends = ends
            self._trips.show_all(always=False)


def _asks(state: MapState) -> tuple[object, ...]:
    return state.trip, state.panel
