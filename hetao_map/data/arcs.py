"""Arcs through three points as lines of short segments, all arcs of a line at once."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Xy = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.float64]

# One segment for so many degrees of an arc: a circle of a hundred pixels is off by a hundredth.
_DEGREES = 2.0


def stroked(vertices: Xy, most: int) -> Xy:
    """Return the vertices (n, 2) along arcs, each from one vertex over the next to the one after.

    The given vertices are among them. Three points on one line are that line; where start and
    end are one, the arc is the circle with the middle opposite. Once the result has most
    vertices more than given, further arcs keep their three points. An even number of vertices,
    or one that is not finite, makes no arcs.
    """
    if len(vertices) < 3 or len(vertices) % 2 == 0 or not np.isfinite(vertices).all():
        return vertices
    with np.errstate(all="ignore"):
        centres, sweeps = _circles(vertices[:-2:2], vertices[1::2], vertices[2::2])
        steps = np.maximum(np.ceil(np.abs(sweeps) / math.radians(_DEGREES)), 1).astype(np.int64)
        steps[np.cumsum(steps) > most] = 1
        along = _along(vertices[:-1], np.repeat(centres, 2, axis=0), sweeps, steps)
    # The given points are exact.
    along[np.cumsum(steps) - 1] = vertices[1:]
    return np.concatenate([vertices[:1], along])


def _circles(starts: Xy, middles: Xy, ends: Xy) -> tuple[Xy, Numbers]:
    """Return the centre of each arc, and the turns (2 m,) of its halves, 0 for straight ones."""
    b, c = middles - starts, ends - starts
    cross = 2 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    squares = (b * b).sum(axis=1), (c * c).sum(axis=1)
    offset = np.stack([
        (c[:, 1] * squares[0] - b[:, 1] * squares[1]) / cross,
        (b[:, 0] * squares[1] - c[:, 0] * squares[0]) / cross,
    ], axis=1)  # fmt: skip
    whole = (starts == ends).all(axis=1)
    centres = np.where(whole[:, None], (starts + middles) / 2, starts + offset)
    size = np.abs(b).sum(axis=1) * np.abs(c).sum(axis=1)
    straight = ~whole & (np.abs(cross) <= 1e-12 * size)
    straight |= ~np.isfinite(centres).all(axis=1) | (starts == middles).all(axis=1) & whole
    angles = [np.arctan2(*(points - centres).T[::-1]) for points in (starts, middles, ends)]
    halves = _turns(angles, whole)
    halves[straight] = 0
    return centres, halves.ravel()


def _turns(angles: list[Numbers], whole: npt.NDArray[np.bool_]) -> Numbers:
    """Return (m, 2) the turns from the first angle to the second and from there to the third."""
    to_middle, to_end = ((angle - angles[0]) % math.tau for angle in angles[1:])
    back = to_middle > to_end
    turns = np.stack([to_middle - np.where(back, math.tau, 0), to_end - to_middle], axis=1)
    turns[whole] = math.pi
    return turns


def _along(starts: Xy, centres: Xy, sweeps: Numbers, steps: npt.NDArray[np.int64]) -> Xy:
    """Return the ends of all steps along pieces of circles, from a start around a centre."""
    piece = np.repeat(np.arange(len(steps)), steps)
    firsts = np.cumsum(steps) - steps
    done = (np.arange(len(piece)) - firsts[piece] + 1) / steps[piece]
    turns = sweeps[piece] * done
    spokes = (starts - centres)[piece]
    cosine, sine = np.cos(turns), np.sin(turns)
    turned = np.stack([
        spokes[:, 0] * cosine - spokes[:, 1] * sine,
        spokes[:, 0] * sine + spokes[:, 1] * cosine,
    ], axis=1)  # fmt: skip
    return np.asarray(centres[piece] + turned)
