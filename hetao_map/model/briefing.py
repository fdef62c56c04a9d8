"""A briefing of an area as a value: what its pages say, in one language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from hetao_map.geometry.extent import Extent, Xy
from hetao_map.model.feature import FeatureRef
from hetao_map.text.language import Language

Ring = tuple[Xy, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a briefing is about.

    rings enclose a drawn area, each closed, in map metres; empty where features alone were
    chosen. named are the features that were chosen, refs all that are told of.
    """

    rings: tuple[Ring, ...] = ()
    named: tuple[FeatureRef, ...] = ()
    refs: tuple[FeatureRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """How a briefing is to be made.

    title is empty for the subject's own; date is YYYY-MM-DD, empty for all that is known;
    moment is when the ports are asked about, in Hong Kong's time, None for not at all.
    """

    language: Language = Language.EN
    title: str = ""
    date: str = ""
    moment: dt.datetime | None = None


class Table(Enum):
    """What the rows of a part are, which decides how wide their columns are."""

    PAIRS = "pairs"
    FIGURES = "figures"
    HOURS = "hours"
    HOURS_NOW = "hours_now"
    NEAREST = "nearest"
    WAYS = "ways"
    FEATURES = "features"
    EVENTS = "events"
    SERIES = "series"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Cited:
    """A line of a cell or a paragraph, and the numbers of the notes that say who says it.

    soft is a remark: set smaller.
    """

    text: str
    notes: tuple[int, ...] = ()
    soft: bool = False


Cell = tuple[Cited, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading: paragraphs, then rows; heads are those of the columns."""

    title: str = ""
    detail: str = ""
    paragraphs: tuple[Cited, ...] = ()
    table: Table = Table.PAIRS
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under a heading of the first order."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """Who says it: in short at the foot of each page that cites it, in full among the sources."""

    number: int
    short: str
    full: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All pages say, the map's own words excepted.

    extent is what the map has to show, in map metres. dated says of which day the map is;
    edition what the briefing was made from.
    """

    subject: Subject
    language: Language
    title: str
    subtitle: str
    date: str
    edition: str
    extent: Extent
    sections: tuple[Section, ...]
    notes: tuple[Footnote, ...]

    def cited(self) -> frozenset[int]:
        """Return the numbers that stand somewhere in the text."""
        lines = (
            line
            for section in self.sections
            for part in section.parts
            for line in (*part.paragraphs, *(one for row in part.rows for c in row for one in c))
        )
        return frozenset(number for line in lines for number in line.notes)
