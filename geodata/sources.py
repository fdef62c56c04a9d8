"""Reads the text sources: TOML, CSV and GeoJSON, without judging what they say."""

import csv
import json
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geodata.contract import CSV_TABLES, ENUM_COLUMNS, LANGUAGES, LAYER_NAMES, Column

Entry = dict[str, Any]
_CONVERTERS: dict[str, Callable[[str], Any]] = {"REAL": float, "INTEGER": int}


@dataclass(slots=True)
class GeometryEntry:
    """A geometry (WGS84 degrees) with the id of its feature, or else the kind of a template."""

    place: str
    id: str | None
    kind: str | None
    shape: BaseGeometry


@dataclass(slots=True)
class LayerSource:
    """One layer as its two files give it."""

    features: list[Entry] = field(default_factory=list)
    templates: list[Entry] = field(default_factory=list)
    shared_facts: list[Entry] = field(default_factory=list)
    geometries: list[GeometryEntry] = field(default_factory=list)


@dataclass(slots=True)
class Sources:
    """All text sources; what could not be read of them is named in two lists of sentences.

    `unreadable` names whole files, without which the rest cannot be judged; `problems` names
    single rows and geometries.
    """

    layers: dict[str, LayerSource] = field(default_factory=dict)
    tables: dict[str, list[Entry]] = field(default_factory=dict)
    enums: list[Entry] = field(default_factory=list)
    events: list[Entry] = field(default_factory=list)
    stories: list[Entry] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def enum(self, constraint: str) -> set[str]:
        """Return the values that enum.csv allows for a constraint."""
        rows = (row for row in self.enums if row.get("constraint") == constraint)
        return {row["value"] for row in rows if "value" in row}


def read_sources(folder: Path) -> Sources:
    """Return the sources of folder."""
    sources = Sources()
    reader = _Reader(sources)
    for table in CSV_TABLES:
        sources.tables[table.name] = reader.csv(folder / f"{table.name}.csv", table.columns)
    sources.enums = reader.csv(folder / "enum.csv", ENUM_COLUMNS)
    sources.events = reader.toml(folder / "event.toml", ("event",))["event"]
    sources.stories = reader.toml(folder / "story.toml", ("story",))["story"]
    for name in LAYER_NAMES:
        sources.layers[name] = reader.layer(folder, name)
    return sources


class _Reader:
    """Reads files; notes what it cannot read in the sources' lists and goes on."""

    def __init__(self, sources: Sources) -> None:
        self._unreadable = sources.unreadable
        self._problems = sources.problems

    def layer(self, folder: Path, name: str) -> LayerSource:
        lists = ("feature", "template", "shared_fact")
        entries = self.toml(folder / "features" / f"{name}.toml", lists)
        for feature in entries["feature"]:
            if _is_list_of_tables(feature.get("fact")):
                feature["fact"] = [_in_all_languages(fact) for fact in feature["fact"]]
        return LayerSource(
            entries["feature"],
            entries["template"],
            [_in_all_languages(fact) for fact in entries["shared_fact"]],
            self.geojson(folder / "geometry" / f"{name}.geojson"),
        )

    def csv(self, path: Path, columns: Sequence[Column]) -> list[Entry]:
        """Return the rows; an empty cell is left out, numbers are numbers."""
        text = self._text(path)
        names = [column.name for column in columns]
        lines = list(csv.reader(StringIO(text or "", newline="")))
        if text is None:
            return []
        if not lines or lines[0] != names:
            self._unreadable.append(f"{path.name} must begin with the line {','.join(names)}.")
            return []
        rows = []
        for number, line in enumerate(lines[1:], start=2):
            place = f"{path.name}, row {number}"
            if len(line) == len(names):
                rows.append(self._cells(place, line, columns))
            else:
                self._problems.append(f"{place} has {len(line)} cells instead of {len(names)}.")
        return rows

    def _cells(self, place: str, line: Sequence[str], columns: Sequence[Column]) -> Entry:
        row: Entry = {}
        for column, cell in zip(columns, line, strict=True):
            if not cell.strip():
                continue
            try:
                row[column.name] = _CONVERTERS.get(column.sql_type, str)(cell.strip())
            except ValueError:
                self._problems.append(f"{place}: {column.name} '{cell}' is not a number.")
        return row

    def toml(self, path: Path, lists: Sequence[str]) -> dict[str, list[Entry]]:
        """Return the lists of tables that path may hold; any other key is a problem."""
        text = self._text(path)
        try:
            content = tomllib.loads(text) if text else {}
        except tomllib.TOMLDecodeError as error:
            self._unreadable.append(f"{path.name} is not TOML: {error}.")
            content = {}
        for key, value in content.items():
            if key not in lists or not _is_list_of_tables(value):
                self._unreadable.append(f"{path.name}: the key '{key}' is not expected here.")
                content = {}
                break
        return {key: content.get(key, []) for key in lists}

    def geojson(self, path: Path) -> list[GeometryEntry]:
        text = self._text(path)
        if text is None:
            return []
        try:
            features = list(json.loads(text)["features"])
        except (ValueError, KeyError, TypeError):
            self._unreadable.append(f"{path.name} is not a GeoJSON FeatureCollection.")
            return []
        entries = []
        for number, feature in enumerate(features, start=1):
            place = f"{path.name}, feature {number}"
            try:
                entries.append(_geometry(place, feature))
            except (KeyError, TypeError, AttributeError, ValueError, ShapelyError) as error:
                self._problems.append(f"{place} cannot be read: {error!r}.")
        return entries

    def _text(self, path: Path) -> str | None:
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self._unreadable.append(f"{path.name} is missing.")
        except UnicodeDecodeError:
            self._unreadable.append(f"{path.name} is not UTF-8 text.")
        except OSError as error:
            self._unreadable.append(f"{path.name} cannot be read: {error.strerror}.")
        return None


def _geometry(place: str, feature: Entry) -> GeometryEntry:
    properties = feature["properties"]
    shape = shapely.from_geojson(json.dumps(feature["geometry"]))
    return GeometryEntry(place, properties.get("id"), properties.get("kind"), shape)


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _in_all_languages(fact: Entry) -> Entry:
    """Return fact with a `value` that is given once repeated for each language."""
    if "value" not in fact:
        return fact
    rest = {key: value for key, value in fact.items() if key != "value"}
    return rest | {f"value_{language}": fact["value"] for language in LANGUAGES}
