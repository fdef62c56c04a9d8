"""A way from door to door as text and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hetao_map.model.route import Leg, Remark, Route, Stop
from hetao_map.query.crossings_text import stamp
from hetao_map.query.source_text import source_line
from hetao_map.text import dates, numbers, times
from hetao_map.text.columns import in_columns
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, same
from hetao_map.text.plain import plain

TAXI = "taxi"
Json = dict[str, Any]


def route_text(route: Route, language: Language) -> str:
    """Return the way in lines: when, the legs, the last chance, why not another port, notes."""
    return "\n".join(_lines(route, language))


def _lines(route: Route, language: Language) -> Iterator[str]:
    day = route.ready.date()
    names = {"start": route.start.name, "end": route.end.name}
    yield dates.written(times.WAY, **names).in_(language)
    yield times.READY.in_(language).format(
        time=dates.clock(route.ready, language), arrives=dates.clock(route.arrives, language, day)
    )
    yield duration_words(route, language)
    yield range_words(route, language)
    yield ""
    yield from in_columns([_leg_cells(leg, language, day) for leg in route.legs])
    yield ""
    if route.leave_by is not None:
        yield times.LEAVE_BY.in_(language).format(time=dates.clock(route.leave_by, language, day))
    if any(leg.estimate for leg in route.legs):
        yield times.ESTIMATES.in_(language)
    yield from _remarks(times.HEADING_NOT_CHOSEN, route.not_chosen, language)
    yield from _remarks(times.HEADING_NOTES, route.notes, language)
    if route.notices:
        yield ""
        yield from (notice.in_(language) for notice in route.notices)
    sources = route_sources(route, language)
    if sources:
        yield ""
        yield times.HEADING_SOURCES.in_(language)
        yield from (f"  {line}" for line in sources)


def range_words(route: Route, language: Language) -> str:
    """Return between when and when one arrives, as an estimate."""
    early = route.earliest or route.arrives
    values = {
        "early": dates.clock(early, language, route.ready.date()),
        # A day that has just been named is not named again.
        "late": dates.clock(route.latest, language, early.date()) if route.latest else "",
    }
    sentence = times.RANGE if route.latest else times.RANGE_OPEN
    return sentence.in_(language).format(**values)


def spoken(route: Route, language: Language) -> str:
    """Return the answer as it is said aloud: when one arrives, by what, and the last chance."""
    day = route.ready.date()
    stop = "。" if language.chinese else ". "
    arrives = dates.clock(route.arrives, language, day)
    ready = dates.clock(route.ready, language)
    parts = [times.READY.in_(language).format(time=ready, arrives=arrives)]
    parts.append(duration_words(route, language))
    parts += [
        f"{leg_name(leg).in_(language)}{language.colon}{leg_ends(leg, language)}"
        for leg in route.legs
    ]
    if route.leave_by is not None:
        last = dates.clock(route.leave_by, language, day)
        parts.append(times.LEAVE_BY.in_(language).format(time=last))
    return plain(stop.join(parts))


def leg_name(leg: Leg) -> LocalizedText:
    """Return what one goes by: the line where it has a name, else the means."""
    return leg.line or times.MODE.get(leg.mode, same(leg.mode))


def leg_details(leg: Leg, language: Language) -> str:
    """Return the minutes of a leg, whether they are an estimate, the wait, stops and fare."""
    low, likely, high = (round(minutes) for minutes in leg.minutes)
    basis = times.ESTIMATE if leg.estimate else times.PUBLISHED_TIME
    minutes = times.MINUTES if low < high else times.MINUTES_EXACT
    parts = [
        minutes.in_(language).format(low=low, likely=likely, high=high),
        basis.in_(language),
    ]
    if round(leg.waits):
        parts.append(times.WAITS.in_(language).format(minutes=round(leg.waits)))
    if leg.rides > 1 and leg.mode != TAXI:
        parts.append(times.STATIONS.in_(language).format(n=leg.rides))
    if leg.fare is not None:
        amount = numbers.number(leg.fare, language)
        parts.append(times.FARE.in_(language).format(amount=amount, currency=leg.currency))
    return _comma(language).join(parts)


def leg_ends(leg: Leg, language: Language) -> str:
    """Return from where to where a leg goes."""
    return f"{leg.start.name.in_(language)} → {leg.end.name.in_(language)}"


def leg_clock(leg: Leg, day: dt.date) -> str:
    """Return when a leg begins and ends, beside the day of departure."""
    return "–".join(_on_day(moment, day) for moment in (leg.departs, leg.arrives))


def duration_words(route: Route, language: Language) -> str:
    """Return how long it takes, and how often one changes."""
    minutes = round((route.arrives - route.ready).total_seconds() / 60)
    whole = times.DURATION.in_(language).format(time=times.lasting(minutes, language))
    return f"{whole}{_comma(language)}{times.CHANGES.in_(language).format(n=route.changes)}"


def route_sources(route: Route, language: Language) -> tuple[str, ...]:
    """Return a line for each source of hours, fares and times of the legs, with its date."""
    lines: dict[str, str] = {}
    for leg in route.legs:
        if leg.source is not None:
            as_of = dates.date(leg.as_of, language)
            lines.setdefault(leg.source.id, plain(source_line(leg.source, as_of, language)))
    return tuple(lines.values())


def _comma(language: Language) -> str:
    return "，" if language.chinese else ", "


def _leg_cells(leg: Leg, language: Language, day: dt.date) -> tuple[str, ...]:
    name = leg_name(leg).in_(language)
    return leg_clock(leg, day), name, leg_ends(leg, language), leg_details(leg, language)


def _on_day(moment: dt.datetime, day: dt.date) -> str:
    """Return the time, with the number of days that have passed since the day of departure."""
    later = (moment.date() - day).days
    return f"{moment:%H:%M}" + (f" +{later}" if later else "")


def _remarks(
    heading: LocalizedText, remarks: tuple[Remark, ...], language: Language
) -> Iterator[str]:
    if remarks:
        yield ""
        yield heading.in_(language)
    for remark in remarks:
        yield f"  {remark.text.in_(language)}"
        if remark.source is not None:
            yield f"    {source_line(remark.source, '', language)}"


def route_json(route: Route, language: Language) -> Json:
    """Return what `route --json` prints; times carry Hong Kong's zone."""
    return {
        "from": _stop_json(route.start),
        "to": _stop_json(route.end),
        "depart": stamp(route.ready),
        "arrive": stamp(route.arrives),
        "arrive_earliest": stamp(route.earliest),
        "arrive_latest": stamp(route.latest),
        "changes": route.changes,
        "leave_by": stamp(route.leave_by),
        "estimate": any(leg.estimate for leg in route.legs),
        "legs": [_leg_json(leg) for leg in route.legs],
        "not_chosen": [_remark_json(remark, language) for remark in route.not_chosen],
        "notes": [_remark_json(remark, language) for remark in route.notes],
        "notices": [notice.in_(language) for notice in route.notices],
    }


