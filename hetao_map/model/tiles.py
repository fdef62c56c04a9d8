"""A base map of picture tiles: its grid of zoom levels, and the layer that stands for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from hetao_map.geometry.extent import Extent, Xy
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.layer import Layer, Stale
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText

if TYPE_CHECKING:
    from hetao_map.model.state import MapState

Cell = tuple[int, int]
"""column and row of a tile, counted from the upper left corner of the grid."""

GROUND_GROUP = "base"
"""The group of the layers of the map that ships which are its ground."""

DARK_LOOKS = ("dimmed", "turned", "plain")
"""How pictures look in the dark theme: less bright, light and dark changed over, as they are."""


@dataclass(frozen=True, slots=True)
class TileLevel:
    """A zoom level: so many tiles of so many pixels; pixel is their size in units of the CRS."""

    zoom: int
    columns: int
    rows: int
    tile_px: tuple[int, int]
    pixel: Xy


@dataclass(frozen=True, slots=True)
class TileGrid:
    """Where the tiles lie: corner is the upper left one, in the CRS; the coarsest level first."""

    crs: str
    corner: Xy
    levels: tuple[TileLevel, ...]


class TileSource(Protocol):
    """Where the tiles are kept. Any thread."""

    def read(
        self, zoom: int, columns: range, rows: range, stale: Stale
    ) -> Mapping[Cell, bytes | None]:
        """Return what is stored of a block of a level; None for what cannot be a picture.

        Cells without a tile are missing; so are all once stale says that nobody waits for
        them. Raises InputError when the file cannot be read.
        """


@dataclass(frozen=True, eq=False)
class TileLayer(Layer):
    """A layer of pictures. It has no features: nothing of it is found, listed or clicked.

    span is what it shows, reach where there may be tiles at all, both in the map's CRS, which
    is map_epsg. attribution says who is to be named, as plain text. bad gathers the tiles, zoom
    before cell, that turned out to be no pictures, and troubles what went wrong with the file
    while it was shown.
    """

    grid: TileGrid = field(kw_only=True)
    source: TileSource = field(kw_only=True)
    span: Extent = field(kw_only=True)
    reach: Extent = field(kw_only=True)
    map_epsg: int = field(kw_only=True)
    attribution: str = ""
    bad: set[tuple[int, Cell]] = field(default_factory=set)
    troubles: set[LocalizedText] = field(default_factory=set)

    @property
    def in_memory(self) -> bool:
        """Tell that the tiles stay in the file."""
        return False

    @cached_property
    def _whole(self) -> Extent | None:
        return self.span


def tile_notes(dataset: Dataset, layer: TileLayer) -> tuple[LocalizedText, ...]:
    """Return what went wrong with the tiles that have been shown so far, a sentence each."""
    values = {"path": dataset.path.name, "layer": layer.id, "n": f"{len(layer.bad):,}"}
    bad = (messages.BAD_TILES.with_values(**values),) if layer.bad else ()
    return (*layer.troubles, *bad)


def all_tile_notes(catalog: Catalog) -> tuple[LocalizedText, ...]:
    """Return what went wrong with the tiles of all files."""
    return tuple(
        note
        for dataset in catalog.datasets
        for layer in dataset.layers
        if isinstance(layer, TileLayer)
        for note in tile_notes(dataset, layer)
    )


def covering(state: MapState, layer_id: str) -> tuple[str, ...]:
    """Return the areas of the map's own ground, such as its land, that hide a base map."""
    found: list[str] = []
    above = False
    for layer in state.catalog.ordered(state.order):
        ground = layer.spec.group.id == GROUND_GROUP and "POLYGON" in layer.spec.geometry
        if above and ground and layer.id in state.visible:
            found.append(layer.id)
        above = above or layer.id == layer_id
    return tuple(found)
