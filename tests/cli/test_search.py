import json

import pytest

from tests.cli.command import hetao_map


@pytest.mark.parametrize("text", ["福田口岸", "Futian Port", "futian kouan"])
def test_a_name_is_found_in_any_language(text: str) -> None:
    done = hetao_map("search", text, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    hits = json.loads(done.stdout)["hits"]
    assert (hits[0]["layer"], hits[0]["id"]) == ("ports", "futian_port")
    scores = [hit["score"] for hit in hits]
    assert all(0 <= score <= 100 for score in scores)


def test_the_limit_holds() -> None:
    done = hetao_map("search", "port", "--limit", "2", "--language", "zh-Hans")
    assert len(done.stdout.splitlines()) == 2


def test_coordinates_are_one_hit() -> None:
    (hit,) = json.loads(hetao_map("search", "22.5176 114.0629", "--json").stdout)["hits"]
    assert (hit["layer"], hit["lon"], hit["lat"]) == ("coordinate", 114.0629, 22.5176)
