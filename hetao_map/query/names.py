"""The names of a catalog's features in every writing, and how well a query fits one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Alias
from hetao_map.model.layer import Layer
from hetao_map.model.rules import drawn_rows
from hetao_map.query.bigrams import BigramIndex
from hetao_map.query.pinyin import is_chinese, syllables
from hetao_map.text.folding import fold, squeezed
from hetao_map.text.localized import LocalizedText

_STATUS_WEIGHT = {"open": 4, "under_construction": 3, "planned": 1, "closed": -4}
_ALMOST = 3.0
_SOUND = 0.88
_SPELLING = 0.6
_LONG_NAME = 6
_CANDIDATES, _LIKELIEST = 300, 60


class How(Enum):
    """What of a feature has fitted a query."""

    NAME = "name"
    ALIAS = "alias"
    FORMER = "former"
    READING = "reading"
    INITIALS = "initials"
    FACT = "fact"
    COORDINATES = "coordinates"


# What a name loses against a feature's own name that fits as well.
_LOSS = {How.NAME: 0.0, How.ALIAS: 1.0, How.FORMER: 1.5, How.READING: 2.0, How.INITIALS: 2.0}


class Named(Protocol):
    """What can be found by a name: its address, and what breaks ties between names alike."""

    @property
    def ref(self) -> FeatureRef:
        """Return its address."""

    @property
    def weight(self) -> float:
        """Return less than the step between two ways of matching."""


P = TypeVar("P", bound=Named)


@dataclass(frozen=True, slots=True)
class Place:
    """A feature that can be found; weight breaks ties: importance, then status."""

    layer: Layer
    row: int
    weight: float

    @property
    def ref(self) -> FeatureRef:
        """Return its address."""
        return FeatureRef(self.layer.id, self.layer.id_of(self.row))


@dataclass(frozen=True, slots=True)
class Name(Generic[P]):
    """One writing of a place's name: as it is shown, and folded for comparison."""

    place: P
    shown: str
    folded: str
    how: How

    @property
    def weight(self) -> float:
        """Return what breaks ties between names that fit alike."""
        return self.place.weight - _LOSS[self.how]


Scored = tuple[float, Name[P]]


class NameIndex(Generic[P]):
    """Names to be searched. Build it in any thread."""

    def __init__(self, all_names: Iterable[Name[P]]) -> None:
        names = _distinct(all_names)
        self._names = [name for name in names if name.how is not How.INITIALS]
        self._initials = [name for name in names if name.how is How.INITIALS]
        self._places = {name.place.ref: name.place for name in names}
        self._folded = [name.folded for name in self._names]
        # Most names are the same without gaps: one string serves both.
        self._tight = [squeezed(folded) if " " in folded else folded for folded in self._folded]
        self._bigrams = BigramIndex(self._tight)

    def place(self, ref: FeatureRef) -> P | None:
        """Return what has an address, None when it cannot be found by a name."""
        return self._places.get(ref)

    def direct(self, query: str) -> list[Scored[P]]:
        """Return the names that hold the folded query, or all of its words, with a score.

        100 is the same name; less a beginning, a word, a part, and least the words apart.
        """
        names, folded, tight = self._names, self._folded, squeezed(query)
        found = [n for n, name in enumerate(folded) if query in name]
        scored = [(_score(query, folded[n]), names[n]) for n in found]
        seen = set(found)
        for n in [n for n, name in enumerate(self._tight) if tight in name]:
            if n not in seen and _begins_a_word(tight, names[n]):
                scored.append((_score(tight, self._tight[n]) - _ALMOST, names[n]))
        if " " in query:
            scored += [(55.0, names[n]) for n in self._apart(query.split()) if n not in seen]
        # Initials are typed from the first.
        begun = [name for name in self._initials if name.folded.startswith(tight)]
        return scored + [(_score(tight, name.folded), name) for name in begun]

    def _apart(self, words: list[str]) -> list[int]:
        """Return the names that hold all words, in any order."""
        found: Iterable[int] = range(len(self._folded))
        for word in sorted(words, key=len, reverse=True):
            found = [n for n in found if word in self._folded[n]]
        return list(found)

    def alike(self, query: str) -> list[Scored[P]]:
        """Return the names that sound as the Chinese query does, as with a wrong character."""
        if not is_chinese(query):
            return []
        sound = "".join(syllables(query)).casefold()
        found = [n for n, name in enumerate(self._tight) if sound in name]
        return [
            (_SOUND * _score(sound, self._tight[n]), name)
            for n in found
            if (name := self._names[n]).how is How.READING and _begins_a_word(sound, name)
        ]

    def within(self, query: str) -> list[Scored[P]]:
        """Return the names that the query holds as a whole, with their share of it as a score."""
        padded = f" {query} "
        return [
            (len(name) / len(query), self._names[n])
            for n, name in enumerate(self._folded)
            if name in query and len(name) > 1 and (not name.isascii() or f" {name} " in padded)
        ]

    def misspelled(self, query: str, cutoff: float) -> list[Scored[P]]:
        """Return what the query may be a misspelling of; cutoff is a likeness of 0 to 100.

        Only names that share letters with it are compared: all of them would take too long.
        """
        from rapidfuzz import fuzz, process

        if len(query) < (3 if is_chinese(query) else 4):
            return []
        # A few letters are found in almost any long word.
        least = min(_LONG_NAME, 0.75 * len(query))
        nearest = self._bigrams.nearest(squeezed(query), _CANDIDATES)
        spaced = {n: self._folded[n] for n in nearest if len(self._folded[n]) >= least}
        tight = {n: self._tight[n] for n in spaced}
        found = process.extract(
            query, spaced, scorer=fuzz.WRatio, limit=_LIKELIEST, score_cutoff=cutoff
        )
        found += process.extract(
            squeezed(query), tight, scorer=fuzz.ratio, limit=_LIKELIEST, score_cutoff=cutoff
        )
        return [(score * _SPELLING, self._names[n]) for _, score, n in found]


