"""An information card as a value: panel, command line and exports show the same one."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source


@dataclass(frozen=True, slots=True)
class CardValue:
    """One statement: the words shown, and who says so when.

    number and unit are given for figures (unit is the code of the data, not its label).
    source_text is the source and its date in one line of the card's language.
    """

    text: str
    as_of: str = ""
    as_of_text: str = ""
    source: Source | None = None
    note: str = ""
    quote: str = ""
    number: float | None = None
    unit: str = ""
    valid: str = ""
    source_text: str = ""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A label with its statements, newest first; more than one means that sources differ."""

    key: str
    label: str
    values: tuple[CardValue, ...]


@dataclass(frozen=True, slots=True)
class CardTable:
    """A series of figures: cells[p][c] is the value of period p and category c, None if unknown.

    Periods are words, the earliest first; the only category of a series is called "".
    """

    key: str
    label: str
    periods: tuple[str, ...]
    categories: tuple[str, ...]
    cells: tuple[tuple[CardValue | None, ...], ...]

    def column(self, category: int) -> tuple[float | None, ...]:
        """Return the figures of one category by period."""
        values = (row[category] for row in self.cells)
        return tuple(value.number if value is not None else None for value in values)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A feature nearby. where says in words how far and in which direction."""

    ref: FeatureRef
    name: str
    kind: str
    distance_m: float
    where: str


@dataclass(frozen=True, slots=True)
class CardSection:
    """Rows under a heading. tables repeat those rows that are a series, ready to be drawn."""

    id: str
    title: str
    rows: tuple[CardRow, ...]
    tables: tuple[CardTable, ...] = ()


@dataclass(frozen=True, slots=True)
class InfoCard:
    """All that is shown about one feature, in one language."""

    ref: FeatureRef
    title: str
    other_names: tuple[str, ...]
    layer_title: str
    kind: str
    status: str
    status_text: str
    schematic: bool
    position: str
    coordinates: str
    summary: str
    aliases: tuple[str, ...]
    sections: tuple[CardSection, ...]
    source: Source | None
    source_text: str = ""
    around: tuple[Neighbour, ...] = ()
