"""The network of ways from door to door: places, and how one gets from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.text.localized import LocalizedText

PLACE = "place"
BORDER_CONTROL = "border_control"


@dataclass(frozen=True, slots=True)
class NetworkPlace:
    """A place that is no feature of the map; lonlat in WGS84 degrees, None where not placed."""

    id: str
    name: LocalizedText
    lonlat: tuple[float, float] | None = None
    source_id: str = ""

    @property
    def node(self) -> str:
        """Return what edges call the place."""
        return f"{PLACE}/{self.id}"


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """A way from node to node: layer/id of a feature, or place/id.

    minutes are (low, likely, high); wait_minutes is what one likely waits to board. hours is
    when one can set out, in OpenStreetMap's notation, empty for any time; a border control has
    the opening hours of the ports at its ends instead. published says that the minutes are not
    an estimate of those who made the file.
    """

    id: str
    start: str
    end: str
    mode: str
    minutes: tuple[float, float, float]
    both_ways: bool = True
    line: str = ""
    line_name: LocalizedText = LocalizedText()  # noqa: RUF009
    wait_minutes: float = 0.0
    published: bool = False
    hours: str = ""
    calendar: str = ""
    fare: float | None = None
    currency: str = ""
    note: LocalizedText = LocalizedText()  # noqa: RUF009
    as_of: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """All ways of a file; empty for a file without them."""

    places: tuple[NetworkPlace, ...] = ()
    edges: tuple[NetworkEdge, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edges)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Return the ends of all ways, each once."""
        ends = (end for edge in self.edges for end in (edge.start, edge.end))
        return tuple(dict.fromkeys(ends))
