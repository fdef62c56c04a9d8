"""The commands that ask by the clock: crossings and route."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.query.crossings import Crossings, crossings_at
from hetao_map.query.hours import HONG_KONG
from hetao_map.text import times


def crossings(catalog: Catalog, moment: dt.datetime | None) -> Crossings:
    """Return the state of the ports at a moment, or now. Raises NotFoundError without hours."""
    found = crossings_at(catalog, moment or dt.datetime.now(HONG_KONG))
    if not found.rows:
        raise NotFoundError(times.NO_HOURS, path=_named(catalog))
    return found


def _named(catalog: Catalog) -> Any:
    paths: list[Path] = [dataset.path for dataset in catalog.datasets]
    return ", ".join(path.name for path in paths)
