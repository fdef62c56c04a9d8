"""A pointer event as a value, and what a tool is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from hetao_map.geometry.extent import Extent, Xy


@dataclass(frozen=True, slots=True)
class PointerEvent:
    """A press, move or release of the main button: pixel of the canvas, and the map point."""

    px: Xy
    point: Xy
    shift: bool = False


@dataclass(frozen=True, slots=True)
class BoxShape:
    """A rectangle to be drawn over the map, in map metres."""

    extent: Extent


@dataclass(frozen=True, slots=True)
class LineShape:
    """A line through map points; ahead tells that it only leads on to the pointer."""

    points: tuple[Xy, ...]
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class AreaShape:
    """An area within a closed line of map points."""

    ring: tuple[Xy, ...]


@dataclass(frozen=True, slots=True)
class NoteShape:
    """Words at a map point."""

    point: Xy
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class PinShape:
    """A pin whose tip stands on a map point, and its title."""

    point: Xy
    title: str


@dataclass(frozen=True, slots=True)
class PlaceShape:
    """A mark at a map point."""

    point: Xy


@dataclass(frozen=True, slots=True)
class BadgeShape:
    """A small sign beside a map point: open, closing, closed or unknown."""

    point: Xy
    state: str


Shape = BadgeShape | BoxShape | LineShape | AreaShape | NoteShape | PinShape | PlaceShape
Overlay = Sequence[Shape]


class Tool(Protocol):
    """Something the pointer can do. Each handler tells whether it has dealt with the event."""

    def press(self, event: PointerEvent) -> bool:
        """Take the pointer down."""

    def move(self, event: PointerEvent) -> bool:
        """Follow the pointer while it is down."""

    def release(self, event: PointerEvent) -> bool:
        """Let the pointer up."""

    def undo(self) -> None:
        """Take the last step back."""

    def leave(self) -> None:
        """Give up what is under way; doing so twice does no harm."""

    def overlay(self) -> Overlay:
        """Return what is to be drawn over the map now."""


@runtime_checkable
class DrawingTool(Tool, Protocol):
    """A tool that draws point by point, on to the pointer."""

    def follow(self, point: Xy | None) -> bool:
        """Take over the map point under the pointer, None without one; tell whether what is to
        be drawn has changed.
        """

    def finish(self) -> bool:
        """Complete what is being drawn; tell whether the tool has done so."""
