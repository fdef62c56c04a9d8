"""Who says a thing and when, in one line or in full."""

from __future__ import annotations

from hetao_map.model.knowledge import Source
from hetao_map.text import dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


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


def source_details(source: Source, language: Language) -> tuple[tuple[str, str], ...]:
    """Return (label, text) of all that is known of a source but its address."""
    known = (
        (words.SOURCE, source.title or source.id),
        (words.PUBLISHER, source.publisher),
        (words.DATE, dates.date(source.date, language) or words.UNDATED.in_(language)),
        (words.LICENCE, source.licence),
    )
    return tuple((label.in_(language), plain(text)) for label, text in known if text)
