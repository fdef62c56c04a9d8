from pathlib import Path

from hetao_map.session.set_aside import bring_back, latest, set_aside
from tests.files import everything_in

KEPT = {"settings.json": b"1", "settings.1.json": b"2", "sessions": None, "sessions/a.json": b"3"}


def kept(folder: Path, mark: bytes = b"") -> None:
    (folder / "sessions").mkdir()
    for name, content in KEPT.items():
        if content is not None:
            (folder / name).write_bytes(content + mark)


def test_everything_that_is_kept_is_set_aside_and_comes_back(tmp_path: Path) -> None:
    kept(tmp_path)
    assert set_aside(tmp_path)
    aside = latest(tmp_path)
    assert aside is not None
    assert everything_in(aside) == KEPT
    assert list(tmp_path.iterdir()) == [aside]
    assert bring_back(tmp_path)
    assert everything_in(tmp_path) == KEPT
    assert latest(tmp_path) is None


def test_what_is_kept_by_then_changes_places(tmp_path: Path) -> None:
    kept(tmp_path, b"old")
    set_aside(tmp_path)
    kept(tmp_path, b"new")
    assert bring_back(tmp_path)
    assert (tmp_path / "settings.json").read_bytes() == b"1old"
    assert bring_back(tmp_path)
    assert (tmp_path / "settings.json").read_bytes() == b"1new"


def test_two_safe_starts_in_a_row_lose_nothing(tmp_path: Path) -> None:
    kept(tmp_path, b"old")
    set_aside(tmp_path)
    set_aside(tmp_path)
    assert bring_back(tmp_path)
    assert (tmp_path / "settings.json").read_bytes() == b"1old"


def test_nothing_kept_leaves_nothing_aside(tmp_path: Path) -> None:
    assert not set_aside(tmp_path)
    assert not bring_back(tmp_path)
    assert not set_aside(tmp_path / "not there")
    assert latest(tmp_path / "not there") is None
    assert everything_in(tmp_path) == {}
