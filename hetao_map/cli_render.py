"""The command render: from options to a file."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.paper import DEFAULT_PAGE, page_px
from hetao_map.geometry.projection import extent_to_map, to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.text.language import Language

if TYPE_CHECKING:
    from hetao_map.render.sheet import Look

_DEFAULT_SIZE = (1600, 1000)


def render(
    options: argparse.Namespace,
    catalog: Catalog,
    visible: frozenset[str],
    highlight: FeatureRef | None,
) -> None:
    """Paint the map as asked and write it to options.output. Raises OutputError."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from hetao_map.render.output import write_sheet
    from hetao_map.render.sheet import make_sheet, plain_sheet

    application = QGuiApplication.instance() or QGuiApplication(["hetao-map"])
    page, look = _page(options), _look(options, catalog, visible, highlight)
    plain = options.size or _DEFAULT_SIZE
    write_sheet(make_sheet(page, look) if page else plain_sheet(look(plain)), options.output)
    del application


def _look(
    options: argparse.Namespace,
    catalog: Catalog,
    visible: frozenset[str],
    highlight: FeatureRef | None,
) -> Look:
    from hetao_map.query.surround import Wanted, surround_of
    from hetao_map.render import theme
    from hetao_map.render.picture import Picture

    shown, language = _at_date(catalog, options.date), Language(options.language)
    legend = options.legend or _page(options) is not None
    wanted = Wanted(legend, options.grid, page=True, date=options.date or "")

    def look(size: tuple[int, int]) -> Picture:
        viewport = viewport_of(options, catalog, visible, highlight, size)
        return Picture(
            viewport=viewport,
            catalog=shown,
            visible=visible,
            language=language,
            theme=theme.named(options.theme),
            highlight=highlight,
            furniture=not options.no_furniture,
            surround=surround_of(shown, visible, viewport, language, wanted),
        )

    return look


def _page(options: argparse.Namespace) -> tuple[float, float] | None:
    """Return the size of the page in logical pixels, None for a picture without margins."""
    if options.page:
        return page_px(options.page)
    if options.output.suffix.lower() != ".pdf":
        return None
    return options.size or page_px(DEFAULT_PAGE)


def viewport_of(
    options: argparse.Namespace,
    catalog: Catalog,
    visible: frozenset[str],
    highlight: FeatureRef | None,
    size: tuple[int, int],
) -> Viewport:
    """Return the view that the options ask for, of a size; by default all that is shown."""
    pixel_ratio = options.dpi / 96 if options.dpi else options.dpr
    viewport = Viewport(size_px=size, device_pixel_ratio=pixel_ratio)
    if options.bbox:
        viewport = viewport.fitted(extent_to_map(Extent(*options.bbox), catalog.map_epsg), 0.0)
    else:
        viewport = viewport.fitted(_home(catalog, visible))
        feature = catalog.find(highlight) if highlight else None
        if options.center:
            viewport = viewport.centered(to_map(options.center, catalog.map_epsg))
        elif feature is not None and options.scale:
            viewport = viewport.centered(feature.point)
    return viewport.at_scale(options.scale) if options.scale else viewport


def _home(catalog: Catalog, visible: frozenset[str]) -> Extent:
    shown = tuple(
        replace(dataset, layers=tuple(la for la in dataset.layers if la.id in visible))
        for dataset in catalog.datasets
    )
    chosen = Catalog(shown)
    found = chosen.extent("theme") or chosen.extent() or catalog.extent()
    return found or Extent(0, 0, 1, 1)


def _at_date(catalog: Catalog, date: str | None) -> Catalog:
    """Return the catalog as it was on a day: features of another time are left out."""
    if not date:
        return catalog
    from hetao_map.model.when import catalog_at

    return catalog_at(catalog, date)
