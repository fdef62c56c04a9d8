"""Each symbolizer paints what it painted when somebody last looked at it.

A picture may differ by a pixel's place and by a few levels of its colour, as antialiasing does.
Expected, actual and difference of a failure are saved to out/.
"""

import pytest
from PySide6.QtGui import QImage

from tests.golden.cases import CASES, picture
from tests.golden.renew import FOLDER
from tests.likeness import differing, save_side_by_side

TOLERANCE = 24


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_symbolizer_looks_as_before(name: str, qapp) -> None:
    expected, actual = QImage(str(FOLDER / f"{name}.png")), picture(name)
    assert not expected.isNull(), "no golden picture: make golden"
    mask = differing(expected, actual, TOLERANCE)
    if mask.any():
        save_side_by_side(f"golden_{name}.png", expected, actual, mask)
    assert not mask.any()


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(CASES)


def test_a_difference_is_seen(qapp) -> None:
    assert differing(picture("mark_square"), picture("mark_circle"), TOLERANCE).any()
