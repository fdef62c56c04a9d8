"""What is looked at, as a value: centre, resolution, size. The extent is derived."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hetao_map.geometry.extent import Extent, Xy

# A logical pixel is 1/96 inch, as in CSS, SVG and Qt; QGIS counts its scales the same way.
METRES_PER_LOGICAL_PX = 0.0254 / 96

MIN_METRES_PER_PX = 0.02
MAX_METRES_PER_PX = 160_000.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """A view of the map: north up, square pixels.

    center is in map metres, metres_per_px is for logical pixels, size_px is (width, height)
    in logical pixels, device_pixel_ratio tells how many device pixels a logical one has.
    """

    center: Xy = (0.0, 0.0)
    metres_per_px: float = 10.0
    size_px: tuple[int, int] = (800, 600)
    device_pixel_ratio: float = 1.0

    @property
    def extent(self) -> Extent:
        """Return the visible rectangle in map metres."""
        half_w = self.size_px[0] * self.metres_per_px / 2
        half_h = self.size_px[1] * self.metres_per_px / 2
        x, y = self.center
        return Extent(x - half_w, y - half_h, x + half_w, y + half_h)

    @property
    def scale_denominator(self) -> float:
        """Return N of the scale 1:N."""
        return self.metres_per_px / METRES_PER_LOGICAL_PX

    def to_px(self, point: Xy) -> Xy:
        """Return the logical pixel of a map point; y counts downwards."""
        extent = self.extent
        return (
            (point[0] - extent.xmin) / self.metres_per_px,
            (extent.ymax - point[1]) / self.metres_per_px,
        )

    def to_map(self, pixel: Xy) -> Xy:
        """Return the map point under a logical pixel."""
        extent = self.extent
        return (
            extent.xmin + pixel[0] * self.metres_per_px,
            extent.ymax - pixel[1] * self.metres_per_px,
        )

    def zoomed(self, factor: float, anchor_px: Xy | None = None) -> Viewport:
        """Return a view zoomed in by factor; the map point under anchor_px stays put."""
        width, height = self.size_px
        anchor_px = (width / 2, height / 2) if anchor_px is None else anchor_px
        ax, ay = self.to_map(anchor_px)
        resolution = _clamped(self.metres_per_px / factor)
        ratio = resolution / self.metres_per_px
        cx, cy = self.center
        return replace(
            self,
            metres_per_px=resolution,
            center=(ax + (cx - ax) * ratio, ay + (cy - ay) * ratio),
        )

    def panned(self, dx_px: float, dy_px: float) -> Viewport:
        """Return a view whose picture has moved by (dx, dy) logical pixels."""
        cx, cy = self.center
        return replace(
            self, center=(cx - dx_px * self.metres_per_px, cy + dy_px * self.metres_per_px)
        )

    def centered(self, point: Xy) -> Viewport:
        """Return a view of the same scale around a map point."""
        return replace(self, center=point)

    def resized(self, size_px: tuple[int, int], device_pixel_ratio: float) -> Viewport:
        """Return a view of another size with the same centre and scale."""
        return replace(self, size_px=size_px, device_pixel_ratio=device_pixel_ratio)

    def at_scale(self, denominator: float) -> Viewport:
        """Return a view of scale 1:denominator around the same centre."""
        return replace(self, metres_per_px=_clamped(denominator * METRES_PER_LOGICAL_PX))

    def fitted(self, extent: Extent, margin: float = 0.06) -> Viewport:
        """Return the largest view that shows the whole extent, with a margin as a share."""
        width, height = self.size_px
        usable = 1 - 2 * margin
        resolution = max(
            extent.width / max(width * usable, 1.0), extent.height / max(height * usable, 1.0)
        )
        if resolution <= 0:
            resolution = self.metres_per_px
        return replace(self, center=extent.center, metres_per_px=_clamped(resolution))


def _clamped(metres_per_px: float) -> float:
    return min(max(metres_per_px, MIN_METRES_PER_PX), MAX_METRES_PER_PX)
