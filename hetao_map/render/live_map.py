"""The map on the screen: pictures of the layers that are kept, moved and renewed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, Stale
from hetao_map.render.compose import paint_results, render_highlight
from hetao_map.render.furniture import furniture_of
from hetao_map.render.furniture_pictures import FurniturePictures
from hetao_map.render.graticule import render_grid
from hetao_map.render.label_memory import Asked, LabelMemory
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import render_labels
from hetao_map.render.layer import render_layer
from hetao_map.render.lettering import painting
from hetao_map.render.picture import Picture
from hetao_map.render.request import (
    LabelRequest,
    RenderRequest,
    RenderResult,
    device_size,
    padded_view,
)
from hetao_map.render.scheduler import Scheduler, Work
from hetao_map.render.theme import Theme

# Painting begins when the view has been still for so long.
QUIET_MS = 30
# Pictures reach beyond the view, so that a short pan shows no empty edge.
_MARGIN_PX = 96
# While several pictures are on their way the screen is renewed this often.
_ANNOUNCE_MS = 100
# So long the old map stays whole before new pictures are shown one by one.
_PATIENCE_MS = 500
# So long after the quick labels the others are looked for: the screen comes first.
_SEARCH_MS = 20
_LABELS = "labels"


@dataclass(frozen=True, eq=False)
class _Kept:
    """A layer's picture and what it was painted from."""

    result: RenderResult
    layer: Layer
    theme: Theme


@dataclass(frozen=True, eq=False)
class _Labels:
    """The labels' picture and what was asked for."""

    result: RenderResult
    asked: Asked


