"""Names for marks that crowd: placed together, so that no name shuts in another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF

from hetao_map.geometry.columns import FloatArray, Kind
from hetao_map.model.layer import Stale
from hetao_map.render.label_places import AIR, PlacedLabel, Placing, may_stand_off
from hetao_map.render.label_spots import label_centers
from hetao_map.render.label_wishes import Wish
from hetao_map.render.leader_search import choose
from hetao_map.render.leaders import Options, options, outward
from hetao_map.render.request import LabelKey, never_stale


def place_crowd(
    placing: Placing, placed: list[PlacedLabel], wanted: list[Wish], stale: Stale = never_stale
) -> tuple[list[PlacedLabel], list[Wish]]:
    """Return the labels with those added that stand off their marks, and the wishes left.

    placed and wanted are what found a place by its mark and what did not. Only where a style
    allows it a label stands off, with a line between. Neighbours that may do so too make room.
    """
    crowd = [wish for wish in wanted if may_stand_off(wish)]
    if not crowd:
        return placed, wanted
    movable = [one for one in placed if may_stand_off(one.wish) and not one.stayed]
    for label in movable:
        placing.room.give_back(*label.covered)
    crowd += [label.wish for label in movable]
    found: dict[LabelKey, PlacedLabel] = {}
    # Where there is no room for two languages, one is tried.
    for caption in (0, -1):
        rest = [w for w in crowd if w.key not in found and (not caption or len(w.captions) > 1)]
        for label in _chosen(placing, rest, caption, stale):
            found[label.key] = label
            placing.room.take(*label.covered)
    kept = [label for label in placed if label not in movable]
    left = [wish for wish in crowd if wish.key not in found]
    labels, lost = _push_aside(placing, [*kept, *found.values()], left, stale)
    others = [wish for wish in wanted if not may_stand_off(wish)]
    return labels, [*others, *lost]


def _push_aside(
    placing: Placing, placed: list[PlacedLabel], left: list[Wish], stale: Stale
) -> tuple[list[PlacedLabel], list[Wish]]:
    """Return the labels with those of a crowd that less important ones kept from their places.

    What was pushed aside looks for another place; also returns the wishes without any.
    """
    lost = []
    for wish in left:
        weak = [one for one in placed if not one.stayed and _gives_way(one.wish, wish)]
        for label in weak:
            placing.room.give_back(*label.covered)
        beside = [one.wish for one in placed if may_stand_off(one.wish)]
        found = _chosen(placing, [wish], -1, stale, beside)
        placed = [one for one in placed if one not in weak]
        lost += [] if found else [wish]
        for label in found:
            placed.append(label)
            placing.room.take(*label.covered)
        for one in weak:
            again = placing.near(one.wish)
            if again is None:
                lost.append(one.wish)
                continue
            placed.append(again)
            placing.room.take(*again.covered)
    return placed, lost


def _gives_way(one: Wish, other: Wish) -> bool:
    """Tell whether a name by a mark is less important than one that found no place."""
    by_a_mark = one.column.kind is Kind.POINT and not may_stand_off(one)
    return by_a_mark and one.priority < other.priority


def _chosen(
    placing: Placing,
    wanted: list[Wish],
    caption: int,
    stale: Stale,
    beside: Sequence[Wish] = (),
) -> list[PlacedLabel]:
    """Return the labels of a crowd, each with the caption of that number.

    beside are neighbours that have their places.
    """
    if not wanted:
        return []
    marks = np.array([placing.mark_of(wish) for wish in (*wanted, *beside)])
    pushed = outward(marks)
    places = [
        _options(placing, wish, caption, pushed[number], np.delete(marks, number, axis=0))
        for number, wish in enumerate(wanted)
    ]
    taken = choose(places, [wish.priority for wish in wanted], stale)
    return [
        _label(placing, wish, caption, place.centers[which])
        for wish, place, which in zip(wanted, places, taken, strict=True)
        if which is not None
    ]


def _options(
    placing: Placing, wish: Wish, caption: int, push: FloatArray, others: FloatArray
) -> Options:
    """Return the free places of a name, those by its mark first."""
    shape = placing.shapes.get(wish.captions[caption], wish.symbolizer)
    mark = placing.mark_of(wish)
    near = label_centers(wish.symbolizer, Kind.POINT, [mark], shape.box)
    centers = np.array([(center.x(), center.y()) for center in near])
    box = shape.box.adjusted(-AIR, -AIR, AIR, AIR)
    return options(wish.symbolizer, mark, box, centers, push, others, placing.room)


def _label(placing: Placing, wish: Wish, caption: int, center: np.ndarray) -> PlacedLabel:
    said = wish.captions[caption]
    shape = placing.shapes.get(said, wish.symbolizer)
    return placing.straight_label(wish, said, shape, QPointF(*center.tolist()))
