import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import MAX_METRES_PER_PX, MIN_METRES_PER_PX, Viewport

places = st.tuples(st.floats(-2e7, 2e7), st.floats(-2e7, 2e7))
pixels = st.tuples(st.floats(-500, 5000), st.floats(-500, 5000))
viewports = st.builds(
    Viewport,
    center=places,
    metres_per_px=st.floats(MIN_METRES_PER_PX, MAX_METRES_PER_PX),
    size_px=st.tuples(st.integers(1, 8000), st.integers(1, 8000)),
    device_pixel_ratio=st.sampled_from([1.0, 1.25, 2.0]),
)


@given(viewports, pixels)
def test_a_pixel_comes_back_from_the_map(viewport: Viewport, pixel: tuple[float, float]) -> None:
    assert viewport.to_px(viewport.to_map(pixel)) == pytest.approx(pixel, abs=1e-3)


@given(viewports)
def test_the_corners_of_the_view_are_those_of_its_extent(viewport: Viewport) -> None:
    extent, (width, height) = viewport.extent, viewport.size_px
    assert viewport.to_map((0, 0)) == pytest.approx((extent.xmin, extent.ymax))
    assert viewport.to_px((extent.xmax, extent.ymin)) == pytest.approx((width, height), abs=1e-3)


@given(viewports, pixels, st.floats(0.01, 100))
def test_zooming_keeps_what_is_under_the_pointer(
    viewport: Viewport, anchor: tuple[float, float], factor: float
) -> None:
    held = viewport.to_map(anchor)
    assert viewport.zoomed(factor, anchor).to_px(held) == pytest.approx(anchor, abs=0.01)


@given(viewports, st.floats(0.001, 1000))
def test_zooming_stays_within_the_limits(viewport: Viewport, factor: float) -> None:
    zoomed = viewport.zoomed(factor)
    assert MIN_METRES_PER_PX <= zoomed.metres_per_px <= MAX_METRES_PER_PX
    assert zoomed.center == pytest.approx(viewport.center, abs=1e-3)


@given(viewports, st.tuples(st.integers(-900, 900), st.integers(-900, 900)))
def test_panning_moves_the_picture_by_pixels(viewport: Viewport, step: tuple[int, int]) -> None:
    held = viewport.to_map((0, 0))
    assert viewport.panned(*step).to_px(held) == pytest.approx(step, abs=1e-3)


@given(viewports, places, st.floats(1, 1e6), st.floats(1, 1e6))
def test_a_fitted_view_shows_the_whole_extent(
    viewport: Viewport, corner: tuple[float, float], width: float, height: float
) -> None:
    extent = Extent(*corner, corner[0] + width, corner[1] + height)
    shown = viewport.fitted(extent)
    if shown.metres_per_px < MAX_METRES_PER_PX:
        view = shown.extent.padded(1e-6 * max(abs(v) for v in (*corner, width, height, 1)))
        assert view.contains((extent.xmin, extent.ymin))
        assert view.contains((extent.xmax, extent.ymax))


def test_fitting_a_single_point_keeps_the_scale() -> None:
    shown = Viewport(metres_per_px=3).fitted(Extent(5, 6, 5, 6))
    assert (shown.center, shown.metres_per_px) == ((5, 6), 3)


@given(viewports, st.floats(100, 1e8))
def test_a_scale_asked_for_is_the_scale_shown(viewport: Viewport, scale: float) -> None:
    assert viewport.at_scale(scale).scale_denominator == pytest.approx(scale)


def test_a_new_size_keeps_centre_and_scale() -> None:
    before = Viewport(center=(1, 2), metres_per_px=7)
    after = before.resized((100, 50), 2.0)
    assert (after.center, after.metres_per_px, after.size_px) == ((1, 2), 7, (100, 50))