class LiveMap(QObject):
    """Paints at once with the pictures it has, and renews them in the background."""

    updated = Signal()
    """A picture has been renewed; the canvas should be painted again."""

    painted_aside = Signal(str, object)
    """key, result of a work that was asked for beside the map."""

    def __init__(self, scheduler: Scheduler) -> None:
        super().__init__()
        self._scheduler = scheduler
        self._scheduler.done.connect(self._on_done)
        self._shapes = TextShapes()
        self._kept: dict[str, _Kept] = {}
        self._labels: RenderResult | None = None
        self._labels_asked: tuple[object, ...] = ()
        self._memory = LabelMemory()
        self._rest: Asked | None = None
        self._picture: Picture | None = None
        self._quiet = self._timer(QUIET_MS, self._on_quiet)
        self._announcing = self._timer(_ANNOUNCE_MS, self.updated.emit)
        self._patience = self._timer(_PATIENCE_MS, self.updated.emit)
        self._searching = self._timer(_SEARCH_MS, self._search_labels)
        self._furniture = FurniturePictures()
        self._highlight: tuple[tuple[object, ...], RenderResult] | None = None
        self._grid: tuple[tuple[object, ...], RenderResult] | None = None
        self._composed: tuple[list[RenderResult], RenderResult] | None = None

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    @property
    def complete(self) -> bool:
        """Tell whether the screen shows all that it should."""
        return self._picture is not None and not self._quiet.isActive() and self._scheduler.idle

    @property
    def hidden_labels(self) -> int:
        """Return how many labels of the last pass found no room."""
        return self._labels.hidden if self._labels else 0

    def show(self, picture: Picture) -> None:
        """Take over what is to be seen; what misses is painted once the view is still."""
        before, self._picture = self._picture, picture
        same_data = before is not None and before.catalog is picture.catalog
        if not same_data:
            self._forget(picture)
        if same_data and before is not None and before.viewport != picture.viewport:
            self._quiet.start()
            self._scheduler.hold()
            self._patience.start()
        elif not self._quiet.isActive():
            self._request()
        self.updated.emit()

    def _forget(self, picture: Picture) -> None:
        """Throw away the pictures of layers that are no more.

        On another day of the same map most layers are as they were; until the others are
        painted, the old map stays.
        """
        there = {id(layer) for layer in picture.catalog.layers}
        self._kept = {name: kept for name, kept in self._kept.items() if id(kept.layer) in there}
        if self._kept:
            self._patience.start()
        else:
            self._labels = self._composed = None
        self._memory = LabelMemory()

    def paint(self, painter: QPainter) -> None:
        """Paint the present view with what is there, in logical pixels."""
        if self._picture is not None:
            self._scheduler.hold()
            self._paint(painter, self._picture)
        self._scheduler.go_on()

    def _paint(self, painter: QPainter, picture: Picture) -> None:
        viewport, theme = picture.viewport, picture.theme
        painter.fillRect(QRectF(0, 0, *viewport.size_px), QColor(*theme.beyond))
        paint_results(painter, self._ground(picture), viewport)
        paint_results(painter, [self._highlighted(picture)], viewport)
        if picture.surround.grid:
            paint_results(painter, [self._graticule(picture)], viewport)
        if self._labels is not None:
            paint_results(painter, [self._labels], viewport)
        self._furniture.paint(painter, picture, moving=self._quiet.isActive())

    def _ground(self, picture: Picture) -> list[RenderResult]:
        """Return the pictures of the layers; once all are there, as a single one.

        A dozen pictures a frame would be too slow to follow the hand.
        """
        results = [result for result in self._layer_results(picture) if result.image is not None]
        if self._composed is not None and self._composed[0] == results:
            return [self._composed[1]]
        views = {result.viewport for result in results}
        if not self.complete or len(views) != 1:
            old = self._composed if self._patience.isActive() else None
            return [old[1]] if old else results
        (view,) = views
        image = QImage(device_size(view), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(view.device_pixel_ratio)
        image.fill(QColor(*picture.theme.beyond))
        with painting(image) as painter:
            paint_results(painter, results, view)
        self._composed = (results, RenderResult(view, image))
        return [self._composed[1]]

    def _highlighted(self, picture: Picture) -> RenderResult:
        """Return the highlight; while the map moves, the last one is moved with it."""
        subject = (picture.highlight, picture.catalog, picture.theme)
        view = padded_view(picture.viewport, _MARGIN_PX)
        kept = self._highlight
        same = kept is not None and kept[0] == subject
        if kept and same and (self._quiet.isActive() or kept[1].viewport == view):
            return kept[1]
        result = render_highlight(picture.catalog, picture.highlight, view, picture.theme)
        self._highlight = (subject, result)
        return result

    def _graticule(self, picture: Picture) -> RenderResult:
        """Return the grid of degrees; while the map moves, the last one is moved with it."""
        subject = (picture.surround.grid, picture.theme)
        view = padded_view(picture.viewport, _MARGIN_PX)
        kept = self._grid
        same = kept is not None and kept[0] == subject
        if kept and same and (self._quiet.isActive() or kept[1].viewport == view):
            return kept[1]
        result = render_grid(view, picture.surround.grid, picture.theme)
        self._grid = (subject, result)
        return result

    def paint_aside(self, key: str, work: Work) -> None:
        """Have something else painted by the one painter, for who waits for painted_aside."""
        self._scheduler.request(key, work)

    def close(self) -> None:
        """Stop painting for good."""
        for timer in (self._quiet, self._announcing, self._patience, self._searching):
            timer.stop()
        self._scheduler.close()

    def _layer_results(self, picture: Picture) -> Iterable[RenderResult]:
        for layer in picture.layers:
            kept = self._kept.get(layer.id)
            if kept is not None and kept.layer is layer:
                yield self._seen_through(kept, picture.opacity_of(layer))

    def _seen_through(self, kept: _Kept, opacity: float) -> RenderResult:
        """Return a layer's picture with an opacity: the same one until that changes."""
        if kept.result.opacity != opacity:
            kept = replace(kept, result=replace(kept.result, opacity=opacity))
            self._kept[kept.layer.id] = kept
        return kept.result

    def _on_quiet(self) -> None:
        self._request()
        # Highlight and furniture were those of before while the map moved.
        self.updated.emit()

    def _request(self) -> None:
        picture = self._picture
        if picture is None:
            return
        shown = picture.layers
        wide = padded_view(picture.viewport, _MARGIN_PX)
        for layer in shown:
            self._request_layer(layer, wide, picture.theme)
        self._request_labels(picture, shown)

    def _request_layer(self, layer: Layer, wide: Viewport, theme: Theme) -> None:
        kept = self._kept.get(layer.id)
        if kept and kept.layer is layer and kept.theme is theme and kept.result.viewport == wide:
            return
        request = RenderRequest(wide, layer, theme)

        def work(stale: Stale) -> _Kept:
            return _Kept(render_layer(request, stale), layer, theme)

        self._scheduler.request(layer.id, work)

    def _request_labels(self, picture: Picture, shown: tuple[Layer, ...]) -> None:
        viewport = picture.viewport
        furniture = furniture_of(viewport, picture.language, picture.surround)
        taken = (*furniture.boxes, QRectF(viewport.size_px[0] - 62, 0, 62, 210))
        words = (picture.language, picture.second_language)
        asked = (viewport, tuple(map(id, shown)), picture.theme, words, taken)
        if asked == self._labels_asked:
            return
        self._labels_asked = asked
        request = LabelRequest(viewport, shown, picture.theme, words[0], taken, words[1])
        self._place_labels(self._memory.ask(request))

    def _place_labels(self, asked: Asked) -> None:
        def work(stale: Stale) -> _Labels:
            return _Labels(render_labels(asked.request, self._shapes, stale), asked)

        self._scheduler.request(_LABELS, work)

    def _take_labels(self, labels: _Labels) -> None:
        """Show labels; after the quick ones those that need a search are looked for."""
        self._labels = labels.result
        if labels.asked.quick:
            whole = replace(labels.asked.request, crowd=True)
            self._rest = replace(labels.asked, request=whole, quick=False)
            self._searching.start()
        else:
            self._memory.keep(labels.asked, labels.result.standing)

    def _search_labels(self) -> None:
        """Look for room for the labels that the quick step left, if the view is still the same."""
        rest, self._rest = self._rest, None
        shown = self._labels.viewport if self._labels else None
        if rest is not None and rest.request.viewport == shown and not self._quiet.isActive():
            self._place_labels(rest)

    def _on_done(self, key: str, result: object) -> None:
        if isinstance(result, _Kept) and result.result.complete:
            self._kept[key] = result
        elif isinstance(result, _Labels) and result.result.complete:
            self._take_labels(result)
        else:
            self.painted_aside.emit(key, result)
        if self._scheduler.idle:
            self._announcing.stop()
            self.updated.emit()
        elif not self._announcing.isActive():
            self._announcing.start()
