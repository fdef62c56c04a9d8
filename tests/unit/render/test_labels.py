import math
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from shapely import LineString, Point, box

from hetao_map.geometry.paper import PX_PER_MM
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.filters import Compare
from hetao_map.model.layer import Layer
from hetao_map.model.style import (
    LabelPart,
    LineSymbolizer,
    NumberLook,
    PointSymbolizer,
    Rule,
    Stroke,
    Style,
    TextSymbolizer,
)
from hetao_map.render.label_places import PlacedLabel
from hetao_map.render.label_text import Caption, TextShapes
from hetao_map.render.labels import place_labels, render_labels
from hetao_map.render.placed_marks import mark_boxes
from hetao_map.render.request import LabelRequest, Spot
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import make_layer, style_of

WIDE = Viewport(center=(200, 150), metres_per_px=1, size_px=(400, 300))
LABEL = TextSymbolizer((LabelPart("name_en", True),), displacement=(8, 0), anchor=(0, 0.5))
MARK = PointSymbolizer("circle", 12, (255, 0, 0, 255))
NUMBER = replace(LABEL, label=(LabelPart("n", is_column=True),))
SHAPES = TextShapes()


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def place(
    *layers: Layer, language: Language = Language.EN, taken: tuple[QRectF, ...] = ()
) -> tuple[list[PlacedLabel], int]:
    return place_labels(LabelRequest(WIDE, layers, LIGHT, language, taken), SHAPES)


def places(*names: str, style: Style | None = None, **columns: tuple[object, ...]) -> Layer:
    shapes = [Point(200, 150)] * len(names)
    return make_layer(shapes, style or style_of(MARK, LABEL), name_en=names, **columns)


names = st.sampled_from(["Futian Port", "福田口岸", "A", "Lok Ma Chau Spur Line Control Point"])
spots = st.tuples(st.integers(-20, 420), st.integers(-20, 320))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(spots, names), max_size=25))
def test_labels_overlap_neither_each_other_nor_marks(
    entries: list[tuple[tuple[int, int], str]],
) -> None:
    layer = make_layer(
        [Point(spot) for spot, _ in entries],
        style_of(MARK, LABEL),
        name_en=[name for _, name in entries],
    )
    river = make_layer(
        [LineString([(10, 40), (390, 60)])],
        style_of(replace(LABEL, follow_line=True)),
        name_en=("Shenzhen River",),
    )
    placed, hidden = place(layer, river)
    for one, other in combinations(placed, 2):
        assert not any(a.intersects(b) for a in one.boxes for b in other.boxes)
    marks = mark_boxes(layer, WIDE)
    view = QRectF(0, 0, 400, 300)
    for label in placed:
        assert all(view.contains(part) for part in label.boxes)
        assert not any(part.intersects(mark) for part in label.boxes for mark in marks)
    inside = [spot for spot, _ in entries if 0 <= spot[0] <= 400 and 0 <= spot[1] <= 300]
    assert len(inside) <= len(placed) + hidden <= len(entries) + 1


@pytest.mark.parametrize("size", [4, 8, 16, 40])
@pytest.mark.parametrize("displacement", [(0, 0), (5, -5), (0, 3), (-2, 0)])
@pytest.mark.parametrize("anchor", [(0, 0.5), (1, 0.5), (0.5, 0), (0.5, 0.5)])
def test_a_name_keeps_off_its_own_mark_whatever_the_style_says_of_their_distance(
    size: float, displacement: tuple[float, float], anchor: tuple[float, float]
) -> None:
    look = replace(LABEL, displacement=displacement, anchor=anchor)
    layer = places("A long name", style=style_of(replace(MARK, size=size), look))
    (label,), hidden = place(layer)
    assert hidden == 0
    (mark,) = mark_boxes(layer, WIDE)
    (name,) = label.boxes
    assert not name.intersects(mark)
    gap = max(mark.left() - name.right(), name.left() - mark.right(),
              mark.top() - name.bottom(), name.top() - mark.bottom())  # fmt: skip
    assert gap < 4


