import numpy as np
import pytest

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.render.fonts import font
from hetao_map.render.graticule import grid_figures, grid_lines
from hetao_map.text.language import Language

HETAO = Viewport(to_map((114.06, 22.51), 2326), 10, (1000, 800))


def texts(view: Viewport, epsg: int = 2326) -> list[str]:
    return [line.text for line in grid_lines(view, epsg)]


def test_lines_stand_at_round_degrees_and_read_as_such() -> None:
    # 10 km by 8 km: a minute is some 1.8 km.
    east = [f"114°0{minute}′E" for minute in range(1, 7)]
    north = [f"22°{minute}′N" for minute in range(29, 33)]
    assert texts(HETAO) == east + north


def test_a_close_view_counts_in_seconds() -> None:
    assert "114°03′36″E" in texts(HETAO.zoomed(50))
    assert all("″" in text for text in texts(HETAO.zoomed(50)))


def test_the_world_counts_in_degrees() -> None:
    world = Viewport((0.0, 0.0), 40_000, (1000, 800))
    assert {"0°", "45°E", "45°W", "45°N", "45°S"} <= set(texts(world, 3857))


def test_a_view_beyond_the_globe_has_no_lines_to_infinity() -> None:
    for view in (Viewport((0.0, 0.0), 160_000, (2000, 2000)), Viewport((1e9, 1e9), 5, (100, 100))):
        assert all(np.isfinite(line.xy).all() for line in grid_lines(view, 3857))


def test_a_line_passes_where_its_degrees_are() -> None:
    meridian = next(line for line in grid_lines(HETAO, 2326) if line.text == "114°03′E")
    x, y = HETAO.to_px(to_map((114.05, 22.51), 2326))
    assert np.interp(y, meridian.xy[::-1, 1], meridian.xy[::-1, 0]) == pytest.approx(x, abs=0.01)


def test_figures_stand_at_both_ends_and_keep_away_from_what_is_there(qapp) -> None:
    lines, small = grid_lines(HETAO, 2326), font(Language.EN, 10)
    free = grid_figures(lines, HETAO, small, [])
    assert len(free) == 2 * len(lines)
    left = grid_figures(lines, HETAO, small, [free[0].box])
    assert [f.box for f in left] == [f.box for f in free[1:]]
