"""A way from door to door as a card, which a PDF page shows."""

from __future__ import annotations

from collections.abc import Iterable

from hetao_map.model.card import CardRow, CardSection, CardValue, InfoCard
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Leg, Remark, Route
from hetao_map.query.crossings_text import stamp
from hetao_map.query.route_text import (
    duration_words,
    leg_clock,
    leg_details,
    leg_ends,
    leg_name,
    range_words,
)
from hetao_map.query.source_text import source_line
from hetao_map.text import dates, times
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


def route_card(route: Route, language: Language) -> InfoCard:
    """Return the way with its legs, what was not chosen and what to know, each with its source."""
    day = route.ready.date()
    names = {"start": route.start.name, "end": route.end.name}
    ready = dates.clock(route.ready, language)
    arrives = dates.clock(route.arrives, language, day)
    sections = (
        _section("legs", language, [_leg(leg, route, language) for leg in route.legs]),
        _section("not_chosen", language, _remarks(route.not_chosen, language)),
        _section("notes", language, _remarks(route.notes, language)),
    )
    return InfoCard(
        ref=FeatureRef("ways", route.start.node),
        title=plain(dates.written(times.WAY, **names).in_(language)),
        other_names=(times.READY.in_(language).format(time=ready, arrives=arrives),),
        layer_title="",
        kind=duration_words(route, language),
        status="",
        status_text=range_words(route, language),
        schematic=False,
        position="",
        coordinates=times.CLOCK_OF.in_(language),
        summary=" ".join(_summary(route, language)),
        aliases=(),
        sections=tuple(section for section in sections if section.rows),
        source=None,
    )


_HEADINGS = {
    "legs": times.HEADING_LEGS,
    "not_chosen": times.HEADING_NOT_CHOSEN,
    "notes": times.HEADING_NOTES,
}


def _section(id_: str, language: Language, rows: Iterable[CardRow]) -> CardSection:
    return CardSection(id_, _HEADINGS[id_].in_(language), tuple(rows))


def _summary(route: Route, language: Language) -> list[str]:
    """Return the last chance, that times are estimates, and what is special about the day."""
    parts = [times.FOR_PERSONS.in_(language)]
    if route.leave_by is not None:
        last = dates.clock(route.leave_by, language, route.ready.date())
        parts.insert(0, times.LEAVE_BY.in_(language).format(time=last))
    if any(leg.estimate for leg in route.legs):
        parts.append(times.ESTIMATES.in_(language))
    return [*parts, *(notice.in_(language) for notice in route.notices)]


def _leg(leg: Leg, route: Route, language: Language) -> CardRow:
    clock = leg_clock(leg, route.ready.date())
    as_of = dates.date(leg.as_of, language)
    value = CardValue(
        plain(f"{clock}  {leg_name(leg).in_(language)}"),
        source=leg.source,
        source_text=plain(source_line(leg.source, as_of, language)) if leg.source else "",
        note=leg_details(leg, language),
    )
    return CardRow(stamp(leg.departs) or "", plain(leg_ends(leg, language)), (value,))


def _remarks(remarks: tuple[Remark, ...], language: Language) -> list[CardRow]:
    rows = []
    for number, remark in enumerate(remarks):
        said = source_line(remark.source, "", language) if remark.source else ""
        # A note is set as plain text, however short it is.
        value = CardValue(
            "", source=remark.source, source_text=plain(said), note=plain(remark.text.in_(language))
        )
        rows.append(CardRow(str(number), "", (value,)))
    return rows
