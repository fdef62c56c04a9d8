"""What stands at the places that are most often got wrong, as the command line answers."""

import json
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from tests.cli.command import hetao_map

LAYERS = {
    "cooperation_zone", "ports", "crossing_channels", "ecological_reserves", "innovation_sites",
    "stations", "rail_lines", "roads", "shenzhen_river", "boundary", "water", "land_cover", "land",
}  # fmt: skip


def answer(*words: str) -> Any:
    done = hetao_map(*words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def hits_at(place: str) -> dict[str, dict[str, Any]]:
    """The hits by id, in the order of the answer."""
    return {hit["id"]: hit for hit in answer("info", "--at", place)["hits"]}


def facts(hit: dict[str, Any], key: str) -> list[dict[str, Any]]:
    return [fact for fact in hit["facts"] if fact["key"] == key]


@pytest.fixture(scope="module")
def layers() -> list[dict[str, Any]]:
    return answer("layers")


def test_there_are_thirteen_layers_with_titles_in_three_languages(layers) -> None:
    assert {layer["id"] for layer in layers} == LAYERS
    assert len(layers) == 13
    for layer in layers:
        assert list(layer["title"]) == ["zh-Hans", "zh-Hant", "en"]
        assert all(layer["title"].values())


def test_the_counts_are_those_that_another_reader_finds(layers, shipped_path: Path) -> None:
    counted = {
        layer["id"]: pyogrio.read_info(shipped_path, layer=layer["id"], force_feature_count=True)
        for layer in layers
    }
    assert {layer["id"]: layer["feature_count"] for layer in layers} == {
        name: info["features"] for name, info in counted.items()
    }


def test_the_boxes_are_those_that_another_reader_finds(layers, shipped_path: Path) -> None:
    for layer in layers:
        info = pyogrio.read_info(shipped_path, layer=layer["id"], force_total_bounds=True)
        assert layer["bbox"] == pytest.approx(info["total_bounds"], abs=1e-5)


def test_futian_port_is_open_from_half_past_six_to_half_past_ten() -> None:
    hits = hits_at("114.0629,22.5176")
    first = next(iter(hits.values()))
    assert (first["layer"], first["id"]) == ("ports", "futian_port")
    hours = facts(first, "hours")
    assert {fact["value"] for fact in hours} == {"06:30-22:30"}
    newest = hours[0]
    assert newest["valid"] == "since 8 January 2023"
    assert (newest["as_of"], newest["source"]["id"]) == ("2025-10-22", "s17")
    assert newest["source"]["date"]


def test_the_loop_is_the_hong_kong_park_and_not_the_shenzhen_park() -> None:
    hits = hits_at("114.0793,22.5213")
    assert "shenzhen_park" not in hits
    areas = facts(hits["hong_kong_park"], "official_area")
    assert ("s1", 87, "ha") in [(a["source"]["id"], a["value"], a["unit"]) for a in areas]
    assert "land_shenzhen" not in hits


def test_mai_po_lies_in_the_ramsar_site() -> None:
    assert {"mai_po", "mai_po_ramsar"} <= hits_at("114.0363,22.4925").keys()


def test_the_bonded_zone_lies_in_the_park_and_the_park_in_the_zone() -> None:
    hits = list(hits_at("114.0470,22.5080"))
    order = [hits.index(name) for name in ("futian_bonded_zone", "shenzhen_park", "hetao_zone")]
    assert order == sorted(order)


def test_every_answer_at_these_places_names_its_sources() -> None:
    for place in ("114.0629,22.5176", "114.0793,22.5213"):
        for hit in hits_at(place).values():
            for fact in hit["facts"]:
                assert fact["source"]["id"], (hit["id"], fact["key"])
                assert fact["source"]["title"], (hit["id"], fact["key"])
