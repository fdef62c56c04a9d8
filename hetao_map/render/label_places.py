"""Finding one label its place: where it stood, where its style wants it, or what is free around."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainterPath

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import TextSymbolizer
from hetao_map.render.label_room import Room
from hetao_map.render.label_spots import at_home, label_centers, line_spots
from hetao_map.render.label_text import Caption, TextShape, TextShapes, symbol_font
from hetao_map.render.label_wishes import Wish
from hetao_map.render.leaders import Leader, leader
from hetao_map.render.lettering import Run
from hetao_map.render.line_labels import CurvedText, along, at_spots
from hetao_map.render.paths import pixel_rings
from hetao_map.render.request import LabelKey, LabelRequest, Spot

# Room kept free around each label, in pixels.
AIR = 2.0
# Names that follow a line keep that far from the edge of the view.
_EDGE = 8.0


@dataclass(frozen=True, eq=False)
class PlacedLabel:
    """A label with its outline and what it covers, in pixels of the view.

    spots are its centre or its letters' middles, with angles; straight is the shape and its
    centre where the label is not bent along a line; stayed tells whether it stood there before.
    """

    wish: Wish
    caption: Caption
    path: QPainterPath
    boxes: tuple[QRectF, ...]
    runs: tuple[Run, ...]
    spots: tuple[Spot, ...]
    straight: tuple[TextShape, QPointF] | None = None
    leader: Leader | None = None
    stayed: bool = False

    @property
    def key(self) -> LabelKey:
        """Return whose label it is."""
        return self.wish.key

    @property
    def symbolizer(self) -> TextSymbolizer:
        """Return how it looks."""
        return self.wish.symbolizer

    @property
    def text(self) -> str:
        """Return what it says in the first language."""
        return self.caption.text

    @property
    def covered(self) -> tuple[QRectF, ...]:
        """Return the boxes where no other label may lie."""
        return (*self.boxes, *(self.leader.boxes if self.leader else ()))


@dataclass(frozen=True, eq=False)
class Placing:
    """What is needed to find labels their places in one view."""

    request: LabelRequest
    shapes: TextShapes
    room: Room
    view: QRectF
    _known_spots: dict[LabelKey, list[Xy]] = field(default_factory=dict, init=False)

    @property
    def viewport(self) -> Viewport:
        """Return the view."""
        return self.request.viewport

    def stay(self, wish: Wish) -> PlacedLabel | None:
        """Return the label where it stood before, None where that is not free any more."""
        place = self.request.stood.get(wish.key)
        caption = next((c for c in wish.captions if place and c == place.words), None)
        if place is None or caption is None:
            return None
        spots = [(*self.viewport.to_px((x, y)), angle) for x, y, angle in place.spots]
        if _follows(wish):
            text, font = _along_text(caption, wish.symbolizer)
            return _bent(wish, caption, at_spots(spots, text, font, self.room.still_free))
        ((x, y, _angle),) = spots
        shape = self.shapes.get(caption, wish.symbolizer)
        return self._at(wish, caption, shape, QPointF(x, y), again=True)

    def by_its_feature(self, wish: Wish) -> PlacedLabel | None:
        """Return the label where it stood or at the best free place, None where there is none."""
        stayed = self.stay(wish)
        return replace(stayed, stayed=True) if stayed else self.near(wish)

    def near(self, wish: Wish) -> PlacedLabel | None:
        """Return the label at the best free place by its feature, None where there is none."""
        for caption in wish.captions:
            found = self._along(wish, caption) if _follows(wish) else self._beside(wish, caption)
            if found is not None:
                return found
        return None

    def mark_of(self, wish: Wish) -> Xy:
        """Return the pixel where a name's line begins."""
        return self._spots(wish)[0]

    def _spots(self, wish: Wish) -> list[Xy]:
        """Return the pixels that a straight label belongs to, the best first."""
        if wish.column.kind is not Kind.LINE:
            return [wish.spot]
        spots = self._known_spots.get(wish.key)
        if spots is None:
            spots = line_spots(wish.column, wish.position, self.viewport, self.view) or [wish.spot]
            self._known_spots[wish.key] = spots
        return spots

    def _beside(self, wish: Wish, caption: Caption) -> PlacedLabel | None:
        shape, spots = self.shapes.get(caption, wish.symbolizer), self._spots(wish)
        if self._fits_on_mark(wish, shape):
            return self.straight_label(wish, caption, shape, QPointF(*wish.spot))
        for center in label_centers(wish.symbolizer, wish.column.kind, spots, shape.box):
            found = self._at(wish, caption, shape, center)
            if found is not None:
                return found
        return None

    def _fits_on_mark(self, wish: Wish, shape: TextShape) -> bool:
        """Tell whether a label lies within its own mark, as a number in a circle does."""
        if not wish.inside:
            return False
        x, y = wish.spot
        own = QRectF(x - wish.inside, y - wish.inside, 2 * wish.inside, 2 * wish.inside)
        box = shape.box.translated(x, y)
        return own.contains(box) and self.room.free_on(own.adjusted(-1, -1, 1, 1), box)

    def _at(
        self,
        wish: Wish,
        caption: Caption,
        shape: TextShape,
        center: QPointF,
        *,
        again: bool = False,
    ) -> PlacedLabel | None:
        """Return a straight label around a pixel, None where that is not free."""
        free = self.room.still_free if again else self.room.free
        if not free(_box(shape, center)):
            return None
        _, line = self._cover(wish, shape, center)
        if line is not None and not (again and line.clear(self.room)):
            return None
        height = shape.box.height()
        if not at_home(wish.column, wish.position, self.viewport, center, height):
            return None
        return self.straight_label(wish, caption, shape, center)

    def _cover(self, wish: Wish, shape: TextShape, center: QPointF) -> tuple[QRectF, Leader | None]:
        """Return the box of a straight label around a pixel and, off its mark, its line."""
        box = _box(shape, center)
        line = leader(wish.symbolizer, self.mark_of(wish), box) if may_stand_off(wish) else None
        return box, line

    def straight_label(
        self, wish: Wish, caption: Caption, shape: TextShape, center: QPointF
    ) -> PlacedLabel:
        """Return a label around a pixel; off its mark it has a line."""
        box, line = self._cover(wish, shape, center)
        return PlacedLabel(
            wish,
            caption,
            shape.path.translated(center),
            (box,),
            tuple(run.translated(center) for run in shape.runs),
            ((center.x(), center.y(), 0.0),),
            (shape, QPointF(center)),
            line,
        )

    def _along(self, wish: Wish, caption: Caption) -> PlacedLabel | None:
        rings = pixel_rings(wish.column, np.array([wish.position]), self.viewport)
        text, font = _along_text(caption, wish.symbolizer)
        inner = self.view.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        offset = wish.symbolizer.line_offset
        for start, end in zip(rings.offsets[:-1], rings.offsets[1:], strict=True):
            options = along(rings.xy[start:end], text, font, inner, offset, self.room.free)
            found = _bent(wish, caption, next(options, None))
            if found is not None:
                return found
        return None


def _box(shape: TextShape, center: QPointF) -> QRectF:
    return shape.box.translated(center).adjusted(-AIR, -AIR, AIR, AIR)


def may_stand_off(wish: Wish) -> bool:
    """Tell whether a label's style lets it stand off its mark, with a line between."""
    return bool(wish.symbolizer.max_displacement) and wish.column.kind is not Kind.POLYGON


def _follows(wish: Wish) -> bool:
    return wish.symbolizer.follow_line and wish.column.kind is Kind.LINE


def _along_text(caption: Caption, symbolizer: TextSymbolizer) -> tuple[str, QFont]:
    """Return a caption as one row of letters, both languages after each other, and its font."""
    parts = [part for part in (caption, caption.below) if part is not None]
    # A Chinese font has Latin letters as well, but not the other way round.
    language = next((part.language for part in parts if part.language.chinese), caption.language)
    return "  ".join(part.text for part in parts), symbol_font(symbolizer, language)


def _bent(wish: Wish, caption: Caption, found: CurvedText | None) -> PlacedLabel | None:
    if found is None:
        return None
    return PlacedLabel(
        wish,
        caption,
        found.path,
        tuple(found.boxes),
        found.runs,
        found.spots,
    )
