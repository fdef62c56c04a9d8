"""Turns the text sources into the rows of the GeoPackage's tables."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from shapely import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geodata import contract
from geodata.contract import Column, Layer
from geodata.gpkg import Row, Value
from geodata.sources import Entry, GeometryEntry, LayerSource, Sources


def feature_rows(layer: Layer, source: LayerSource) -> list[tuple[BaseGeometry, Row]]:
    """Return shape and values of each feature, in the order of the geometry file."""
    features = {feature["id"]: feature for feature in source.features}
    templates = {template["kind"]: template for template in source.templates}
    columns = contract.feature_columns(layer.name)
    numbers: Counter[str] = Counter()
    rows: list[tuple[BaseGeometry, Row]] = []
    for geometry in source.geometries:
        if geometry.id is not None:
            entry = features[geometry.id]
        else:
            entry = _from_template(templates[str(geometry.kind)], numbers)
        rows.append((_as_type(geometry, layer.geometry_type), _values(entry, columns)))
    return rows


def attribute_rows(table: str, sources: Sources) -> list[Row]:
    """Return the rows of an attribute table, in the order of the text sources."""
    columns = next(t.columns for t in contract.ATTRIBUTE_TABLES if t.name == table)
    entries = _ENTRIES[table](sources) if table in _ENTRIES else sources.tables[table]
    return [_values(entry, columns) for entry in entries]


def facts_of_layer(layer: str, sources: Sources) -> Iterator[Entry]:
    """Yield the facts of each feature, its own before those it shares with others."""
    shared = [fact for source in sources.layers.values() for fact in source.shared_facts]
    for feature in sources.layers[layer].features:
        path = f"{layer}/{feature['id']}"
        own = feature.get("fact", [])
        common = [fact for fact in shared if path in fact["features"]]
        for position, fact in enumerate([*own, *common], start=1):
            place = {"layer": layer, "feature_id": feature["id"], "position": position}
            yield {"precision": "exact"} | fact | place


def _facts(sources: Sources) -> Iterator[Entry]:
    for layer in sources.layers:
        yield from facts_of_layer(layer, sources)


def _aliases(sources: Sources) -> Iterator[Entry]:
    for layer, source in sources.layers.items():
        for feature in source.features:
            for alias in feature.get("alias", []):
                yield alias | {"layer": layer, "feature_id": feature["id"]}


def _opening_hours(sources: Sources) -> Iterator[Entry]:
    for feature in sources.layers["ports"].features:
        for hours in feature.get("hours", []):
            yield hours | {"feature_id": feature["id"]}


def _events(sources: Sources) -> Iterator[Entry]:
    """Yield the events by date; a year alone comes before its months."""
    yield from sorted(sources.events, key=lambda event: (event["date"], event["id"]))


def _event_features(sources: Sources) -> Iterator[Entry]:
    for event in _events(sources):
        for path in event["features"]:
            layer, _, feature_id = path.partition("/")
            yield {"event_id": event["id"], "layer": layer, "feature_id": feature_id}


def _stories(sources: Sources) -> Iterator[Entry]:
    yield from sources.stories


def _story_steps(sources: Sources) -> Iterator[Entry]:
    for story in sources.stories:
        for position, step in enumerate(story["step"], start=1):
            yield step | {"story_id": story["id"], "position": position}


_ENTRIES: dict[str, Callable[[Sources], Iterator[Entry]]] = {
    "fact": _facts,
    "alias": _aliases,
    "opening_hours": _opening_hours,
    "event": _events,
    "event_feature": _event_features,
    "story": _stories,
    "story_step": _story_steps,
}


def _from_template(template: Entry, numbers: Counter[str]) -> Entry:
    """Return template with the next free id: pond_001, pond_002 ..."""
    prefix = template["prefix"]
    numbers[prefix] += 1
    return template | {"id": f"{prefix}_{numbers[prefix]:03}"}


def _as_type(geometry: GeometryEntry, geometry_type: str) -> BaseGeometry:
    shape = geometry.shape
    if geometry_type == "MULTIPOLYGON" and shape.geom_type == "Polygon":
        return MultiPolygon([shape])
    if geometry_type == "MULTILINESTRING" and shape.geom_type == "LineString":
        return MultiLineString([shape])
    return shape


def _values(entry: Entry, columns: Sequence[Column]) -> list[Value]:
    return [_value(entry.get(column.name), column.sql_type) for column in columns]


def _value(value: Value, sql_type: str) -> Value:
    """Return value as its column's type wants it; what is not given is NULL."""
    if value is None or value == "":
        return None
    if sql_type == "REAL":
        return float(value)
    if sql_type == "INTEGER":
        return int(value)
    return value.strip() if isinstance(value, str) else value
