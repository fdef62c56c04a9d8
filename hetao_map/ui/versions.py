"""What the program is made of: versions and licences."""

from __future__ import annotations

import platform
import sqlite3
from importlib import metadata

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

from hetao_map import __version__

# What is installed with the program, and the libraries in it, by name and licence.
LICENCES = (
    ("Python", "PSF-2.0"),
    ("Qt", "LGPL-3.0"),
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLite", "public domain"),
    ("shapely", "BSD-3-Clause"),
    ("GEOS", "LGPL-2.1"),
    ("pyproj", "MIT"),
    ("PROJ", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("pyogrio", "MIT"),
    ("GDAL", "MIT"),
    ("geopandas", "BSD-3-Clause"),
    ("pandas", "BSD-3-Clause"),
    ("rapidfuzz", "MIT"),
    ("pypinyin", "MIT"),
    ("opencc", "Apache-2.0"),
    ("opening-hours-py", "MIT or Apache-2.0"),
)


def versions() -> dict[str, str]:
    """Return the versions by name, those that matter most for a report first."""
    import pyproj
    import shapely

    found = {
        "Hetao Map": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "PySide6-Essentials": pyside_version,
        "GEOS": shapely.geos_version_string,
        "PROJ": pyproj.proj_version_str,
        "SQLite": sqlite3.sqlite_version,
    }
    for name, _licence in LICENCES:
        if name not in found:
            try:
                found[name] = metadata.version(name)
            except metadata.PackageNotFoundError:
                continue
    return found


def system() -> str:
    """Return the name and version of the system."""
    return f"{platform.system()} {platform.release()} ({platform.machine()})"
