import math

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from hetao_map.render.fonts import font
from hetao_map.render.line_labels import along
from hetao_map.text.language import Language

VIEW = QRectF(0, 0, 500, 300)
TEXT = "River"
STRAIGHT = np.array([(10.0, 150.0), (490.0, 150.0)])


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def place(line: np.ndarray, text: str = TEXT, **more: float):
    return next(along(line, text, font(Language.EN, 12), VIEW, **more), None)


@pytest.mark.parametrize("line", [STRAIGHT, STRAIGHT[::-1]], ids=["eastward", "westward"])
def test_text_reads_from_left_to_right_on_the_line(line: np.ndarray) -> None:
    centres = [box.center() for box in place(line).boxes]
    assert len(centres) == len(TEXT)
    assert all(centre.y() == pytest.approx(150) for centre in centres)
    xs = [centre.x() for centre in centres]
    assert xs == sorted(xs)
    assert 200 < np.mean(xs) < 300


def test_text_can_stand_above_the_line() -> None:
    assert all(box.center().y() == pytest.approx(140) for box in place(STRAIGHT, offset=10).boxes)


def test_a_line_that_is_too_short_gets_no_text() -> None:
    assert place(np.array([(10.0, 150.0), (30.0, 150.0)])) is None


def test_a_line_outside_the_view_gets_no_text() -> None:
    assert place(STRAIGHT + np.array([0, 1000])) is None


def test_a_line_that_turns_sharply_gets_no_text() -> None:
    x = np.arange(10.0, 490.0, 6)
    zigzag = np.column_stack([x, 150 + 12 * (np.arange(len(x)) % 2)])
    smooth = np.column_stack([x, 150 + 12 * np.sin(x / 80)])
    assert place(zigzag, "A long name of a river") is None or _turn(place(zigzag)) < 0.5
    assert place(smooth, "A long name of a river") is not None


def _turn(placed) -> float:
    centres = np.array([(box.center().x(), box.center().y()) for box in placed.boxes])
    angles = [math.atan2(dy, dx) for dx, dy in np.diff(centres, axis=0)]
    return float(np.abs(np.diff(angles)).max())


def test_letters_stay_in_the_view() -> None:
    line = np.array([(x, 150.0) for x in range(-300, 900, 10)], dtype=float)
    assert all(VIEW.contains(box) for box in place(line).boxes)


BENT = np.array([(250.0, 20.0), (262, 120), (230, 180), (180, 215)])


@pytest.mark.parametrize("offset", [-8.0, 8.0])
@pytest.mark.parametrize("line", [BENT, BENT[::-1]], ids=["down", "up"])
def test_letters_are_not_pushed_over_each_other_at_a_bend(line: np.ndarray, offset: float) -> None:
    letters = font(Language.ZH_HANS, 12)
    placed = list(along(line, "深圳地铁号线", letters, VIEW, offset=offset))
    assert placed
    for text in placed:
        middles = np.array([spot[:2] for spot in text.spots])
        assert np.hypot(*np.diff(middles, axis=0).T).min() > 0.8 * 12


def test_a_part_that_leads_back_has_its_name_the_right_way_up() -> None:
    """From its lower left end the line goes up and to the left at last."""
    line = np.array([(180.0, 280.0), (240, 260), (262, 240), (225, 20)])
    names = list(along(line, "A long name", font(Language.EN, 12), VIEW, offset=6))
    on_the_long_part = [name for name in names if max(y for _, y, _ in name.spots) < 240]
    assert on_the_long_part
    assert all(math.cos(angle) > -0.2 for name in on_the_long_part for *_, angle in name.spots)