def _stop_json(stop: Stop) -> Json:
    return {"id": stop.node, "name": stop.name.as_json(), **_place_json(stop)}


def _place_json(stop: Stop) -> Json:
    lon, lat = stop.lonlat or (None, None)
    return {
        "lon": None if lon is None else round(lon, 6),
        "lat": None if lat is None else round(lat, 6),
    }


def _leg_json(leg: Leg) -> Json:
    low, likely, high = leg.minutes
    return {
        "mode": leg.mode,
        "line": leg_name(leg).as_json(),
        "from": _stop_json(leg.start),
        "to": _stop_json(leg.end),
        "depart": stamp(leg.departs),
        "arrive": stamp(leg.arrives),
        "wait_minutes": round(leg.waits, 1),
        "minutes": {"low": low, "likely": likely, "high": high},
        "estimate": leg.estimate,
        "stops": leg.rides,
        "fare": leg.fare,
        "currency": leg.currency,
        "as_of": leg.as_of,
        "source": leg.source.id if leg.source else None,
        "schematic": leg.schematic,
        "path": [[round(lon, 6), round(lat, 6)] for lon, lat in leg.path],
    }


def _remark_json(remark: Remark, language: Language) -> Json:
    return {
        "text": remark.text.in_(language),
        "source": remark.source.id if remark.source else None,
    }
