"""Where the files that ship with the program are: in a checkout, a wheel or a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen)] if frozen else []
    candidates += [_PACKAGE / "shipped", _PACKAGE.parent]
    return next((c for c in candidates if (c / "assets").is_dir()), candidates[-1])


def asset(name: str) -> Path:
    """Return the path of a file below assets/."""
    return _root() / "assets" / name


def shipped_geopackage() -> Path:
    """Return the path of the GeoPackage that comes with the program."""
    return _root() / "geodata" / "hetao.gpkg"


def has_symbol(name: str) -> bool:
    """Tell whether the program has a symbol of this name."""
    return asset(f"symbols/{name}.svg").is_file()
