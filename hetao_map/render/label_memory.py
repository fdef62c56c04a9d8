"""Where labels stood, so that they stay while the map is moved and are the same when it is back."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from math import log
from typing import Any

from hetao_map.render.request import LabelRequest, Standing

_VIEWS_KEPT = 24
_Key = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Asked:
    """A request for labels, and whether it is the quick one before the whole one."""

    request: LabelRequest
    subject: _Key
    quick: bool


class LabelMemory:
    """Remembers the places of the last views.

    A view that was there before gets its labels where they were. One that was only moved, or
    in which layers were only switched, keeps those of the view before it. Any other is new: its
    labels do not depend on what was seen earlier. Where many labels may need a search they come
    in two steps, those that stood there or find room beside their features first.
    """

    def __init__(self) -> None:
        self._views: OrderedDict[_Key, Standing] = OrderedDict()
        self._last: _Key = ()

    def ask(self, request: LabelRequest) -> Asked:
        """Return the request with what stood there before."""
        key = (_look(request), _place(request), tuple(map(id, request.layers)))
        known = self._views.get(key)
        moved = known is None and self._is_last(key[0], layers=key[2])
        switched = known is None and self._is_last(key[0], place=key[1])
        if moved or switched:
            known = self._views.get(self._last)
        before = known or Standing()
        if known is None or switched:
            return Asked(replace(request, before=before, crowd=False), key, quick=True)
        return Asked(replace(request, before=before), key, quick=False)

    def _is_last(self, look: _Key, **same: _Key) -> bool:
        """Tell whether the last view looks so, at the same place or with the same layers."""
        if not self._last:
            return False
        last = dict(zip(("look", "place", "layers"), self._last, strict=True))
        return all(last[name] == value for name, value in {"look": look, **same}.items())

    def keep(self, asked: Asked, standing: Standing) -> None:
        """Remember where the labels of a whole request stand."""
        self._views[asked.subject] = standing
        self._views.move_to_end(asked.subject)
        self._last = asked.subject
        while len(self._views) > _VIEWS_KEPT:
            self._views.popitem(last=False)


def _look(request: LabelRequest) -> _Key:
    """Return what decides about labels besides the place of the view and its layers."""
    viewport = request.viewport
    scale = round(log(viewport.metres_per_px), 6)
    words = (request.language, request.second_language)
    return scale, viewport.size_px, viewport.device_pixel_ratio, words


def _place(request: LabelRequest) -> _Key:
    """Return the middle of the view in hundredths of a pixel."""
    viewport = request.viewport
    return tuple(round(c / viewport.metres_per_px * 100) for c in viewport.center)
