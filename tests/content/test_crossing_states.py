"""The ports at instants worked out by hand from the sources (fixtures/crossing_states.csv)."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.query.crossings import crossings_at

TABLE = Path(__file__).parents[1] / "fixtures" / "crossing_states.csv"
with TABLE.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def test_the_table_is_long_enough_and_says_each_thing_once() -> None:
    said = {(row["port"], row["traffic"], row["instant"]) for row in ROWS}
    assert len(said) == len(ROWS) >= 200
    assert {row["state"] for row in ROWS} == {"open", "closing", "closed", "unknown"}


@pytest.mark.parametrize("instant", sorted({row["instant"] for row in ROWS}))
def test_the_ports_are_as_the_sources_say(shipped: Catalog, instant: str) -> None:
    found = crossings_at(shipped, dt.datetime.fromisoformat(instant))
    states = {(row.ref.id, row.traffic): row.state.value for row in found.rows}
    for row in ROWS:
        if row["instant"] == instant:
            assert states[row["port"], row["traffic"]] == row["state"], row
