"""Features of a layer as a file for other programs, with the sources that they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from hetao_map.data.feature_export.csv_file import write_csv
from hetao_map.data.feature_export.geojson import write_geojson
from hetao_map.data.feature_export.geopackage import write_geopackage
from hetao_map.data.feature_export.records import Progress, Records, StoppedError
from hetao_map.files import check_not_opened, replaced_whole
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import InputError, NotFoundError, OutputError
from hetao_map.model.layer import Stale, never
from hetao_map.text import messages
from hetao_map.text.language import Language

Write = Callable[[Records, Path, Language], None]

WRITERS: dict[str, Write] = {
    ".csv": write_csv,
    ".geojson": write_geojson,
    ".gpkg": write_geopackage,
}
"""What writes each kind of file, by the ending of its name."""


def _nobody(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


def export_features(
    catalog: Catalog,
    layer_id: str,
    rows: Sequence[int] | None,
    path: Path,
    language: Language,
    progress: Progress = _nobody,
    stale: Stale = never,
) -> int:
    """Write rows of a layer (None: all) to a file and return how many. Any thread.

    The ending of the path, one of WRITERS, says in which format; coordinates are WGS84 degrees.
    language is that of titles and labels. progress is told the number of rows done and of all.
    Nothing is left behind by an error: OutputError when the file cannot be written or is open
    in the map, InputError when the rows cannot be read, StoppedError once stale says so.
    """
    layer, dataset = catalog.layer(layer_id), catalog.dataset_of(layer_id)
    if layer is None or dataset is None:
        known = ", ".join(layer.id for layer in catalog.layers)
        raise NotFoundError(messages.UNKNOWN_LAYER, layer=layer_id, known=known)
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise OutputError(messages.OUTPUT_FORMAT, path=path, known=", ".join(WRITERS))
    check_not_opened(path, [dataset.path for dataset in catalog.datasets])
    records = Records(layer, dataset, rows, progress, stale)
    with replaced_whole(path) as part:
        try:
            write(records, part, language)
        except sqlite3.Error as error:
            raise InputError(messages.DAMAGED, path=dataset.path, reason=error) from error
        except EOFError as error:
            raise OutputError(messages.EXPORT_INCOMPLETE, path=path) from error
    return len(records.rows)


__all__ = ["WRITERS", "Progress", "StoppedError", "export_features"]
