"""A story: steps that lead over the map from place to place."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.model.feature import FeatureRef
from hetao_map.text.localized import LocalizedText


@dataclass(frozen=True, slots=True)
class StoryStep:
    """What is told at a place.

    target is the feature that is highlighted, None for none. center in WGS84 degrees and scale,
    the N of 1:N, are the view; where they are None, that of the target counts. layers are those
    to show, none named: as they are; date is the day that the map shows, empty for all that is
    known. source_ids say who says it.
    """

    title: LocalizedText
    text: LocalizedText
    target: FeatureRef | None = None
    center: tuple[float, float] | None = None
    scale: float | None = None
    layers: tuple[str, ...] = ()
    date: str = ""
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A story with at least one step."""

    id: str
    title: LocalizedText
    summary: LocalizedText
    steps: tuple[StoryStep, ...]


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """Where in a story one is; the first step is 0."""

    story: str
    step: int = 0
