"""A feature and how it is referred to."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hetao_map.geometry.extent import Extent, Xy
from hetao_map.text.localized import LocalizedText


@dataclass(frozen=True, slots=True, order=True)
class FeatureRef:
    """A feature's address: the layer's id and the feature's id in it."""

    layer: str
    id: str

    def __str__(self) -> str:
        return f"{self.layer}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> FeatureRef:
        """Return the reference of LAYER/ID; what follows the first slash is the id."""
        layer, _, feature_id = text.partition("/")
        return cls(layer, feature_id)


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of a layer as the rooms above need it.

    point lies on the feature (map metres), extent is that of its geometry. attributes holds
    the row's columns as read, geometry left out.
    """

    ref: FeatureRef
    name: LocalizedText
    kind: str
    status: str
    point: Xy
    extent: Extent
    attributes: dict[str, object]

    @property
    def accuracy_m(self) -> float | None:
        """Return the stated accuracy of the position in metres."""
        value = self.attributes.get("accuracy_m")
        known = isinstance(value, int | float) and math.isfinite(value)
        return float(value) if known else None  # type: ignore[arg-type]

    @property
    def schematic(self) -> bool:
        """Tell whether the position is known no better than 150 m and must be marked so."""
        accuracy = self.accuracy_m
        return accuracy is not None and accuracy >= SCHEMATIC_FROM_M

    @property
    def importance(self) -> float:
        """Return 0 to 100, 0 when the file does not say."""
        value = self.attributes.get("importance")
        return float(value) if isinstance(value, int | float) else 0.0


SCHEMATIC_FROM_M = 150.0
