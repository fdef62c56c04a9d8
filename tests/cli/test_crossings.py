import json
from pathlib import Path

import pytest

from tests.cli.command import complaint, hetao_map
from tests.files import points, write_geopackage


def test_the_ports_at_a_moment_of_another_time_zone() -> None:
    done = hetao_map("crossings", "--at", "2026-07-01T14:00:00Z", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["at"] == "2026-07-01T22:00:00+08:00"
    states = {
        row["id"]: row["state"] for row in answer["crossings"] if row["traffic"] == "passenger"
    }
    assert states == {
        "huanggang_port": "open",
        "lok_ma_chau_control_point": "open",
        "futian_port": "closing",
        "lok_ma_chau_spur_line": "closing",
    }
    assert any("Establishment Day" in notice for notice in answer["notices"])


def test_without_a_time_it_is_now_in_the_language_asked_for() -> None:
    done = hetao_map("crossings", "--language", "zh-Hant")
    assert done.returncode == 0
    assert "皇崗口岸" in done.stdout


def test_a_calendar_that_has_run_out_is_said() -> None:
    done = hetao_map("crossings", "--at", "2031-05-01T12:00", "--language", "zh-Hans")
    assert done.returncode == 0
    assert "只到2026年12月31日" in done.stdout
    assert "最后核对于2025年10月22日" in done.stdout
    assert "开放至" not in done.stdout


@pytest.mark.parametrize("time", ["noon", "2026-02-30", "9999-12-31T23:59-12:00", ""])
def test_what_is_no_time_is_said_in_a_sentence(time: str) -> None:
    assert "is no time" in complaint(hetao_map("crossings", f"--at={time}"), 2)


def test_a_file_without_hours_is_said(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "places.gpkg", places=points(3))
    assert "opening hours" in complaint(hetao_map("crossings", path), 1)
