"""A card as plain text, for the terminal and for copying."""

from __future__ import annotations

from collections.abc import Iterator

from hetao_map.model.card import CardRow, CardValue, InfoCard
from hetao_map.model.knowledge import Source
from hetao_map.text import dates, words
from hetao_map.text.language import Language


def card_text(card: InfoCard, language: Language) -> str:
    """Return all of a card in lines; each figure is followed by its source."""
    return "\n".join(_lines(card, language))


def _lines(card: InfoCard, language: Language) -> Iterator[str]:
    yield card.title
    yield from card.other_names
    yield " · ".join(
        part for part in (card.layer_title, card.kind, card.status_text, card.position) if part
    )
    yield f"{words.COORDINATES.in_(language)}{language.colon}{card.coordinates}"
    if card.aliases:
        yield f"{words.ALSO_CALLED.in_(language)}{language.colon}{' / '.join(card.aliases)}"
    if card.summary:
        yield ""
        yield card.summary
    for section in card.sections:
        yield ""
        yield section.title
        for row in section.rows:
            yield from _row_lines(row, language)
    if card.source:
        yield ""
        yield source_line(card.source, "", language)


def _row_lines(row: CardRow, language: Language) -> Iterator[str]:
    yield f"  {row.label}"
    for value in row.values:
        yield f"    {value.text}"
        yield from (f"      {line}" for line in value_details(value, language))


def value_details(value: CardValue, language: Language) -> list[str]:
    """Return the lines below a statement: quotation, note, validity, source."""
    lines = []
    if value.quote:
        lines.append(words.QUOTED.in_(language).format(text=value.quote))
    if value.note:
        lines.append(value.note)
    if value.valid:
        lines.append(f"{words.VALID.in_(language)}{language.colon}{value.valid}")
    if value.source:
        lines.append(source_line(value.source, value.as_of_text, language))
    return lines


def source_line(source: Source, as_of: str, language: Language) -> str:
    """Return who said it and when, in one line."""
    parts = [source.title or source.publisher or source.id]
    if source.publisher and source.publisher != parts[0]:
        parts.append(source.publisher)
    published = dates.date(source.date, language)
    if published and as_of and published != as_of:
        parts.append(words.PUBLISHED.in_(language).format(date=published))
        parts.append(words.AS_OF.in_(language).format(date=as_of))
    else:
        parts.append(published or as_of or words.UNDATED.in_(language))
    return words.SOURCE.in_(language) + language.colon + " · ".join(parts)
