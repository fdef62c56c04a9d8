"""Pictures and other media that a file ties to its features: what they are, not what they hold.

Source: OGC 18-000, GeoPackage Related Tables Extension, the relation "media".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from hetao_map.data.connection import Connection, quoted, table_names, table_rows
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Media
from hetao_map.text.plain import plain

_MOST = 20_000
_NAMES = ("base_table_name", "related_table_name", "related_primary_column", "mapping_table_name")
_TYPE_LENGTH = 100

ByFeature = dict[FeatureRef, list[Media]]


def read_media(connection: Connection) -> dict[FeatureRef, tuple[Media, ...]]:
    """Return what is tied to each feature, which is named by its table and fid.

    What cannot be read, or takes long, is left out: a card without its media is whole.
    """
    found: ByFeature = {}
    there = table_names(connection)
    for names in _relations(connection, there):
        try:
            with connection.reading(names["mapping_table_name"]):
                _read(connection, names, found)
        except (sqlite3.Error, TimeoutError):
            # The time of the whole file is over: that is said where it is noticed next.
            continue
    return {ref: tuple(media) for ref, media in found.items()}


def _relations(connection: Connection, there: set[str]) -> Iterator[dict[str, str]]:
    for row in table_rows(connection, "gpkgext_relations"):
        names = {name: str(row.get(name)) for name in _NAMES}
        tables = {names[name] for name in _NAMES if name.endswith("table_name")}
        if str(row.get("relation_name")).casefold() == "media" and tables <= there:
            yield names


def _read(connection: Connection, names: dict[str, str], found: ByFeature) -> None:
    base, related, key, mapping = (names[name] for name in _NAMES)
    rows = connection.execute(
        f"SELECT m.base_id, r.content_type, length(r.data) FROM {quoted(mapping)} m "  # noqa: S608
        f"JOIN {quoted(related)} r ON r.{quoted(key)} = m.related_id LIMIT {_MOST}"
    )
    for fid, kind, size in rows:
        shown = plain(kind)[:_TYPE_LENGTH] if isinstance(kind, str) else ""
        media = Media(related, shown, size if isinstance(size, int) else 0)
        found.setdefault(FeatureRef(base, str(fid)), []).append(media)
