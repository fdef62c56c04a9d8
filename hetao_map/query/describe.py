"""Answers as JSON values: the contract of the command line (DESIGN, section 6)."""

from __future__ import annotations

from typing import Any

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.card import CardRow, CardValue, InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import Feature
from hetao_map.model.knowledge import Source
from hetao_map.model.layer import Layer
from hetao_map.query.card import facts_of
from hetao_map.query.search import SearchHit

Json = dict[str, Any]


def layer_json(layer: Layer) -> Json:
    """Return a layer as `layers --json` prints it; bbox is in degrees, null when empty.

    Pictures have no features: their count is null, for to count tiles would take too long.
    """
    box = layer.extent_lonlat
    return {
        "id": layer.id,
        "title": layer.spec.title.as_json(),
        "group": layer.spec.group.id,
        "geometry": layer.spec.geometry,
        "feature_count": None if layer.spec.is_raster else layer.count,
        "visible": layer.spec.visible,
        "bbox": [round(v, 6) for v in (box.xmin, box.ymin, box.xmax, box.ymax)] if box else None,
    }


def hit_json(feature: Feature, card: InfoCard, distance_m: float, catalog: Catalog) -> Json:
    """Return a feature with its card as `info --json` prints it."""
    lon, lat = to_lonlat(feature.point, catalog.map_epsg)
    return {
        "layer": feature.ref.layer,
        "id": feature.ref.id,
        "name": feature.name.as_json(),
        "kind": feature.kind,
        "status": feature.status,
        "distance_m": round(distance_m, 1),
        "lon": round(lon, 6),
        "lat": round(lat, 6),
        "schematic": feature.schematic,
        "summary": card.summary,
        "facts": [_fact_json(row, value) for row, value in facts_of(card)],
    }


def _fact_json(row: CardRow, value: CardValue) -> Json:
    """value is the figure where there is one, otherwise the words; text is what is shown."""
    return {
        "key": row.key,
        "label": row.label,
        "value": _number(value.number) if value.number is not None else value.text,
        "unit": value.unit,
        "as_of": value.as_of,
        "source": _source_json(value.source),
        "text": value.text,
        "valid": value.valid,
        "note": value.note,
        "quote": value.quote,
    }


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _source_json(source: Source | None) -> Json | None:
    if source is None:
        return None
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "address": source.address,
    }


def search_json(hit: SearchHit, catalog: Catalog) -> Json:
    """Return a match as `search --json` prints it; matched is the name or fact that fitted."""
    lon, lat = to_lonlat(hit.point, catalog.map_epsg)
    return {
        "layer": hit.ref.layer,
        "id": hit.ref.id,
        "name": hit.name.as_json(),
        "score": hit.score,
        "lon": round(lon, 6),
        "lat": round(lat, 6),
        "how": hit.how.value,
        "matched": hit.matched.as_json(),
    }
