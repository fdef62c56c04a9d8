"""The features in a view, as a list that can be read out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.model.rules import drawn_rows
from hetao_map.query.wording import word_of
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

# A list that is read out ends where nobody would listen to more of it.
MOST = 60
_ROW_PX = 48
# A layer of more rows than this is read window by window, and says too much to be listed.
_MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class VisibleFeature:
    """A named feature in the view: its name and what it is, and where, in logical pixels."""

    ref: FeatureRef
    name: str
    kind: str
    at_px: Xy


def visible_features(
    layers: tuple[Layer, ...], viewport: Viewport, language: Language
) -> tuple[VisibleFeature, ...]:
    """Return the named features whose point lies in the view, by rows from the upper left.

    layers are those that are drawn, the lowest first. Of more than MOST features the most
    important are listed; those of the theme come before all others.
    """
    found = list(_in_view(layers, viewport, language))
    found.sort(key=lambda pair: pair[0], reverse=True)
    listed = [feature for _, feature in found[:MOST]]
    listed.sort(key=lambda feature: (feature.at_px[1] // _ROW_PX, feature.at_px[0]))
    return tuple(listed)


def _in_view(
    layers: tuple[Layer, ...], viewport: Viewport, language: Language
) -> Iterator[tuple[tuple[bool, float], VisibleFeature]]:
    """Yield (weight, feature) of what is in the view."""
    extent = viewport.extent
    for layer in layers:
        if layer.rows > _MOST_ROWS:
            continue
        drawn = drawn_rows(layer)
        for column in layer.window(extent, 0.0).geometries.columns:
            for row in {int(column.rows[position]) for position in column.intersecting(extent)}:
                feature = layer.feature(row) if drawn[row] else None
                name = plain(feature.name.in_(language)) if feature else ""
                if feature and name and extent.contains(feature.point):
                    yield _weight(layer, feature), _listed(feature, name, viewport, language)


def _weight(layer: Layer, feature: Feature) -> tuple[bool, float]:
    return layer.spec.group.id == "theme", feature.importance


def _listed(feature: Feature, name: str, viewport: Viewport, language: Language) -> VisibleFeature:
    parts = (
        word_of(words.KIND, feature.kind, language),
        word_of(words.STATUS, feature.status, language),
    )
    kind = ("，" if language.chinese else ", ").join(part for part in parts if part)
    return VisibleFeature(feature.ref, name, kind, viewport.to_px(feature.point))
