"""The pages of a briefing: its map as it is shown, and its text. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.briefing import Briefing
from hetao_map.model.dataset import Catalog
from hetao_map.query.surround import Wanted, surround_of
from hetao_map.render.briefing import briefing_pdf
from hetao_map.render.picture import Picture
from hetao_map.render.theme import LIGHT

# The map shows what is around an area as well; a point has no size to be fitted to.
_AROUND, _LARGEST_SCALE, _SCALE_OF_POINT = 0.12, 6_000, 15_000
_OPAQUE: Mapping[str, float] = MappingProxyType({})


def briefing_bytes(
    catalog: Catalog,
    visible: frozenset[str],
    briefing: Briefing,
    order: tuple[str, ...] = (),
    opacity: Mapping[str, float] = _OPAQUE,
) -> bytes:
    """Return the briefing as PDF. Any thread; the same input gives the same bytes.

    catalog is as on the day of the briefing; visible, order and opacity are as in MapState.
    The layers of what is told of are shown in any case.
    """
    shown = visible | {ref.layer for ref in briefing.subject.refs}
    wanted = Wanted(legend=True, page=True, date=briefing.date)

    def look(size: tuple[int, int]) -> Picture:
        view = _view_of(briefing.extent, size)
        surround = surround_of(catalog, shown, view, briefing.language, wanted, order, opacity)
        return Picture(
            viewport=view,
            catalog=catalog,
            visible=shown,
            language=briefing.language,
            theme=LIGHT,
            surround=replace(surround, title=briefing.title, subtitle=briefing.subtitle),
            order=order,
            opacity=opacity,
            highlights=briefing.subject.named,
            rings=briefing.subject.rings,
        )

    return briefing_pdf(briefing, look)


def _view_of(extent: Extent, size: tuple[int, int]) -> Viewport:
    view = Viewport(size_px=size).fitted(extent, _AROUND)
    if not extent.width and not extent.height:
        return view.at_scale(_SCALE_OF_POINT)
    return view.at_scale(max(view.scale_denominator, _LARGEST_SCALE))
