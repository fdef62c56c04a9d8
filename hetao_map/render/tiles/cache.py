"""Tiles that have been decoded, kept for the next view within a budget of memory."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict

from PySide6.QtGui import QImage

from hetao_map.model.tiles import Cell, TileLayer
from hetao_map.render.tiles.levels import Choice

BUDGET_BYTES = 96 * 1024 * 1024
_Key = tuple[int, int, int, Cell]


class TileCache:
    """Keeps pictures by layer, level and cell; the one used longest ago goes first. Any thread."""

    def __init__(self, budget: int = BUDGET_BYTES) -> None:
        self._budget, self._size = budget, 0
        self._images: OrderedDict[_Key, QImage] = OrderedDict()
        self._known: set[int] = set()
        self._lock = threading.RLock()

    @property
    def size(self) -> int:
        """Return the bytes of all pictures that are kept."""
        return self._size

    def get(self, layer: TileLayer, choice: Choice, cell: Cell) -> QImage | None:
        """Return a picture that is kept."""
        key = _key(layer, choice, cell)
        with self._lock:
            if key in self._images:
                self._images.move_to_end(key)
            return self._images.get(key)

    def put(self, layer: TileLayer, choice: Choice, cell: Cell, image: QImage) -> None:
        """Keep a picture, and let go what is over the budget."""
        key = _key(layer, choice, cell)
        with self._lock:
            self._watch(layer)
            before = self._images.pop(key, None)
            self._size += image.sizeInBytes() - (before.sizeInBytes() if before else 0)
            self._images[key] = image
            while self._size > self._budget and len(self._images) > 1:
                _, oldest = self._images.popitem(last=False)
                self._size -= oldest.sizeInBytes()

    def _watch(self, layer: TileLayer) -> None:
        """Forget the pictures of a file once nobody has it any more."""
        number = id(layer.source)
        if number not in self._known:
            self._known.add(number)
            weakref.finalize(layer.source, self._forget, number)

    def _forget(self, number: int) -> None:
        with self._lock:
            self._known.discard(number)
            for key in [key for key in self._images if key[0] == number]:
                self._size -= self._images.pop(key).sizeInBytes()


def _key(layer: TileLayer, choice: Choice, cell: Cell) -> _Key:
    return id(layer.source), choice.level.zoom, choice.shrink, cell


DECODED = TileCache()
