"""The table of layer presets; it may be missing or incomplete."""

from __future__ import annotations

import sqlite3

from hetao_map.data.connection import table_rows
from hetao_map.model.preset import Preset
from hetao_map.text.localized import LocalizedText, from_columns
from hetao_map.text.plain import plain


def read_presets(connection: sqlite3.Connection) -> tuple[Preset, ...]:
    """Return the presets of the file that name a layer, in the order of the file."""
    rows = table_rows(connection, "layer_preset")
    return tuple(preset for preset in map(_preset, rows) if preset.layers)


def listed(names: str) -> list[str]:
    """Return the layers of a list with semicolons."""
    return [name for part in names.split(";") if (name := part.strip())]


def _preset(row: dict[str, object]) -> Preset:
    preset_id = plain(row.get("id"))
    title = from_columns(row, "title")
    words = LocalizedText(plain(title.zh_hans), plain(title.zh_hant), plain(title.en))
    layers = frozenset(listed(str(row.get("layers") or "")))
    return Preset(preset_id, words or LocalizedText(en=preset_id), layers)
