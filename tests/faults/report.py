"""The trials as a table, a row a class of faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.faults.trial import Trial

_HEADS = ("fault class", "files", "drawn", "partly", "clear error", "worst s", "worst MB", "hangs",
          "crashes", "changed files", "sockets", "canaries read", "silent losses")  # fmt: skip


def table(trials: Sequence[Trial]) -> str:
    """Return a Markdown table with a line of sums."""
    kinds = list(dict.fromkeys(trial.fault.kind for trial in trials))
    rows = [_row(kind, [t for t in trials if t.fault.kind == kind]) for kind in kinds]
    cells = [_HEADS, *rows, _row("all", trials)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(_HEADS))]
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def problems(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield a line for each thing that is not as it must be."""
    for trial in trials:
        yield from (f"{trial.fault.id}: {problem}" for problem in trial.problems)


def _row(kind: str, trials: Sequence[Trial]) -> tuple[str, ...]:
    ends = [sum(t.end == end for t in trials) for end in ("drawn", "partly", "clear error")]
    return (
        kind,
        str(len(trials)),
        *map(str, ends),
        f"{max(t.seconds for t in trials):.1f}",
        f"{max(t.megabytes for t in trials):.0f}",
        str(sum(t.hangs for t in trials)),
        str(sum(t.crashes for t in trials)),
        *(str(sum(t.count(n) for t in trials)) for n in ("changed", "sockets", "canaries")),
        str(sum(len(t.losses) for t in trials)),
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join([first.strip().ljust(widths[0]), *rest]) + " |"
