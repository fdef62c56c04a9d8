"""What every reader of a format yields: some rows of a layer, as columns and WKB."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hetao_map.text.localized import LocalizedText

Cells = Sequence[object]


@dataclass(frozen=True, eq=False)
class Batch:
    """Some rows: columns by name, and WKB or hexadecimal WKB for each, None for no geometry.

    unreadable are the positions of rows whose geometry is there and cannot be understood.
    """

    columns: Mapping[str, Cells]
    wkb: Sequence[bytes | None]
    unreadable: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.wkb)


@dataclass(frozen=True)
class Found:
    """A layer in a file. crs is any text that pyproj reads, empty when the file names none.

    empty_is_left_out: a layer without rows is not worth showing.
    """

    name: str
    batches: Callable[[], Iterator[Batch]]
    crs: Callable[[], str] = lambda: ""
    title: LocalizedText = field(default_factory=LocalizedText)
    position: int = 1000
    visible: bool = True
    empty_is_left_out: bool = False
    words_are_numbers: bool = False


def joined(one: Batch, other: Batch) -> Batch:
    """Return the rows of both, one after the other; a column may be in one alone."""
    names = dict.fromkeys([*one.columns, *other.columns])
    nothing_one, nothing_other = [None] * len(one), [None] * len(other)
    columns = {
        name: [*one.columns.get(name, nothing_one), *other.columns.get(name, nothing_other)]
        for name in names
    }
    bad = one.unreadable | {len(one) + n for n in other.unreadable}
    return Batch(columns, [*one.wkb, *other.wkb], bad)
