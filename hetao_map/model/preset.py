"""A set of layers for an audience."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.text.localized import LocalizedText


@dataclass(frozen=True, slots=True)
class Preset:
    """What one audience wants to see: the ids of the layers to show, all others hidden."""

    id: str
    title: LocalizedText
    layers: frozenset[str]
