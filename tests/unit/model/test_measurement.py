from hetao_map.model.measurement import Measurement

A, B, C, D = (0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)


def drawn(*points: tuple[float, float], of_area: bool = False) -> Measurement:
    shape = Measurement(of_area=of_area)
    for point in points:
        shape = shape.with_point(point)
    return shape


def test_a_line_becomes_an_area_when_it_is_led_back() -> None:
    line = drawn(A, B, C)
    assert not line.closed
    assert line.ring == (A, B, C)
    led_back = line.finished(rounded=True)
    assert led_back.closed
    assert led_back.ring == (A, B, C, A)
    assert led_back.without_last() == line


def test_an_area_is_closed_from_its_third_point_on() -> None:
    assert not drawn(A, B, of_area=True).closed
    assert drawn(A, B, C, of_area=True).ring == (A, B, C, A)


def test_after_a_complete_shape_a_new_one_of_its_kind_begins() -> None:
    shape = drawn(A, B, C, of_area=True).finished()
    assert shape.with_point(D) == Measurement((D,), of_area=True)


def test_the_same_point_twice_is_one() -> None:
    assert drawn(A, B, B).points == (A, B)


def test_steps_are_taken_back_one_by_one() -> None:
    shape = drawn(A, B).finished()
    assert shape.without_last() == drawn(A, B)
    assert shape.without_last().without_last() == drawn(A)
    assert Measurement().without_last() == Measurement()


def test_a_single_point_cannot_be_complete() -> None:
    assert not drawn(A).finished().done
