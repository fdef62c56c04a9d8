"""What a briefing can be about, by what is drawn, measured, selected or seen. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Extent, Xy
from hetao_map.model.briefing import Ring, Subject
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.query.area import Found, shapes_of, subject_of_area, subject_of_features
from hetao_map.query.identify import identify

DRAWN, MEASURED, HERE, SELECTED, ALL_SELECTED, VIEW = (
    "drawn", "measured", "here", "selected", "all_selected", "view",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a briefing can be about: a kind, and rings of map metres or features."""

    kind: str
    rings: tuple[Ring, ...] = ()
    named: tuple[FeatureRef, ...] = ()

    def subject(self, state: MapState) -> tuple[Subject, Found]:
        """Return what it holds on the day that the map shows. Raises UsageError for a knot."""
        if self.rings:
            return subject_of_area(state.present, self.rings)
        return subject_of_features(state.present, self.named)


def choices(state: MapState, at: Xy | None = None) -> tuple[Choice, ...]:
    """Return what a briefing can be about now, the likeliest first.

    at is the map point that was asked about; the smallest area there counts.
    """
    found = []
    if state.tool == "area" and state.drawn.encloses:
        found.append(Choice(DRAWN, rings=(state.drawn.ring,)))
    if state.tool == "measure" and state.measured.closed:
        found.append(Choice(MEASURED, rings=(state.measured.ring,)))
    here = _area_at(state, at) if at else None
    if here is not None:
        found.append(Choice(HERE, named=(here,)))
    chosen = tuple(ref for ref in state.selection.hits if state.present.find(ref))
    current = state.selection.current
    view = Choice(VIEW, rings=(_ring_of(state.viewport.extent),))
    if at is not None:
        found.append(view)
    if current in chosen and current is not None and current != here:
        found.append(Choice(SELECTED, named=(current,)))
    if len(chosen) > 1:
        found.append(Choice(ALL_SELECTED, named=chosen))
    return tuple(found if at is not None else (*found, view))


def _area_at(state: MapState, at: Xy) -> FeatureRef | None:
    """Return the smallest area at a map point whose layer is more than ground."""
    for hit in identify(state.shown, at, 0.0):
        layer = state.present.layer(hit.ref.layer)
        themed = layer is not None and layer.spec.group.id != "base"
        if themed and shapes_of(state.present, hit.ref, Kind.POLYGON):
            return hit.ref
    return None


def _ring_of(extent: Extent) -> Ring:
    left, bottom, right, top = extent.xmin, extent.ymin, extent.xmax, extent.ymax
    return (left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)
