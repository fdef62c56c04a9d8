"""A private folder in which GDAL finds a data set under a name of ours, and nothing beside it.

Drivers look for companions beside a file, and some write one there; names with a semicolon or
an exclamation mark mean something else to GDAL.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_STEM = "data"


def linked(source: Path, folder: Path, ending: str) -> Path:
    """Return a path in the folder by which the file is reached."""
    target = folder / (_STEM + ending)
    if target.exists():
        return target
    with suppress(OSError, NotImplementedError):
        target.symlink_to(source.resolve())
        return target
    with suppress(OSError):
        # Windows allows symbolic links to few.
        os.link(source.resolve(), target)
        return target
    shutil.copyfile(source, target)
    return target


def parts_of_shapefile(source: Path) -> dict[str, Path]:
    """Return the files of a Shapefile by ending, in whatever capital letters they are named."""
    parts = {".shp": source}
    with suppress(OSError):
        for other in sorted(source.parent.iterdir()):
            ending = other.suffix.lower()
            if other.stem == source.stem and ending in SHAPEFILE_PARTS[1:] and other.is_file():
                parts.setdefault(ending, other)
    return parts
