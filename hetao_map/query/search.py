"""Finding features by a name or a fact in any language, or a place by its coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import GRID_AREA, HONG_KONG_GRID, to_lonlat, to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.names import How, NameIndex, Place, Scored, best_of
from hetao_map.query.statements import StatementIndex, pieces
from hetao_map.text import messages
from hetao_map.text.coordinate_input import System, TypedPosition, typed_position, valid_lonlat
from hetao_map.text.coordinates import degrees
from hetao_map.text.folding import fold
from hetao_map.text.localized import LocalizedText, same
from hetao_map.text.plain import plain

COORDINATE_LAYER = "coordinate"
LONGEST_QUERY = 200
_SHOWN_OF_QUERY = 40
# From which likeness a misspelled name counts, when a fact fits the query as it is or not.
_SURE, _LIKELY = 88.0, 70.0
_WITH_A_FACT, _RESPELLED = 12.0, 0.8


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A match: score 0 to 100, point in map metres. matched is the name or fact that fitted."""

    ref: FeatureRef
    name: LocalizedText
    score: float
    point: Xy
    matched: LocalizedText
    how: How = How.NAME


@dataclass(frozen=True, slots=True)
class _Found:
    """A feature that answers, before the best are chosen."""

    place: Place
    score: float
    weight: float
    matched: LocalizedText
    how: How


class SearchIndex:
    """The names and facts of a catalog, folded for comparison. Build it in any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._names = NameIndex(catalog)
        self._statements = StatementIndex(catalog)

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        """Return the best matches of the text, each feature once, best first.

        A pair of coordinates gives one hit with the layer "coordinate", unless it is two whole
        numbers that the file says of something.
        """
        if len(text) > LONGEST_QUERY:
            return []
        position = typed_position(text)
        if position is not None and not position.plain:
            return self._at(position)
        query = fold(plain(text))
        hits = [self._hit(found) for found in self._best(query, limit)] if query else []
        return hits or (self._at(position) if position is not None else [])

    def _best(self, query: str, limit: int) -> list[_Found]:
        found: dict[int, _Found] = {}
        for one in sorted(self._found(query), key=lambda f: -(f.score + f.weight)):
            found.setdefault(id(one.place), one)
            if len(found) == limit:
                break
        return list(found.values())

    def _found(self, query: str) -> Iterator[_Found]:
        direct = self._names.direct(query)
        yield from _of_names(direct)
        facts = self._facts(query)
        yield from facts
        if direct:
            return
        yield from _of_names(self._names.alike(query))
        within = list(self._within(query))
        yield from within
        yield from _of_names(self._names.misspelled(query, _SURE if facts or within else _LIKELY))
        if not facts and not within:
            yield from self._facts(self._statements.respelled(query), _RESPELLED)

    def _facts(self, query: str, trust: float = 1.0) -> list[_Found]:
        wanted = pieces(query)
        return [
            _Found(place, trust * score, place.weight, statement.about(wanted), How.FACT)
            for score, statement in self._statements.find(query)
            if (place := self._names.place(statement.ref)) is not None
        ]

    def _within(self, query: str) -> Iterator[_Found]:
        """Yield features whose name is a part of the query, and whose facts have the rest."""
        for share, name in best_of(self._names.within(query)).values():
            rest = query.replace(name.folded, " ", 1)
            answers = self._statements.find(rest, name.place.ref)
            for score, statement in answers:
                matched = statement.about(pieces(rest))
                yield _Found(name.place, score + _WITH_A_FACT, name.weight, matched, How.FACT)
            if not answers and share >= 0.5:
                yield _Found(name.place, 40 + 10 * share, name.weight, same(name.shown), name.how)

    def _hit(self, found: _Found) -> SearchHit:
        layer, row = found.place.layer, found.place.row
        score = round(min(found.score, 100.0), 1)
        point = layer.point_on(row)
        return SearchHit(found.place.ref, layer.name(row), score, point, found.matched, found.how)

    def _at(self, position: TypedPosition) -> list[SearchHit]:
        """Return the place of a typed position, none when it is off the world or the map."""
        lonlat = _lonlat(position)
        if lonlat is None or not _on_the_map(lonlat, self._catalog.map_epsg):
            return []
        text = degrees(*lonlat)
        ref = FeatureRef(COORDINATE_LAYER, f"{lonlat[0]:.6f},{lonlat[1]:.6f}")
        point = to_map(lonlat, self._catalog.map_epsg)
        return [SearchHit(ref, same(text), 100.0, point, same(text), How.COORDINATES)]


def nothing_found(text: str) -> LocalizedText:
    """Return why nothing was found, and what can be searched."""
    if len(text) > LONGEST_QUERY:
        return messages.SEARCH_TOO_LONG.with_values(length=len(text), most=LONGEST_QUERY)
    position = typed_position(text)
    if position is not None:
        return _why_nowhere(position)
    shown = " ".join(plain(text).split())
    if not any(c.isalnum() for c in shown):
        return messages.NOTHING_TO_SEARCH
    short = shown if len(shown) <= _SHOWN_OF_QUERY else shown[:_SHOWN_OF_QUERY] + "…"
    return messages.NOTHING_FOUND.with_values(text=short)


def _why_nowhere(position: TypedPosition) -> LocalizedText:
    if _lonlat(position) is not None:
        return messages.OFF_THE_MAP
    if position.system is System.HONG_KONG_GRID:
        return messages.OFF_THE_GRID
    return messages.OFF_THE_WORLD


def _on_the_map(lonlat: Xy, map_epsg: int) -> bool:
    """Tell whether the map's grid has a place for it: a quarter of the world away it has none."""
    return all(isfinite(value) for value in to_map(lonlat, map_epsg))


def _lonlat(position: TypedPosition) -> Xy | None:
    """Return longitude and latitude, None outside the world or the grid's area of use."""
    if position.system is System.DEGREES:
        return position.xy if valid_lonlat(*position.xy) else None
    lonlat = to_lonlat(position.xy, HONG_KONG_GRID)
    inside = (
        GRID_AREA.xmin <= lonlat[0] <= GRID_AREA.xmax
        and GRID_AREA.ymin <= lonlat[1] <= GRID_AREA.ymax
    )
    return lonlat if inside else None


def _of_names(scored: Iterable[Scored]) -> Iterator[_Found]:
    for score, name in best_of(scored).values():
        yield _Found(name.place, score, name.weight, same(name.shown), name.how)
