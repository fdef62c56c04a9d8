"""The style of a layer, and its words for columns, from the table layer_styles of QGIS."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hetao_map.data import sld
from hetao_map.data.connection import rows, table_names
from hetao_map.data.contents import Entry
from hetao_map.data.qml import completed
from hetao_map.data.qml_fields import fields_of
from hetao_map.model.layer import Field
from hetao_map.model.style import Style, default_style
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText


def read_style(
    connection: sqlite3.Connection, entry: Entry, path: Path, notes: list[LocalizedText]
) -> tuple[Style, tuple[Field, ...]]:
    """Return the layer's style as QGIS chooses it: the default first, then the newest.

    What cannot be read is noted; the next one is taken then, at last a plain one. With it the
    columns that the same row has a name or words for.
    """
    plain = default_style(entry.geometry_type)
    if "layer_styles" not in table_names(connection):
        return plain, ()
    found = rows(
        connection,
        "SELECT * FROM layer_styles WHERE f_table_name = ? AND f_geometry_column = ? "
        "AND styleSLD <> '' ORDER BY useAsDefault DESC, update_time DESC",
        entry.name,
        entry.geometry_column,
    )
    for row in found:
        qml = str(row.get("styleQML") or "")
        try:
            return style_of(str(row["styleSLD"]), qml), fields_of(qml)
        except sld.StyleError as error:
            notes.append(
                messages.STYLE_SKIPPED.with_values(path=path, layer=entry.name, reason=error)
            )
    return plain, ()


def style_of(text: str, qml: str) -> Style:
    """Return the style of an SLD text and of QGIS's own beside it, "" where there is none.

    Raises StyleError for what is no SLD.
    """
    style = sld.parse(text, by_qgis=bool(qml))
    return completed(style, qml) if qml else style
