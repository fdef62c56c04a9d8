"""What a measurement says: lengths, directions and area on the ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.measuring import azimuth, crosses_itself, enclosed_area, segment_lengths
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Catalog
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import MapState
from hetao_map.query.positions import position_in
from hetao_map.text import numbers, words
from hetao_map.text.language import Language


@dataclass(frozen=True, slots=True)
class Piece:
    """From one point to the next: metres on the ground, degrees from true north at its start."""

    length_m: float
    azimuth: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a measurement. area_m2 is None for a line and for an edge that crosses
    itself.
    """

    pieces: tuple[Piece, ...] = ()
    length_m: float = 0.0
    area_m2: float | None = None
    crosses: bool = False


@lru_cache(maxsize=8)
def measured(measurement: Measurement, map_epsg: int) -> Measured:
    """Return the figures of points in map metres; a closed shape has a piece back to its start."""
    lonlat = [to_lonlat(point, map_epsg) for point in measurement.ring]
    lengths = segment_lengths(lonlat)
    ways = zip(lengths, pairwise(lonlat), strict=True)
    pieces = tuple(Piece(length, azimuth(*ends)) for length, ends in ways)
    crosses = measurement.closed and crosses_itself(measurement.ring)
    area = enclosed_area(lonlat[:-1]) if measurement.closed and not crosses else None
    return Measured(pieces, sum(lengths), area, crosses)


def piece_text(piece: Piece, language: Language) -> str:
    """Return a piece's length and direction."""
    return f"{numbers.length(piece.length_m, language)}  {round(piece.azimuth) % 360:03}°"


def total_words(measurement: Measurement, language: Language) -> str:
    """Return what the sum of the lengths is called."""
    title = words.MEASURED_PERIMETER if measurement.closed else words.MEASURED_TOTAL
    return title.in_(language)


def sum_words(state: MapState) -> str:
    """Return the area or the length of what the state measures, with its name; or nothing."""
    shape, language = state.measured, state.language
    result = measured(shape, state.catalog.map_epsg)
    if result.area_m2 is not None:
        area = numbers.area(result.area_m2, language)
        return f"{words.MEASURED_AREA.in_(language)}{language.colon}{area}"
    if not result.pieces:
        return ""
    length = numbers.length(result.length_m, language)
    return f"{total_words(shape, language)}{language.colon}{length}"


def measured_text(measurement: Measurement, catalog: Catalog, form: str, language: Language) -> str:
    """Return all of a measurement in lines: points with coordinates, pieces and sums.

    Columns are parted by tabs, so that they can be pasted into a table.
    """
    return "\n".join(_lines(measurement, catalog, form, language))


def _lines(
    measurement: Measurement, catalog: Catalog, form: str, language: Language
) -> Iterator[str]:
    result, colon = measured(measurement, catalog.map_epsg), language.colon
    yield words.MEASURED_HOW.in_(language)
    for number, point in enumerate(measurement.points, 1):
        title = words.MEASURED_POINT.in_(language).format(n=number)
        yield f"{title}\t{_place(catalog, point, form, language)}"
    for number, piece in enumerate(result.pieces, 1):
        title = words.MEASURED_PIECE.in_(language).format(n=number)
        yield f"{title}\t{numbers.length(piece.length_m, language)}\t{piece.azimuth:.1f}°"
    yield f"{total_words(measurement, language)}{colon}{numbers.length(result.length_m, language)}"
    if result.area_m2 is not None:
        yield f"{words.MEASURED_AREA.in_(language)}{colon}{numbers.area(result.area_m2, language)}"
    if result.crosses:
        yield words.MEASURED_CROSSES.in_(language)


def _place(catalog: Catalog, point: Xy, form: str, language: Language) -> str:
    """Return a point in a system, in degrees where that is not used."""
    position = position_in(form, catalog, point, language)
    return position.marked or position_in("wgs84", catalog, point, language).text
