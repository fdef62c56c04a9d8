"""What a briefing says of itself: title, size and extent, edition, what it lacks, attribution."""

from __future__ import annotations

from hetao_map.geometry.projection import extent_to_lonlat
from hetao_map.model.briefing import Cited, Part, Section, Subject, Table
from hetao_map.model.dataset import Catalog
from hetao_map.query.area import extent_of, ground_area
from hetao_map.query.briefing_lists import feature_parts, title_of
from hetao_map.query.briefing_notes import OWN
from hetao_map.query.briefing_work import Work
from hetao_map.text import briefings, dates, numbers, words
from hetao_map.text.dates import written
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

_NAMES_IN_TITLE = 2
_DEGREE_DIGITS = 4


def left_out(catalog: Catalog, subject: Subject) -> tuple[LocalizedText, ...]:
    """Return a sentence for each thing that a briefing lacks because its files do not have it."""
    found = []
    layers = {ref.layer for ref in subject.refs}
    for dataset in catalog.datasets:
        if not any(layer.id in layers for layer in dataset.layers):
            continue
        known = dataset.knowledge
        for there, sentence in (
            (known.facts, briefings.NO_FIGURES),
            (known.hours, briefings.NO_HOURS),
            (known.network, briefings.NO_WAYS),
        ):
            if not there:
                found.append(sentence.with_values(path=dataset.path.name))
    return tuple(found)


def own_title(catalog: Catalog, subject: Subject, language: Language) -> str:
    """Return what a briefing is called where nobody has given it another title."""
    chosen = [feature for ref in subject.named if (feature := catalog.find(ref))]
    if not chosen:
        return briefings.OWN_TITLE.in_(language)
    names = [title_of(feature, language) for feature in chosen]
    shown = ("、" if language.chinese else ", ").join(names[:_NAMES_IN_TITLE])
    if len(names) <= _NAMES_IN_TITLE:
        return shown
    count = len(names) if language.chinese else len(names) - _NAMES_IN_TITLE
    return briefings.AND_MORE.in_(language).format(names=shown, n=count)


def glance(work: Work) -> Part:
    """Return what is asked about in a few lines: size, extent, how many features, when."""
    language = work.language
    pairs: list[tuple[LocalizedText, str]] = []
    size = ground_area(work.catalog, work.subject)
    if size is not None:
        pairs.append((briefings.AREA_DRAWN, numbers.area(size[0], language)))
        pairs.append((briefings.PERIMETER, numbers.length(size[1], language)))
    pairs.append((briefings.EXTENT, _extent_words(work)))
    counts = [f"{part.title} {part.detail}" for part in _listed(work)]
    pairs.append((briefings.FEATURES, (" · ").join(counts)))
    day = dates.first_day(work.wish.date)
    if day is not None:
        sentence = written(briefings.AS_KNOWN_THEN, date=day)
        pairs.append((briefings.STATE_OF_DATA, sentence.in_(language)))
    if work.wish.moment is not None and work.has_ports:
        at = dates.clock(work.wish.moment, language)
        pairs.append((briefings.MOMENT, briefings.HONG_KONG_TIME.in_(language).format(time=at)))
    rows = tuple(((Cited(label.in_(language)),), (Cited(text),)) for label, text in pairs)
    return Part(table=Table.PAIRS, rows=rows)


def _listed(work: Work) -> list[Part]:
    return feature_parts(work.catalog, work.features, work.language)


def _extent_words(work: Work) -> str:
    extent = extent_of(work.catalog, work.subject)
    box = extent_to_lonlat(extent, work.catalog.map_epsg)
    sides = {"west": box.xmin, "south": box.ymin, "east": box.xmax, "north": box.ymax}
    beyond = min(sides.values()) < 0
    sentence = briefings.EXTENT_BEYOND if beyond else briefings.EXTENT_OF
    degrees = {name: f"{value:.{_DEGREE_DIGITS}f}°" for name, value in sides.items()}
    return sentence.in_(work.language).format(**degrees)


def subtitle(work: Work) -> str:
    """Return what stands below the title."""
    language = work.language
    parts = [briefings.BRIEFING.in_(language)]
    size = ground_area(work.catalog, work.subject)
    if size is not None:
        parts.append(
            f"{briefings.AREA_DRAWN.in_(language)}{language.colon}{numbers.area(size[0], language)}"
        )
    return " · ".join(parts)


def edition(work: Work) -> str:
    """Return what stands at the foot of each page: program, file and the day of its edition."""
    language = work.language
    parts = [words.MAP_TITLE.in_(language)]
    for dataset in work.datasets:
        parts.append(dataset.path.name)
        if dataset.edition:
            date = dates.date(dataset.edition, language)
            parts.append(briefings.EDITION.in_(language).format(date=date))
    return plain(" · ".join(parts))


def about(work: Work) -> Section:
    """Return what the briefing was made from, what it lacks, and who must be named."""
    language, program = work.language, words.MAP_TITLE
    sentences: list[LocalizedText] = []
    for dataset in work.datasets:
        day = dates.first_day(dataset.edition)
        sentence = briefings.MADE_FROM if day else briefings.MADE_FROM_UNDATED
        values = {"program": program, "file": plain(dataset.path.name), "edition": day or ""}
        sentences.append(written(sentence, **values))
    if work.notes.sources():
        sentences.append(briefings.BOTH_SHOWN)
    if any(feature.schematic for feature in work.features):
        sentences.append(briefings.SCHEMATIC)
    sentences += left_out(work.catalog, work.subject)
    lines = [Cited(plain(sentence.in_(language))) for sentence in sentences]
    names = _attribution(work)
    if names:
        lines.append(Cited(briefings.ATTRIBUTION.in_(language).format(names=names)))
    return Section(briefings.ABOUT.in_(language), (Part(paragraphs=tuple(lines)),))


def _attribution(work: Work) -> str:
    """Return who must be named because of a licence."""
    used = {str(feature.attributes.get("source_id") or "") for feature in work.features}
    cited = {source.id for source in work.notes.sources()}
    named = [
        f"© {source.publisher} ({source.licence})"
        for dataset in work.datasets
        for source in dataset.knowledge.sources.values()
        if source.id in (used | cited) - {OWN} and source.licence and source.publisher
    ]
    return plain("; ".join(dict.fromkeys(named)))
