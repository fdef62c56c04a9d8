"""Order along a space-filling curve, so that neighbours on the map are neighbours in memory."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def morton_order(points: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return the positions of (m, 2) points sorted along a Morton curve of 2^16 cells a side.

    Source: G. M. Morton, "A computer oriented geodetic data base", IBM 1966.
    """
    low = points.min(axis=0)
    span = np.maximum(points.max(axis=0) - low, 1e-9)
    cells = ((points - low) / span * 65535).astype(np.uint32)
    return np.argsort(_spread(cells[:, 0]) | (_spread(cells[:, 1]) << np.uint32(1)), kind="stable")


def _spread(value: npt.NDArray[np.uint32]) -> Any:
    """Put a zero bit between the 16 low bits of each value."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        value = (value | (value << np.uint32(shift))) & np.uint32(mask)
    return value
