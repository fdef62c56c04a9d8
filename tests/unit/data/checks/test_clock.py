from threading import Event

import pytest

from hetao_map.data.checks.clock import Clock, TimeUpError


def test_work_in_time_is_answered() -> None:
    assert Clock(600).within(lambda: 42) == 42


def test_an_error_of_the_work_is_raised_here() -> None:
    def fail() -> None:
        raise KeyError("lost")

    with pytest.raises(KeyError, match="lost"):
        Clock(600).within(fail)


def test_no_work_is_begun_when_the_time_is_up() -> None:
    begun: list[int] = []
    with pytest.raises(TimeUpError):
        Clock(0).within(lambda: begun.append(1))
    assert begun == []


def test_work_that_does_not_end_is_left() -> None:
    released = Event()
    with pytest.raises(TimeUpError):
        Clock(0.05).within(released.wait)
    released.set()
    assert released.is_set()
