"""The row of a place that a field offers: its name, what it is, and a sample."""

from __future__ import annotations

from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Stop
from hetao_map.model.state import MapState
from hetao_map.render.swatch import feature_row
from hetao_map.text import words
from hetao_map.text.plain import plain
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.search_rows import SearchRow
from hetao_map.ui.swatch import row_icon


def place_row(stop: Stop, state: MapState, ratio: float) -> SearchRow:
    """Return the row of a place, for a screen of so many device pixels a pixel."""
    theme = theme_of(state.theme)
    ref = FeatureRef.parse(stop.node)
    layer = state.catalog.layer(ref.layer) if ref.id else None
    name = plain(stop.name.in_(state.language))
    row = layer.row_of(ref.id) if layer else None
    if layer is None or row is None:
        typed = not ref.id
        detail = words.COORDINATES if typed else words.BESIDE_THE_MAP
        return SearchRow(name, detail.in_(state.language), icon("place", theme))
    sample = row_icon(feature_row(layer, row), theme, ratio)
    return SearchRow(name, plain(layer.spec.title.in_(state.language)), sample)
