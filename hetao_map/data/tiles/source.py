"""Tiles read from their table, a block of one zoom level at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hetao_map.data.connection import being_written, opened, quoted
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.model.layer import Stale
from hetao_map.model.pictures import picture_kind
from hetao_map.model.tiles import Cell
from hetao_map.text import messages

DEADLINE_S = 8.0
# A tile of 256 pixels a side is some 20 to 200 kB.
MAX_TILE_BYTES = 8 * 1024 * 1024
_MAX_BLOCK_BYTES = 192 * 1024 * 1024
# A file that is being written is copied for each question; a larger one would fill the disk.
MAX_COPIED_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class FileTiles:
    """A table or view of tiles. bottom_up: its rows count from the south, as TMS has them."""

    path: Path
    table: str
    bottom_up: bool = False

    def read(
        self, zoom: int, columns: range, rows: range, stale: Stale
    ) -> dict[Cell, bytes | None]:
        """Return what is stored of a block of a level; None for what cannot be a picture.

        Any thread. It is empty once stale says that nobody waits for it. Raises InputError when
        the file cannot be read, or is large and being written.
        """
        check_not_copied(self.path)
        wanted = len(columns) * len(rows)
        own = self._own_rows(zoom, rows)
        sql = (
            f"SELECT tile_column, tile_row, CASE WHEN length(tile_data) <= {MAX_TILE_BYTES} "  # noqa: S608
            f"THEN tile_data END FROM {quoted(self.table)} WHERE zoom_level = ? "
            "AND tile_column BETWEEN ? AND ? AND tile_row BETWEEN ? AND ?"
        )
        asked = (zoom, columns[0], columns[-1], own[0], own[-1])
        found: dict[Cell, bytes | None] = {}
        size = 0
        try:
            with opened(self.path, DEADLINE_S, stale) as connection:
                for column, row, blob in connection.execute(sql, asked):
                    picture = blob if isinstance(blob, bytes) and picture_kind(blob) else None
                    found[column, self._from_top(zoom, row)] = picture
                    size += len(picture or b"")
                    # A view can yield one tile over and over.
                    if len(found) >= wanted or size > _MAX_BLOCK_BYTES:
                        break
        except CancelledError:
            return {}
        return {cell: blob for cell, blob in found.items() if _inside(cell, columns, rows)}

    def _own_rows(self, zoom: int, rows: range) -> range:
        if not self.bottom_up:
            return rows
        last = 2**zoom - 1
        return range(last - rows[-1], last - rows[0] + 1)

    def _from_top(self, zoom: int, row: int) -> int:
        return 2**zoom - 1 - row if self.bottom_up else row


def _inside(cell: Cell, columns: range, rows: range) -> bool:
    """Tell whether a cell is of whole numbers and was asked for."""
    whole = isinstance(cell[0], int) and isinstance(cell[1], int)
    return whole and cell[0] in columns and cell[1] in rows


def check_not_copied(path: Path) -> None:
    """Raise InputError for a large file that somebody is writing.

    Its tiles could only be read from a copy, made anew for each view.
    """
    if being_written(path) and path.stat().st_size > MAX_COPIED_BYTES:
        raise InputError(messages.TILES_BEING_WRITTEN, path=path)
