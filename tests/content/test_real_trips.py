"""Ten real trips beside the running times that were published (fixtures/real_trips.csv).

A published time is that of the vehicle; the answer waits for it as well, and passes the controls.
Where two sources disagree the table has both, and the difference is that from the first.
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


def test_there_are_ten_trips_and_each_has_a_published_time() -> None:
    assert len({(trip["start"], trip["end"]) for trip in TRIPS}) == len(TRIPS) == 10
    assert all(float(trip["published_minutes"]) > 0 and trip["remark"] for trip in TRIPS)


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: f"{trip['start']}-{trip['end']}")
def test_a_trip_takes_what_the_table_says(shipped: Catalog, trip: dict[str, str]) -> None:
    (dataset,) = shipped.datasets
    departs = dt.datetime.fromisoformat(trip["departs"])
    route = find_route(dataset, trip["start"], trip["end"], departs)
    answer = (route.arrives - departs).total_seconds() / 60
    assert answer == float(trip["answer_minutes"])
    assert sum(leg.minutes[1] for leg in route.legs) == float(trip["ride_minutes"])
    assert answer - float(trip["published_minutes"]) == float(trip["difference"])


@pytest.mark.parametrize("trip", TRIPS, ids=lambda trip: f"{trip['start']}-{trip['end']}")
def test_each_published_time_has_a_source_of_the_map(
    shipped: Catalog, trip: dict[str, str]
) -> None:
    (dataset,) = shipped.datasets
    assert bool(trip["other_minutes"]) == bool(trip["other_source"])
    for source_id in filter(None, (trip["source"], trip["other_source"])):
        source = dataset.knowledge.sources[source_id]
        assert source.publisher
        assert source.address
