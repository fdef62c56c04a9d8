"""Opening files together: one map, one CRS, each layer with an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from hetao_map.data import geopackage
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Knowledge
from hetao_map.model.layer import Layer
from hetao_map.model.preset import Preset

Progress = Callable[[Path, int, int], None]
Item = TypeVar("Item")


def open_files(paths: Sequence[Path], progress: Progress | None = None, crs: str = "") -> Catalog:
    """Return the files as one catalog. Any thread. Raises InputError for the first bad file.

    When the files do not agree on a map CRS, all are read for the whole world's. crs is that of
    layers which name none.
    """

    def read(path: Path, epsg: int | None) -> Dataset:
        told = partial(progress, path) if progress else None
        return geopackage.read(path, epsg, told, crs)

    datasets = [read(path, None) for path in paths]
    if len({dataset.map_epsg for dataset in datasets}) > 1:
        datasets = [
            dataset if dataset.map_epsg == 3857 else read(dataset.path, 3857)
            for dataset in datasets
        ]
    return Catalog(_distinct(datasets))


def _distinct(datasets: list[Dataset]) -> tuple[Dataset, ...]:
    """Rename layers that stand in several files: name, name@file."""
    seen: Counter[str] = Counter()
    result = []
    for dataset in datasets:
        layers = []
        for layer in dataset.layers:
            seen[layer.id] += 1
            layers.append(_renamed(layer, dataset.path.stem, seen))
        names = {old.id: new.id for old, new in zip(dataset.layers, layers, strict=True)}
        knowledge = _of_layers(dataset.knowledge, names)
        presets = tuple(_preset_of(preset, names) for preset in dataset.presets)
        changed = replace(dataset, layers=tuple(layers), knowledge=knowledge, presets=presets)
        result.append(changed)
    return tuple(result)


def _preset_of(preset: Preset, names: dict[str, str]) -> Preset:
    """Return a preset under the new names of its layers; those that are not there are left out."""
    return replace(preset, layers=frozenset(names[n] for n in preset.layers if n in names))


def _of_layers(knowledge: Knowledge, names: dict[str, str]) -> Knowledge:
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
    )


def _renamed(layer: Layer, stem: str, seen: Counter[str]) -> Layer:
    if seen[layer.id] == 1:
        return layer
    name = f"{layer.id}@{stem}"
    seen[name] += 1
    if seen[name] > 1:
        name = f"{name}-{seen[name]}"
    return replace(layer, spec=replace(layer.spec, id=name))
