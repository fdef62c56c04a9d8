"""What can be wrong in any row of this map's tables: identifiers, texts and dates."""

from __future__ import annotations

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.own import Own, OwnRow
from hetao_map.text import findings as texts
from hetao_map.text.dates import well_formed

_IDENTITIES = {
    "source": "id",
    "event": "id",
    "unit": "unit",
    "fact_label": "key",
    "layer_setting": "layer",
    "layer_preset": "id",
    "network_place": "id",
    "network_edge": "id",
    "story": "id",
}
_DATES = ("date", "as_of", "valid_from", "valid_to")
_LANGUAGES = ("zh_hans", "zh_hant", "en")
_NEEDED = {
    "fact_label": ("label",),
    "unit": ("label",),
    "event": ("title",),
    "layer_setting": ("title",),
    "layer_preset": ("title",),
    "holiday": ("name",),
    "network_place": ("name",),
    "story": ("title",),
    "story_step": ("title", "text"),
}


def check_entries(own: Own, collector: Collector) -> None:
    """Find identifiers, texts and dates that are missing or wrong."""
    themes = own.themes()
    for table, rows in own.tables.items():
        identity = "id" if table in own.layers else _IDENTITIES.get(table, "")
        if identity:
            _check_identity(table, identity, rows, collector)
        needed = ("name", "summary") if table in themes else _NEEDED.get(table, ())
        for stem in _stems(own.columns[table]):
            _check_languages(table, stem, rows, stem in needed, collector)
        for row in rows:
            _check_dates(table, row, collector)


def _check_identity(table: str, column: str, rows: list[OwnRow], collector: Collector) -> None:
    seen: set[str] = set()
    for row in rows:
        if not row[column]:
            collector.error(table, row.fid, texts.ID_EMPTY, column=column)
        elif row[column] in seen:
            collector.error(table, row.fid, texts.ID_TWICE, column=column, text=row[column])
        seen.add(row[column])


def _stems(columns: tuple[str, ...]) -> list[str]:
    """Return the stems that stand there in all three languages."""
    stems = [name.removesuffix("_en") for name in columns if name.endswith("_en")]
    return [stem for stem in stems if all(f"{stem}_{end}" in columns for end in _LANGUAGES)]


def _check_languages(
    table: str, stem: str, rows: list[OwnRow], needed: bool, collector: Collector
) -> None:
    for row in rows:
        missing = [f"{stem}_{end}" for end in _LANGUAGES if not row[f"{stem}_{end}"]]
        if len(missing) == len(_LANGUAGES) and needed:
            collector.error(table, row.fid, texts.TEXT_MISSING, column=stem)
        elif 0 < len(missing) < len(_LANGUAGES):
            collector.error(table, row.fid, texts.LANGUAGE_MISSING, columns=", ".join(missing))


def _check_dates(table: str, row: OwnRow, collector: Collector) -> None:
    for column in _DATES:
        if row[column] and not well_formed(row[column]):
            collector.error(table, row.fid, texts.DATE, column=column, text=row[column])
    first, last = row["valid_from"], row["valid_to"]
    # A year alone agrees with any of its days.
    if first[: len(last)] > last[: len(first)]:
        collector.error(table, row.fid, texts.PERIOD, first=first, last=last)
