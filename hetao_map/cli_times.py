"""The commands that ask by the clock: crossings and route."""

from __future__ import annotations

import argparse
import datetime as dt

from hetao_map.model import clock
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.route import Route, Trip
from hetao_map.query.crossings import Crossings, crossings_at
from hetao_map.query.trip import route_for
from hetao_map.text import times


def crossings(catalog: Catalog, moment: dt.datetime | None) -> Crossings:
    """Return the state of the ports at a moment, or now. Raises NotFoundError without hours."""
    found = crossings_at(catalog, moment or clock.now())
    if not found.rows:
        raise NotFoundError(times.NO_HOURS, path=_named(catalog))
    return found


def route(catalog: Catalog, options: argparse.Namespace) -> Route:
    """Return the way that was asked for, by the first file that has ways.

    Raises NotFoundError or UsageError with a sentence, as query.trip.route_for does.
    """
    now, moment = clock.now(), options.arrive or options.depart
    trip = Trip(
        options.start,
        options.end,
        moment,
        arrive_by=options.arrive is not None,
        fewest_changes=options.fewest_changes,
    )
    return route_for(catalog, trip, now)


def _named(catalog: Catalog) -> str:
    return ", ".join(dataset.path.name for dataset in catalog.datasets)
