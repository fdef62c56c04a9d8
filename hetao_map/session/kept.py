"""What is kept between two starts: one line for each field of the state.

PERSON is the same for all maps; MAP belongs to one set of files. A value that makes no sense is
left out when it is read, and everything else is kept.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from hetao_map.geometry.projection import to_lonlat, to_map
from hetao_map.geometry.viewport import MAX_METRES_PER_PX, MIN_METRES_PER_PX, Viewport
from hetao_map.model.datum import DATUMS, can_be_shifted
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer_tree import with_new_layers
from hetao_map.model.places import MOST_PLACES, NAME_LENGTH, NOTE_LENGTH, Bookmark, Pin
from hetao_map.model.route import Trip
from hetao_map.model.state import COORDINATE_FORMS, TEXT_SIZES, MapState, Selection
from hetao_map.model.tiles import DARK_LOOKS
from hetao_map.session.actions import MOST_SEARCHES, home_view
from hetao_map.session.checked import flag, listed, lonlat, mapped, number, one_of, text
from hetao_map.session.files import MOST_RECENT, MOST_TOLD
from hetao_map.text.language import Language

log = logging.getLogger(__name__)

THEMES = ("light", "dark", "auto")
_MOST_LAYERS = 5000
_MOST_HITS = 50
_ID_LENGTH = 500
_PATH_LENGTH = 4096


@dataclass(frozen=True, slots=True)
class Kept:
    """A field of the state: its value as JSON, and the checked value of what was read."""

    field: str
    written: Callable[[MapState], object]
    read: Callable[[Any, MapState], object]


def written(kept: tuple[Kept, ...], state: MapState) -> dict[str, object]:
    """Return the fields of a state as JSON."""
    return {entry.field: entry.written(state) for entry in kept}


def restored(kept: tuple[Kept, ...], found: Mapping[str, Any], state: MapState) -> dict[str, Any]:
    """Return the fields that were read, as they suit the state's catalog; never raises."""
    changes: dict[str, Any] = {}
    for entry in kept:
        if found.get(entry.field) is not None:
            try:
                changes[entry.field] = entry.read(found[entry.field], state)
            except (ValueError, TypeError, OverflowError) as error:
                log.warning("%s is left out: %s", entry.field, error)
    return changes


def _place(state: MapState, point: tuple[float, float]) -> list[float]:
    return list(to_lonlat(point, state.catalog.map_epsg))


def _view(state: MapState) -> object:
    """Tell what is looked at; None for the first view, which is fitted to each window anew."""
    viewport = state.viewport
    if viewport == home_view(state.catalog, viewport):
        return None
    return {"center": _place(state, viewport.center), "metres_per_px": viewport.metres_per_px}


def _resolution(value: object) -> float:
    return number(value, MIN_METRES_PER_PX, MAX_METRES_PER_PX)


def _read_view(value: object, state: MapState) -> Viewport:
    found = mapped(value)
    center = to_map(lonlat(found.get("center")), state.catalog.map_epsg)
    bound = 1e9
    center = (number(center[0], -bound, bound), number(center[1], -bound, bound))
    resolution = _resolution(found.get("metres_per_px"))
    return replace(state.viewport, center=center, metres_per_px=resolution)


def _visible(state: MapState) -> object:
    """Tell of every layer whether it is on: one that is new in the file then keeps its default."""
    return {layer.id: layer.id in state.visible for layer in state.catalog.layers}


def _read_visible(value: object, state: MapState) -> frozenset[str]:
    found = mapped(value)
    default = {layer.id: layer.spec.visible for layer in state.catalog.layers}
    return frozenset(name for name, on in default.items() if flag(found.get(name, on)))


def _read_order(value: object, state: MapState) -> tuple[str, ...]:
    """Return the known layers in the order read, the new ones where the file has them."""
    known = tuple(layer.id for layer in state.catalog.layers)
    names = (text(name, _ID_LENGTH) for name in listed(value, _MOST_LAYERS))
    return with_new_layers(tuple(names), known)


def _read_opacity(value: object, state: MapState) -> Mapping[str, float]:
    known = {layer.id for layer in state.catalog.layers}
    found = {name: number(share, 0, 1) for name, share in mapped(value).items() if name in known}
    return MappingProxyType(found)


def _read_regrouped(value: object, state: MapState) -> Mapping[str, str]:
    known = {layer.id for layer in state.catalog.layers}
    groups = {layer.spec.group.id for layer in state.catalog.layers}
    found = {name: one_of(group, groups) for name, group in mapped(value).items() if name in known}
    return MappingProxyType(found)


def _read_dark_looks(value: object, state: MapState) -> Mapping[str, str]:
    known = {layer.id for layer in state.catalog.layers if layer.spec.is_raster}
    looks = {
        name: one_of(look, DARK_LOOKS) for name, look in mapped(value).items() if name in known
    }
    return MappingProxyType(looks)


def _read_datums(value: object, state: MapState) -> Mapping[str, str]:
    known = {layer.id for layer in state.catalog.layers if can_be_shifted(layer)}
    found = {name: datum for name, datum in mapped(value).items() if name in known}
    return MappingProxyType({name: one_of(datum, DATUMS) for name, datum in found.items()})


