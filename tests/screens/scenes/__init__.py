"""The scenes: what each opens, and what it waits for before its picture is taken.

To add one, write a generator and put `@scene` over it. It yields what is to be waited for; its
picture is named after it. A scene that opens a question waits with `shows`, and asks with `later`
or `command`, for a question has an event loop of its own. What it opens is closed behind it, and
the state goes back to that of the start; what else is to be undone goes into `stage.closing`.
"""

from tests.screens.scenes import (
    cards,
    finding,
    focus,
    helping,
    layers,
    living,
    menus,
    panels,
    paper,
    places,
)
from tests.screens.scenes.acting import SCENES

__all__ = [
    "SCENES",
    "cards",
    "finding",
    "focus",
    "helping",
    "layers",
    "living",
    "menus",
    "panels",
    "paper",
    "places",
]
