"""What a file ties to a feature besides its attributes: named on the card, never opened."""

from __future__ import annotations

from hetao_map.model.card import CardRow, CardValue
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.knowledge import Knowledge, Media
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

_LISTED = 20


def media_rows(knowledge: Knowledge, feature: Feature, language: Language) -> list[CardRow]:
    """Return a row for each table of media that has something of a feature."""
    fid = FeatureRef(feature.ref.layer, str(feature.attributes.get("fid")))
    by_table: dict[str, list[Media]] = {}
    for media in knowledge.media.get(fid, ()):
        by_table.setdefault(media.table, []).append(media)
    return [
        CardRow(f"media:{table}", plain(table), _values(found, language))
        for table, found in by_table.items()
    ]


def _values(found: list[Media], language: Language) -> tuple[CardValue, ...]:
    values = [CardValue(_described(media, language)) for media in found[:_LISTED]]
    if (left := len(found) - _LISTED) > 0:
        values.append(CardValue(words.MEDIA_MORE.in_(language).format(n=left)))
    return tuple(values)


def _described(media: Media, language: Language) -> str:
    kind = media.kind or words.MEDIA_UNTYPED.in_(language)
    return words.MEDIA.in_(language).format(kind=kind, size=f"{media.size:,}")
