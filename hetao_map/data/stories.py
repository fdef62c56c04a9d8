"""The tables of stories; each may be missing or incomplete."""

from __future__ import annotations

import math
import sqlite3

from hetao_map.data.cells import Row, number, text, words
from hetao_map.data.connection import table_rows
from hetao_map.data.presets import listed
from hetao_map.geometry.extent import valid_lonlat
from hetao_map.model.feature import FeatureRef
from hetao_map.model.story import Story, StoryStep
from hetao_map.text.dates import well_formed

_SCALES = (10.0, 500_000_000.0)
_DAY = len("YYYY-MM-DD")


def read_stories(connection: sqlite3.Connection) -> tuple[Story, ...]:
    """Return the stories that have a step, in the order of the file.

    What makes no sense in a step, such as a scale of nothing, is left to the step's target.
    """
    steps: dict[str, list[StoryStep]] = {}
    rows = table_rows(connection, "story_step")
    for row in sorted(rows, key=lambda row: number(row, "position") or 0.0):
        steps.setdefault(text(row, "story_id"), []).append(_step(row))
    stories = table_rows(connection, "story")
    return tuple(_story(row, steps[name]) for row in stories if (name := text(row, "id")) in steps)


def _story(row: Row, steps: list[StoryStep]) -> Story:
    return Story(text(row, "id"), words(row, "title"), words(row, "summary"), tuple(steps))


def _step(row: Row) -> StoryStep:
    target, date = text(row, "target"), text(row, "date")
    return StoryStep(
        title=words(row, "title"),
        text=words(row, "text"),
        target=FeatureRef.parse(target) if target else None,
        center=_center(row),
        scale=_scale(row),
        layers=tuple(listed(text(row, "layers"))),
        date=date if len(date) == _DAY and well_formed(date) else "",
        source_ids=tuple(listed(text(row, "source_ids"))),
    )


def _center(row: Row) -> tuple[float, float] | None:
    lon, lat = number(row, "lon"), number(row, "lat")
    if lon is None or lat is None or not valid_lonlat(lon, lat):
        return None
    return lon, lat


def _scale(row: Row) -> float | None:
    scale = number(row, "scale")
    usable = scale is not None and math.isfinite(scale) and _SCALES[0] <= scale <= _SCALES[1]
    return scale if usable else None
