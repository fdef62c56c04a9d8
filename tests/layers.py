"""Layers made of shapes in map metres, without a file."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from shapely.geometry.base import BaseGeometry

from hetao_map.geometry.columns import Geometries, from_shapely
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.knowledge import Knowledge
from hetao_map.model.layer import Layer, LayerGroup, LayerSpec
from hetao_map.model.style import Rule, Style, Symbolizer, default_style
from hetao_map.text.localized import LocalizedText, same

GROUP = LayerGroup("theme", same("Theme"))
# A hundred pixels a side; a pixel is a metre, the lower left corner of the map is (0, 0).
VIEW = Viewport(center=(50, 50), metres_per_px=1, size_px=(100, 100))


def columns_of(*shapes: BaseGeometry | None) -> Geometries:
    return from_shapely(np.array(shapes, dtype=object), np.arange(len(shapes)))


def style_of(*symbolizers: Symbolizer) -> Style:
    return Style((Rule(symbolizers=symbolizers),))


def make_layer(
    shapes: Sequence[BaseGeometry | None],
    style: Style | None = None,
    layer_id: str = "things",
    position: int = 0,
    **attributes: Sequence[object],
) -> Layer:
    spec = LayerSpec(
        id=layer_id,
        title=LocalizedText("物", "物", "Things"),
        group=GROUP,
        geometry="GEOMETRY",
        position=position,
        visible=True,
        style=style or default_style(),
    )
    columns = {"fid": tuple(range(1, len(shapes) + 1))}
    columns |= {name: tuple(values) for name, values in attributes.items()}
    return Layer(spec, columns_of(*shapes), columns, len(shapes))


def make_catalog(*layers: Layer, knowledge: Knowledge | None = None, epsg: int = 2326) -> Catalog:
    title = same("things.gpkg")
    known = knowledge or Knowledge()
    return Catalog((Dataset(Path("things.gpkg"), title, tuple(layers), epsg, known),))
