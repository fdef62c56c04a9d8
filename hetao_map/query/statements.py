"""What a file says of its features, to be found by a figure, a word or a year."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Event, Fact, Knowledge, SeriesValue
from hetao_map.query.wording import fact_value
from hetao_map.text import dates, words
from hetao_map.text.folding import fold
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, from_columns, same

_FACT, _EVENT, _SERIES, _KIND, _SUMMARY = 46.0, 44.0, 42.0, 40.0, 36.0
_PIECE = re.compile(r"[a-z]+\d*|\d+(?:\.\d+)?|[^\W\da-z]+")
_STOP = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "how", "in", "is", "of", "on", "s", "the")
)
_FULL_STOP = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+(?=[A-Z“])")
_MISSPELLED_WORD = 82
# What decides between statements of one kind: how much of it is asked for, and its year.
_COVERAGE, _PER_YEAR, _YEAR = 0.3, 0.01, re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of a feature: as it is shown, and folded in all languages."""

    ref: FeatureRef
    shown: LocalizedText
    folded: str
    level: float

    def about(self, wanted: tuple[re.Pattern[str], ...]) -> LocalizedText:
        """Return what is shown; of a summary, the sentence that answers."""
        if self.level > _SUMMARY:
            return self.shown
        texts = (self.shown.zh_hans, self.shown.zh_hant, self.shown.en)
        return LocalizedText(*(_sentence(text, wanted) for text in texts))


Answer = tuple[float, Statement]


class StatementIndex:
    """The statements of a catalog. Build it in any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._all = [s for s in _statements(catalog) if s.folded]
        self._by_ref: dict[FeatureRef, list[Statement]] = {}
        for statement in self._all:
            self._by_ref.setdefault(statement.ref, []).append(statement)
        found = {word for s in self._all for word in s.folded.split() if word.isalpha()}
        self._vocabulary = sorted(word for word in found if word.isascii() and len(word) > 3)

    def find(self, query: str, ref: FeatureRef | None = None) -> list[Answer]:
        """Return the statements that hold all pieces of a folded query, with a score.

        ref asks for those of one feature only.
        """
        wanted = pieces(query)
        if not wanted:
            return []
        among = self._all if ref is None else self._by_ref.get(ref, [])
        return [
            (s.level + _COVERAGE * len(query) / (len(query) + len(s.folded)), s)
            for s in among
            if all(piece.search(s.folded) for piece in wanted)
        ]

    def respelled(self, query: str) -> str:
        """Return the query with English words put right where there is a likely one."""
        from rapidfuzz import fuzz, process

        def right(word: str) -> str:
            if not word.isalpha() or not word.isascii() or len(word) < 4:
                return word
            near = process.extractOne(
                word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_MISSPELLED_WORD
            )
            return str(near[0]) if near else word

        return " ".join(right(word) for word in query.split())


@functools.lru_cache(maxsize=64)
def pieces(query: str) -> tuple[re.Pattern[str], ...]:
    """Return what to look for: figures as a whole, beginnings of English words, Chinese text."""
    found = [piece for piece in _PIECE.findall(query) if piece not in _STOP]
    return tuple(_pattern(piece) for piece in dict.fromkeys(found))


def _pattern(piece: str) -> re.Pattern[str]:
    if piece[0].isdecimal():
        return re.compile(rf"(?<![\d.]){re.escape(piece)}(?!\.?\d)")
    if piece.isascii():
        # The singular finds the plural, and the other way round.
        stem = piece[:-1] if len(piece) > 3 and piece.endswith("s") else piece
        return re.compile(rf"(?<![a-z]){stem}")
    return re.compile(re.escape(piece))


def _sentence(text: str, wanted: tuple[re.Pattern[str], ...]) -> str:
    sentences = [s.strip() for s in _FULL_STOP.split(text) if s.strip()]
    return max(sentences, key=lambda s: sum(bool(p.search(fold(s))) for p in wanted), default="")


def _statements(catalog: Catalog) -> Iterator[Statement]:
    for dataset in catalog.datasets:
        knowledge = dataset.knowledge
        for ref, facts in knowledge.facts.items():
            yield from (_of_fact(knowledge, ref, fact) for fact in facts)
        for ref, events in knowledge.events.items():
            yield from (_of_event(ref, event) for event in events)
        for ref, series in knowledge.series.items():
            yield from (_of_series(knowledge, ref, value) for value in series)
    for layer in catalog.layers:
        kinds = layer.attributes.get("kind", ())
        for row in layer.positions_of_row:
            ref = FeatureRef(layer.id, layer.id_of(row))
            if kinds and layer.name(row) and str(kinds[row]) in words.KIND:
                yield _statement(ref, words.KIND[str(kinds[row])], _KIND)
            if "summary_en" in layer.attributes:
                yield _statement(ref, from_columns(layer.row_values(row), "summary"), _SUMMARY)


def _statement(
    ref: FeatureRef, shown: LocalizedText, level: float, also: Iterable[str] = ()
) -> Statement:
    texts = dict.fromkeys(fold(text) for text in (*shown.as_json().values(), *also) if text)
    return Statement(ref, shown, " ".join(texts), level)


def _of_fact(knowledge: Knowledge, ref: FeatureRef, fact: Fact) -> Statement:
    label = knowledge.labels[fact.key].label if fact.key in knowledge.labels else same(fact.key)
    figures = _in_each(lambda language: fact_value(knowledge, fact, language).text)
    numbers = [f"{n:.10g}" for n in (fact.number, fact.number_to) if n is not None]
    return _statement(ref, _joined(label, figures), _FACT + _recent(fact.as_of), numbers)


def _of_event(ref: FeatureRef, event: Event) -> Statement:
    when = _in_each(lambda language: dates.date(event.date, language))
    return _statement(ref, _joined(when, event.title), _EVENT, [event.date])


def _of_series(knowledge: Knowledge, ref: FeatureRef, value: SeriesValue) -> Statement:
    fact = Fact(value.key, LocalizedText(), value.number, None, value.unit, value.precision)
    of_value = _of_fact(knowledge, ref, fact)
    kind = words.SERIES_CATEGORY.get(value.category, LocalizedText())
    when = _in_each(
        lambda language: " ".join(
            part for part in (dates.date(value.period, language), kind.in_(language)) if part
        )
    )
    return _statement(
        ref,
        _joined(when, of_value.shown),
        _SERIES + _recent(value.period),
        [f"{value.number:.10g}"],
    )


def _recent(when: str) -> float:
    """Return a little for what is said of a later year than 1900."""
    year = _YEAR.match(when or "")
    return _PER_YEAR * (int(year[0]) - 1900) if year else 0.0


def _in_each(text_in: Callable[[Language], str]) -> LocalizedText:
    return LocalizedText(*(text_in(language) for language in Language))


def _joined(label: LocalizedText, text: LocalizedText) -> LocalizedText:
    """Return "label: text" in each language that has a text."""
    return _in_each(lambda language: f"{label.in_(language)}{language.colon}{text.in_(language)}")
