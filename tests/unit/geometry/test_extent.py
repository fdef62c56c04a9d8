from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.extent import Extent, union

numbers = st.floats(-1e7, 1e7)


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    (xmin, xmax), (ymin, ymax) = (sorted((draw(numbers), draw(numbers))) for _ in range(2))
    return Extent(xmin, ymin, xmax, ymax)


@given(extents(), extents())
def test_the_united_extent_holds_the_corners_of_both(one: Extent, other: Extent) -> None:
    both = one.united(other)
    for part in (one, other):
        assert both.contains((part.xmin, part.ymin))
        assert both.contains((part.xmax, part.ymax))


@given(extents(), extents())
def test_extents_intersect_where_they_share_a_point(one: Extent, other: Extent) -> None:
    shared = (max(one.xmin, other.xmin), max(one.ymin, other.ymin))
    assert one.intersects(other) == (one.contains(shared) and other.contains(shared))
    assert one.intersects(other) == other.intersects(one)


def test_extents_that_only_touch_intersect() -> None:
    assert Extent(0, 0, 1, 1).intersects(Extent(1, 1, 2, 2))
    assert not Extent(0, 0, 1, 1).intersects(Extent(1.01, 0, 2, 1))


def test_padding_grows_each_side() -> None:
    padded = Extent(0, 0, 2, 4).padded(1)
    assert padded == Extent(-1, -1, 3, 5)
    assert (padded.width, padded.height, padded.center) == (4, 6, (1, 2))


def test_union_of_nothing_is_nothing() -> None:
    assert union([]) is None
    assert union([Extent(0, 0, 1, 1), Extent(5, 5, 6, 6)]) == Extent(0, 0, 6, 6)
