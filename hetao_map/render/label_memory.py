"""Where labels stood, so that they stay while the map is moved and are the same when it is back."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from math import log

from hetao_map.render.request import LabelRequest, Standing

_VIEWS_KEPT = 24
_Key = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Asked:
    """A request for labels, and whether it is the quick one before the whole one."""

    request: LabelRequest
    subject: _Key
    quick: bool


class LabelMemory:
    """Remembers the places of the last views.

    A view that was there before gets its labels where they were. One that was only moved keeps
    those of the view before it. Any other is new: its labels do not depend on what was seen
    earlier, and come in two steps, those that find room beside their features first.
    """

    def __init__(self) -> None:
        self._views: OrderedDict[_Key, Standing] = OrderedDict()
        self._last: _Key = ()

    def ask(self, request: LabelRequest) -> Asked:
        """Return the request with what stood there before."""
        subject, place = _subject(request), _place(request)
        known = self._views.get((subject, place))
        if known is None and self._last and self._last[0] == subject:
            known = self._views.get(self._last)
        if known is None:
            return Asked(replace(request, crowd=False), (subject, place), quick=True)
        return Asked(replace(request, before=known), (subject, place), quick=False)

    def keep(self, asked: Asked, standing: Standing) -> None:
        """Remember where the labels of a whole request stand."""
        self._views[asked.subject] = standing
        self._views.move_to_end(asked.subject)
        self._last = asked.subject
        while len(self._views) > _VIEWS_KEPT:
            self._views.popitem(last=False)


def _subject(request: LabelRequest) -> _Key:
    """Return what decides about labels besides the place of the view."""
    viewport = request.viewport
    scale = round(log(viewport.metres_per_px), 6)
    words = (request.language, request.second_language)
    layers = tuple(map(id, request.layers))
    return scale, viewport.size_px, viewport.device_pixel_ratio, layers, words


def _place(request: LabelRequest) -> _Key:
    """Return the middle of the view in hundredths of a pixel."""
    viewport = request.viewport
    return tuple(round(c / viewport.metres_per_px * 100) for c in viewport.center)