def _score(query: str, name: str) -> float:
    """Return how well a name that holds the query answers it."""
    if query == name:
        return 100.0
    share = len(query) / len(name)
    if name.startswith(query):
        return 80.0 + 15.0 * share
    if f" {query}" in name:
        return 65.0 + 10.0 * share
    return 50.0 + 10.0 * share


def _begins_a_word(tight: str, name: Name[P]) -> bool:
    """Tell whether a query without gaps begins where a word or syllable of the name does."""
    words = name.folded.split()
    return any("".join(words[n:]).startswith(tight) for n in range(len(words)))


def best_of(scored: Iterable[Scored[P]]) -> dict[int, Scored[P]]:
    """Return the best name of each feature, by the feature's identity."""
    best: dict[int, Scored[P]] = {}
    for score, name in scored:
        key = id(name.place)
        if key not in best or score + name.weight > best[key][0] + best[key][1].weight:
            best[key] = (score, name)
    return best


def _distinct(names: Iterable[Name[P]]) -> list[Name[P]]:
    """Return each writing of a feature's name once: the first counts, its own before aliases."""
    found: dict[tuple[int, str], Name[P]] = {}
    for name in names:
        if name.folded:
            found.setdefault((id(name.place), name.folded), name)
    return list(found.values())


def names_of_features(catalog: Catalog) -> Iterator[Name[Place]]:
    """Yield the names of all features that are drawn."""
    for layer in catalog.layers:
        dataset = catalog.dataset_of(layer.id)
        aliases = dataset.knowledge.aliases if dataset else {}
        drawn = drawn_rows(layer)
        for row in layer.positions_of_row:
            if drawn[row]:
                place = Place(layer, row, weight_of(*_standing(layer, row)))
                yield from names_of(place, layer.name(row), aliases.get(place.ref, ()))


def names_of(place: P, own: LocalizedText, aliases: Iterable[Alias]) -> Iterator[Name[P]]:
    """Yield the writings of a place's own name and of its other ones, the own ones first."""
    for name in dict.fromkeys(n for n in (own.zh_hans, own.zh_hant, own.en) if n):
        yield Name(place, name, fold(name), How.NAME)
    for name in dict.fromkeys(n for n in (own.zh_hans or own.zh_hant, own.en) if n):
        yield from _readings(place, name)
    for alias in aliases:
        how = How.FORMER if alias.kind == "former" else How.ALIAS
        yield Name(place, alias.name, fold(alias.name), how)
        if alias.language == "zh-Hans":
            yield from _readings(place, alias.name)


def _readings(place: P, name: str) -> Iterator[Name[P]]:
    """Yield a Chinese name in pinyin, and the initials of a name of some words."""
    chinese = is_chinese(name)
    read = fold(" ".join(syllables(name))) if chinese else fold(name)
    words = read.split()
    if chinese:
        yield Name(place, name, read, How.READING)
    if len(words) >= (2 if chinese else 3):
        yield Name(place, name, "".join(word[0] for word in words), How.INITIALS)


def _standing(layer: Layer, row: int) -> tuple[object, str]:
    """Return a feature's importance and status, None and "" where the layer does not say."""
    importance = layer.attributes.get("importance", ())
    status = layer.attributes.get("status", ())
    return (importance[row] if importance else None), (str(status[row]) if status else "")


def weight_of(importance: object, status: str) -> float:
    """Return what breaks ties: importance, then status; less than the step between matches."""
    value = float(importance) if isinstance(importance, int | float) else 0.0
    return value / 10 + _STATUS_WEIGHT.get(status, 0) / 2
