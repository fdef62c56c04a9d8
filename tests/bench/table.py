"""The rows of the result, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal

import numpy as np

Statistic = Literal["median", "p95", "max"]
_HEAD = ("what", "goal", "median", "p95", "peer", "ratio", "met")


@dataclass(frozen=True, slots=True)
class Goal:
    """A statistic of the samples that should stay below a limit, in the row's unit.

    ratio is the largest share of the peer's median that ours may take.
    """

    limit: float
    statistic: Statistic = "median"
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured; note says what else was seen while measuring it."""

    what: str
    unit: str
    ours: list[float]
    goal: Goal | None = None
    peer_name: str = ""
    peer: list[float] = field(default_factory=list)
    note: str = ""

    def value(self, statistic: Statistic) -> float:
        """Return a statistic of our samples."""
        share = {"median": 50, "p95": 95, "max": 100}[statistic]
        return float(np.percentile(self.ours, share))

    @property
    def ratio(self) -> float | None:
        """Return our median as a share of the peer's, None without a peer."""
        return self.value("median") / float(np.median(self.peer)) if self.peer else None

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is reached, None where there is none."""
        if self.goal is None or not self.ours:
            return None
        if self.goal.ratio is not None and self.ratio is None and np.isinf(self.goal.limit):
            return None
        near = self.goal.ratio is None or self.ratio is None or self.ratio <= self.goal.ratio
        return near and self.value(self.goal.statistic) <= self.goal.limit

    def as_json(self) -> dict[str, object]:
        """Return all samples with what was made of them."""
        summary = {name: self.value(name) for name in ("median", "p95", "max")} if self.ours else {}
        return asdict(self) | summary | {"ratio": self.ratio, "met": self.met}


def printed(rows: Iterable[Row]) -> str:
    """Return the table as lines of text, the notes below it."""
    rows = list(rows)
    cells = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    notes = [f"* {row.what}: {row.note}" for row in rows if row.note]
    return "\n".join([*lines, "", *notes])


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    if not row.ours:
        return row.what, _goal(row), "-", "-", row.peer_name, "-", "-"
    median, p95 = (_figure(row.value(name), row.unit) for name in ("median", "p95"))
    ratio = "-" if row.ratio is None else f"{row.ratio:.2f}"
    met = {True: "yes", False: "NO", None: "-"}[row.met]
    return row.what, _goal(row), median, p95, _peer(row), ratio, met


def _goal(row: Row) -> str:
    if row.goal is None:
        return "-"
    text = f"{row.goal.statistic} < {row.goal.limit:g} {row.unit}"
    return text if row.goal.ratio is None else f"{text}, <= {row.goal.ratio:g} of peer"


def _peer(row: Row) -> str:
    if not row.peer:
        return row.peer_name or "-"
    return f"{row.peer_name} {_figure(float(np.median(row.peer)), row.unit)}"


def _figure(value: float, unit: str) -> str:
    digits = {"s": 3, "ms": 1, "times": 1}.get(unit, 0)
    return f"{value:.{digits}f} {unit}"
