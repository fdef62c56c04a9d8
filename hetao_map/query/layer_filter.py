"""Finding layers and entries of their legends by words in any of the three languages."""

from __future__ import annotations

from hetao_map.model.layer import Layer
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain


def matches(text: LocalizedText, wanted: str) -> bool:
    """Tell whether each word of what is wanted stands in the text, in whatever language."""
    said = " ".join(text.as_json().values()).casefold()
    return all(word in said for word in wanted.casefold().split())


def matching_titles(layer: Layer, wanted: str, language: Language) -> frozenset[str]:
    """Return the titles, as the legend shows them, of the layer's rules that match."""
    return frozenset(
        plain(rule.title.in_(language))
        for rule in layer.spec.style.rules
        if rule.draws and rule.title and matches(rule.title, wanted)
    )
