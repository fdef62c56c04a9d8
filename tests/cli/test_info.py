import json

import pytest

from tests.cli.command import hetao_map


@pytest.mark.parametrize(
    ("language", "title", "source"),
    [
        ("en", "Futian Port", "Source: "),
        ("zh-Hans", "福田口岸", "来源："),
        ("zh-Hant", "福田口岸", "來源："),
    ],
)
def test_a_card_is_printed_in_the_language(language: str, title: str, source: str) -> None:
    done = hetao_map("info", "--feature", "ports/futian_port", "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == title
    assert "06:30-22:30" in done.stdout
    assert source in done.stdout


def test_a_feature_as_json_is_one_hit() -> None:
    done = hetao_map("info", "--feature", "ports/futian_port", "--json")
    (hit,) = json.loads(done.stdout)["hits"]
    assert (hit["layer"], hit["id"], hit["distance_m"]) == ("ports", "futian_port", 0)


def test_the_tolerance_decides_what_is_near() -> None:
    place = ("--at", "114.0600,22.5176", "--json", "--layers", "ports")
    assert hetao_map("info", *place, "--tolerance", "100").returncode == 1
    done = hetao_map("info", *place, "--tolerance", "400")
    (hit,) = json.loads(done.stdout)["hits"]
    assert 250 < hit["distance_m"] < 350


def test_a_place_in_the_west_and_south_can_be_asked_for() -> None:
    done = hetao_map("info", "--at", "-70.5,-33.4")
    assert done.returncode == 1
    assert "Nothing" in done.stderr
