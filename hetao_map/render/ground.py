"""The map below highlight and labels: a picture for each layer, and the one made of them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QImage

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, Stale
from hetao_map.render.compose import compose
from hetao_map.render.layer import render_layer
from hetao_map.render.picture import Picture
from hetao_map.render.request import RenderRequest, RenderResult, device_size
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.sheets import Sheet, Sheets, image_on
from hetao_map.render.theme import Theme

GROUND = "ground"
_Subject = tuple[Viewport, Theme, tuple[tuple[Layer, float, str], ...]]
"""What a picture of all layers shows: the view, the colours, and each layer with its opacity and
its look in the dark.
"""


@dataclass(frozen=True, eq=False)
class Kept:
    """A layer's picture and what it was painted from."""

    result: RenderResult
    layer: Layer
    theme: Theme
    dark_look: str

    def serves(self, request: RenderRequest) -> bool:
        """Tell whether it is what would be painted now."""
        same_look = self.theme is request.theme and self.dark_look == request.dark_look
        same_view = self.result.viewport == request.viewport
        return self.layer is request.layer and same_look and same_view


@dataclass(frozen=True, eq=False)
class Composed:
    """All layers in one picture, of what, and the block of memory it lies in."""

    subject: _Subject
    result: RenderResult
    sheet: Sheet


class Ground:
    """Keeps the pictures of the layers and has them renewed. Lives on the window's thread.

    Layers are painted, and put together, in the background: a frame has one picture to draw.
    """

    def __init__(self, scheduler: Scheduler, sheets: Sheets) -> None:
        self._scheduler, self._sheets = scheduler, sheets
        self._kept: dict[str, Kept] = {}
        self._composed: Composed | None = None
        self._wanted: _Subject | None = None

    @property
    def complete(self) -> bool:
        """Tell whether all that was asked for last is in one picture."""
        return self._composed is not None and self._composed.subject == self._wanted

    def forget(self, picture: Picture) -> bool:
        """Throw away the pictures of layers that are no more; tell whether any is left.

        On another day of the same map most layers are as they were.
        """
        there = {id(layer) for layer in picture.catalog.layers}
        self._kept = {name: kept for name, kept in self._kept.items() if id(kept.layer) in there}
        if not self._kept:
            self._composed = None
        return bool(self._kept)

    def results(self, picture: Picture, *, patient: bool) -> list[RenderResult]:
        """Return what is there of the layers, as one picture or, without patience, one by one."""
        composed = self._composed
        if composed is not None and (patient or composed.subject == self._wanted):
            return [composed.result]
        return list(_seen_through(self._kept, picture))

    def request(self, picture: Picture, view: Viewport) -> None:
        """Ask for the pictures that miss, and for the one of them all."""
        layers = picture.layers
        shown = {layer.id: layer for layer in layers}
        self._kept = {
            name: kept
            for name, kept in self._kept.items()
            if name in shown or kept.result.viewport == view
        }
        painted = dict(self._kept)
        for layer in layers:
            kept, request = painted.get(layer.id), picture.request_for(layer, view)
            if kept is None or not kept.serves(request):
                self._request_layer(request, painted)
        self._request_ground(picture, view, painted)

    def take(self, key: str, result: object) -> bool:
        """Keep what has been painted; tell whether it was asked for here."""
        if isinstance(result, Kept):
            if result.result.complete:
                self._kept[key] = result
        elif isinstance(result, Composed):
            if self._composed is not None:
                self._sheets.give_back(self._composed.sheet)
            self._composed = result
        else:
            return False
        return True

    def _request_layer(self, request: RenderRequest, painted: dict[str, Kept]) -> None:
        """Have a layer painted; it is added to painted, for the work that comes after it."""

        def work(stale: Stale) -> Kept:
            with self._sheets.lending() as new:
                result = render_layer(request, stale, new)
                result = replace(result, image=None) if stale() else result.in_pieces()
            kept = Kept(result, request.layer, request.theme, request.dark_look)
            if result.complete:
                painted[request.layer.id] = kept
            return kept

        self._scheduler.request(request.layer.id, work)

    def _request_ground(self, picture: Picture, view: Viewport, painted: dict[str, Kept]) -> None:
        looks = tuple((la, picture.opacity_of(la), picture.look_of(la)) for la in picture.layers)
        subject = (view, picture.theme, looks)
        if subject == self._wanted and self.complete:
            return
        self._wanted = subject
        if not looks:
            self._scheduler.cancel(GROUND)
            self._composed = None
            return
        ground = QColor(*picture.theme.beyond)

        def work(stale: Stale) -> Composed:
            results = [r for r in _seen_through(painted, picture) if r.viewport == view]
            return _composed(subject, results, ground, self._sheets, stale)

        self._scheduler.request(GROUND, work)


def _seen_through(kept: dict[str, Kept], picture: Picture) -> Iterator[RenderResult]:
    """Yield the pictures of the layers from the bottom up, with their opacity."""
    for layer in picture.layers:
        there = kept.get(layer.id)
        if there is not None and there.layer is layer and there.result.image is not None:
            yield replace(there.result, opacity=picture.opacity_of(layer))


def _composed(
    subject: _Subject,
    results: list[RenderResult],
    ground: QColor,
    sheets: Sheets,
    stale: Stale,
) -> Composed:
    """Put pictures of one view together. Any thread."""
    view = subject[0]
    size = device_size(view)
    sheet = sheets.take(size)
    image = image_on(sheet, size, view.device_pixel_ratio, QImage.Format.Format_RGB32)
    image.fill(ground)
    compose(image, results, stale)
    return Composed(subject, RenderResult(view, image), sheet)
