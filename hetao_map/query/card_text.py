"""A card as plain text, for the terminal and for copying."""

from __future__ import annotations

from collections.abc import Iterator

from hetao_map.model.card import CardRow, CardValue, InfoCard
from hetao_map.text import words
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
    if card.source_text:
        yield ""
        yield card.source_text


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
    if value.source_text:
        lines.append(value.source_text)
    return lines
