"""Layers of several files on one map: each has an id of its own, name or name@file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Knowledge
from hetao_map.model.layer import Layer
from hetao_map.model.preset import Preset

Item = TypeVar("Item")


def distinct(datasets: Iterable[Dataset]) -> tuple[Dataset, ...]:
    """Return files as they were read with ids that differ from those of the files before."""
    taken: set[str] = set()
    result = []
    for dataset in datasets:
        named = beside(dataset, taken)
        taken |= {layer.id for layer in named.layers}
        result.append(named)
    return tuple(result)


def beside(
    dataset: Dataset, taken: Iterable[str], before: Mapping[str, str] | None = None
) -> Dataset:
    """Return a file as it was read with ids that are not taken.

    before tells which ids its layers had when it was read the last time, by their names in the
    file: they keep them.
    """
    used, known = set(taken), before or {}
    names: dict[str, str] = {}
    for layer in dataset.layers:
        names[layer.id] = known.get(layer.id) or _free(layer.id, dataset.path.stem, used)
        used.add(names[layer.id])
    return replace(
        dataset,
        layers=tuple(_called(layer, names[layer.id]) for layer in dataset.layers),
        knowledge=_of_layers(dataset.knowledge, names),
        presets=tuple(_preset_of(preset, names) for preset in dataset.presets),
        names=names,
    )


def _free(name: str, stem: str, used: set[str]) -> str:
    """Return the layer's name, or one with the file's name and at need a number."""
    number, candidate = 1, name
    while candidate in used:
        candidate = f"{name}@{stem}" + (f"-{number}" if number > 1 else "")
        number += 1
    return candidate


def _called(layer: Layer, layer_id: str) -> Layer:
    if layer.id == layer_id:
        return layer
    return replace(layer, spec=replace(layer.spec, id=layer_id))


def _preset_of(preset: Preset, names: Mapping[str, str]) -> Preset:
    """Return a preset under the new names of its layers; those that are not there are left out."""
    return replace(preset, layers=frozenset(names[n] for n in preset.layers if n in names))


def _of_layers(knowledge: Knowledge, names: Mapping[str, str]) -> Knowledge:
    """Return what is known of the features under the new names of their layers."""
    if all(old == new for old, new in names.items()):
        return knowledge

    def moved(by_feature: Mapping[FeatureRef, Item]) -> dict[FeatureRef, Item]:
        return {
            replace(ref, layer=names.get(ref.layer, ref.layer)): items
            for ref, items in by_feature.items()
        }

    return replace(
        knowledge,
        facts=moved(knowledge.facts),
        aliases=moved(knowledge.aliases),
        events=moved(knowledge.events),
        series=moved(knowledge.series),
        hours=moved(knowledge.hours),
        media=moved(knowledge.media),
    )
