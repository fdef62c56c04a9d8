import pytest

from hetao_map.geometry.paper import DEFAULT_PAGE, PAGES, page_px
from hetao_map.geometry.viewport import METRES_PER_LOGICAL_PX


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_pixels_is_its_size_in_millimetres(name: str) -> None:
    measured = [side * METRES_PER_LOGICAL_PX * 1000 for side in page_px(name)]
    assert measured == pytest.approx(PAGES[name])
    width, height = PAGES[name]
    assert (width > height) == name.endswith("landscape")


def test_each_size_is_twice_the_next() -> None:
    for larger, smaller in (("A3", "A4"), ("A2", "A3")):
        assert PAGES[f"{larger}-portrait"][0] == PAGES[f"{smaller}-portrait"][1]
    assert DEFAULT_PAGE in PAGES
