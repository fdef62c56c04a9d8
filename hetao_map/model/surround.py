"""What stands around a map, as words and rows: legend, sources, attribution, title."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.geometry.columns import Kind
from hetao_map.model.style import Symbolizer


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line of a legend: a title and what its sample is painted with.

    kinds are the dimensions of the features it stands for; layer is the id of their layer, and
    opacity, 0 to 1, that of the layer. A heading has no sample and names the layer of the next
    lines.
    """

    layer: str
    title: str
    symbolizers: tuple[Symbolizer, ...]
    kinds: frozenset[Kind]
    opacity: float = 1.0
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Surround:
    """What is written around a map, in one language; an empty part is not shown.

    ground_metres: metres on the ground of one map metre at the centre. north: degrees from the
    top of the map to true north, clockwise. grid: the map's CRS as an EPSG code where a grid
    of degrees is asked for, else 0. legend is from the top of the map to its bottom.
    """

    ground_metres: float = 1.0
    north: float = 0.0
    grid: int = 0
    attribution: str = ""
    dated: str = ""
    legend: tuple[LegendRow, ...] = ()
    title: str = ""
    subtitle: str = ""
    sources: tuple[str, ...] = ()
    remark: str = ""
