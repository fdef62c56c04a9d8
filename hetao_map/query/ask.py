"""The three questions the command line and the window ask alike."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.projection import ground_metres
from hetao_map.model.card import InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.query.card import make_card
from hetao_map.query.identify import identify
from hetao_map.text.language import Language


@dataclass(frozen=True)
class Answer:
    """A feature with its card, and how far it is from where was asked, in metres."""

    feature: Feature
    card: InfoCard
    distance_m: float


def at_point(
    catalog: Catalog, visible: frozenset[str], point: Xy, tolerance: float, language: Language
) -> list[Answer]:
    """Return what lies within tolerance (map metres) of a map point, best first."""
    layers = [layer for layer in catalog.layers if layer.id in visible]
    found = []
    for hit in identify(layers, point, tolerance):
        answer = of_feature(catalog, hit.ref, language)
        if answer is not None:
            metres = hit.distance * ground_metres(point, catalog.map_epsg)
            found.append(Answer(answer.feature, answer.card, metres))
    return found


def of_feature(catalog: Catalog, ref: FeatureRef, language: Language) -> Answer | None:
    """Return a feature with its card, None when there is no such feature."""
    dataset, feature = catalog.dataset_of(ref.layer), catalog.find(ref)
    if dataset is None or feature is None:
        return None
    return Answer(feature, make_card(dataset, feature, language), 0.0)
