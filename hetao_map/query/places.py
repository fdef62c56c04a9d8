"""The places that a way can begin or end at, and finding one by what a person calls it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.knowledge import Alias
from hetao_map.model.layer import Layer
from hetao_map.model.route import Stop, written_place
from hetao_map.query.names import NameIndex, Scored, best_of, names_of, weight_of
from hetao_map.query.typed_place import typed_place
from hetao_map.text.coordinates import degrees
from hetao_map.text.folding import fold
from hetao_map.text.localized import LocalizedText, same
from hetao_map.text.plain import plain

LONGEST_QUERY = 200
_LIKELY = 75.0
_MOST_NEAR = 3
_MOST_ROWS = 20_000
_THEME = "theme"
# Where one crosses is for the network to say; a channel may be for goods alone.
_CHANNELS = "crossing_channels"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place as the names know it."""

    stop: Stop
    weight: float

    @property
    def ref(self) -> FeatureRef:
        """Return its address."""
        return FeatureRef.parse(self.stop.node)


class Places:
    """The places of a file: ends of its ways, and features of its themes. Any thread."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.stops = stops_of(dataset)
        entries = [_Entry(stop, _weight(dataset, stop.node)) for stop in self.stops.values()]
        entries += _beside_the_network(dataset, self.stops)
        self._by_node = {entry.stop.node: entry.stop for entry in entries}
        self._by_id = {_query(entry.ref.id): entry.stop for entry in reversed(entries)}
        aliases = dataset.knowledge.aliases
        self._names = NameIndex(
            name
            for entry in entries
            for name in names_of(entry, entry.stop.name, _aliases(entry, aliases.get(entry.ref)))
        )

    def find(self, text: str) -> Stop | None:
        """Return the place that a text names best, None when none has these words in its name.

        The text may be a node, an id, a name in any language or in pinyin, a part of one, or
        coordinates; of several places that fit as well, the most important one counts.
        """
        if text in self._by_node:
            return self._by_node[text]
        at = self._at(text)
        if at is not None:
            return at
        if _query(text) in self._by_id:
            return self._by_id[_query(text)]
        return next(iter(_ranked(self._direct(text))), None)

    def knows(self, node: str) -> bool:
        """Tell whether a node or feature is one of the places."""
        return node in self._by_node

    def complete(self, text: str, limit: int = 8) -> list[Stop]:
        """Return the places that a text may mean, the likeliest first."""
        at = self._at(text)
        if at is not None:
            return [at]
        named = self._direct(text)
        return (_ranked(named) or self._near(text))[:limit]

    def near_names(self, text: str) -> list[LocalizedText]:
        """Return the names of the places that a text may be a misspelling of, at most three."""
        return [stop.name for stop in self._near(text)[:_MOST_NEAR]]

    def _at(self, text: str) -> Stop | None:
        """Return the place of typed coordinates, None when the text is none or off the map."""
        point = typed_place(text, self._dataset.map_epsg)
        if isinstance(point, LocalizedText):
            return None
        lon, lat = to_lonlat(point, self._dataset.map_epsg)
        return Stop(written_place(lon, lat), same(degrees(lon, lat)), (lon, lat))

    def _direct(self, text: str) -> list[Scored[_Entry]]:
        query = _query(text)
        return self._names.direct(query) if query else []

    def _near(self, text: str) -> list[Stop]:
        query = _query(text)
        if not query:
            return []
        return _ranked([*self._names.alike(query), *self._names.misspelled(query, _LIKELY)])


@lru_cache(maxsize=2)
def places_of(dataset: Dataset) -> Places:
    """Return the places of a file, made once."""
    return Places(dataset)


def stops_of(dataset: Dataset) -> dict[str, Stop]:
    """Return the places of the file's network by node."""
    places = {place.node: place for place in dataset.knowledge.network.places}
    stops = {}
    for node in dataset.knowledge.network.nodes:
        if node in places:
            stops[node] = Stop(node, places[node].name, places[node].lonlat)
        else:
            feature = dataset.find(FeatureRef.parse(node))
            named = same(FeatureRef.parse(node).id)
            stops[node] = _stop(dataset, feature) if feature else Stop(node, named)
    return stops


def _stop(dataset: Dataset, feature: Feature) -> Stop:
    lonlat = to_lonlat(feature.point, dataset.map_epsg)
    return Stop(str(feature.ref), feature.name, lonlat, feature.accuracy_m or 0.0)


def _beside_the_network(dataset: Dataset, stops: dict[str, Stop]) -> Iterator[_Entry]:
    """Yield the named places and areas of the themes that no way of the file leads to."""
    nodes = {FeatureRef.parse(node).layer for node in stops}
    for layer in dataset.layers if stops else ():
        wanted = layer.spec.group.id == _THEME or layer.id in nodes
        if not wanted or layer.id == _CHANNELS or layer.rows > _MOST_ROWS:
            continue
        for row in layer.positions_of_row:
            feature = layer.find(layer.id_of(row))
            node = str(feature.ref) if feature else ""
            if feature and feature.name and node not in stops and _is_a_place(layer, row):
                yield _Entry(_stop(dataset, feature), _weight(dataset, node))


def _is_a_place(layer: Layer, row: int) -> bool:
    return all(column.kind is not Kind.LINE for column, _ in layer.pieces(row))


def _weight(dataset: Dataset, node: str) -> float:
    feature = dataset.find(FeatureRef.parse(node))
    return weight_of(feature.importance, feature.status) if feature else 0.0


def _aliases(entry: _Entry, known: tuple[Alias, ...] | None) -> Iterator[Alias]:
    """Yield the other names of a place; its id is one, as the command line has it."""
    yield from known or ()
    yield Alias(entry.ref.id)


def _ranked(scored: list[Scored[_Entry]]) -> list[Stop]:
    best = best_of(scored).values()
    ordered = sorted(best, key=lambda one: -(one[0] + one[1].weight))
    return [name.place.stop for _, name in ordered]


def _query(text: str) -> str:
    return fold(plain(text)) if len(text) <= LONGEST_QUERY else ""
