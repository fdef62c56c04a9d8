"""What differs between two states of a file: each change is found, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from hetao_map.data.open import open_files
from hetao_map.geometry.digest import digests
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.datum import in_datums
from hetao_map.model.difference import ADDED, CHANGED, REMOVED, Difference, FeatureChange
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Fact, Knowledge, Source
from hetao_map.model.layer import Layer
from hetao_map.model.news import News
from hetao_map.model.style import LineSymbolizer, Stroke
from hetao_map.query.difference import MOST_LISTED, difference, with_former_layers
from hetao_map.query.news_text import news_lines, summary
from hetao_map.text.language import Language
from hetao_map.text.localized import same
from tests.layers import columns_of, make_layer, style_of
from tests.tiles import around, picture, write_mbtiles

PATH = Path("things.gpkg")


def dataset(*layers: Layer, knowledge: Knowledge | None = None) -> Dataset:
    return Dataset(PATH, same(PATH.name), layers, 2326, knowledge or Knowledge())


def things(count: int = 4, start: int = 1, **values: list[object]) -> Layer:
    """Points in a row whose fids begin with start, with names."""
    numbers = range(start, start + count)
    layer = make_layer(
        [Point(10 * n, 5) for n in numbers], **(values or {"name": [f"thing {n}" for n in numbers]})
    )
    return replace(layer, attributes={**layer.attributes, "fid": tuple(numbers)})


def changes(found: Difference) -> list[tuple[str, str, tuple[str, ...], bool]]:
    features = [f for layer in found.layers for f in layer.features]
    return [(f.kind, f.ref.id, f.fields, f.moved) for f in features]


def compared(before: Layer, after: Layer) -> Difference:
    return difference(dataset(before), dataset(after))


def test_nothing_has_changed() -> None:
    found = compared(things(), things())
    assert not found
    assert found == Difference()


def test_a_value_has_changed() -> None:
    found = compared(things(), things(name=["thing 1", "other", "thing 3", None]))
    assert changes(found) == [(CHANGED, "2", ("name",), False), (CHANGED, "4", ("name",), False)]
    assert found.count(CHANGED) == 2


def test_a_geometry_has_moved_and_its_new_place_is_told() -> None:
    after = replace(things(), geometries=columns_of(Point(10, 5), Point(99, 5), *points(3, 4)))
    found = compared(things(), after)
    assert changes(found) == [(CHANGED, "2", (), True)]
    (feature,) = found.layers[0].features
    assert feature.extent is not None
    assert feature.extent.center == (99, 5)


def test_a_geometry_that_is_gone_is_a_move() -> None:
    after = replace(things(), geometries=columns_of(Point(10, 5), None, *points(3, 4)))
    (feature,) = compared(things(), after).layers[0].features
    assert (feature.moved, feature.extent) == (True, None)


def points(*numbers: int) -> list[Point]:
    return [Point(10 * n, 5) for n in numbers]


def test_features_come_and_go() -> None:
    found = compared(things(4), things(4, start=3))
    assert changes(found) == [
        (ADDED, "5", (), False),
        (ADDED, "6", (), False),
        (REMOVED, "1", (), False),
        (REMOVED, "2", (), False),
    ]
    assert found.layers[0].features[2].name.en == "thing 1"
    assert (found.layers[0].rows_before, found.layers[0].rows) == (4, 4)


def test_features_are_known_by_id_when_the_rows_are_numbered_anew() -> None:
    before = things(3, id=["a", "b", "c"])
    after = replace(
        make_layer([Point(30, 5), Point(10, 5)], id=["c", "a"]),
        attributes={"fid": (7, 8), "id": ("c", "a")},
    )
    assert changes(compared(before, after)) == [(REMOVED, "b", (), False)]


def test_a_feature_whose_id_is_changed_is_known_by_its_row() -> None:
    found = compared(things(3, id=["a", "b", "c"]), things(3, id=["a", "B", "c"]))
    assert changes(found) == [(CHANGED, "B", ("id",), False)]


def test_ids_that_are_not_unique_are_no_keys() -> None:
    found = compared(things(3, id=["a", "b", "c"]), things(3, id=["a", "b", "b"]))
    assert changes(found) == [(CHANGED, "3", ("id",), False)]


def test_layers_come_go_and_are_renamed() -> None:
    rows = things(2)
    other = replace(things(3), spec=replace(things().spec, id="others"))
    named = replace(rows, spec=replace(rows.spec, id="renamed"))
    found = difference(dataset(rows, other), dataset(named))
    assert [(c.layer, c.kind, c.former) for c in found.layers] == [
        ("renamed", "", "things"),
        ("others", REMOVED, ""),
    ]
    assert found.renamed == {"things": "renamed"}
    found = difference(dataset(rows), dataset(rows, other))
    assert [(c.layer, c.kind, c.rows) for c in found.layers] == [("others", ADDED, 3)]
    assert found.count(ADDED) == 0


def test_a_style_and_columns_have_changed() -> None:
    line = style_of(LineSymbolizer(Stroke((1, 2, 3, 255))))
    styled = replace(things(), spec=replace(things().spec, style=line))
    assert [c.restyled for c in compared(things(), styled).layers] == [True]
    wider = things(name=["thing 1", "thing 2", "thing 3", "thing 4"], size=[1, 2, 3, 4])
    (change,) = compared(things(), wider).layers
    assert (change.new_columns, change.lost_columns, change.changed) == (("size",), (), 0)


def test_another_title_is_a_change() -> None:
    titled = replace(things(), spec=replace(things().spec, title=same("Other")))
    assert [c.described for c in compared(things(), titled).layers] == [True]


def test_what_is_told_of_a_feature_has_changed() -> None:
    def known(value: str) -> Knowledge:
        fact = Fact("area", same(value), None, None, "", "exact", "", "", "", "s", same(""), "")
        return Knowledge(facts={FeatureRef("things", "2"): (fact,)})

    found = difference(
        dataset(things(), knowledge=known("old")), dataset(things(), knowledge=known("new"))
    )
    assert [(f.ref.id, f.told) for f in found.layers[0].features] == [("2", True)]
    assert not found.tables


def test_a_source_that_has_changed_belongs_to_no_feature() -> None:
    source = Source("s", "title", "publisher", "2024", "", "")
    found = difference(dataset(), dataset(knowledge=Knowledge(sources={"s": source})))
    assert found == Difference(tables=True)


def test_the_list_is_cut_and_the_count_is_whole() -> None:
    count = MOST_LISTED + 10
    before = things(count, size=list(range(count)))
    after = things(count, size=[-1 - n for n in range(count)])
    (change,) = compared(before, after).layers
    assert (change.changed, len(change.features)) == (count, MOST_LISTED)


def test_layers_that_are_as_they_were_stay_the_same_objects() -> None:
    other = replace(things(3), spec=replace(things().spec, id="others"))
    again = replace(things(3), spec=replace(things().spec, id="others"))
    before, after = dataset(things(), other), dataset(things(name=list("abcd")), again)
    kept = with_former_layers(before, after, difference(before, after))
    assert kept.layers[1] is other
    assert kept.layers[0] is after.layers[0]


class Large(Layer):
    """A layer of which only the boxes are known, as one that is read by its index."""

    @property
    def in_memory(self) -> bool:
        return False

    def boxes_by_fid(self) -> tuple[np.ndarray, np.ndarray]:
        column = self.geometries.columns[0]
        return np.array(self.attributes["fid"])[column.rows], column.bounds


def large(layer: Layer) -> Large:
    return Large(layer.spec, layer.geometries, layer.attributes, layer.rows)


def test_of_a_large_layer_its_boxes_are_compared_and_that_is_said() -> None:
    after = replace(things(4, start=2), geometries=columns_of(Point(77, 5), *points(3, 4, 5)))
    found = compared(large(things()), large(after))
    assert changes(found) == [
        (CHANGED, "2", (), True),
        (ADDED, "5", (), False),
        (REMOVED, "1", (), False),
    ]
    assert not found.layers[0].compared
    assert compared(large(things()), large(things())), "nobody knows whether it has changed"


@given(st.integers(0, 3), st.floats(-1e6, 1e6), st.booleans())
def test_a_digest_tells_each_vertex_and_each_ring(number: int, value: float, hole: bool) -> None:
    ring = [(0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (0.0, 40.0)]
    shape = Polygon(ring)
    moved = [xy if n != number else (xy[0], value) for n, xy in enumerate(ring)]
    other = Polygon(ring, [box(5, 5, 6, 6).exterior.coords]) if hole else Polygon(moved)
    one, two, again = (digests(columns_of(s), 1)[0] for s in (shape, other, Polygon(ring)))
    assert one == again
    assert (one == two) == (not hole and moved == ring)


def test_a_digest_tells_how_parts_and_rings_are_divided() -> None:
    outer, inner = box(0, 0, 9, 9), box(2, 2, 3, 3)
    shapes = [
        Polygon(outer.exterior.coords, [inner.exterior.coords]),
        MultiPolygon([Polygon(outer.exterior.coords), Polygon(inner.exterior.coords)]),
        LineString(outer.exterior.coords),
        Point(0, 0),
        None,
    ]
    found = [int(digests(columns_of(shape), 1)[0]) for shape in shapes]
    assert len(set(found)) == len(shapes)
    assert found[-1] == 0


def test_a_digest_does_not_depend_on_the_neighbours() -> None:
    shapes = [box(n, n, n + 1, n + 1) for n in range(50)]
    forward = digests(columns_of(*shapes), 50)
    backward = digests(columns_of(*shapes[::-1]), 50)
    assert forward.tolist() == backward[::-1].tolist()


def news(found: Difference) -> News:
    import datetime as dt

    return News(PATH, dt.datetime(2026, 11, 27, 14, 3, tzinfo=dt.UTC), found)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, "things.gpkg was updated: 2 changed, 1 added, 1 removed."),
        (Language.ZH_HANS, "things.gpkg 已更新：2 个地物有改动，新增 1 个，删除 1 个。"),
        (Language.ZH_HANT, "things.gpkg 已更新：2 個地物有改動，新增 1 個，刪除 1 個。"),
    ],
)
def test_a_save_is_told_in_one_sentence(language: Language, words: str) -> None:
    after = things(4, start=2)
    names = ["other", "thing 3", "thing 4", "thing 5"]
    moved = columns_of(Point(20, 5), Point(31, 5), *points(4, 5))
    after = replace(after, attributes={**after.attributes, "name": tuple(names)}, geometries=moved)
    assert summary(news(compared(things(), after))).in_(language) == words


def test_each_change_has_a_line_that_says_layer_name_and_columns() -> None:
    after = things(name=["thing 1", "other", "thing 3", "thing 4"])
    shown = dataset(after)
    lines = news_lines(news(compared(things(), after)), Catalog((shown,)), Language.EN)
    assert [line.text for line in lines] == ["Things · other · changed (name)"]
    assert isinstance(lines[0].change, FeatureChange)


def test_words_of_the_data_are_plain_text() -> None:
    after = things(name=["thing 1", "<b>\u202eevil\n", "thing 3", "thing 4"])
    lines = news_lines(news(compared(things(), after)), Catalog((dataset(after),)), Language.EN)
    assert "\u202e" not in lines[0].text


def test_pictures_of_a_file_that_has_changed_are_read_again(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture("red")))
    (before,) = open_files([path]).datasets
    path.unlink()
    write_mbtiles(path, around(picture("blue")))
    (after,) = open_files([path]).datasets
    found = difference(before, after)
    assert [(change.layer, change.compared) for change in found.layers] == [("t", False)]
    assert with_former_layers(before, after, found).layers[0] is after.layers[0]


def test_a_layer_that_was_shifted_is_compared_as_its_file_has_it() -> None:
    place = make_layer([Point(821_000, 842_000)])
    moved = in_datums(Catalog((dataset(place),)), {"things": "gcj02"}).datasets[0]
    assert moved.layers[0].datum == "gcj02"
    assert not difference(moved, dataset(make_layer([Point(821_000, 842_000)])))
