"""What a result of the search says: its name, what it is and what has fitted, and a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from hetao_map.model.state import MapState
from hetao_map.render.swatch import feature_row
from hetao_map.text import words
from hetao_map.text.plain import plain
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.swatch import row_icon

if TYPE_CHECKING:
    from hetao_map.query.search import SearchHit

_BETWEEN = " · "


@dataclass(frozen=True, eq=False)
class SearchRow:
    """A row of the list: hit is where it leads; a search made before has only its text."""

    name: str
    detail: str
    icon: QIcon
    hit: SearchHit | None = None

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.name, *self.detail.split(_BETWEEN)) if part)


def row_of(hit: SearchHit, state: MapState, ratio: float) -> SearchRow:
    """Return the row of a hit, for a screen of so many device pixels a pixel."""
    name = plain(hit.name.in_(state.language))
    theme = theme_of(state.theme)
    layer = state.catalog.layer(hit.ref.layer)
    if layer is None:
        detail = words.COORDINATES.in_(state.language)
        return SearchRow(name, detail, icon("place", theme), hit)
    row = layer.row_of(hit.ref.id)
    sample = row_icon(feature_row(layer, row or 0), theme, ratio)
    title = plain(layer.spec.title.in_(state.language))
    matched = hit.matched_beside(name, state.language)
    return SearchRow(name, _BETWEEN.join(part for part in (title, matched) if part), sample, hit)


def recent_row(text: str, state: MapState) -> SearchRow:
    """Return the row of a search made before."""
    return SearchRow(plain(text), "", icon("recent", theme_of(state.theme)))
