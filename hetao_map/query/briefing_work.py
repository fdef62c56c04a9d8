"""What the parts of a briefing are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hetao_map.model.briefing import Subject, Wish
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.feature import Feature
from hetao_map.query.briefing_notes import Notes
from hetao_map.query.crossings import PORTS
from hetao_map.text.language import Language


@dataclass(frozen=True, eq=False)
class Work:
    """What all parts of a briefing are made from."""

    catalog: Catalog
    subject: Subject
    wish: Wish
    notes: Notes
    features: tuple[Feature, ...]

    @property
    def language(self) -> Language:
        """Return the language of the briefing."""
        return self.wish.language

    def told(self) -> Iterator[tuple[Dataset, Feature]]:
        """Yield each feature with the file it comes from."""
        for feature in self.features:
            dataset = self.catalog.dataset_of(feature.ref.layer)
            if dataset is not None:
                yield dataset, feature

    @property
    def datasets(self) -> tuple[Dataset, ...]:
        """Return the files that are told of."""
        return tuple(dict.fromkeys(dataset for dataset, _ in self.told()))

    @property
    def has_ports(self) -> bool:
        """Tell whether any of the features is a port."""
        return any(feature.ref.layer == PORTS for feature in self.features)
