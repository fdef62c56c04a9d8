"""Labels stay where they are while the map is moved."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from shapely import LineString, Point

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.style import LabelPart, LineSymbolizer, Stroke, TextSymbolizer
from hetao_map.query.surround import surround_of
from hetao_map.render.furniture import furniture_of
from hetao_map.render.label_places import PlacedLabel
from hetao_map.render.label_room import Room
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import place_labels, standing
from hetao_map.render.request import LabelRequest, Standing
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import make_layer, style_of

STEP_PX = 30
WAYS = [(1, 0)] * 12 + [(0, 1)] * 8 + [(-1, 0)] * 12 + [(0, -1)] * 8 + [(1, 1)] * 5
SHAPES = TextShapes()
NAME = TextSymbolizer((LabelPart("name_en", True),), displacement=(8, 0), anchor=(0, 0.5))


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def request_for(
    catalog: Catalog, viewport: Viewport, language: Language, before: Standing
) -> LabelRequest:
    """Return what the window asks for: its furniture covers a part of the view."""
    visible = frozenset(layer.id for layer in catalog.layers if layer.spec.visible)
    surround = surround_of(catalog, visible, viewport, language)
    taken = furniture_of(viewport, language, surround).boxes
    layers = catalog.shown(visible, viewport.scale_denominator)
    return LabelRequest(viewport, layers, LIGHT, language, taken, before=before)


Walk = Iterator[tuple[LabelRequest, list[PlacedLabel], LabelRequest, list[PlacedLabel]]]


def walk(catalog: Catalog, language: Language, scale: float) -> Walk:
    """Yield the requests and labels of each two views that follow one another."""
    viewport = Viewport(size_px=(1200, 800)).at_scale(scale)
    request = request_for(
        catalog, viewport.centered(to_map((114.068, 22.516), 2326)), language, Standing()
    )
    placed, _ = place_labels(request, SHAPES)
    for right, down in WAYS:
        there = standing(request.viewport, placed)
        moved = request.viewport.panned(-right * STEP_PX, -down * STEP_PX)
        following = request_for(catalog, moved, language, there)
        labels, _ = place_labels(following, SHAPES)
        yield request, placed, following, labels
        request, placed = following, labels


def shifted(boxes: tuple[QRectF, ...], old: Viewport, new: Viewport) -> list[QRectF]:
    """Return the boxes of one view where they lie in another."""
    by = QPointF(*new.to_px(old.to_map((0, 0))))
    return [box.translated(by) for box in boxes]


def seen_in(request: LabelRequest, boxes: list[QRectF]) -> bool:
    width, height = request.viewport.size_px
    view = QRectF(2, 2, width - 4, height - 4)
    inside = all(view.contains(box) for box in boxes)
    return inside and not any(box.intersects(other) for box in boxes for other in request.taken)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [50_000, 25_000])
def test_nearly_all_labels_keep_their_places(
    shipped: Catalog, language: Language, scale: float
) -> None:
    kept = seen = 0
    for old, before, new, after in walk(shipped, language, scale):
        now = {label.key: label for label in after}
        for label in before:
            expected = shifted(label.boxes, old.viewport, new.viewport)
            if not seen_in(new, expected):
                continue
            seen += 1
            found = now.get(label.key)
            if found is not None and len(found.boxes) == len(expected):
                kept += all(
                    math.hypot(*(a.center() - b.center()).toTuple()) < 0.5
                    for a, b in zip(found.boxes, expected, strict=True)
                )
    assert seen > 400
    assert kept / seen >= 0.95


def test_no_label_goes_that_would_fit(shipped: Catalog) -> None:
    for old, before, new, after in walk(shipped, Language.EN, 50_000):
        now = {label.key for label in after}
        wide = QRectF(2, 2, 1196, 796)
        room = Room(wide, [box for label in after for box in label.covered])
        for label in before:
            boxes = shifted(label.covered, old.viewport, new.viewport)
            if label.key not in now and seen_in(new, boxes):
                assert not room.still_free(*boxes), label.text


def test_a_name_stays_though_its_side_would_not_be_chosen_again() -> None:
    layer = make_layer([Point(200, 150)], style_of(NAME), name_en=("Port",))
    view = Viewport(center=(200, 150), metres_per_px=1, size_px=(400, 300))
    blocked = LabelRequest(view, (layer,), LIGHT, Language.EN, (QRectF(201, 100, 100, 100),))
    (aside,), _ = place_labels(blocked, SHAPES)
    assert aside.boxes[0].center().x() < 200
    there = standing(view, [aside])
    free = LabelRequest(view.panned(-7, 3), (layer,), LIGHT, Language.EN, before=there)
    (label,), _ = place_labels(free, SHAPES)
    assert label.boxes[0].center().x() == pytest.approx(aside.boxes[0].center().x() - 7)
    other_scale = LabelRequest(view.zoomed(2, (200, 150)), (layer,), LIGHT, Language.EN,
                               before=there)  # fmt: skip
    (anew,), _ = place_labels(other_scale, SHAPES)
    assert anew.boxes[0].center().x() > 200


def test_what_stood_never_keeps_the_room_from_the_more_important() -> None:
    style = style_of(replace(NAME, priority_column="rank"))
    small = make_layer([Point(200, 150)], style, name_en=("Small",), rank=(1,))
    view = Viewport(center=(200, 150), metres_per_px=1, size_px=(120, 28))
    left = (QRectF(0, 0, 56, 28),)
    request = LabelRequest(view, (small,), LIGHT, Language.EN, left)
    (label,), _ = place_labels(request, SHAPES)
    great = make_layer([Point(200, 150)], style, layer_id="great", name_en=("Great",), rank=(9,))
    there = standing(view, [label])
    crowded = LabelRequest(view, (small, great), LIGHT, Language.EN, left, before=there)
    placed, hidden = place_labels(crowded, SHAPES)
    assert [one.text for one in placed] == ["Great"]
    assert hidden == 1


def test_a_name_along_a_line_stays_on_its_part_of_the_line() -> None:
    symbols = (LineSymbolizer(Stroke((0, 0, 0, 255))),
               TextSymbolizer((LabelPart("name_en", True),), follow_line=True))  # fmt: skip
    layer = make_layer([LineString([(-900, 150), (1200, 150)])], style_of(*symbols),
                       name_en=("River",))  # fmt: skip
    view = Viewport(center=(200, 150), metres_per_px=1, size_px=(400, 300))
    (label,), _ = place_labels(LabelRequest(view, (layer,), LIGHT, Language.EN), SHAPES)
    moved = view.panned(-60, 0)
    there = standing(view, [label])
    after = LabelRequest(moved, (layer,), LIGHT, Language.EN, before=there)
    (again,), _ = place_labels(after, SHAPES)
    (fresh,), _ = place_labels(LabelRequest(moved, (layer,), LIGHT, Language.EN), SHAPES)
    assert again.spots[0][0] == pytest.approx(label.spots[0][0] - 60)
    assert fresh.spots[0][0] != pytest.approx(label.spots[0][0] - 60)
