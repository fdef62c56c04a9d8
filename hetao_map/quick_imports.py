"""Importing the program's own modules without Qt's import hook reading their sources."""

from __future__ import annotations

from contextlib import suppress
from typing import Any


def leave_sources_unread() -> None:
    """Tell PySide that no module uses its optional features (`from __feature__ import ...`).

    To find out, it reads the source of each module that is imported after it: for some 250
    modules that is a tenth of the time to the first map. A PySide that finds out in another way
    is left as it is.
    """
    with suppress(ImportError, AttributeError):
        import PySide6.QtCore  # noqa: F401 - brings its own support modules
        import shibokensupport.feature

        feature: Any = shibokensupport.feature
        if callable(feature._mod_uses_pyside):
            feature._mod_uses_pyside = _does_not


def _does_not(_module: object) -> bool:
    return False
