"""The program with one fault put into it: python -m tests.e2e.faulty NAME ARGUMENTS."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from hetao_map.__main__ import main

PRIVATE = "/home/someone/private folder/plan.gpkg"


def _fail(*_arguments: Any, **_named: Any) -> NoReturn:
    raise ValueError(f"<b>bold</b> <img src='file:///etc/hostname'> in {PRIVATE}")


def _replace(owner: object, name: str, value: object) -> None:
    """Put something else in the place of what must be there."""
    assert hasattr(owner, name), f"{owner} has no {name} any more"
    setattr(owner, name, value)


def command() -> None:
    """The command "Coordinate grid" fails."""
    from hetao_map.ui.main_menu import MainMenu

    add = MainMenu._add_switch

    def faulty(self: Any, menu: str, field: str, words: Any) -> None:
        if field == "grid":
            from hetao_map.ui.commands import Command

            self.commands.add(menu, Command(field, words, _fail))
        else:
            add(self, menu, field, words)

    _replace(MainMenu, "_add_switch", faulty)


def worker() -> None:
    """The thread that reads the names for the search fails."""
    from hetao_map.query import search

    _replace(search, "SearchIndex", _fail)


def painter() -> None:
    """One layer cannot be painted."""
    from hetao_map.render import ground

    paint = ground.render_layer

    def faulty(request: Any, *more: Any) -> Any:
        return _fail() if request.layer.id == "roads" else paint(request, *more)

    _replace(ground, "render_layer", faulty)


def start() -> None:
    """The process dies of a fault in C before the map is there."""
    import hetao_map.app

    def die(_self: Any, _beginning: Any) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    _replace(hetao_map.app.Program, "_take_beginning", die)


def qt() -> None:
    """Qt complains of something."""
    import hetao_map.app

    settle = hetao_map.app.Program._settle_in

    def complain(self: Any) -> None:
        from PySide6.QtCore import qWarning

        settle(self)
        qWarning("odd: " + PRIVATE)

    _replace(hetao_map.app.Program, "_settle_in", complain)


FAULTS: dict[str, Callable[[], None]] = {
    fault.__name__: fault for fault in (command, worker, painter, start, qt)
}

if __name__ == "__main__":
    FAULTS[sys.argv.pop(1)]()
    sys.exit(main())
