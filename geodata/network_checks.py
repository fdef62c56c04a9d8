"""What can be wrong in the tables of holidays and of the network, as one table looks at another."""

from collections.abc import Iterator

from geodata import rules
from geodata.entry_checks import find_repeated
from geodata.sources import Entry, Sources

PLACE = "place"


def check_network(sources: Sources, features: set[str]) -> Iterator[str]:
    """Yield a sentence for each way whose ends are not there or whose minutes contradict."""
    places = sources.tables["network_place"]
    edges = sources.tables["network_edge"]
    yield from find_repeated("network_place.csv", "id", (place.get("id") for place in places))
    yield from find_repeated("network_edge.csv", "id", (edge.get("id") for edge in edges))
    nodes = features | {f"{PLACE}/{place.get('id')}" for place in places}
    for number, edge in enumerate(edges, start=2):
        yield from _check_edge(f"network_edge.csv, row {number}", edge, nodes)


def _check_edge(place: str, edge: Entry, nodes: set[str]) -> Iterator[str]:
    for key in ("from_node", "to_node"):
        if edge.get(key) not in nodes:
            yield f"{place}: {key} '{edge.get(key)}' is no feature and no place of the network."
    if edge.get("from_node") == edge.get("to_node"):
        yield f"{place} leads from a place to itself."
    minutes = [edge[key] for key in rules.MINUTES if key in edge]
    if minutes != sorted(minutes) or not any(minutes):
        yield f"{place}: the minutes are not low, likely and high in this order."
    if ("fare" in edge) != ("currency" in edge):
        yield f"{place} has a fare without a currency, or a currency without a fare."
    yield from check_calendar(place, edge)


def check_calendar(place: str, entry: Entry) -> Iterator[str]:
    """Yield a sentence for hours that name holidays without saying whose."""
    if "PH" in str(entry.get("hours", "")) and "calendar" not in entry:
        yield f"{place}: the hours name holidays (PH); say in calendar whose."


def check_holidays(sources: Sources) -> Iterator[str]:
    """Yield a sentence for each holiday that is no whole day or stands there twice."""
    rows = sources.tables["holiday"]
    for number, row in enumerate(rows, start=2):
        if len(str(row.get("date", ""))) != len("YYYY-MM-DD"):
            yield f"holiday.csv, row {number}: date '{row.get('date')}' is not a day."
    yield from find_repeated("holiday.csv", "day", ((r.get("region"), r.get("date")) for r in rows))
