"""Ten real trips beside the running times that were published (fixtures/real_trips.csv).

A trip without a published time is there with its estimate, and says so.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.query.route import find_route

TABLE = Path(__file__).parents[1] / "fixtures" / "real_trips.csv"
with TABLE.open(encoding="utf-8", newline="") as lines:
    TRIPS = list(csv.DictReader(lines))


def test_there_are_ten_trips() -> None:
    assert len(TRIPS) == 10
    assert all(trip["published_minutes"] or "estimate" in trip["remark"] for trip in TRIPS)


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: f"{trip['start']}-{trip['end']}")
def test_a_trip_takes_what_the_table_says(shipped: Catalog, trip: dict[str, str]) -> None:
    (dataset,) = shipped.datasets
    departs = dt.datetime.fromisoformat(trip["departs"])
    route = find_route(dataset, trip["start"], trip["end"], departs)
    answer = (route.arrives - departs).total_seconds() / 60
    assert answer == float(trip["answer_minutes"])
    assert sum(leg.minutes[1] for leg in route.legs) == float(trip["ride_minutes"])
    if trip["published_minutes"]:
        assert answer - float(trip["published_minutes"]) == float(trip["difference"])
        assert trip["source"] in dataset.knowledge.sources
    else:
        assert all(leg.estimate for leg in route.legs)
