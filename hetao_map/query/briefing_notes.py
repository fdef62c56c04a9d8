"""The notes of a briefing: each source has one number, in the order in which it is first named."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from hetao_map.model.briefing import Cell, Cited, Footnote, Row
from hetao_map.model.card import CardRow, CardValue
from hetao_map.model.knowledge import Source
from hetao_map.text import briefings, dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

OWN = "own"


class Notes:
    """Gives numbers to sources while a briefing is put together."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._numbers: dict[Source, int] = {}

    def of(self, *sources: Source | None) -> tuple[int, ...]:
        """Return the numbers of sources; none for no source."""
        known = (source for source in sources if source is not None)
        numbers = (self._numbers.setdefault(s, len(self._numbers) + 1) for s in known)
        return tuple(dict.fromkeys(numbers))

    def footnotes(self) -> tuple[Footnote, ...]:
        """Return the notes by number."""
        return tuple(_footnote(n, source, self._language) for source, n in self._numbers.items())

    def sources(self) -> tuple[Source, ...]:
        """Return the sources by number."""
        return tuple(self._numbers)


def _footnote(number: int, source: Source, language: Language) -> Footnote:
    if source.id == OWN:
        own = briefings.OWN_WORK.in_(language)
        return Footnote(number, own, own)
    title = source.title or source.publisher or source.id
    publisher = source.publisher if source.publisher not in title else ""
    date = dates.date(source.date, language) or words.UNDATED.in_(language)
    short = _joined((title, publisher, date), language)
    licence = source.licence and f"{words.LICENCE.in_(language)}{language.colon}{source.licence}"
    return Footnote(number, short, _joined((short, licence), language), plain(source.address))


def _joined(parts: Iterable[str], language: Language) -> str:
    stop = "，" if language.chinese else ", "
    return plain(stop.join(part for part in parts if part))


def figure_rows(rows: Iterable[CardRow], notes: Notes, language: Language) -> tuple[Row, ...]:
    """Return the rows of a card as label, value, and who says it when; one for each statement.

    What several sources say alike stands once, with the date and the number of each.
    """
    found: list[Row] = []
    for row in rows:
        label: Cell = (Cited(row.label),)
        for _, said in groupby(row.values, key=_statement):
            found.append((label, *_cells(list(said), notes, language)))
            label = ()
    return tuple(found)


def _statement(value: CardValue) -> tuple[str, ...]:
    return value.text, value.quote, value.note, value.valid


def _cells(said: list[CardValue], notes: Notes, language: Language) -> tuple[Cell, Cell]:
    value = said[0]
    quote = words.QUOTED.in_(language).format(text=value.quote) if value.quote else ""
    remarks = (Cited(text, soft=True) for text in (quote, value.note, value.valid) if text)
    who = tuple(_who(each, notes, language) for each in said)
    return (Cited(value.text), *remarks), tuple(one for one in who if one.text or one.notes)


def _who(value: CardValue, notes: Notes, language: Language) -> Cited:
    """Return of when a value is, failing that when its source was published, and the note."""
    return Cited(as_of_words(value.as_of, value.source, language), notes.of(value.source))


def as_of_words(as_of: str, source: Source | None, language: Language) -> str:
    """Return of when a statement is, failing that when its source was published."""
    if as_of:
        return dates.date(as_of, language)
    if source is None or source.id == OWN:
        return ""
    if source.date:
        published = dates.date(source.date, language)
        return briefings.SAID_BY.in_(language).format(date=published)
    return words.UNDATED.in_(language)


def cited(text: str, source: Source | None, notes: Notes, *, soft: bool = False) -> Cited:
    """Return a line with the number of its source."""
    return Cited(plain(text), notes.of(source), soft)
