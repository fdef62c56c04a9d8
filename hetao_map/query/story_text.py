"""Who says what a step of a story tells."""

from __future__ import annotations

from hetao_map.model.dataset import Catalog
from hetao_map.model.story import StoryStep
from hetao_map.query.source_text import source_line
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


def step_sources(catalog: Catalog, step: StoryStep, language: Language) -> tuple[str, ...]:
    """Return a line for each source of a step that a file knows."""
    known = {
        name: source
        for dataset in catalog.datasets
        for name, source in dataset.knowledge.sources.items()
    }
    named = (known[name] for name in step.source_ids if name in known)
    return tuple(plain(source_line(source, "", language)) for source in named)
