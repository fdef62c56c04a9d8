"""Words for what has changed in a file: one sentence, and a line for each change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hetao_map.model.dataset import Catalog
from hetao_map.model.difference import ADDED, CHANGED, REMOVED, FeatureChange, LayerChange
from hetao_map.model.news import News
from hetao_map.text import file_news as words
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

_FEW = 2
_DOT = " · "


def summary(news: News) -> LocalizedText:
    """Return the sentence that tells of a save, such as: a.gpkg was updated: 3 changed, 1 added."""
    return LocalizedText(*(_summary(news, language) for language in _COLUMNS))


def _summary(news: News, language: Language) -> str:
    what = words.JOINT.in_(language).join(_parts(news, language))
    return words.UPDATED.in_(language).format(path=news.path.name, what=what)


_COLUMNS = (Language.ZH_HANS, Language.ZH_HANT, Language.EN)


def _parts(news: News, language: Language) -> Iterator[str]:
    found = news.found
    for kind in (CHANGED, ADDED, REMOVED):
        if count := found.count(kind):
            yield words.FEATURES[kind].in_(language).format(n=count)
    for kind in words.LAYER:
        layers = [change for change in found.layers if kind in marks_of(change)]
        if len(layers) <= _FEW:
            for change in layers:
                title = plain(change.title.in_(language))
                yield words.LAYER[kind].in_(language).format(layer=title)
        else:
            yield words.LAYERS[kind].in_(language).format(n=len(layers))
    if found.tables:
        yield words.TABLES.in_(language)


def marks_of(change: LayerChange) -> tuple[str, ...]:
    """Return what has become of the layer as a whole, as words.LAYER names it."""
    if change.kind:
        return (change.kind,)
    marks = (
        ("renamed", bool(change.former)),
        ("restyled", change.restyled),
        ("described", change.described),
        ("columns", bool(change.new_columns or change.lost_columns)),
        ("large", not change.compared),
    )
    return tuple(name for name, there in marks if there)


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A line of the list of changes, and what to go to: a feature, a layer, or nothing."""

    text: str
    change: FeatureChange | None = None
    layer: str = ""


def news_lines(news: News, catalog: Catalog, language: Language) -> tuple[NewsLine, ...]:
    """Return a line for each change, layer by layer."""
    lines: list[NewsLine] = []
    for change in news.found.layers:
        title = plain(change.title.in_(language))
        lines += [
            NewsLine(_layer_line(change, mark, title, language), layer=change.layer)
            for mark in marks_of(change)
        ]
        layer = catalog.layer(change.layer)
        aliases = {f.name: f.alias for f in layer.spec.fields} if layer else {}
        lines += [
            NewsLine(_feature_line(feature, title, aliases, language), feature, change.layer)
            for feature in change.features
        ]
        rest = change.changed + change.added + change.removed - len(change.features)
        if rest > 0:
            lines.append(NewsLine(title + _DOT + words.MORE.in_(language).format(n=rest)))
    if news.found.tables:
        lines.append(NewsLine(words.TABLES.in_(language)))
    return tuple(lines)


def _layer_line(change: LayerChange, mark: str, title: str, language: Language) -> str:
    parts = [title, words.LAYER_ROW.in_(language), words.KINDS[mark].in_(language)]
    if mark == "columns":
        columns = [f"+{name}" for name in change.new_columns]
        columns += [f"−{name}" for name in change.lost_columns]
        parts.append(plain(", ".join(columns)))
    elif mark in (ADDED, REMOVED, "large"):
        counts = {"before": f"{change.rows_before:,}", "after": f"{change.rows:,}"}
        parts.append(words.ROWS.in_(language).format(**counts))
    return _DOT.join(parts)


def _feature_line(
    change: FeatureChange, title: str, aliases: dict[str, str], language: Language
) -> str:
    name = plain(change.name.in_(language)) or change.ref.id
    what = [plain(aliases.get(field) or field) for field in change.fields]
    if change.moved:
        what.append(words.GEOMETRY.in_(language))
    if change.told:
        what.append(words.STATEMENTS.in_(language))
    kind = words.KINDS[change.kind].in_(language)
    tail = kind + (language.aside(language.comma.join(what)) if what else "")
    return _DOT.join((title, name, tail))