def test_qgis_labels_only_what_is_drawn() -> None:
    def labelled(*rules: Rule) -> list[str]:
        names = Rule(symbolizers=(LABEL,), part=-1)
        layer = make_layer([Point(100, 150), Point(300, 150)], Style((*rules, names)),
                           name_en=("Port", "Park"), kind=("port", "park"))  # fmt: skip
        return sorted(label.text for label in place(layer)[0])

    ports = Rule(filter=Compare("kind", "=", "port"), symbolizers=(MARK,))
    assert labelled(ports) == ["Port"]
    assert labelled(replace(ports, max_scale=10)) == []
    assert labelled() == ["Park", "Port"]


def test_a_number_lies_in_its_circle_and_a_long_word_beside_it() -> None:
    centred = replace(LABEL, displacement=(0, 0), anchor=(0.5, 0.5))
    circle = replace(MARK, size=30)
    (number,), _ = place(places("17", style=style_of(circle, centred)))
    assert number.spots == ((200, 150, 0),)
    (word,), _ = place(places("Seventeen", style=style_of(circle, centred)))
    assert not word.boxes[0].intersects(QRectF(185, 135, 30, 30))


def test_a_number_in_its_circle_still_gives_way_to_another_mark() -> None:
    centred = replace(LABEL, displacement=(0, 0), anchor=(0.5, 0.5))
    layer = places("17", style=style_of(replace(MARK, size=30), centred))
    other = make_layer([Point(203, 150)], style_of(replace(MARK, size=60)), layer_id="other")
    assert place(layer, other) == ([], 1)


def test_a_name_around_the_middle_of_an_area_is_on_it() -> None:
    around = replace(LABEL, displacement=(0, 0), anchor=(0, 0.5), max_displacement=1)
    area = make_layer([box(100, 50, 300, 250)], style_of(around), name_en=("An area",))
    (label,), _ = place(area)
    assert label.spots == ((200, 150, 0),)


def test_the_more_important_name_gets_the_room() -> None:
    style = style_of(replace(LABEL, priority_column="importance"))
    many = places(
        *[f"Place number {n}" for n in range(40)], style=style, importance=tuple(range(40))
    )
    placed, hidden = place(many)
    assert placed[0].text == "Place number 39"
    assert hidden == 40 - len(placed) > 0


def test_no_label_lies_where_the_furniture_is() -> None:
    taken = QRectF(0, 0, 400, 200)
    placed, hidden = place(places("Futian Port"), taken=(taken,))
    assert (placed, hidden) == ([], 1)
    placed, _ = place(places("Futian Port"))
    assert placed[0].boxes[0].intersects(taken)


def test_a_name_turns_with_the_language() -> None:
    layer = places("Port", name_zh_hans=("口岸",), name_zh_hant=(None,))
    texts = [place(layer, language=language)[0][0].text for language in Language]
    assert texts == ["口岸", "Port", "Port"]


def test_literals_and_columns_are_joined() -> None:
    parts = (LabelPart("Line "), LabelPart("number", True))
    layer = places("", style=style_of(replace(LABEL, label=parts)), number=(7,))
    assert place(layer)[0][0].text == "Line 7"


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.1, "0.1"), (2.5, "2.5"), (7, "7"), (1e9, "1000000000")]
)
def test_a_number_is_written_as_people_do(value: float, text: str) -> None:
    (label,), _ = place(make_layer([Point(200, 150)], style_of(MARK, NUMBER), n=(value,)))
    assert label.text == text


@pytest.mark.parametrize(
    ("value", "plus", "text"), [(1, False, "1.00"), (2.125, True, "+2.12"), (-3, True, "-3.00"),
                                (0, True, "0.00"), ("7", True, "7")],
)  # fmt: skip
def test_a_number_has_the_decimals_of_its_style(value: float | str, plus: bool, text: str) -> None:
    number = replace(NUMBER, numbers=NumberLook(2, plus=plus))
    (label,), _ = place(make_layer([Point(200, 150)], style_of(MARK, number), n=(value,)))
    assert label.text == text


