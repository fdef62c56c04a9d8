"""Why a way does not lead across another port, and which channels are none for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from hetao_map.model.route import Remark, Stop
from hetao_map.query.crossings import PORTS
from hetao_map.query.hours import Access
from hetao_map.query.path_search import Step
from hetao_map.query.router import Router
from hetao_map.query.ways import moment_of
from hetao_map.text import times
from hetao_map.text.dates import written
from hetao_map.text.localized import LocalizedText

_CHANNELS = "crossing_channels"


def not_chosen(router: Router, ready: dt.datetime, path: Sequence[Step]) -> Iterator[Remark]:
    """Yield a remark for each other port and each channel; none for a way on one side.

    The other ports are found by asking for the best way without the controls of those before.
    """
    seen = {port.node for port in router.ports(path)}
    if not seen:
        return
    day = ready.date()
    used = {router.edge(step).id for step in router.controls(path)}
    while other := router.path(ready, frozenset(used)):
        ports = router.ports(other)
        if not ports:
            break
        yield Remark(_compared(_joined(ports), other, path, _shut(router, other), day))
        seen |= {port.node for port in ports}
        used |= {router.edge(step).id for step in router.controls(other)}
    for node, stop in router.stops.items():
        if node.startswith(f"{PORTS}/") and node not in seen:
            known = router.access(stop, ready) is not Access.UNKNOWN
            sentence = times.OTHER_NO_WAY if known else times.OTHER_UNKNOWN
            yield Remark(written(sentence, name=stop.name))
    yield from _channels(router)


def _shut(router: Router, other: Sequence[Step]) -> Step | None:
    """Return the first control of a path where one waits for the opening."""
    waits = (s for s in router.controls(other) if s.sets_out > s.ready + s.way.wait)
    return next(waits, None)


def _compared(
    name: LocalizedText,
    other: Sequence[Step],
    path: Sequence[Step],
    shut: Step | None,
    day: dt.date,
) -> LocalizedText:
    arrives = moment_of(other[-1].arrives)
    if shut is not None:
        opens = moment_of(shut.sets_out)
        return written(times.OTHER_SHUT, day, name=name, opens=opens, time=arrives)
    later = round(other[-1].arrives - path[-1].arrives)
    if later > 0:
        return written(times.OTHER_LATER, day, name=name, time=arrives, minutes=later)
    return written(times.OTHER_CHANGES, day, name=name, time=arrives)


def _joined(ports: Sequence[Stop]) -> LocalizedText:
    names = [port.name for port in ports]
    return LocalizedText(
        "—".join(name.zh_hans for name in names),
        "—".join(name.zh_hant for name in names),
        " – ".join(name.en for name in names),
    )


def _channels(router: Router) -> Iterator[Remark]:
    layer = router.dataset.layer(_CHANNELS)
    if layer is None:
        return
    for row in layer.positions_of_row:
        feature = layer.find(layer.id_of(row))
        sentence = times.CHANNEL.get(feature.kind) if feature else None
        if feature and sentence:
            yield Remark(written(sentence, name=feature.name))
