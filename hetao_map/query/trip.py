"""The answer to a trip that is asked for, by the first file that has ways."""

from __future__ import annotations

import datetime as dt

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.errors import HetaoError, NotFoundError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Route, Stop, Trip, written_place
from hetao_map.query.path_search import Prefer
from hetao_map.query.places import places_of
from hetao_map.query.route import find_route
from hetao_map.text import times
from hetao_map.text.localized import LocalizedText, same


def network_of(catalog: Catalog) -> Dataset | None:
    """Return the first file that has ways, None without one."""
    return next((one for one in catalog.datasets if one.knowledge.network), None)


def route_for(catalog: Catalog, trip: Trip, now: dt.datetime) -> Route:
    """Return the way of a trip; now is when one without a moment begins. Any thread.

    Raises NotFoundError or UsageError with a sentence, as query.route.find_route does.
    """
    dataset = network_of(catalog)
    if dataset is None:
        raise NotFoundError(no_network(catalog))
    prefer = Prefer.CHANGES if trip.fewest_changes else Prefer.ARRIVAL
    moment, by = trip.moment or now, trip.arrive_by and trip.moment is not None
    return find_route(dataset, trip.start, trip.end, moment, prefer, arrive_by=by)


def answer_to(catalog: Catalog, trip: Trip, now: dt.datetime) -> Route | LocalizedText:
    """Return the way of a trip, or a sentence that tells why there is none. Any thread."""
    try:
        return route_for(catalog, trip, now)
    except HetaoError as error:
        return error.sentence


def no_network(catalog: Catalog) -> LocalizedText:
    """Return the sentence for files without ways."""
    names = ", ".join(dataset.path.name for dataset in catalog.datasets)
    return times.NO_NETWORK.with_values(path=names)


def name_of_end(catalog: Catalog, text: str) -> LocalizedText:
    """Return what an end of a trip is called; what is no known place reads as it was typed."""
    stop = stop_of_end(catalog, text)
    return stop.name if stop is not None else same(text)


def end_of(catalog: Catalog, ref: FeatureRef) -> str:
    """Return what a feature is called as an end of a trip: itself where it is a place that ways
    know, else its position; "" for none.
    """
    dataset, feature = network_of(catalog), catalog.find(ref)
    if feature is None:
        return ""
    if dataset is not None and places_of(dataset).knows(str(ref)):
        return str(ref)
    return written_place(*to_lonlat(feature.point, catalog.map_epsg))


def stop_of_end(catalog: Catalog, text: str) -> Stop | None:
    """Return the place of an end of a trip, None for none that is known."""
    dataset = network_of(catalog)
    return places_of(dataset).find(text) if dataset is not None and text else None
