"""How a text is cut into records and cells."""

from __future__ import annotations

import csv
import io

# A cell may hold a whole outline as text.
MOST_IN_A_CELL = 32 * 1024 * 1024
_DELIMITERS = ",;\t|"
_LOOKED_AT = 40


def dialect_of(text: str) -> str:
    """Return the delimiter that cuts the beginning of a text most evenly."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[bool, float, int]:
    records = first_records(text, delimiter)
    widths = [len(record) for record in records]
    if not widths or widths[0] < 2:
        return False, 0.0, 0
    alike = sum(width == widths[0] for width in widths) / len(widths)
    return True, alike, widths[0]


def first_records(text: str, delimiter: str) -> list[list[str]]:
    """Return the first records of a text; the last may be cut. Empty lines are left out."""
    csv.field_size_limit(MOST_IN_A_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[list[str]] = []
    try:
        for record in reader:
            if record:
                found.append(record)
            if len(found) == _LOOKED_AT:
                break
    except csv.Error:
        return found
    return found
