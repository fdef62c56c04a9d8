"""An opened file: its layers, and what it says about their features."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from hetao_map.geometry.extent import Extent, union
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.knowledge import Knowledge
from hetao_map.model.layer import Layer
from hetao_map.model.preset import Preset
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText


@dataclass(frozen=True, slots=True)
class Assumption:
    """A layer whose CRS the file does not tell, or tells wrongly, and the one it is shown in."""

    layer: str
    crs: str


@dataclass(frozen=True, eq=False)
class Dataset:
    """A file as it was when it was read; nothing of it is open any more.

    map_epsg is the CRS of all coordinates in it. notes are sentences about what is missing.
    presets name layers of this file. assumed names the layers that are shown in a likely CRS,
    because nobody has said which is theirs. edition is the day of the file's last change as it
    says it, YYYY-MM-DD or empty. names are the ids of the layers by their names in the file.
    stamp tells which state of the file this is (files.stamp_of), empty where nobody has asked.
    """

    path: Path
    title: LocalizedText
    layers: tuple[Layer, ...]
    map_epsg: int
    knowledge: Knowledge = field(default_factory=Knowledge)
    notes: tuple[LocalizedText, ...] = ()
    presets: tuple[Preset, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    edition: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    stamp: tuple[object, ...] = ()

    @property
    def only_pictures(self) -> bool:
        """Tell whether the file is a base map, without any feature layer."""
        return all(layer.spec.is_raster for layer in self.layers)

    def layer(self, layer_id: str) -> Layer | None:
        """Return the layer with an id."""
        return next((layer for layer in self.layers if layer.id == layer_id), None)

    def find(self, ref: FeatureRef) -> Feature | None:
        """Return the feature of a reference."""
        layer = self.layer(ref.layer)
        return layer.find(ref.id) if layer else None


@dataclass(frozen=True, eq=False)
class Catalog:
    """All opened files, as one set of layers in drawing order."""

    datasets: tuple[Dataset, ...] = ()

    @property
    def map_epsg(self) -> int:
        """Return the CRS of the map; the files agree on it."""
        return self.datasets[0].map_epsg if self.datasets else 2326

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Return the layers from the bottom of the map to its top; later files lie above.

        Pictures lie below the features of all files.
        """
        found = [
            layer
            for dataset in self.datasets
            for layer in sorted(dataset.layers, key=lambda layer: layer.spec.position)
        ]
        return tuple(sorted(found, key=lambda layer: not layer.spec.is_raster))

    @property
    def feature_layers(self) -> tuple[Layer, ...]:
        """Return the layers that are not pictures, from the bottom of the map to its top."""
        return tuple(layer for layer in self.layers if not layer.spec.is_raster)

    @property
    def notes(self) -> tuple[LocalizedText, ...]:
        """Return what is missing, of all files."""
        return tuple(note for dataset in self.datasets for note in dataset.notes)

    @property
    def questions(self) -> tuple[LocalizedText, ...]:
        """Return for each layer whose CRS is assumed a sentence that says so."""
        return tuple(
            messages.ASSUMED_CRS.with_values(path=dataset.path, layer=found.layer, crs=found.crs)
            for dataset in self.datasets
            for found in dataset.assumed
        )

    @property
    def found_missing(self) -> tuple[LocalizedText, ...]:
        """Return for each layer what could not be read since it was opened, when it was seen."""
        return tuple(
            messages.ROWS_SKIPPED.with_values(
                path=dataset.path, layer=layer.id, n=layer.found_missing
            )
            for dataset in self.datasets
            for layer in dataset.layers
            if layer.found_missing
        )

    @property
    def presets(self) -> tuple[Preset, ...]:
        """Return the presets of all files; those of one id are one."""
        merged: dict[str, Preset] = {}
        for preset in (preset for dataset in self.datasets for preset in dataset.presets):
            before = merged.get(preset.id, preset)
            merged[preset.id] = replace(before, layers=before.layers | preset.layers)
        return tuple(merged.values())

    def layer(self, layer_id: str) -> Layer | None:
        """Return the layer with an id."""
        return next((layer for layer in self.layers if layer.id == layer_id), None)

    def ordered(self, order: tuple[str, ...] = ()) -> tuple[Layer, ...]:
        """Return the layers from the bottom up as order names them.

        Of the others, pictures lie below them and features above.
        """
        place = {layer_id: number for number, layer_id in enumerate(order)}

        def height(layer: Layer) -> int:
            return place.get(layer.id, -1 if layer.spec.is_raster else len(place))

        return tuple(sorted(self.layers, key=height))

    def shown(
        self, visible: frozenset[str], denominator: float, order: tuple[str, ...] = ()
    ) -> tuple[Layer, ...]:
        """Return the layers that are on and drawn at scale 1:denominator, from the bottom up.

        order: layer ids from the bottom up, where it is not the files' own.
        """
        return tuple(
            layer
            for layer in self.ordered(order)
            if layer.id in visible and layer.spec.shown_at(denominator)
        )

    def at(self, path: Path) -> Dataset | None:
        """Return the file at a path."""
        return next((dataset for dataset in self.datasets if dataset.path == path), None)

    def with_file(self, dataset: Dataset) -> Catalog:
        """Return the catalog with a file in the place of its former state, else as the last."""
        if self.at(dataset.path) is None:
            return Catalog((*self.datasets, dataset))
        others = (dataset if d.path == dataset.path else d for d in self.datasets)
        return Catalog(tuple(others))

    def without(self, path: Path) -> Catalog:
        """Return the catalog without a file."""
        return Catalog(tuple(d for d in self.datasets if d.path != path))

    def as_on_disk(self, present: Catalog) -> Catalog:
        """Return a former catalog with the present state of what is read from files by window.

        Such a layer cannot be shown as it was: its file says something else now.
        """
        return Catalog(tuple(_on_disk(dataset, present) for dataset in self.datasets))

    def dataset_of(self, layer_id: str) -> Dataset | None:
        """Return the file that a layer comes from."""
        return next((d for d in self.datasets if d.layer(layer_id)), None)

    def find(self, ref: FeatureRef) -> Feature | None:
        """Return the feature of a reference."""
        layer = self.layer(ref.layer)
        return layer.find(ref.id) if layer else None

    def extent(self, group: str = "") -> Extent | None:
        """Return the rectangle around all layers, or those of one group, in map metres.

        Pictures count where there is nothing else: they may reach around the world.
        """
        layers = [la for la in self.layers if not group or la.spec.group.id == group]
        features = [layer for layer in layers if not layer.spec.is_raster]
        found = (layer.extent() for layer in features or layers)
        return union(extent for extent in found if extent is not None)


def _on_disk(dataset: Dataset, present: Catalog) -> Dataset:
    now = present.at(dataset.path)
    if now is None or all(layer.in_memory for layer in dataset.layers):
        return dataset
    layers = (
        layer if layer.in_memory else (now.layer(layer.id) or layer) for layer in dataset.layers
    )
    return replace(dataset, layers=tuple(layers))
