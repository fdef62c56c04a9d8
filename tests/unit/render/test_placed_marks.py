"""Marks of shapes too small to be drawn, as a large layer has them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hetao_map.data import place
from hetao_map.data.indexed import IndexedLayer
from hetao_map.data.open import open_files
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer
from hetao_map.model.style import PointSymbolizer
from hetao_map.render.picture import Picture, render_map
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.bench.city import ORIGIN, make_city
from tests.layers import make_catalog, style_of
from tests.likeness import differing

BUILDINGS = 4000
RED = (255, 0, 0, 255)
X, Y = ORIGIN


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_city(tmp_path_factory.mktemp("city") / "city.gpkg", BUILDINGS)


def marked(path: Path, name: str, *, points_only: bool = False) -> Layer:
    found = open_files([path]).layer(name)
    assert found is not None
    style = style_of(PointSymbolizer("square", 5, RED, points_only=points_only))
    return replace(found, spec=replace(found.spec, style=style))


def picture(layer: Layer, metres_per_px: float):
    view = Viewport((X + 400.0, Y + 400.0), metres_per_px, (200, 160))
    catalog = make_catalog(layer)
    wanted = Picture(view, catalog, frozenset({layer.id}), Language.EN, LIGHT, furniture=False)
    return render_map(wanted)


@pytest.mark.parametrize("name", ["buildings", "streets"])
@pytest.mark.parametrize("metres_per_px", [0.5, 8.0, 60.0])
def test_a_large_layer_has_its_marks_where_a_small_one_has_them(
    city: Path, monkeypatch: pytest.MonkeyPatch, qapp: object, name: str, metres_per_px: float
) -> None:
    whole = picture(marked(city, name), metres_per_px)
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    by_index = marked(city, name)
    assert isinstance(by_index, IndexedLayer)
    mask = differing(whole, picture(by_index, metres_per_px), 60)
    assert any(whole.pixelColor(x, y).red() == 255 and whole.pixelColor(x, y).green() == 0
               for x in range(200) for y in range(160))  # fmt: skip
    assert np.mean(mask) < 0.02


def test_marks_of_points_alone_are_not_on_what_is_too_small_to_be_drawn(
    city: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    empty = picture(marked(city, "buildings", points_only=True), 60.0)
    assert len({empty.pixel(x, y) for x in range(200) for y in range(160)}) == 1
