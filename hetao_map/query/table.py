"""The features of a layer as a table: columns with heads, cells in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from hetao_map.geometry.extent import Extent
from hetao_map.model.dataset import Dataset
from hetao_map.model.layer import Field, Layer
from hetao_map.query.wording import source_of, word_of
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

# Of a layer with more rows only those in view are listed, and no more than MOST_IN_VIEW.
LARGE, MOST_IN_VIEW = 50_000, 1_000
_CODES = {"kind": words.KIND, "status": words.STATUS, "position_note": words.POSITION}
_STEMS = ("name", "summary")
_LAST = ("importance", "accuracy_m", "position_note", "valid_from", "valid_to", "source_id")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column by its name in the file, with the head and the help that people read."""

    name: str
    head: str
    help: str = ""


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """Rows of a layer in one language. rows are numbers of rows of the layer.

    complete is false where the layer has more rows than could be listed.
    """

    layer: Layer
    dataset: Dataset
    language: Language
    rows: tuple[int, ...]
    columns: tuple[TableColumn, ...]
    complete: bool
    _read: dict[int, dict[str, object]] = field(default_factory=dict)

    def value(self, row: int, name: str) -> object:
        """Return a cell as the file has it."""
        if self.layer.rows <= LARGE:
            return self.layer.attributes[name][row]
        if row not in self._read:
            self._read[row] = self.layer.row_values(row)
        return self._read[row].get(name)

    def text(self, row: int, name: str) -> str:
        """Return a cell in words: codes of the shipped data by their meaning."""
        value = self.value(row, name)
        if value is None:
            return ""
        if isinstance(value, bytes):
            return f"({len(value)} bytes)"
        if isinstance(value, float):
            return f"{value:.12g}"
        if name == "source_id" and value:
            source = source_of(self.dataset.knowledge, str(value))
            return plain(source.title or source.id) if source else ""
        return word_of(_CODES[name], str(value), self.language) if name in _CODES else plain(value)


def feature_table(
    layer: Layer, dataset: Dataset, language: Language, view: Extent | None = None
) -> FeatureTable:
    """Return the table of a layer's features that have a geometry; of those in view (map metres).

    A layer of more than LARGE rows is listed by view alone.
    """
    rows = range(layer.rows) if view is None and layer.rows <= LARGE else _in_view(layer, view)
    drawn = [row for row in rows if layer.rows > LARGE or row in layer.positions_of_row]
    listed = tuple(drawn[:MOST_IN_VIEW] if layer.rows > LARGE else drawn)
    complete = layer.rows <= LARGE or len(listed) == len(drawn)
    return FeatureTable(layer, dataset, language, listed, columns_of(layer, language), complete)


def _in_view(layer: Layer, view: Extent | None) -> list[int]:
    """Return the rows whose box meets the view, ascending."""
    extent = view or layer.extent()
    if extent is None:
        return []
    found: set[int] = set()
    for column in layer.window(extent, 0.0).geometries.columns:
        found.update(column.rows[column.intersecting(extent)].tolist())
        if layer.rows > LARGE and len(found) > MOST_IN_VIEW:
            break
    return sorted(found)


def columns_of(layer: Layer, language: Language) -> tuple[TableColumn, ...]:
    """Return the columns: the name in the language first, other languages and numbers last."""
    fields = {field.name: field for field in layer.spec.fields}
    names = sorted(layer.attributes, key=lambda name: _rank(name, language))
    return tuple(_column(fields.get(name, Field(name)), language) for name in names)


def _rank(name: str, language: Language) -> tuple[int, int]:
    """Return what sorts a column; those of the file keep their order among themselves."""
    own = [f"{stem}_{language.suffix}" for stem in _STEMS]
    first = (own[0], "kind", "status")
    if name in first:
        return 0, first.index(name)
    if name == own[1]:
        return 2, 0
    if name in _LAST:
        return 3, _LAST.index(name)
    foreign = any(name == f"{stem}_{each.suffix}" for stem in _STEMS for each in Language)
    return (4, 0) if foreign else (5, 0) if name in ("id", "fid") else (1, 0)


def _column(field: Field, language: Language) -> TableColumn:
    stem = field.name.removesuffix(f"_{language.suffix}")
    if stem in words.COLUMN:
        return TableColumn(field.name, words.COLUMN[stem].in_(language), plain(field.help))
    spoken = next((each for each in Language if field.name.endswith(f"_{each.suffix}")), None)
    stem = field.name.removesuffix(f"_{spoken.suffix}") if spoken else ""
    if spoken and stem in words.COLUMN:
        # No brackets within brackets.
        name = spoken.own_name.partition("（")[0]
        head = words.COLUMN[stem].in_(language) + language.aside(name)
        return TableColumn(field.name, head, plain(field.help))
    return TableColumn(field.name, plain(field.alias or field.name), plain(field.help))
