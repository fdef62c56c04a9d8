"""All that the program does with a file between its opening and a look at it."""

from __future__ import annotations

import time
from itertools import islice
from pathlib import Path
from typing import Any

from hetao_map.data.check import check
from hetao_map.data.open import open_files
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import HetaoError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.text import messages
from hetao_map.text.language import Language

LAYERS, ROWS, SIZE = 40, 5, (400, 300)


def read_through(path: Path, *, painted: bool = True) -> dict[str, Any]:
    """Open a file, paint it, ask for cards, search, table and legend; tell how it went.

    An error that a person can act on is an outcome, any other goes up.
    """
    begun = time.monotonic()
    try:
        catalog = open_files([path])
    except HetaoError as error:
        return {"end": "clear error", "sentence": error.sentence.en, "layers": {}, "notes": []}
    opened = time.monotonic()
    if painted:
        paint(catalog)
    ask(catalog)
    return {
        "end": "partly" if _lacks(catalog) else "drawn",
        "sentence": "",
        "notes": [note.en for note in (*catalog.notes, *catalog.questions)],
        "layers": {layer.id: _counted(layer) for layer in catalog.layers},
        "opened_s": opened - begun,
    }


def checked(path: Path) -> dict[str, Any]:
    """Check a file; tell how it went."""
    try:
        report = check(path)
    except HetaoError as error:
        return {"end": "clear error", "sentence": error.sentence.en}
    report.as_json(Language.ZH_HANT)
    return {"end": "checked", "findings": report.error_count + report.warning_count}


def paint(catalog: Catalog) -> None:
    """Paint the whole, and a view ten times nearer, with legend and labels."""
    from PySide6.QtGui import QGuiApplication

    from hetao_map.query.surround import Wanted, surround_of
    from hetao_map.render.picture import Picture, render_map
    from hetao_map.render.theme import DARK

    application = QGuiApplication.instance() or QGuiApplication(["faults"])
    visible = frozenset(layer.id for layer in catalog.layers)
    whole = Viewport(size_px=SIZE)
    if extent := catalog.extent():
        whole = whole.fitted(extent)
    for viewport in (whole, whole.at_scale(max(whole.scale_denominator / 10, 100))):
        language = Language.ZH_HANS
        surround = surround_of(catalog, visible, viewport, language, Wanted(legend=True))
        render_map(Picture(viewport, catalog, visible, language, DARK, surround=surround))
    del application


def ask(catalog: Catalog) -> None:
    """Ask for what is at a place, the cards, the table and names of some features."""
    from hetao_map.query.ask import at_point, of_feature
    from hetao_map.query.card_text import card_text
    from hetao_map.query.describe import hit_json, layer_json
    from hetao_map.query.search import SearchIndex
    from hetao_map.query.table import feature_table

    visible = frozenset(layer.id for layer in catalog.layers)
    for layer in islice(catalog.layers, LAYERS):
        layer_json(layer)
        dataset = catalog.dataset_of(layer.id)
        table = feature_table(layer, dataset, Language.EN) if dataset else None
        for row in table.rows[:ROWS] if table else ():
            for column in table.columns:
                table.text(row, column.name)
            answer = of_feature(catalog, FeatureRef(layer.id, layer.id_of(row)), Language.EN)
            assert answer is not None
            card_text(answer.card, Language.EN)
            hit_json(answer.feature, answer.card, 0.0, catalog)
            at_point(catalog, visible, answer.feature.point, 10.0, Language.ZH_HANT)
    SearchIndex(catalog).search("place")


def _counted(layer: Layer) -> dict[str, int]:
    return {
        "rows": layer.count,
        "placed": len(layer.positions_of_row) or len(getattr(layer, "boxes", _None).ids),
        "skipped": len(layer.lost),
    }


class _None:
    ids = ()


def _lacks(catalog: Catalog) -> bool:
    """Tell whether anything is not shown as the file means it."""
    said = [note for note in catalog.notes if note.en != messages.WORLD_GRID.en]
    return bool(said or catalog.questions or any(layer.lost for layer in catalog.layers))
