"""What is known of a layer as a whole: description, sources, how its style is drawn."""

from __future__ import annotations

from hetao_map.model.dataset import Dataset
from hetao_map.model.datum import shift_note
from hetao_map.model.knowledge import Source
from hetao_map.model.layer import Layer
from hetao_map.model.tiles import TileLayer
from hetao_map.text import dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

# A definition of a CRS in many words tells nobody anything.
_CRS_LENGTH = 40


def description_lines(layer: Layer, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return what the file says of the layer, how many features it has, and the file's name."""
    count = words.FEATURES.in_(language).format(n=f"{layer.count:,}")
    if isinstance(layer, TileLayer):
        count = _of_tiles(layer, language)
    shift = shift_note(layer).in_(language)
    lines = (plain(layer.spec.description.in_(language)), count, shift, plain(dataset.path.name))
    return tuple(line for line in lines if line)


def source_lines(layer: Layer, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return the sources that the layer's features name, each in a paragraph."""
    if isinstance(layer, TileLayer) and layer.attribution:
        return (layer.attribution,)
    known = dataset.knowledge.sources
    found = [known[name] for name in known if name in layer.source_ids]
    return tuple(_described(source, language) for source in found) or (
        words.UNSOURCED.in_(language),
    )


def _of_tiles(layer: TileLayer, language: Language) -> str:
    """Return the zoom levels and the grid of picture tiles, and how many of them are bad."""
    zooms = sorted(level.zoom for level in layer.grid.levels)
    crs = layer.grid.crs if len(layer.grid.crs) <= _CRS_LENGTH else ""
    text = words.PICTURE_TILES if len(zooms) > 1 else words.PICTURE_TILES_OF_ONE
    lines = [text.in_(language).format(low=zooms[0], high=zooms[-1]), crs]
    if layer.bad:
        lines.append(words.BAD_TILES.in_(language).format(n=f"{len(layer.bad):,}"))
    lines += [sentence.in_(language) for sentence in layer.troubles]
    return "\n".join(line for line in lines if line)


def style_lines(layer: Layer, language: Language) -> tuple[str, ...]:
    """Return what of the layer's style is drawn more simply, as check lists it."""
    notes = layer.spec.style.notes
    if not notes:
        return (words.DRAWN_IN_FULL.in_(language),)
    return (words.DRAWN_SIMPLY.in_(language), *(f"• {plain(note)}" for note in notes))


def _described(source: Source, language: Language) -> str:
    publisher = source.publisher if source.publisher not in source.title else ""
    parts = (source.title, publisher, dates.date(source.date, language), source.licence)
    line = plain(" · ".join(part for part in parts if part) or source.id)
    return f"{line}\n{plain(source.address)}" if source.address else line
