"""Finding features by a name in any language, or a place by its coordinates."""

from __future__ import annotations

import functools
import heapq
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.query.identify import drawn_rows
from hetao_map.text.coordinates import degrees, parse_lonlat
from hetao_map.text.localized import LocalizedText, same

COORDINATE_LAYER = "coordinate"
_STATUS_WEIGHT = {"open": 4, "under_construction": 3, "planned": 1, "closed": -4}
_SPELLING_FROM = 70
_LONG_NAME = 6


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A match: score 0 to 100, point in map metres. matched is the name that fitted."""

    ref: FeatureRef
    name: LocalizedText
    score: float
    point: Xy
    matched: str


@dataclass(frozen=True, slots=True)
class _Entry:
    layer: Layer
    row: int
    name: str
    folded: str
    weight: float


class SearchIndex:
    """The names and aliases of a catalog, folded for comparison. Build it in any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        distinct = {(id(e.layer), e.row, e.folded): e for e in _entries(catalog)}
        self._entries = list(distinct.values())
        self._folded = [entry.folded for entry in self._entries]

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        """Return the best matches of the text, each feature once, best first.

        A pair of coordinates gives one hit with the layer "coordinate".
        """
        position = parse_lonlat(text)
        if position is not None:
            return [self._coordinate_hit(position)]
        query = fold(text)
        if not query:
            return []
        best: dict[tuple[int, int], tuple[float, _Entry]] = {}
        for score, entry in self._scored(query):
            feature = (id(entry.layer), entry.row)
            if feature not in best or score > best[feature][0]:
                best[feature] = (score, entry)
        ranked = heapq.nsmallest(limit, best.values(), key=lambda pair: -(pair[0] + pair[1].weight))
        return [self._hit(score, entry) for score, entry in ranked]

    def _scored(self, query: str) -> Iterator[tuple[float, _Entry]]:
        entries, folded = self._entries, self._folded
        found = [entries[number] for number, name in enumerate(folded) if query in name]
        words = query.split()
        if len(words) > 1:
            apart = (n for n, name in enumerate(folded) if all(word in name for word in words))
            found += [entries[number] for number in apart if query not in folded[number]]
        if found or len(query) < 4:
            return ((_direct_score(query, entry.folded), entry) for entry in found)
        return self._misspelled(query)

    def _misspelled(self, query: str) -> Iterator[tuple[float, _Entry]]:
        """Yield what sounds like a typing error of the query; only when nothing fits as it is."""
        from rapidfuzz import fuzz, process

        # A few letters, such as initials, are found in almost any long word.
        entries = [
            entry
            for entry in self._entries
            if len(entry.folded) >= min(_LONG_NAME, 0.75 * len(query))
        ]
        names = [entry.folded for entry in entries]
        found = process.extract(
            query, names, scorer=fuzz.WRatio, limit=60, score_cutoff=_SPELLING_FROM
        )
        return ((score * 0.6, entries[number]) for _, score, number in found)

    def _hit(self, score: float, entry: _Entry) -> SearchHit:
        ref = FeatureRef(entry.layer.id, entry.layer.id_of(entry.row))
        point = entry.layer.point_on(entry.row)
        return SearchHit(ref, entry.layer.name(entry.row), round(score, 1), point, entry.name)

    def _coordinate_hit(self, lonlat: Xy) -> SearchHit:
        text = degrees(*lonlat)
        ref = FeatureRef(COORDINATE_LAYER, f"{lonlat[0]:.6f},{lonlat[1]:.6f}")
        return SearchHit(ref, same(text), 100.0, to_map(lonlat, self._catalog.map_epsg), text)


def _direct_score(query: str, name: str) -> float:
    """Return how well a name answers: 100 the same, less for a beginning, a word, a part, and
    least for all words of the query apart from each other.
    """
    if query == name:
        return 100.0
    if query not in name:
        return 55.0
    share = len(query) / len(name)
    if name.startswith(query):
        return 80.0 + 10.0 * share
    if f" {query}" in name:
        return 65.0 + 10.0 * share
    return 50.0 + 10.0 * share


def _entries(catalog: Catalog) -> Iterator[_Entry]:
    for layer in catalog.layers:
        dataset = catalog.dataset_of(layer.id)
        aliases = dataset.knowledge.aliases if dataset else {}
        drawn = drawn_rows(layer)
        for row in layer.positions_of_row:
            if not drawn[row]:
                continue
            weight = _weight(layer, row)
            ref = FeatureRef(layer.id, layer.id_of(row))
            names = layer.name(row)
            own = dict.fromkeys(n for n in (names.zh_hans, names.zh_hant, names.en) if n)
            for name in own:
                yield _Entry(layer, row, name, fold(name), weight)
            for spelling in pinyin(names.zh_hans):
                yield _Entry(layer, row, names.zh_hans, spelling, weight - 2)
            for alias in aliases.get(ref, ()):
                yield _Entry(layer, row, alias.name, fold(alias.name), weight - 1)


def _weight(layer: Layer, row: int) -> float:
    """Return what breaks ties: importance, then status; less than the step between matches."""
    importance = layer.attributes.get("importance", ())
    value = importance[row] if importance else 0
    status = layer.attributes.get("status", ())
    bonus = _STATUS_WEIGHT.get(str(status[row]), 0) if status else 0
    return (float(value) if isinstance(value, int | float) else 0.0) / 10 + bonus / 2


def pinyin(name: str) -> tuple[str, ...]:
    """Return a Chinese name in pinyin without tones, joined and spaced, and its initials."""
    if not name or name.isascii():
        return ()
    from pypinyin import lazy_pinyin

    syllables = [syllable for piece in lazy_pinyin(name) if (syllable := fold(piece))]
    initials = "".join(syllable[0] for syllable in syllables)
    return "".join(syllables), " ".join(syllables), initials


_GAPS = re.compile(r"[\s\-–—_/·・,.,。、()()「」“”\"'’‘]+")


@functools.lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text as it is compared: one width, one case, no accents, simplified Chinese."""
    wide = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in wide if not unicodedata.combining(c))
    spaced = _GAPS.sub(" ", bare).strip()
    return spaced if spaced.isascii() else _simplified(spaced)


@functools.cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("hk2s")


def _simplified(text: str) -> str:
    convert = getattr(_converter(), "convert")  # noqa: B009
    return str(convert(text))
