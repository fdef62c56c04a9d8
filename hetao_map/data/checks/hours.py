"""Opening hours that can be read, and the holidays that they name."""

from __future__ import annotations

import re

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.own import Own, OwnRow
from hetao_map.text import findings as texts
from hetao_map.text.dates import well_formed

_WITH_HOURS = ("opening_hours", "network_edge")
_HOLIDAYS = re.compile(r"\bPH\b")
_SPAN = re.compile(r"([0-9]{2}:[0-9]{2})\s*-\s*([0-9]{2}:[0-9]{2})")


def check_hours(own: Own, collector: Collector) -> None:
    """Find hours that nobody can evaluate, and holidays that are no days."""
    regions = own.values("holiday", "region")
    for table in _WITH_HOURS:
        for row in own.statements.get(table, ()):
            if row["hours"] or table == "opening_hours":
                _check_text(table, row, regions, collector)
    _check_holidays(own.statements.get("holiday", []), collector)


def _check_text(table: str, row: OwnRow, regions: set[str], collector: Collector) -> None:
    from opening_hours import validate

    text = row["hours"]
    if not text or not validate(text):
        collector.error(table, row.fid, texts.HOURS, text=text)
    elif _HOLIDAYS.search(text) and row["calendar"] not in regions:
        collector.error(table, row.fid, texts.HOURS_CALENDAR, text=text)
    elif ";" in text and any(map(_past_midnight, _SPAN.findall(text))):
        collector.warning(table, row.fid, texts.HOURS_NIGHT, text=text)


def _past_midnight(span: tuple[str, str]) -> bool:
    start, end = span
    return end > "24:00" or end <= start


def _check_holidays(rows: list[OwnRow], collector: Collector) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        day = row["region"], row["date"]
        if len(row["date"]) != len("YYYY-MM-DD") and well_formed(row["date"]):
            collector.error("holiday", row.fid, texts.HOLIDAY_DAY, text=row["date"])
        elif day in seen:
            collector.error("holiday", row.fid, texts.HOLIDAY_TWICE, region=day[0], text=day[1])
        seen.add(day)
