"""Finding features by a name or a fact in any language, or a place by its coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.names import How, NameIndex, Place, Scored, best_of, names_of_features
from hetao_map.query.statements import StatementIndex, pieces
from hetao_map.query.typed_place import typed_place
from hetao_map.text import messages, words
from hetao_map.text.coordinate_input import typed_position
from hetao_map.text.coordinates import degrees
from hetao_map.text.folding import fold
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, same
from hetao_map.text.plain import plain

COORDINATE_LAYER = "coordinate"
LONGEST_QUERY = 200
_SHOWN_OF_QUERY, _SHOWN_TITLES = 40, 3
# From which likeness a misspelled name counts, when a fact fits the query as it is or not.
_SURE, _LIKELY = 88.0, 70.0
_WITH_A_FACT, _RESPELLED = 12.0, 0.8
# Below this, a name only holds the letters somewhere; what is a guess anyway is worth the less
# for being important.
_WEAK, _GUESS = 53.0, 0.6


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A match: score 0 to 100, point in map metres. matched is the name or fact that fitted."""

    ref: FeatureRef
    name: LocalizedText
    score: float
    point: Xy
    matched: LocalizedText
    how: How = How.NAME

    @property
    def is_feature(self) -> bool:
        """Tell whether it is a feature, and not a place that was typed."""
        return self.ref.layer != COORDINATE_LAYER

    def matched_beside(self, name: str, language: Language) -> str:
        """Return what has fitted, nothing when it is the name that is shown anyway."""
        matched = plain(self.matched.in_(language))
        if self.how is How.FACT:
            return matched
        # A name in other characters is the same one; that of another language is worth telling.
        if fold(matched) in fold(name):
            return ""
        label = {How.FORMER: words.FORMERLY, How.ALIAS: words.ALSO_CALLED}.get(self.how)
        return matched if label is None else f"{label.in_(language)}{language.colon}{matched}"


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
        self._names = NameIndex(names_of_features(catalog))
        self._statements = StatementIndex(catalog)

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        """Return the best matches of the text, each feature once, best first.

        A pair of coordinates gives one hit with the layer "coordinate", unless it is two whole
        numbers that the file says of something.
        """
        if len(text) > LONGEST_QUERY:
            return []
        place = typed_place(text, self._catalog.map_epsg)
        at = [] if isinstance(place, LocalizedText) else [self._at(place)]
        position = typed_position(text)
        if (at and position is None) or (position is not None and not position.plain):
            return at
        query = fold(plain(text))
        hits = [self._hit(found) for found in self._best(query, limit)] if query else []
        return hits or at

    def why_nothing(self, text: str) -> LocalizedText:
        """Return why nothing was found, and what can be searched."""
        return nothing_found(text, self._catalog)

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
            if all(score < _WEAK for score, _ in direct):
                yield from _guesses(self._names.misspelled(query, _SURE))
            return
        yield from _of_names(self._names.alike(query))
        within = list(self._within(query))
        yield from within
        yield from _guesses(self._names.misspelled(query, _SURE if facts or within else _LIKELY))
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

    def _at(self, point: Xy) -> SearchHit:
        """Return the hit of a map point that was typed as coordinates."""
        lon, lat = to_lonlat(point, self._catalog.map_epsg)
        text = same(degrees(lon, lat))
        ref = FeatureRef(COORDINATE_LAYER, f"{lon:.6f},{lat:.6f}")
        return SearchHit(ref, text, 100.0, point, text, How.COORDINATES)


def nothing_found(text: str, catalog: Catalog) -> LocalizedText:
    """Return why nothing was found, what can be searched, and which layers are not."""
    if len(text) > LONGEST_QUERY:
        return messages.SEARCH_TOO_LONG.with_values(length=len(text), most=LONGEST_QUERY)
    place = typed_place(text, catalog.map_epsg)
    if isinstance(place, LocalizedText) and place != messages.NO_COORDINATES:
        return place
    shown = " ".join(plain(text).split())
    if not any(c.isalnum() for c in shown):
        return messages.NOTHING_TO_SEARCH
    short = shown if len(shown) <= _SHOWN_OF_QUERY else shown[:_SHOWN_OF_QUERY] + "…"
    large = [layer.spec.title for layer in catalog.feature_layers if not layer.in_memory]
    if large:
        return messages.NOTHING_FOUND_BESIDE.with_values(text=short, layers=_in_a_row(large))
    return messages.NOTHING_FOUND.with_values(text=short)


def _in_a_row(titles: Sequence[LocalizedText]) -> LocalizedText:
    """Return titles one after the other, the first few of many."""
    few = titles[:_SHOWN_TITLES]

    def joined(language: Language, between: str) -> str:
        return between.join(plain(title.in_(language)) for title in few)

    chinese = joined(Language.ZH_HANS, "、"), joined(Language.ZH_HANT, "、")
    return LocalizedText(*chinese, joined(Language.EN, ", "))


def _of_names(scored: Iterable[Scored[Place]]) -> Iterator[_Found]:
    for score, name in best_of(scored).values():
        weight = name.weight if score >= _WEAK else _GUESS * name.weight
        yield _Found(name.place, score, weight, same(name.shown), name.how)


def _guesses(scored: Iterable[Scored[Place]]) -> Iterator[_Found]:
    for score, name in best_of(scored).values():
        yield _Found(name.place, score, _GUESS * name.weight, same(name.shown), name.how)
