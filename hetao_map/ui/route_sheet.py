"""The way from door to door as a PDF page, from the state."""

from __future__ import annotations

from dataclasses import replace

from hetao_map.model.route import Route
from hetao_map.model.state import MapState
from hetao_map.query.route_card import route_card
from hetao_map.query.surround import ZONE, edition
from hetao_map.render.fact_sheet import MAP_SIZE_PX, fact_sheet
from hetao_map.render.theme import LIGHT
from hetao_map.session.trips import extent_of, lines_of
from hetao_map.ui.map_sheet import picture_of, with_way

_MARGIN = 0.12


def route_sheet(state: MapState, route: Route) -> bytes:
    """Return the way as PDF with its map, in the language of the state."""
    lines = lines_of(route.legs, state.catalog.map_epsg)
    extent = extent_of(lines)
    view = state.viewport.resized(MAP_SIZE_PX, 1.0)
    if extent is not None:
        view = view.fitted(extent, _MARGIN)
    picture = picture_of(replace(state, second_language=None), LIGHT, view)
    picture = with_way(replace(picture, highlight=None), lines, legend=True)
    made_from = edition(state.catalog, ZONE, state.language)
    return fact_sheet(route_card(route, state.language), picture, made_from)
