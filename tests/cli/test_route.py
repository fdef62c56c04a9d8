import json
from pathlib import Path

import pytest

from tests.cli.command import complaint, hetao_map
from tests.files import points, write_geopackage

AT = ("--depart", "2026-11-24T10:00")


def test_a_way_as_json() -> None:
    done = hetao_map("route", "--from", "河套壹号", "--to", "上水", *AT, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    route = json.loads(done.stdout)
    assert (route["from"]["id"], route["to"]["id"]) == (
        "innovation_sites/hetao_one",
        "place/sheung_shui",
    )
    assert route["legs"][0]["from"] == route["from"]
    assert route["leave_by"].startswith("2026-11-24T2")


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "最迟"), ("zh-Hant", "最遲"), ("en", "Last departure")]
)
def test_a_way_as_text(language: str, words: str) -> None:
    done = hetao_map("route", "--from", "福田口岸", "--to", "上水", *AT, "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert words in done.stdout


def test_to_be_there_in_time() -> None:
    done = hetao_map(
        *("route", "--from", "上水", "--to", "Futian Port", "--json"),
        *("--arrive", "2026-11-24T09:00+08:00"),
    )
    assert json.loads(done.stdout)["arrive"] <= "2026-11-24T09:00:00+08:00"


def test_a_way_from_coordinates() -> None:
    done = hetao_map("route", "--from", "114.05,22.53", "--to", "futian kouan", *AT, "--json")
    route = json.loads(done.stdout)
    assert (route["from"]["lon"], route["from"]["lat"]) == (114.05, 22.53)
    assert route["to"]["id"] == "ports/futian_port"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--from", "Narnia", "--to", "上水", *AT), 1, "No place called"),
        (("--from", "Futain", "--to", "上水", *AT), 1, "nearest names are: Futian"),
        (("--from", "上水", "--to", "Futian Port", "--depart", "2040-01-01"), 1, "not known for"),
        (("--from", "上水", "--to", "上水", *AT), 2, "name two places"),
        (("--from", "上水", "--to", "Futian Port", "--depart", "soon"), 2, "is no time"),
        (("--from", "上水"), 2, "--to"),
    ],
)
def test_what_goes_wrong_is_one_sentence(words: tuple[str, ...], code: int, sentence: str) -> None:
    assert sentence in complaint(hetao_map("route", *words), code)


def test_a_file_without_ways_is_said(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "places.gpkg", places=points(3))
    done = hetao_map("route", "--from", "a", "--to", "b", "--depart", "2026-11-24", path)
    assert "network_edge" in complaint(done, 1)
