"""What is being measured on the map, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hetao_map.geometry.extent import Xy


@dataclass(frozen=True, slots=True)
class Measurement:
    """Points of a line or of the edge of an area, in map metres.

    of_area tells that each shape is an area from its third point on; rounded that a line was led
    back to its first point; done that it is complete, so that the next point begins anew.
    """

    points: tuple[Xy, ...] = ()
    of_area: bool = False
    rounded: bool = False
    done: bool = False

    @property
    def closed(self) -> bool:
        """Tell whether the points enclose an area."""
        return (self.of_area or self.rounded) and len(self.points) > 2

    @property
    def ring(self) -> tuple[Xy, ...]:
        """Return the points, with the first once more at the end of a closed shape."""
        return (*self.points, self.points[0]) if self.closed else self.points

    def with_point(self, point: Xy) -> Measurement:
        """Return the shape with one point more; after a complete one a new shape."""
        begun = self.cleared() if self.done else self
        if begun.points[-1:] == (point,):
            return begun
        return replace(begun, points=(*begun.points, point))

    def finished(self, *, rounded: bool = False) -> Measurement:
        """Return the shape as complete; rounded leads it back to its first point."""
        if len(self.points) < 2:
            return self
        return replace(self, done=True, rounded=rounded or self.rounded)

    def without_last(self) -> Measurement:
        """Return the shape one step before: open again, or a point shorter."""
        if self.done:
            return replace(self, done=False, rounded=False)
        return replace(self, points=self.points[:-1])

    def cleared(self) -> Measurement:
        """Return an empty shape of the same kind."""
        return Measurement(of_area=self.of_area)
