import datetime as dt

from hetao_map.model import clock


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def test_a_moment_without_a_zone_is_hong_kongs() -> None:
    assert clock.local(at("2026-07-01T08:30")) == at("2026-07-01T08:30")
    assert clock.local(at("2026-07-01T00:30+00:00")) == at("2026-07-01T08:30")


def test_a_moment_gets_hong_kongs_zone() -> None:
    moment = clock.with_zone(at("2026-07-01T08:30"))
    assert moment.isoformat() == "2026-07-01T08:30:00+08:00"
    assert clock.local(moment) == at("2026-07-01T08:30")


def test_now_is_what_hong_kongs_clocks_show_wherever_one_is() -> None:
    before = dt.datetime.now(dt.UTC)
    shown = clock.now()
    after = dt.datetime.now(dt.UTC)
    assert shown.tzinfo is None
    assert before <= clock.with_zone(shown) <= after
