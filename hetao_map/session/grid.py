"""The state on another grid of the map: the same places in other metres."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians
from typing import Any

from hetao_map.geometry.projection import WEB_MERCATOR, to_lonlat, to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import MapState, ViewHistory


def on_grid(state: MapState, epsg: int) -> dict[str, Any]:
    """Return the fields of a state that are told in metres of the map, in the grid epsg.

    None when that is the map's grid already. What was being measured is given up.
    """
    source = state.catalog.map_epsg
    if source == epsg:
        return {}

    def moved(view: Viewport) -> Viewport:
        return _moved(view, source, epsg)

    history = state.history
    return {
        "viewport": moved(state.viewport),
        "history": ViewHistory(tuple(map(moved, history.past)), tuple(map(moved, history.future))),
        "place": state.place and to_map(to_lonlat(state.place, source), epsg),
        "measured": Measurement(of_area=state.measured.of_area),
    }


def _moved(view: Viewport, source: int, epsg: int) -> Viewport:
    lonlat = to_lonlat(view.center, source)
    scale = _metres_on_map(lonlat[1], epsg) / _metres_on_map(lonlat[1], source)
    return replace(view, center=to_map(lonlat, epsg), metres_per_px=view.metres_per_px * scale)


def _metres_on_map(latitude: float, epsg: int) -> float:
    """Return how many metres of the map one on the ground is: Mercator stretches to the poles."""
    return 1 / max(cos(radians(latitude)), 0.01) if epsg == WEB_MERCATOR else 1.0
