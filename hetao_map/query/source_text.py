"""Who says a thing and when, in one line or in full."""

from __future__ import annotations

from hetao_map.model.knowledge import Source
from hetao_map.text import dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


def source_line(source: Source, as_of: str, language: Language) -> str:
    """Return who said it and when, in one line."""
    title, publisher = _own(source.title, language), _own(source.publisher, language)
    parts = [title or publisher or source.id]
    if publisher and publisher != parts[0]:
        parts.append(publisher)
    published = dates.date(source.date, language)
    if published and as_of and published != as_of:
        parts.append(words.PUBLISHED.in_(language).format(date=published))
        parts.append(words.AS_OF.in_(language).format(date=as_of))
    else:
        parts.append(published or as_of or words.UNDATED.in_(language))
    return words.SOURCE.in_(language) + language.colon + " · ".join(parts)


def _own(name: str, language: Language) -> str:
    """Return a title or a publisher; what is this project's own is called so in each language."""
    for own in (words.OWN_WORK, words.MAP_TITLE):
        if name == own.en:
            return own.in_(language)
    return name


def source_details(source: Source, language: Language) -> tuple[tuple[str, str], ...]:
    """Return (label, text) of all that is known of a source but its address."""
    known = (
        (words.SOURCE, _own(source.title, language) or source.id),
        (words.PUBLISHER, _own(source.publisher, language)),
        (words.DATE, dates.date(source.date, language) or words.UNDATED.in_(language)),
        (words.LICENCE, source.licence),
    )
    return tuple((label.in_(language), plain(text)) for label, text in known if text)
