"""The command brief: from options to a file."""

from __future__ import annotations

import argparse
import os

from hetao_map.files import check_not_opened, replace_file
from hetao_map.model.briefing import Subject, Wish
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.when import catalog_at
from hetao_map.query.area import (
    MOST_ROWS,
    Found,
    ring_of_box,
    rings_of,
    subject_of_area,
    subject_of_features,
)
from hetao_map.query.briefing import make_briefing
from hetao_map.query.briefing_frame import left_out
from hetao_map.text import briefings
from hetao_map.text.dates import first_day, written
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText


def brief(
    options: argparse.Namespace, catalog: Catalog, visible: frozenset[str]
) -> tuple[LocalizedText, ...]:
    """Write the briefing to options.output; return a sentence for each thing that it lacks.

    Raises UsageError or InputError for an area that is none, NotFoundError where there is
    nothing to tell of, OutputError where the file cannot be written.
    """
    check_not_opened(options.output, [dataset.path for dataset in catalog.datasets])
    shown = catalog_at(catalog, options.date) if options.date else catalog
    subject, found = _subject(options, shown)
    wish = Wish(Language(options.language), options.title, options.date or "", options.at)
    briefing = make_briefing(shown, subject, wish)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from hetao_map.ui.briefing_pages import briefing_bytes

    application = QGuiApplication.instance() or QGuiApplication(["hetao-map"])
    replace_file(options.output, briefing_bytes(shown, visible, briefing))
    del application
    return (*left_out(catalog, subject), *not_listed(found))


def _subject(options: argparse.Namespace, catalog: Catalog) -> tuple[Subject, Found]:
    if options.feature:
        refs = [FeatureRef.parse(text) for text in options.feature]
        for ref in refs:
            if catalog.find(ref) is None:
                day = first_day(options.date or "")
                raise NotFoundError(written(briefings.NOT_THERE_THEN, feature=ref, date=day))
        return subject_of_features(catalog, refs)
    if options.bbox:
        area = ring_of_box(*options.bbox)
    else:
        from hetao_map.data.area import read_area

        area = read_area(options.area)
    return subject_of_area(catalog, rings_of(area, catalog.map_epsg))


def not_listed(found: Found) -> tuple[LocalizedText, ...]:
    """Return a sentence for each thing of an area that a briefing does not list."""
    large = [
        briefings.LARGE_LAYER.with_values(layer=layer, most=MOST_ROWS) for layer in found.large
    ]
    more = [briefings.MORE_FEATURES.with_values(n=found.more)] if found.more else []
    return (*large, *more)
