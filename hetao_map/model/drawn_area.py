"""An area that is being drawn on the map, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hetao_map.geometry.extent import Xy


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """Corners of an area in map metres; boxed: two of them, opposite each other in a rectangle.

    done tells that it is complete, so that the next corner begins anew.
    """

    points: tuple[Xy, ...] = ()
    boxed: bool = False
    done: bool = False

    @property
    def encloses(self) -> bool:
        """Tell whether the corners are enough for an area."""
        return len(self.points) >= (2 if self.boxed else 3)

    @property
    def ring(self) -> tuple[Xy, ...]:
        """Return the closed outline, or the line so far."""
        if not self.encloses:
            return self.points
        if not self.boxed:
            return (*self.points, self.points[0])
        (x0, y0), (x1, y1) = self.points[:2]
        return (x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)

    def with_point(self, point: Xy) -> DrawnArea:
        """Return the area with one corner more; a rectangle is done with its second one.

        After a complete area a new one begins.
        """
        begun = self.cleared() if self.done else self
        if begun.points[-1:] == (point,):
            return begun
        larger = replace(begun, points=(*begun.points, point))
        return replace(larger, done=larger.boxed and larger.encloses)

    def finished(self) -> DrawnArea:
        """Return the area as complete, as it is where it encloses nothing yet."""
        return replace(self, done=True) if self.encloses else self

    def without_last(self) -> DrawnArea:
        """Return the area one step before: open again, or a corner less."""
        if self.done and not self.boxed:
            return replace(self, done=False)
        return replace(self, points=self.points[:-1], done=False)

    def cleared(self) -> DrawnArea:
        """Return an empty area of the same kind."""
        return DrawnArea(boxed=self.boxed)
