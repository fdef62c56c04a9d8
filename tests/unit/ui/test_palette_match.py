import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.ui.palette_match import ranked

COMMANDS = (
    (("放大", "Zoom in"), ("视图", "View")),
    (("全图", "Full extent"), ("视图", "View")),
    (("浅色", "Light"), ("视图", "View", "主题", "Theme")),
    (("导出…", "Export…"), ("文件", "File")),
    (("书签…", "Bookmarks…"), ("前往", "Go")),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("zoom", 0), ("ZOOM IN", 0), ("放", 0), ("extent", 1), ("fe", 1), ("theme", 2),
     ("主题 浅", 2), ("light view", 2), ("exprot", 3), ("bokmarks", 4), ("  书签 ", 4)],
)  # fmt: skip
def test_the_command_meant_comes_first(typed: str, first: int) -> None:
    assert ranked(typed, COMMANDS)[0] == first


def test_nothing_typed_lists_all_in_their_order() -> None:
    assert ranked("  ", COMMANDS) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("typed", ["qqqqq", "zoom theme", "🦆", "x" * 10_000])
def test_what_is_no_command_finds_none(typed: str) -> None:
    assert ranked(typed, COMMANDS) == []


@given(st.text())
def test_no_text_raises(typed: str) -> None:
    assert set(ranked(typed, COMMANDS)) <= set(range(5))
