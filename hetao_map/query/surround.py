"""The words around a map: who is to be named, where things come from, what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from hetao_map.geometry.projection import ground_metres, north_of
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source
from hetao_map.model.layer import Layer, opacity_of
from hetao_map.model.surround import Surround
from hetao_map.model.tiles import TileLayer
from hetao_map.query.legend import legend_rows
from hetao_map.text import dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

ZONE = FeatureRef("cooperation_zone", "hetao_zone")
_OWN = "own"
_OPAQUE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for besides scale bar, north arrow and attribution.

    page: the words of a page as well, such as title and sources. date as YYYY-MM-DD.
    """

    legend: bool = False
    grid: bool = False
    page: bool = False
    date: str = ""


def surround_of(
    catalog: Catalog,
    visible: frozenset[str],
    viewport: Viewport,
    language: Language,
    wanted: Wanted = Wanted(),
    order: tuple[str, ...] = (),
    opacity: Mapping[str, float] = _OPAQUE,
) -> Surround:
    """Return what is written around a view of the visible layers.

    order and opacity are as in MapState.
    """
    if not catalog.datasets:
        return Surround()
    shown = catalog.shown(visible, viewport.scale_denominator, order)
    near = [layer for layer in shown if _near(layer, viewport)]
    opacities = {layer.id: opacity_of(layer, opacity) for layer in shown}
    used = list(_used_sources(catalog, near))
    epsg = catalog.map_epsg
    title, subtitle = _titles(catalog, language) if wanted.page else ("", "")
    return Surround(
        ground_metres=ground_metres(viewport.center, epsg),
        north=north_of(viewport.center, epsg),
        grid=epsg if wanted.grid else 0,
        attribution=_attribution(used, near),
        dated=_state_of(wanted.date, language),
        legend=tuple(
            replace(row, opacity=opacities[row.layer])
            for row in (legend_rows(shown, viewport, language) if wanted.legend else ())
        ),
        title=title,
        subtitle=subtitle,
        sources=tuple(dict.fromkeys(map(_described, used))) if wanted.page else (),
        remark=_remark(epsg, bool(catalog.find(ZONE)), language) if wanted.page else "",
    )


def _near(layer: Layer, viewport: Viewport) -> bool:
    """Tell whether a layer reaches into the view; cheap, for it is asked with every pan."""
    extent = layer.extent()
    return extent is not None and extent.intersects(viewport.extent)


def _used_sources(catalog: Catalog, layers: list[Layer]) -> Iterator[Source]:
    """Yield the sources that features of the layers name, in the order of the file."""
    for dataset in catalog.datasets:
        ids = {name for layer in layers if layer in dataset.layers for name in layer.source_ids}
        for source in dataset.knowledge.sources.values():
            if source.id in ids and source.id != _OWN:
                yield source


def _attribution(sources: list[Source], layers: list[Layer]) -> str:
    """Return who must be named because of a licence or a base map, on one line."""
    named = [f"© {s.publisher} ({s.licence})" for s in sources if s.licence and s.publisher]
    named += [la.attribution for la in layers if isinstance(la, TileLayer) and la.attribution]
    return " · ".join(plain(name) for name in dict.fromkeys(named))


def _described(source: Source) -> str:
    """Return a source as a bibliography has it."""
    parts = (source.title, source.publisher if source.publisher not in source.title else "")
    return plain(", ".join(part for part in (*parts, source.date) if part))


def _titles(catalog: Catalog, language: Language) -> tuple[str, str]:
    zone = catalog.find(ZONE)
    if zone is not None:
        return zone.name.in_(language), words.MAP_TITLE.in_(language)
    names = (dataset.title.in_(language) for dataset in catalog.datasets)
    return plain(", ".join(names)), words.MAP_TITLE.in_(language)


def _state_of(date: str, language: Language) -> str:
    return words.STATE_OF.in_(language).format(date=dates.date(date, language)) if date else ""


def _remark(epsg: int, zone: bool, language: Language) -> str:
    parts = [words.GRID_NAME[epsg].in_(language)] if epsg in words.GRID_NAME else []
    if zone:
        parts.append(words.ZONE_BESIDE.in_(language))
    return " · ".join(parts)


def edition(catalog: Catalog, ref: FeatureRef, language: Language) -> str:
    """Return what a sheet about a feature was made from: program, data and file."""
    dataset = catalog.dataset_of(ref.layer)
    parts = [words.MAP_TITLE.in_(language)]
    if dataset is not None:
        parts += [dataset.title.in_(language), dataset.path.name]
    return plain(" · ".join(dict.fromkeys(part for part in parts if part)))
