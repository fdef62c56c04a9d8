from pathlib import Path

import pytest

from hetao_map.ui.main_window import with_ending


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("map", ".pdf", "map.pdf"),
        ("map.png", ".pdf", "map.png"),
        ("map.SVG", ".png", "map.SVG"),
        ("map.v2", ".svg", "map.v2.svg"),
        ("hetao-map.png", ".png", "hetao-map.png"),
        ("hetao-map.png", ".pdf", "hetao-map.pdf"),
    ],
)
def test_a_chosen_name_gets_the_ending_of_its_kind(typed: str, kind: str, written: str) -> None:
    assert with_ending(Path("folder") / typed, kind) == Path("folder") / written
