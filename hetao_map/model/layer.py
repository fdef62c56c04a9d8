"""A layer: what it is called, how it is drawn, and its features as columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from hetao_map.geometry.columns import (
    FloatArray,
    Geometries,
    GeometryColumn,
    IntArray,
    Kind,
    Window,
)
from hetao_map.geometry.extent import Extent, Xy
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.filters import Filter, Mask, matches
from hetao_map.model.style import Style
from hetao_map.text.localized import LocalizedText, from_columns, same

# What stands for the type of geometry of a layer of pictures.
RASTER = "raster"

Column = tuple[object, ...]
Stale = Callable[[], bool]


def never() -> bool:
    """Say that the answer is still wanted."""
    return False


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a layer's table: alias and help as the file gives them.

    words stand for values that are codes.
    """

    name: str
    alias: str = ""
    help: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LayerGroup:
    """A heading of the layer panel."""

    id: str
    title: LocalizedText


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """What is known of a layer without its features.

    min_scale and max_scale are scale denominators between which it is drawn, 0 for no limit;
    position counts from the bottom of the map.
    """

    id: str
    title: LocalizedText
    group: LayerGroup
    geometry: str
    position: int
    visible: bool
    style: Style
    min_scale: float = 0.0
    max_scale: float = 0.0
    fields: tuple[Field, ...] = ()
    description: LocalizedText = LocalizedText()  # noqa: RUF009

    @property
    def is_raster(self) -> bool:
        """Tell whether the layer holds pictures, not features."""
        return self.geometry == RASTER

    def shown_at(self, denominator: float) -> bool:
        """Tell whether the layer is drawn at scale 1:denominator."""
        return self.min_scale <= denominator and (
            not self.max_scale or denominator < self.max_scale
        )


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer with its features: columns of geometry and of attributes, row by row.

    rows is the number of rows in the file; those with no readable geometry are listed in
    skipped. attributes maps a column's name to its values by row. datum is the one of a web map
    that the coordinates were shifted from, and unshifted the layer as it was before.
    """

    spec: LayerSpec
    geometries: Geometries
    attributes: Mapping[str, Column]
    rows: int
    skipped: tuple[str, ...] = ()
    extent_lonlat: Extent | None = None
    datum: str = ""
    unshifted: Layer | None = None
    _points: dict[int, Xy] = field(default_factory=dict)
    _masks: dict[Filter, Mask] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the layer's id."""
        return self.spec.id

    @property
    def in_memory(self) -> bool:
        """Tell whether all of the layer is here, and nothing is read from its file any more."""
        return True

    def boxes_by_fid(self) -> tuple[IntArray, FloatArray] | None:
        """Return fids (m,) and boxes (m, 4) of a layer that is read from its file, else None."""
        return None

    @property
    def count(self) -> int:
        """Return the number of rows in the file, of those without a geometry too."""
        return self.rows

    @property
    def lost(self) -> tuple[str, ...]:
        """Return the ids of features that cannot be shown, as far as is known by now."""
        return self.skipped

    @property
    def found_missing(self) -> int:
        """Return how many features could not be read since it was opened, when they were seen."""
        return len(self.lost) - len(self.skipped)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return each row's feature id: the column id where there is one, else the fid."""
        column = self.attributes.get("id")
        if column is not None and len(set(column)) == len(column) and None not in column:
            return tuple(str(value) for value in column)
        return tuple(str(value) for value in self.attributes["fid"])

    def id_of(self, row: int) -> str:
        """Return the feature id of a row."""
        return self.ids[row]

    def row_of(self, feature_id: str) -> int | None:
        """Return the row of a feature that has a geometry, None when there is none."""
        row = self.row_of_id.get(feature_id)
        return row if row in self.positions_of_row else None

    def window(self, extent: Extent, metres_per_px: float, stale: Stale = never) -> Window:  # noqa: ARG002
        """Return what is needed to paint a map extent at a resolution. Any thread.

        All of it is here; a layer that reads from its file returns only what is asked for,
        and may return less once stale says so.
        """
        return Window(self.geometries)

    def extent(self) -> Extent | None:
        """Return the rectangle around all features in map metres, None for none."""
        return self._whole

    @cached_property
    def _whole(self) -> Extent | None:
        return self.geometries.extent()

    def pieces(self, row: int) -> list[tuple[GeometryColumn, int]]:
        """Return (column, position) of each geometry of a row."""
        columns = self.geometries.columns
        return [(columns[n], position) for n, position in self.positions_of_row.get(row, ())]

    def located(
        self,
        rows: IntArray,
        stale: Stale = never,  # noqa: ARG002
    ) -> list[tuple[GeometryColumn, IntArray]]:
        """Return (column, positions) of all geometries of rows. Any thread.

        A layer that reads from its file returns none once stale says so.
        """
        columns = self.geometries.columns
        return [(column, np.flatnonzero(np.isin(column.rows, rows))) for column in columns]

    def mask(self, condition: Filter) -> Mask:
        """Return (rows,) bool: the rows that a rule's condition is true of; kept once known."""
        if condition not in self._masks:
            self._masks[condition] = matches(condition, self.attributes, self.rows)
        return self._masks[condition]

    @cached_property
    def source_ids(self) -> frozenset[str]:
        """Return the ids of the sources that the layer's features name."""
        return frozenset(str(value) for value in self.attributes.get("source_id", ()) if value)

    @cached_property
    def row_of_id(self) -> dict[str, int]:
        """Return the row of each feature id."""
        return {feature_id: row for row, feature_id in enumerate(self.ids)}

    @cached_property
    def positions_of_row(self) -> dict[int, list[tuple[int, int]]]:
        """Return (column, position) of the geometries of each row."""
        found: dict[int, list[tuple[int, int]]] = {}
        for number, column in enumerate(self.geometries.columns):
            for position, row in enumerate(column.rows.tolist()):
                found.setdefault(row, []).append((number, position))
        return found

    def row_values(self, row: int) -> dict[str, object]:
        """Return the attributes of one row by column."""
        return {name: column[row] for name, column in self.attributes.items()}

    def name(self, row: int) -> LocalizedText:
        """Return a row's name in three languages, or what comes nearest to one."""
        wanted = [n for n in (*NAME_COLUMNS, self.name_column) if n in self.attributes]
        return self._name({name: self.attributes[name][row] for name in wanted})

    def _name(self, values: Mapping[str, object]) -> LocalizedText:
        value = values.get(self.name_column)
        return from_columns(values, "name") or same("" if value is None else str(value))

    @cached_property
    def name_column(self) -> str:
        """Return the column that names a feature in a file without our three, empty if none."""
        by_fold = {name.casefold(): name for name in self.attributes}
        known = ("name", "title", "label", "naam", "nom", "名称", "名稱", "state_name")
        return next((by_fold[name] for name in known if name in by_fold), "")

    def feature(self, row: int) -> Feature:
        """Return one row as a feature."""
        values = self.row_values(row)
        extent = self.extent_of(row)
        return Feature(
            ref=FeatureRef(self.id, self.id_of(row)),
            name=self._name(values),
            kind=str(values.get("kind") or ""),
            status=str(values.get("status") or ""),
            point=self.point_on(row),
            extent=extent,
            attributes=values,
        )

    def find(self, feature_id: str) -> Feature | None:
        """Return the feature with an id, None when there is none or it has no geometry."""
        row = self.row_of(feature_id)
        return None if row is None else self.feature(row)

    def extent_of(self, row: int) -> Extent:
        """Return the rectangle around a row's geometry in map metres."""
        bounds = np.array([column.bounds[position] for column, position in self.pieces(row)])
        low, high = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
        return Extent(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def point_on(self, row: int) -> Xy:
        """Return a point that lies on the row's first geometry, in map metres."""
        if row not in self._points:
            self._points[row] = _point_on(*self.pieces(row)[0])
        return self._points[row]


def opacity_of(layer: Layer, chosen: Mapping[str, float]) -> float:
    """Return how opaque a layer is, 0 to 1: as chosen by its id, else as its style says."""
    return chosen.get(layer.id, layer.spec.style.opacity)


def _point_on(column: GeometryColumn, position: int) -> Xy:
    import shapely

    from hetao_map.geometry.inside import points_on

    shapes = column.shapes(np.array([position]))
    if column.kind is Kind.LINE:
        # The middle of a line lies on it, unlike its centroid.
        longest = max(shapes[0].geoms, key=lambda part: part.length)
        spot = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    else:
        spot = points_on(shapes)[0]
    return float(spot.x), float(spot.y)


NAME_COLUMNS = ("name_zh_hans", "name_zh_hant", "name_en")
