"""What stands in a row of a table of knowledge, made safe to show."""

from __future__ import annotations

import math

from hetao_map.text.localized import LocalizedText, from_columns
from hetao_map.text.plain import plain

Row = dict[str, object]


def text(row: Row, name: str) -> str:
    """Return a cell as plain text, empty where there is none."""
    return plain(row.get(name))


def words(row: Row, stem: str) -> LocalizedText:
    """Return the plain text of the columns of one stem in three languages."""
    found = from_columns(row, stem)
    return LocalizedText(plain(found.zh_hans), plain(found.zh_hant), plain(found.en))


def number(row: Row, name: str) -> float | None:
    """Return a cell that is a finite number, None for anything else."""
    value = row.get(name)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None