def test_a_line_ends_where_the_style_breaks_it() -> None:
    layer = places("Sheung/Shui", style=style_of(MARK, replace(LABEL, breaks="/")))
    assert place(layer)[0][0].text == "Sheung\nShui"


def test_what_is_optional_may_be_missing() -> None:
    parts = (LabelPart("n", is_column=True, optional=True), LabelPart("name_en", is_column=True))
    layer = make_layer([Point(200, 150)], style_of(replace(LABEL, label=parts)),
                       n=(None,), name_en=("Port",))  # fmt: skip
    (label,), _ = place(layer)
    assert label.text == "Port"


def test_a_name_across_a_line_finds_a_place_beside_it() -> None:
    across = replace(LABEL, displacement=(0, 0), anchor=(0.5, 0.5))
    line = make_layer([LineString([(10, 150), (390, 150)])],
                      style_of(LineSymbolizer(Stroke((0, 0, 0, 255), 2)), across),
                      name_en=("A road",))  # fmt: skip
    (label,), hidden = place(line)
    assert hidden == 0
    assert not label.boxes[0].contains(200, 150)


@pytest.mark.parametrize("value", [None, "", "   "])
def test_a_feature_without_a_name_has_no_label(value: str | None) -> None:
    assert place(places(value)) == ([], 0)


def test_an_area_larger_than_the_view_keeps_its_name_in_view() -> None:
    layer = make_layer([box(-1000, 100, 250, 2000)], style_of(LABEL), name_en=("Park",))
    (label,) = place(layer)[0]
    assert QRectF(0, 0, 250, 200).intersects(label.boxes[0])


def test_a_name_along_a_line_follows_it() -> None:
    style = style_of(LineSymbolizer(Stroke((0, 0, 0, 255))), replace(LABEL, follow_line=True))
    layer = make_layer([LineString([(0, 300), (400, 0)])], style, name_en=("Shenzhen River",))
    (label,) = place(layer)[0]
    centres = [part.center() for part in label.boxes]
    assert len(centres) == len("Shenzhen River")
    assert all(abs(c.y() - c.x() * 0.75) < 20 for c in centres)


def test_labels_are_painted_with_their_halo() -> None:
    style = style_of(replace(LABEL, size=40, halo_color=(255, 255, 255, 255), halo_radius=2))
    request = LabelRequest(WIDE, (places("Futian", style=style),), LIGHT, Language.EN)
    result = render_labels(request, SHAPES)
    box_ = place(places("Futian", style=style))[0][0].boxes[0].toRect()
    inked = {
        result.image.pixelColor(x, y).getRgb()
        for x in range(box_.left(), box_.right())
        for y in range(box_.top(), box_.bottom())
    }
    assert LABEL.color in inked
    assert (255, 255, 255, 255) in inked
    assert (0, 0, 0, 0) in inked


def test_no_labels_give_no_picture_and_a_stale_job_stops() -> None:
    request = LabelRequest(WIDE, (), LIGHT, Language.EN)
    assert render_labels(request, SHAPES).image is None
    stopped = render_labels(replace(request, layers=(places("A"),)), SHAPES, lambda: True)
    assert (stopped.image, stopped.complete) == (None, False)


def test_many_texts_do_not_fill_the_memory() -> None:
    shapes = TextShapes()
    first = shapes.get(Caption("first", Language.EN), LABEL)
    assert shapes.get(Caption("first", Language.EN), LABEL) is first
    for number in range(4100):
        shapes.get(Caption(str(number), Language.EN), LABEL)
    assert shapes.get(Caption("first", Language.EN), LABEL) is not first


def test_long_names_are_broken_into_lines() -> None:
    long = SHAPES.get(
        Caption("河套深港科技创新合作区深圳园区皇岗口岸片区", Language.ZH_HANS), LABEL
    )
    short = SHAPES.get(Caption("河套", Language.ZH_HANS), LABEL)
    assert long.box.height() >= 2 * short.box.height()
    assert long.box.width() < 14 * LABEL.size


