"""What is known of a layer as a whole: description, sources, how its style is drawn."""

from __future__ import annotations

from hetao_map.model.dataset import Dataset
from hetao_map.model.knowledge import Source
from hetao_map.model.layer import Layer
from hetao_map.text import dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


def description_lines(layer: Layer, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return what the file says of the layer, how many features it has, and the file's name."""
    count = words.FEATURES.in_(language).format(n=f"{layer.rows:,}")
    lines = (plain(layer.spec.description.in_(language)), count, plain(dataset.path.name))
    return tuple(line for line in lines if line)


def source_lines(layer: Layer, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return the sources that the layer's features name, each in a paragraph."""
    known = dataset.knowledge.sources
    found = [known[name] for name in known if name in layer.source_ids]
    return tuple(_described(source, language) for source in found) or (
        words.UNSOURCED.in_(language),
    )


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
