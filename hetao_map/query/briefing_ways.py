"""How one comes to an area: the nearest ports and stations, and how long ways usually take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import shapely

from hetao_map.geometry.projection import ground_metres
from hetao_map.model.briefing import Cited, Part, Row, Subject, Table
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.network import NetworkEdge
from hetao_map.model.route import Stop
from hetao_map.query.area import shape_of, shapes_of
from hetao_map.query.around import way_in_words
from hetao_map.query.briefing_notes import Notes, as_of_words, cited
from hetao_map.query.crossings import PORTS
from hetao_map.query.hours_words import hours_in_words
from hetao_map.query.places import stops_of
from hetao_map.query.route_line import RAIL_LINES
from hetao_map.query.wording import source_of, word_of
from hetao_map.text import briefings, numbers, times, words
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

STATIONS = "stations"
# How many of each are told, and how far away at most.
_MOST = {PORTS: 3, STATIONS: 5}
_FARTHEST_M = 20_000.0
# A way between two stations says nothing of an area that holds many of them.
_FEW_STATIONS = 2


def nearest_part(catalog: Catalog, subject: Subject, language: Language) -> Part:
    """Return the ports and stations nearest to a subject, with distance and true direction."""
    place = _place(catalog, subject)
    rows: list[Row] = []
    for layer_id in _MOST:
        found = sorted(_distances(catalog, layer_id, place, subject), key=lambda pair: pair[0])
        for metres, feature, where in found[: _MOST[layer_id]]:
            kind = word_of(words.KIND, feature.kind, language)
            name = plain(feature.name.in_(language))
            said = _where(metres, where, catalog, language)
            rows.append(((Cited(name),), (Cited(kind),), (Cited(said),)))
    heads = (briefings.NAME, briefings.KIND, briefings.DISTANCE)
    title = briefings.NEAREST.in_(language)
    shown = tuple(head.in_(language) for head in heads)
    return Part(title, table=Table.NEAREST, heads=shown, rows=tuple(rows))


def _place(catalog: Catalog, subject: Subject) -> Any:
    if subject.rings:
        return shape_of(subject.rings)
    return shapely.union_all([s for ref in subject.named for s in shapes_of(catalog, ref)])


def _distances(
    catalog: Catalog, layer_id: str, place: Any, subject: Subject
) -> Iterator[tuple[float, Feature, Any]]:
    """Yield (metres, feature, shortest line from the place to it) of named features of a layer."""
    layer = catalog.layer(layer_id)
    if layer is None or place.is_empty:
        return
    ground = ground_metres(place.centroid.coords[0], catalog.map_epsg)
    for row in layer.positions_of_row:
        feature = layer.feature(row)
        if not feature.name or feature.ref in subject.named:
            continue
        line = shapely.shortest_line(place, shapely.union_all(shapes_of(catalog, feature.ref)))
        metres = line.length * ground
        if metres <= _FARTHEST_M:
            yield metres, feature, line


def _where(metres: float, line: Any, catalog: Catalog, language: Language) -> str:
    if metres < 1:
        return briefings.IN_THE_AREA.in_(language)
    start, end = ((float(x), float(y)) for x, y in line.coords)
    return way_in_words(start, end, metres, catalog.map_epsg, language)


def ways_part(dataset: Dataset, subject: Subject, notes: Notes, language: Language) -> Part:
    """Return the ways of a file that begin or end at features of the subject.

    A remark that several ways share stands above them, once.
    """
    edges, stops = _edges(dataset, subject), stops_of(dataset)
    shared = [note for note, n in Counter(e.note for e in edges).items() if note and n > 1]
    heads = (briefings.FROM_TO, briefings.BY, briefings.MINUTES, briefings.SOURCE)
    remarks = [times.ESTIMATES, *shared] if edges else []
    return Part(
        briefings.USUAL_TIMES.in_(language),
        paragraphs=tuple(Cited(plain(text.in_(language)), soft=True) for text in remarks),
        table=Table.WAYS,
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_way_row(dataset, e, stops, shared, notes, language) for e in edges),
    )


def _way_row(
    dataset: Dataset,
    edge: NetworkEdge,
    stops: Mapping[str, Stop],
    shared: Collection[LocalizedText],
    notes: Notes,
    language: Language,
) -> Row:
    arrow = " ↔ " if edge.both_ways else " → "
    ends = arrow.join(plain(stops[n].name.in_(language)) for n in (edge.start, edge.end))
    remark = plain(edge.note.in_(language)) if edge.note not in shared else ""
    return (
        (Cited(ends), *((Cited(remark, soft=True),) if remark else ())),
        (Cited(_means(dataset, edge, language)),),
        tuple(Cited(text, soft=n > 0) for n, text in enumerate(_minutes(edge, language))),
        _who(dataset, edge, notes, language),
    )


def _edges(dataset: Dataset, subject: Subject) -> list[NetworkEdge]:
    nodes = {str(ref) for ref in subject.refs if ref.layer != STATIONS}
    stations = {str(ref) for ref in subject.refs if ref.layer == STATIONS}
    if len(stations) <= _FEW_STATIONS:
        nodes |= stations
    return [e for e in dataset.knowledge.network.edges if {e.start, e.end} & nodes]


def _means(dataset: Dataset, edge: NetworkEdge, language: Language) -> str:
    line = edge.line_name
    if not line and edge.line:
        feature = dataset.find(FeatureRef(RAIL_LINES, edge.line))
        line = feature.name if feature else LocalizedText()
    return plain(line.in_(language)) or word_of(times.MODE, edge.mode, language)


def _minutes(edge: NetworkEdge, language: Language) -> Iterator[str]:
    """Yield how long a way takes and on what basis, then waiting, hours and fare."""
    low, likely, high = (round(minutes) for minutes in edge.minutes)
    minutes = times.MINUTES if low < high else times.MINUTES_EXACT
    said = minutes.in_(language).format(low=low, likely=likely, high=high)
    basis = times.PUBLISHED_TIME if edge.published else times.ESTIMATE
    yield said
    yield basis.in_(language)
    if round(edge.wait_minutes):
        yield briefings.WAIT.in_(language).format(minutes=round(edge.wait_minutes))
    if edge.hours:
        yield briefings.RUNS.in_(language).format(hours=hours_in_words(edge.hours, language))
    if edge.fare is not None:
        amount = numbers.number(edge.fare, language)
        yield times.FARE.in_(language).format(amount=amount, currency=edge.currency)


def _who(
    dataset: Dataset, edge: NetworkEdge, notes: Notes, language: Language
) -> tuple[Cited, ...]:
    source = source_of(dataset.knowledge, edge.source_id)
    if source is None:
        return ()
    return (cited(as_of_words(edge.as_of, source, language), source, notes),)
