"""What the command line asks the first map to show."""

from __future__ import annotations

import argparse
from dataclasses import replace
from types import MappingProxyType

from hetao_map.geometry.projection import to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.datum import foreign_layers
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.query.surround import ZONE
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText


def as_asked(state: MapState, options: argparse.Namespace) -> MapState:
    """Return the state with what the command line says of view, layers and feature."""
    viewport = state.viewport
    if options.center:
        viewport = viewport.centered(to_map(options.center, state.catalog.map_epsg))
    if options.scale:
        viewport = viewport.at_scale(options.scale)
    state = replace(state, viewport=viewport)
    if options.layers is not None:
        known = {layer.id for layer in state.catalog.layers}
        state = replace(state, visible=frozenset(known.intersection(_layers(options))))
    if options.feature:
        state = replace(state, selection=Selection())
    if options.datum:
        foreign = (layer.id for layer in foreign_layers(state.catalog))
        state = replace(state, datums=MappingProxyType(dict.fromkeys(foreign, options.datum)))
    return state


def unknown_names(catalog: Catalog, options: argparse.Namespace) -> tuple[LocalizedText, ...]:
    """Return a sentence for each name on the command line that names nothing that is there."""
    known = [layer.id for layer in catalog.layers]
    unknown = tuple(
        messages.UNKNOWN_LAYER.with_values(layer=name, known=", ".join(known))
        for name in _layers(options)
        if name not in known
    )
    if options.feature and catalog.find(FeatureRef.parse(options.feature)) is None:
        unknown += (messages.UNKNOWN_FEATURE.with_values(feature=options.feature),)
    return unknown


def first_selection(catalog: Catalog, options: argparse.Namespace) -> Selection:
    """Return the feature that was asked for, else the zone; nothing where it is not there."""
    asked = FeatureRef.parse(options.feature) if options.feature else ZONE
    return Selection((asked,)) if catalog.find(asked) else Selection()


def _layers(options: argparse.Namespace) -> list[str]:
    return [name.strip() for name in (options.layers or "").split(",") if name.strip()]
