"""The map on the screen: pictures of the layers that are kept, moved and renewed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter

from hetao_map.model.layer import Layer, Stale
from hetao_map.render.compose import paint_results, render_highlight
from hetao_map.render.furniture import furniture_of
from hetao_map.render.furniture_pictures import FurniturePictures, controls_box
from hetao_map.render.graticule import render_grid
from hetao_map.render.ground import GROUND, Ground
from hetao_map.render.label_memory import Asked, LabelMemory
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import render_labels
from hetao_map.render.picture import Picture
from hetao_map.render.request import (
    LabelRequest,
    RenderResult,
    padded_view,
)
from hetao_map.render.scheduler import Scheduler, Work
from hetao_map.render.sheets import Sheets
from hetao_map.render.way_line import paint_way

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
        self._scheduler.failed.connect(self._announce)
        self._shapes = TextShapes()
        self._sheets = Sheets()
        self._ground = Ground(scheduler, self._sheets)
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
        self._highlight: tuple[tuple[object, ...], tuple[object, ...], RenderResult] | None = None
        self._grid: tuple[tuple[object, ...], RenderResult] | None = None

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
            if not self._ground.complete:
                self._patience.start()
        self.updated.emit()

    def _forget(self, picture: Picture) -> None:
        """Throw away the pictures of layers that are no more.

        On another day of the same map most layers are as they were; until the others are
        painted, the old map stays.
        """
        if self._ground.forget(picture):
            self._patience.start()
        else:
            self._labels = None
        self._memory = LabelMemory()

    def paint(self, painter: QPainter) -> None:
        """Paint the present view with what is there, in logical pixels."""
        if self._picture is not None:
            self._scheduler.hold()
            self._paint(painter, self._picture)
        self._scheduler.go_on()

    def _paint(self, painter: QPainter, picture: Picture) -> None:
        viewport, theme = picture.viewport, picture.theme
        ground = self._ground.results(picture, patient=self._patience.isActive())
        view = QRectF(0, 0, *viewport.size_px)
        if not any(result.hides(viewport, view) for result in ground):
            painter.fillRect(view, QColor(*theme.beyond))
        paint_results(painter, ground, viewport)
        paint_results(painter, [self._highlighted(picture)], viewport)
        paint_way(painter, picture.way, viewport, theme)
        if picture.surround.grid:
            paint_results(painter, [self._graticule(picture)], viewport)
        if self._labels is not None:
            paint_results(painter, [self._labels], viewport)
        self._furniture.paint(painter, picture, moving=self._quiet.isActive())

    def _highlighted(self, picture: Picture) -> RenderResult:
        """Return the highlight; while the map moves, the last one is moved with it."""
        subject = (picture.highlight, picture.catalog, picture.theme)
        view = padded_view(picture.viewport, _MARGIN_PX)
        kept = self._highlight
        if kept and kept[0] == subject and self._quiet.isActive():
            return kept[2]
        looks = picture.looks(view)
        seen = (view, tuple((id(look.layer), opacity) for look, opacity in looks))
        if kept and kept[:2] == (subject, seen):
            return kept[2]
        result = render_highlight(picture.catalog, picture.highlight, view, picture.theme, looks)
        self._highlight = (subject, seen, result)
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

    def _on_quiet(self) -> None:
        # The painter begins after the frame that is due now, and does not share it.
        self._scheduler.hold()
        self._request()
        # Highlight and furniture were those of before while the map moved.
        self.updated.emit()

    def _request(self) -> None:
        picture = self._picture
        if picture is None:
            return
        self._ground.request(picture, padded_view(picture.viewport, _MARGIN_PX))
        self._request_labels(picture, picture.layers)

    def _request_labels(self, picture: Picture, shown: tuple[Layer, ...]) -> None:
        viewport = picture.viewport
        controls = (controls_box(viewport),)
        furniture = furniture_of(viewport, picture.language, picture.surround, taken=controls)
        taken = (*furniture.boxes, *controls)
        words = (picture.language, picture.second_language)
        asked = (viewport, tuple(map(id, shown)), picture.theme, words, taken)
        if asked == self._labels_asked:
            return
        self._labels_asked = asked
        # A search for what was seen before would take the place of these labels.
        self._searching.stop()
        request = LabelRequest(viewport, shown, picture.theme, words[0], taken, words[1])
        self._place_labels(self._memory.ask(request))

    def _place_labels(self, asked: Asked) -> None:
        def work(stale: Stale) -> _Labels:
            with self._sheets.lending() as new:
                result = render_labels(asked.request, self._shapes, stale, new).in_pieces()
            return _Labels(result, asked)

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
        if rest is None:
            return
        if rest.request.viewport == shown and not self._quiet.isActive():
            self._place_labels(rest)
        else:
            # Should the view come to rest where it was, the same labels are asked for again.
            self._labels_asked = ()

    def _on_done(self, key: str, result: object) -> None:
        if isinstance(result, _Labels):
            if result.result.complete:
                self._take_labels(result)
        elif not self._ground.take(key, result):
            self.painted_aside.emit(key, result)
        self._announce(key)

    def _announce(self, key: str) -> None:
        """Tell of a new picture, or that one will not come; of several in a row not each."""
        if self._scheduler.idle or key == GROUND:
            self._announcing.stop()
            self.updated.emit()
        elif not self._announcing.isActive():
            self._announcing.start()
