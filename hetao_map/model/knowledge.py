"""What a file says about its features besides their attributes: figures, sources, names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hetao_map.model.feature import FeatureRef
from hetao_map.model.network import Network
from hetao_map.model.story import Story
from hetao_map.text.localized import LocalizedText


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from."""

    id: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    address: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one source about one feature: a text, or a figure with its unit."""

    key: str
    text: LocalizedText
    number: float | None = None
    number_to: float | None = None
    unit: str = ""
    precision: str = "exact"
    as_of: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source_id: str = ""
    note: LocalizedText = LocalizedText()  # noqa: RUF009
    quote: str = ""


@dataclass(frozen=True, slots=True)
class FactLabel:
    """How a key is called, and where on the card it stands."""

    key: str
    section: str
    position: int
    label: LocalizedText


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a feature."""

    name: str
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated line of a feature's history."""

    date: str
    title: LocalizedText
    note: LocalizedText
    source_id: str


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """One value of a series: period is a year as a rule."""

    key: str
    period: str
    category: str
    number: float
    unit: str
    precision: str
    source_id: str
    note: LocalizedText


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours in OpenStreetMap's notation, for one kind of traffic.

    calendar names whose holidays PH means in them: a region of the table holiday.
    """

    traffic: str
    hours: str
    valid_from: str
    valid_to: str
    as_of: str
    source_id: str
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or another document that lies in the file: table, media type, size in bytes."""

    table: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off (or, in exchange for one, a weekend day that is worked) of one region."""

    region: str
    date: str
    day_off: bool
    name: LocalizedText
    source_id: str = ""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All statements of a file, by feature; a table that the file lacks is empty.

    media are by the table and fid of a feature, because any file may have them.
    """

    facts: Mapping[FeatureRef, tuple[Fact, ...]] = field(default_factory=dict)
    labels: Mapping[str, FactLabel] = field(default_factory=dict)
    units: Mapping[str, LocalizedText] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    aliases: Mapping[FeatureRef, tuple[Alias, ...]] = field(default_factory=dict)
    events: Mapping[FeatureRef, tuple[Event, ...]] = field(default_factory=dict)
    series: Mapping[FeatureRef, tuple[SeriesValue, ...]] = field(default_factory=dict)
    hours: Mapping[FeatureRef, tuple[Hours, ...]] = field(default_factory=dict)
    holidays: tuple[Holiday, ...] = ()
    network: Network = field(default_factory=Network)
    stories: tuple[Story, ...] = ()
    media: Mapping[FeatureRef, tuple[Media, ...]] = field(default_factory=dict)
