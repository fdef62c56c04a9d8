"""An axis-parallel rectangle in one coordinate system."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Xy = tuple[float, float]


def valid_lonlat(lon: float, lat: float) -> bool:
    """Tell whether the degrees are on the globe."""
    return -180 <= lon <= 180 and -90 <= lat <= 90


@dataclass(frozen=True, slots=True)
class Extent:
    """A closed rectangle; the unit is that of its coordinates (map metres or degrees)."""

    xmin: float
    ymin: float
    xmax: float
    ymax: float

    @property
    def width(self) -> float:
        """Return the length along x."""
        return self.xmax - self.xmin

    @property
    def height(self) -> float:
        """Return the length along y."""
        return self.ymax - self.ymin

    @property
    def center(self) -> Xy:
        """Return the middle point."""
        return (self.xmin + self.xmax) / 2, (self.ymin + self.ymax) / 2

    def padded(self, margin: float) -> Extent:
        """Return the rectangle grown by margin on each side."""
        return Extent(
            self.xmin - margin, self.ymin - margin, self.xmax + margin, self.ymax + margin
        )

    def intersects(self, other: Extent) -> bool:
        """Tell whether the two rectangles share a point."""
        return (
            self.xmin <= other.xmax
            and other.xmin <= self.xmax
            and self.ymin <= other.ymax
            and other.ymin <= self.ymax
        )

    def contains(self, point: Xy) -> bool:
        """Tell whether the point lies in the rectangle, its edge included."""
        return self.xmin <= point[0] <= self.xmax and self.ymin <= point[1] <= self.ymax

    def clipped(self, other: Extent) -> Extent | None:
        """Return the part that lies in another rectangle, None where they share no area."""
        common = Extent(
            max(self.xmin, other.xmin),
            max(self.ymin, other.ymin),
            min(self.xmax, other.xmax),
            min(self.ymax, other.ymax),
        )
        return common if common.xmin < common.xmax and common.ymin < common.ymax else None

    def united(self, other: Extent) -> Extent:
        """Return the smallest rectangle around both."""
        return Extent(
            min(self.xmin, other.xmin),
            min(self.ymin, other.ymin),
            max(self.xmax, other.xmax),
            max(self.ymax, other.ymax),
        )


def union(extents: Iterable[Extent]) -> Extent | None:
    """Return the smallest rectangle around all, None when there is none."""
    result: Extent | None = None
    for extent in extents:
        result = extent if result is None else result.united(extent)
    return result
