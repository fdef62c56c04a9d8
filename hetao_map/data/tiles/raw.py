"""Tiles as their file describes them, and the layer that becomes of them on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite, sqrt

import numpy as np

from hetao_map.data.tiles.source import FileTiles
from hetao_map.geometry.columns import Geometries
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import USABLE_AREA, between, extent_between
from hetao_map.geometry.viewport import METRES_PER_LOGICAL_PX
from hetao_map.model.layer import RASTER, LayerGroup, LayerSpec
from hetao_map.model.style import RasterSymbolizer, Rule, Style
from hetao_map.model.tiles import TileGrid, TileLayer, TileLevel
from hetao_map.text.localized import LocalizedText

BASE_GROUP = LayerGroup("base", LocalizedText("底图", "底圖", "Base map"))
STYLE = Style((Rule(symbolizers=(RasterSymbolizer(),)),))
# Below all layers of features.
POSITION = -1000
# A picture of more tiles than this is not painted: the layer shows from a closer scale on.
MOST_TILES = 600
# Up to so many times smaller than they are, tiles of the coarsest level are painted.
_SMALLEST = 4.0


@dataclass(frozen=True)
class RawTiles:
    """Tiles as a file describes them.

    extent is what they cover, in the grid's CRS, and reach where else there may be some.
    """

    spec: LayerSpec
    grid: TileGrid
    source: FileTiles
    extent: Extent
    reach: Extent
    attribution: str = ""

    @property
    def lonlat(self) -> Extent | None:
        """Return the rectangle in degrees around the tiles."""
        return extent_between(self.extent, self.grid.crs, "EPSG:4326")


def spec_of_tiles(
    layer_id: str, title: LocalizedText, description: LocalizedText, visible: bool = True
) -> LayerSpec:
    """Return the description of a layer of pictures."""
    return LayerSpec(
        id=layer_id,
        title=title,
        group=BASE_GROUP,
        geometry=RASTER,
        position=POSITION,
        visible=visible,
        style=STYLE,
        description=description,
    )


def finished_tiles(raw: RawTiles, epsg: int) -> TileLayer | None:
    """Return the layer on a map's grid, None where that grid does not reach."""
    lonlat = raw.lonlat
    span, reach = (on_map(extent, raw.grid.crs, epsg) for extent in (raw.extent, raw.reach))
    if lonlat is None or span is None or reach is None:
        return None
    return TileLayer(
        spec=replace(raw.spec, max_scale=_farthest(raw, lonlat, epsg)),
        geometries=Geometries(),
        attributes={"fid": ()},
        rows=0,
        extent_lonlat=lonlat,
        grid=raw.grid,
        source=raw.source,
        span=span,
        reach=reach,
        map_epsg=epsg,
        attribution=raw.attribution,
    )


def on_map(extent: Extent, crs: str, epsg: int) -> Extent | None:
    """Return the part of an extent that a map's grid can show."""
    lonlat = extent_between(extent, crs, "EPSG:4326")
    usable = lonlat.clipped(USABLE_AREA[epsg]) if lonlat else None
    return extent_between(usable, "EPSG:4326", f"EPSG:{epsg}") if usable else None


def _farthest(raw: RawTiles, lonlat: Extent, epsg: int) -> float:
    """Return the scale denominator from which on too many tiles would be seen, 0 for none."""
    level = raw.grid.levels[0]
    if tiles_within(level, raw.extent) <= MOST_TILES:
        return 0.0
    ((u, v),) = between(np.array([lonlat.center]), "EPSG:4326", raw.grid.crs)
    pixel = np.array([(u, v), (u + level.pixel[0], v), (u, v + level.pixel[1])])
    here, beside, above = between(pixel, raw.grid.crs, f"EPSG:{epsg}")
    across, up = beside - here, above - here
    metres = sqrt(abs(across[0] * up[1] - across[1] * up[0]))
    return metres * _SMALLEST / METRES_PER_LOGICAL_PX if isfinite(metres) else 0.0


def tiles_within(level: TileLevel, extent: Extent) -> float:
    """Return about how many tiles of a level an extent in the grid's CRS holds."""
    width, height = (
        max(length / (pixel * side), 1.0)
        for length, pixel, side in zip(
            (extent.width, extent.height), level.pixel, level.tile_px, strict=True
        )
    )
    return min(width, level.columns) * min(height, level.rows)
