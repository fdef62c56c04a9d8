"""A file that was read again while it was open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hetao_map.model.dataset import Catalog, Dataset

if TYPE_CHECKING:
    from hetao_map.model.difference import Difference


@dataclass(frozen=True, eq=False)
class News:
    """What a save has changed in a file, and when this was seen, by the clock of the computer.

    before and after are the file's two states while both can be shown, else None.
    """

    path: Path
    at: dt.datetime
    found: Difference
    before: Dataset | None = None
    after: Dataset | None = None

    def shows_former(self, catalog: Catalog) -> bool:
        """Tell whether the map shows the file as it was before."""
        shown = catalog.at(self.path)
        return shown is not None and self.before is not None and shown.stamp == self.before.stamp

    def can_turn(self, catalog: Catalog) -> bool:
        """Tell whether the map can show the other one of the two states."""
        shown = catalog.at(self.path)
        if shown is None or self.before is None or self.after is None:
            return False
        stamps = (self.before.stamp, self.after.stamp)
        return shown.stamp in stamps and self.before.map_epsg == catalog.map_epsg
