"""An information card as a value: panel, command line and exports show the same one."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source


@dataclass(frozen=True, slots=True)
class CardValue:
    """One statement: the words shown, and who says so when.

    number and unit are given for figures (unit is the code of the data, not its label).
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


@dataclass(frozen=True, slots=True)
class CardRow:
    """A label with its statements, newest first; more than one means that sources differ."""

    key: str
    label: str
    values: tuple[CardValue, ...]


@dataclass(frozen=True, slots=True)
class CardSection:
    """Rows under a heading."""

    id: str
    title: str
    rows: tuple[CardRow, ...]


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
