"""Features as GeoJSON after RFC 7946: WGS84, outer rings against the clock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.polygon import orient

from hetao_map.data.feature_export.records import Batch, Records
from hetao_map.text.language import Language


def write_geojson(records: Records, path: Path, language: Language) -> None:
    """Write a FeatureCollection, a feature a line; the source of each is among its properties.

    Where the layer was shifted, the member coordinates_note says so.
    """
    note = records.note(language)
    said = f'"coordinates_note":{_json(note)},' if note else ""
    name = _json(records.layer.id)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"type":"FeatureCollection","name":{name},{said}"features":[')
        before = "\n"
        for batch in records.batches():
            for line in _features(records, batch):
                file.write(before + line)
                before = ",\n"
        file.write("\n]}\n")


def _features(records: Records, batch: Batch) -> Iterator[str]:
    for values, shape in zip(batch.values(), batch.shapes, strict=True):
        source = records.source_values(values.get("source_id"))
        properties = values | dict(zip(records.source_names, source, strict=True))
        geometry = "null" if shape is None else shapely.to_geojson(_oriented(shape))
        yield f'{{"type":"Feature","properties":{_json(properties)},"geometry":{geometry}}}'


def _oriented(shape: Any) -> Any:
    if shape.geom_type == "Polygon":
        return orient(shape)
    if shape.geom_type in ("MultiPolygon", "GeometryCollection"):
        return type(shape)([_oriented(part) for part in shape.geoms])
    return shape


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
