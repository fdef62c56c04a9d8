import networkx
import pytest

from hetao_map.query.path_search import (
    ALWAYS,
    Prefer,
    Step,
    Way,
    best_path,
    by_start,
    latest_departure,
    leave_by,
    next_step,
)
from tests.unit.query.networks import DAY, Windows, chance_of, random_network, walks

NETWORKS = 1000


def arrival(ways: list[Way], ready: float, prefer: Prefer = Prefer.ARRIVAL) -> float | None:
    path = best_path(by_start(ways), "a", "c", ready, prefer)
    return path[-1].arrives if path else None


def boardings(path: list[Step]) -> int:
    return sum(1 for step in path if step.way.line and not step.aboard)


def gone(path: list[Step], ready: float) -> list[Step]:
    """The same ways, begun at another time."""
    steps: list[Step] = []
    line = ""
    for step in path:
        taken = next_step(step.way, line, ready)
        assert taken is not None
        steps.append(taken)
        line, ready = step.way.line, taken.arrives
    return steps


def test_the_search_finds_what_trying_everything_finds() -> None:
    found = 0
    for seed in range(NETWORKS):
        chance = chance_of(seed)
        ways, ready = random_network(chance), chance.randrange(DAY)
        all_walks = list(walks(ways, "a", "c", ready))
        first = best_path(by_start(ways), "a", "c", ready)
        fewest = best_path(by_start(ways), "a", "c", ready, Prefer.CHANGES)
        if not all_walks:
            assert first is None, seed
            assert fewest is None, seed
            continue
        found += 1
        assert first is not None
        assert fewest is not None
        assert first[-1].arrives == min(arrives for arrives, _ in all_walks), seed
        best = min((count, arrives) for arrives, count in all_walks)
        assert (boardings(fewest), fewest[-1].arrives) == best, seed
        assert gone(first, ready) == first
    assert found > NETWORKS / 2


def test_on_frozen_time_it_is_the_shortest_path_of_networkx() -> None:
    for seed in range(NETWORKS):
        chance = chance_of(seed)
        ways = random_network(chance, frozen=True)
        graph = networkx.DiGraph()
        graph.add_node(("a", ""))
        lines = {"", *(way.line for way in ways)}
        for way in ways:
            for line in lines:
                aboard = way.line and way.line == line
                cost = way.minutes + (0 if aboard else way.wait)
                ends = (way.start, line), (way.end, way.line)
                before = graph.get_edge_data(*ends, {"weight": cost})["weight"]
                graph.add_edge(*ends, weight=min(cost, before))
        lengths = networkx.single_source_dijkstra_path_length(graph, ("a", ""))
        reached = [length for (node, _), length in lengths.items() if node == "c"]
        assert arrival(ways, 0.0) == (min(reached) if reached else None), seed


def test_who_sets_out_first_arrives_first() -> None:
    for seed in range(NETWORKS // 4):
        ways = random_network(chance_of(seed))
        arrivals = [arrival(ways, ready) for ready in range(DAY)]
        if None not in arrivals:
            assert arrivals == sorted(arrivals), seed


def test_the_latest_departure_is_the_last_that_arrives_in_time() -> None:
    for seed in range(NETWORKS // 4):
        chance = chance_of(seed)
        ways, by = random_network(chance), float(chance.randrange(DAY, 2 * DAY))
        arrivals = [(ready, arrival(ways, ready)) for ready in range(2 * DAY)]
        in_time = [ready for ready, arrives in arrivals if arrives is not None and arrives <= by]
        latest = latest_departure(by_start(ways), "a", "c", by, 0.0)
        assert latest == (max(in_time) if in_time else None), seed


def test_leave_by_is_the_last_chance_before_a_way_closes() -> None:
    checked = 0
    for seed in range(NETWORKS):
        chance = chance_of(seed)
        ways, ready = random_network(chance), chance.randrange(DAY)
        path = best_path(by_start(ways), "a", "c", ready)
        last = leave_by(path) if path else None
        if path is None or last is None:
            continue
        checked += 1
        assert last >= path[0].ready
        until = [
            s.way.opening.lets_in_until(s.sets_out, s.way.minutes) if not s.aboard else None
            for s in path
        ]
        for moment, in_time in ((last, True), (last + 1, False)):
            steps = gone(path, moment)
            met = all(
                end is None or step.sets_out <= end for step, end in zip(steps, until, strict=True)
            )
            assert met is in_time, seed
    assert checked > NETWORKS / 10


def test_nothing_closes_on_an_open_way() -> None:
    (step,) = best_path(by_start([Way("1", "a", "c", 5)]), "a", "c", 0) or [None]
    assert step is not None
    assert leave_by([step]) is None
    assert ALWAYS.lets_in_until(5, 1) is None


def test_a_port_wants_one_to_have_done_before_it_closes() -> None:
    port = Windows(((10, 20),), in_full=True)
    train = Windows(((10, 20),))
    assert arrival([Way("1", "a", "c", 8, opening=port)], 12) == 20
    assert arrival([Way("1", "a", "c", 8, opening=port)], 13) == DAY + 18
    assert arrival([Way("1", "a", "c", 8, opening=train)], 19) == 27


def test_staying_aboard_costs_no_wait_and_asks_for_no_opening() -> None:
    night = Windows(((0, 10),))
    ways = [
        Way("1", "a", "b", 8, "one", wait=3, opening=night),
        Way("2", "b", "c", 8, "one", wait=3, opening=night),
    ]
    path = best_path(by_start(ways), "a", "c", 5)
    assert path is not None
    assert [(step.sets_out, step.arrives, step.aboard) for step in path] == [
        (8, 16, False),
        (16, 24, True),
    ]


@pytest.mark.parametrize("prefer", list(Prefer))
def test_no_way_is_no_path(prefer: Prefer) -> None:
    assert best_path({}, "a", "c", 0, prefer) is None
    assert best_path({}, "a", "a", 0, prefer) == []
    assert latest_departure({}, "a", "c", 10, 0) is None