@pytest.mark.parametrize("dpi", [120, 150, 300])
@pytest.mark.parametrize("scale", [50_000, 25_000])
def test_names_stand_at_the_same_places_whatever_the_resolution(
    shipped: Catalog, scale: float, dpi: int
) -> None:
    def spots(ratio: float) -> dict[object, tuple[str, tuple[Spot, ...]]]:
        view = Viewport(to_map((114.0625, 22.5155), 2326), 1, (900, 600), ratio).at_scale(scale)
        layers = shipped.shown(frozenset(layer.id for layer in shipped.layers), scale)
        placed, _ = place_labels(LabelRequest(view, layers, LIGHT, Language.EN), TextShapes())
        return {label.key: (label.text, label.spots) for label in placed}

    coarse, fine = spots(1.0), spots(dpi / 96)
    assert coarse.keys() == fine.keys()
    for key, (text, places) in coarse.items():
        assert fine[key][0] == text
        for here, there in zip(places, fine[key][1], strict=True):
            assert math.dist(here[:2], there[:2]) / PX_PER_MM < 0.3


def second_lines(layer: Layer, language: Language, second: Language) -> list[list[str]]:
    request = LabelRequest(WIDE, (layer,), LIGHT, language, second_language=second)
    return [[run.text for run in label.runs] for label in place_labels(request, SHAPES)[0]]


def test_a_second_language_stands_below_in_smaller_letters() -> None:
    layer = places("Futian Port", name_zh_hant=("福田口岸",))
    request = LabelRequest(WIDE, (layer,), LIGHT, Language.ZH_HANT, second_language=Language.EN)
    (label,), _ = place_labels(request, SHAPES)
    first, second = label.runs
    assert (first.text, second.text) == ("福田口岸", "Futian Port")
    assert first.font.pixelSize() > second.font.pixelSize() >= 9
    assert first.at.y() < second.at.y()


@pytest.mark.parametrize("other", [None, "", "Futian Port"])
def test_where_the_second_language_says_nothing_new_there_is_one_line(other: str | None) -> None:
    layer = places("Futian Port", name_zh_hant=(other,))
    assert second_lines(layer, Language.EN, Language.ZH_HANT) == [["Futian Port"]]


def test_one_line_is_better_than_none() -> None:
    layer = places("Futian Port", name_zh_hant=("福田口岸",))
    tight = (QRectF(0, 0, 400, 139), QRectF(0, 161, 400, 139))
    request = LabelRequest(WIDE, (layer,), LIGHT, Language.EN, tight, Language.ZH_HANT)
    placed, hidden = place_labels(request, SHAPES)
    assert ([label.text for label in placed], hidden) == (["Futian Port"], 0)
    assert len(placed[0].runs) == 1


def test_along_a_line_the_languages_follow_each_other() -> None:
    style = style_of(LineSymbolizer(Stroke((0, 0, 0, 255))), replace(LABEL, follow_line=True))
    layer = make_layer([LineString([(0, 150), (400, 150)])], style, name_en=("River",),
                       name_zh_hant=("河",))  # fmt: skip
    (runs,) = second_lines(layer, Language.ZH_HANT, Language.EN)
    assert "".join(runs) == "河  River"


def test_the_name_of_a_covered_mark_is_not_written_elsewhere() -> None:
    layer = make_layer([Point(200, 150)], style_of(LABEL), name_en=("Futian",))
    over_the_mark, beside = QRectF(196, 146, 8, 8), QRectF(180, 146, 8, 8)
    assert place(layer, taken=(over_the_mark,)) == ([], 1)
    placed, hidden = place(layer, taken=(beside,))
    assert (len(placed), hidden) == (1, 0)


def test_a_hidden_label_counts_once() -> None:
    twice = Style((style_of(LABEL).rules[0], style_of(LABEL).rules[0]))
    layer = make_layer([Point(200, 150)], twice, name_en=("Futian",))
    full = (QRectF(0, 0, 400, 300),)
    assert place(layer, taken=full) == ([], 1)
    left = (QRectF(0, 0, 400, 140), QRectF(0, 160, 400, 140), QRectF(0, 0, 195, 300))
    placed, hidden = place(layer, taken=left)
    assert (len(placed), hidden) == (1, 0)