def _selection(state: MapState) -> object:
    hits = [str(ref) for ref in state.selection.hits[:_MOST_HITS]]
    return {"hits": hits, "index": min(state.selection.index, max(len(hits) - 1, 0))}


def _read_selection(value: object, state: MapState) -> Selection:
    found = mapped(value)
    names = [text(name, _ID_LENGTH) for name in listed(found.get("hits"), _MOST_HITS)]
    hits = tuple(ref for name in names if state.catalog.find(ref := FeatureRef.parse(name)))
    index = int(number(found.get("index", 0), 0, _MOST_HITS))
    return Selection(hits, index if index < len(hits) else 0)


def _bookmarks(state: MapState) -> object:
    return [
        {"name": one.name, "lonlat": list(one.lonlat), "metres_per_px": one.metres_per_px}
        for one in state.bookmarks
    ]


def _read_bookmarks(value: object, _state: MapState) -> tuple[Bookmark, ...]:
    marks: list[Bookmark] = []
    for entry in listed(value, MOST_PLACES):
        with suppress(ValueError, TypeError):
            one = mapped(entry)
            name = text(one.get("name"), NAME_LENGTH)
            place = lonlat(one.get("lonlat"))
            marks.append(Bookmark(name, place, _resolution(one.get("metres_per_px"))))
    return tuple(marks)


def _pins(state: MapState) -> object:
    return [{"id": pin.id, "lonlat": list(pin.lonlat), "text": pin.text} for pin in state.pins]


def _read_pins(value: object, _state: MapState) -> tuple[Pin, ...]:
    pins: dict[str, Pin] = {}
    for entry in listed(value, MOST_PLACES):
        with suppress(ValueError, TypeError):
            one = mapped(entry)
            pin = Pin(
                text(one.get("id"), NAME_LENGTH),
                lonlat(one.get("lonlat")),
                text(one.get("text"), NOTE_LENGTH),
            )
            pins[pin.id] = pin
    return tuple(pins.values())


def _read_recent(value: object, _state: MapState) -> tuple[str, ...]:
    return tuple(text(one, _PATH_LENGTH) for one in listed(value, MOST_RECENT))


def _read_told_crs(value: object, _state: MapState) -> Mapping[str, str]:
    found = list(mapped(value).items())[-MOST_TOLD:]
    return MappingProxyType({text(path, _PATH_LENGTH): _crs(crs) for path, crs in found})


def _crs(value: object) -> str:
    name = text(value, 20)
    if not re.fullmatch(r"EPSG:[0-9]{1,7}", name):
        raise ValueError("no reference system")
    return name


def _read_searches(value: object, _state: MapState) -> tuple[str, ...]:
    return tuple(text(one, NAME_LENGTH) for one in listed(value, MOST_SEARCHES))


def _trip(state: MapState) -> object:
    """Tell where from and to; the moment was that of the day before."""
    trip = state.trip
    return {"start": trip.start, "end": trip.end, "fewest_changes": trip.fewest_changes}


def _read_trip(value: object, _state: MapState) -> Trip:
    found = mapped(value)
    start, end = (text(found.get(name), _ID_LENGTH) for name in ("start", "end"))
    return Trip(start, end, fewest_changes=flag(found.get("fewest_changes", False)))


PERSON = (
    Kept("language", lambda s: s.language.value, lambda v, _: Language(v)),
    Kept("theme", lambda s: s.theme, lambda v, _: one_of(v, THEMES)),
    Kept("text_size", lambda s: s.text_size, lambda v, _: one_of(v, TEXT_SIZES)),
    Kept("coordinates", lambda s: s.coordinates, lambda v, _: one_of(v, COORDINATE_FORMS)),
    Kept("overview", lambda s: s.overview, lambda v, _: flag(v)),
    Kept("panels", lambda s: s.panels, lambda v, _: flag(v)),
    Kept("searches", lambda s: list(s.searches), _read_searches),
    Kept("recent", lambda s: list(s.recent), _read_recent),
    Kept("told_crs", lambda s: dict(s.told_crs), _read_told_crs),
    Kept(
        "second_language",
        lambda s: s.second_language and s.second_language.value,
        lambda v, _: Language(v),
    ),
    Kept("legend", lambda s: s.legend, lambda v, _: flag(v)),
    Kept("grid", lambda s: s.grid, lambda v, _: flag(v)),
    Kept("less_motion", lambda s: s.less_motion, lambda v, _: flag(v)),
    Kept("first_steps", lambda s: s.first_steps, lambda v, _: flag(v)),
)

MAP = (
    Kept("viewport", _view, _read_view),
    Kept("visible", _visible, _read_visible),
    Kept("order", lambda s: list(s.order), _read_order),
    Kept("opacity", lambda s: dict(s.opacity), _read_opacity),
    Kept("regrouped", lambda s: dict(s.regrouped), _read_regrouped),
    Kept("dark_looks", lambda s: dict(s.dark_looks), _read_dark_looks),
    Kept("datums", lambda s: dict(s.datums), _read_datums),
    Kept("selection", _selection, _read_selection),
    Kept("bookmarks", _bookmarks, _read_bookmarks),
    Kept("pins", _pins, _read_pins),
    Kept("trip", _trip, _read_trip),
)
