"""What differs between two states of a file, as values."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.geometry.extent import Extent
from hetao_map.model.feature import FeatureRef
from hetao_map.text.localized import LocalizedText

CHANGED, ADDED, REMOVED = "changed", "added", "removed"


@dataclass(frozen=True, slots=True)
class FeatureChange:
    """A feature that has changed, is new or is no more: kind is CHANGED, ADDED or REMOVED.

    fields are the columns whose values differ; moved tells of the geometry, told of facts and
    other statements about the feature. extent is where it lies, or lay, in map metres; None
    without a geometry.
    """

    kind: str
    ref: FeatureRef
    name: LocalizedText
    extent: Extent | None
    fields: tuple[str, ...] = ()
    moved: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class LayerChange:
    """What differs in one layer.

    kind is ADDED or REMOVED for a whole layer, empty for one that is in both states. former is
    the id that it had before, where it has been given another name. changed, added and removed
    count features, of which the first ones are listed. compared is false for a layer that is
    read from its file by window: of its features only those that are new or gone, or whose
    rectangle is another, are known. described tells of its title, columns' names and scales.
    """

    layer: str
    title: LocalizedText
    rows_before: int
    rows: int
    kind: str = ""
    former: str = ""
    changed: int = 0
    added: int = 0
    removed: int = 0
    features: tuple[FeatureChange, ...] = ()
    restyled: bool = False
    described: bool = False
    new_columns: tuple[str, ...] = ()
    lost_columns: tuple[str, ...] = ()
    compared: bool = True

    def __bool__(self) -> bool:
        return bool(
            self.kind
            or self.former
            or self.features
            or self.restyled
            or self.described
            or self.new_columns
            or self.lost_columns
            or not self.compared
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two states of a file; layers without a change are left out.

    tables tells whether something differs that belongs to no feature, such as sources.
    """

    layers: tuple[LayerChange, ...] = ()
    tables: bool = False

    def __bool__(self) -> bool:
        return bool(self.layers or self.tables)

    def count(self, kind: str) -> int:
        """Return how many features are CHANGED, ADDED or REMOVED, whole layers left out."""
        return sum(getattr(change, kind) for change in self.layers if not change.kind)

    def layers_of(self, kind: str) -> int:
        """Return how many whole layers are ADDED or REMOVED."""
        return sum(change.kind == kind for change in self.layers)

    @property
    def renamed(self) -> dict[str, str]:
        """Return the new id of each layer that has been given another name, by the former one."""
        return {change.former: change.layer for change in self.layers if change.former}
