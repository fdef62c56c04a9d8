"""The commands that ask by the clock: crossings and route."""

from __future__ import annotations

import argparse
import datetime as dt

from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.route import Route
from hetao_map.query.crossings import Crossings, crossings_at
from hetao_map.query.hours import HONG_KONG
from hetao_map.query.path_search import Prefer
from hetao_map.query.route import find_route
from hetao_map.text import times


def crossings(catalog: Catalog, moment: dt.datetime | None) -> Crossings:
    """Return the state of the ports at a moment, or now. Raises NotFoundError without hours."""
    found = crossings_at(catalog, moment or dt.datetime.now(HONG_KONG))
    if not found.rows:
        raise NotFoundError(times.NO_HOURS, path=_named(catalog))
    return found


def route(catalog: Catalog, options: argparse.Namespace) -> Route:
    """Return the way that was asked for, by the first file that has ways.

    Raises NotFoundError or UsageError with a sentence, as query.route.find_route does.
    """
    prefer = Prefer.CHANGES if options.fewest_changes else Prefer.ARRIVAL
    moment = options.arrive or options.depart or dt.datetime.now(HONG_KONG)
    by = options.arrive is not None
    for dataset in catalog.datasets:
        if dataset.knowledge.network:
            ends = options.start, options.end
            return find_route(dataset, *ends, moment, prefer, arrive_by=by)
    raise NotFoundError(times.NO_NETWORK, path=_named(catalog))


def _named(catalog: Catalog) -> str:
    return ", ".join(dataset.path.name for dataset in catalog.datasets)
