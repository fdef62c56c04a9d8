"""The program on a stage: it plays the scenes one after the other, and each is pictured.

    python -m tests.screens.stage --out FOLDER [--only PART] [--no-pictures] -- GUI-OPTIONS

It is the program itself, in a window of its own; the scenes are played from within, because a
dialogue is soonest opened by what opens it. `tests.screens` starts it once for each language,
theme and size. What the pictures show is also looked over by machine (`looks`); it writes what it
has found to findings.json beside the pictures.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from hetao_map import app, cli
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Commands
from tests.screens.looks import faults

Wait = Callable[[], object]
Scene = Callable[["Stage"], Iterator[Wait]]
Kind = TypeVar("Kind", bound=QWidget)

_TICK_MS = 60
_PATIENCE_TICKS = 250
_STILL_LOOKS = 3
_WORST_LOOKS = 40


class Stage:
    """What a scene has to work with."""

    def __init__(self, program: app.Program, out: Path) -> None:
        self.program, self.window, self.out = program, program.window, out
        self.store: Store = program._store
        self.commands = self.find(Commands)
        self._temporary = tempfile.TemporaryDirectory(prefix="screens-")
        self.folder = Path(self._temporary.name)
        self.closing: list[Callable[[], object]] = []
        self._base: MapState | None = None

    # For the scenes

    @property
    def state(self) -> MapState:
        return self.store.state

    def find(self, kind: type[Any], name: str = "", within: QWidget | None = None) -> Any:
        """Return the first part of a kind, and of an object name if one is given."""
        found = (within or self.window).findChildren(kind, name or None)
        if not found:
            raise LookupError(f"no {kind.__name__} {name!r} in the window")
        shown = [part for part in found if getattr(part, "isVisible", lambda: True)()]
        return (shown or found)[0]

    def layer_row(self, layer_id: str) -> None:
        """Make a layer's row the current one of the layer tree."""
        from hetao_map.ui.layer_tree import LayerTree

        tree = self.find(LayerTree)
        tree.setCurrentIndex(tree.model().index_of(layer_id))
        tree.scrollTo(tree.currentIndex())

    def later(self, act: Callable[[], object]) -> None:
        """Do something from the event loop: it may wait for an answer as long as it likes."""
        QTimer.singleShot(0, act)

    def command(self, name: str) -> None:
        """Do what a command of the menus does; LookupError where there is none."""
        for entry in self.commands.entries():
            if entry.id == name:
                self.later(entry.action.trigger)
                return
        raise LookupError(f"no command {name!r}")

    def dialog(self, kind: type[QWidget] = QWidget) -> Any:
        """Return the newest window besides the main one, of a kind; None where there is none."""
        others = [
            top for top in QApplication.topLevelWidgets()
            if top.isVisible() and top is not self.window and isinstance(top, kind)
            and top.objectName() != "qtooltip_label"
        ]  # fmt: skip
        active = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return active if active in others else (others or [None])[-1]

    def shows(self, kind: type[QWidget] = QWidget) -> Wait:
        return lambda: self.dialog(kind)

    # For the director

    def names(self) -> frozenset[str]:
        """Return the names of all features, and of the files, in every language."""
        catalog = self.state.catalog
        named = (layer.name(row) for layer in catalog.layers for row in range(layer.rows))
        parts = {part for name in named for part in (name.zh_hans, name.zh_hant, name.en)}
        return frozenset(parts | {dataset.path.name for dataset in catalog.datasets})

    def ready(self) -> bool:
        """Whether the first map, its card and the names for the search are there."""
        searching = self.window.search._index is not None
        return searching and self.state.selection.current is not None and self.still()

    def still(self) -> bool:
        return self.program._live_map.complete and not self.state.opening

    def keep(self) -> None:
        self._base = self.state

    def clear(self) -> None:
        """Close what a scene has opened, and go back to the first state."""
        for act in self.closing:
            act()
        self.closing.clear()
        for top in QApplication.topLevelWidgets():
            if top is not self.window and top.isVisible():
                top.close()
        self.window.search.clear()
        self.window.notice.hide()

    def go_back(self) -> None:
        """Go back to the state of the start; what was closed has left its room by now."""
        assert self._base is not None
        base = {field.name: getattr(self._base, field.name) for field in fields(MapState)}
        base["viewport"] = self._base.viewport.resized(*self._room())
        self.store.update(**base)
        self.window.canvas.setFocus()
        self.window.activateWindow()
        QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _room(self) -> tuple[tuple[int, int], float]:
        """Return the size of the map: a tab that came has made the panels wider meanwhile."""
        now = self.state.viewport
        return now.size_px, now.device_pixel_ratio


class Director:
    """Plays the scenes, looks each over at its end, and takes its picture if that is wanted."""

    def __init__(self, stage: Stage, scenes: dict[str, Scene], *, pictures: bool) -> None:
        self._stage, self._scenes, self._pictures = stage, list(scenes.items()), pictures
        self._name = "start of the program"
        self._playing: Iterator[Wait] = iter(())
        self._wait: Wait = stage.ready
        self._last: QImage | None = None
        self._ticks = self._looks = self._same = 0
        self.findings: dict[str, list[str]] = {}
        self._go_on: Callable[[], None] = self._begin
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        """Go on where what was waited for is there. Runs in dialogues' own loops, too."""
        self._ticks += 1
        try:
            if self._wait():
                self._ticks = 0
                self._go_on()
            elif self._ticks > _PATIENCE_TICKS:
                raise TimeoutError("what was waited for did not come")  # noqa: TRY301
        except Exception as error:  # noqa: BLE001 - the other scenes are played all the same
            self._note(f"{type(error).__name__}: {error}")
            self._next()

    def _begin(self) -> None:
        self._stage.keep()
        self._next()

    def _next(self) -> None:
        """Clear the stage and play the next scene, or end."""
        self._ticks = self._looks = self._same = 0
        self._last = None
        self._stage.clear()
        if self._scenes:
            self._name, scene = self._scenes.pop(0)
            self._playing = self._set(scene)
            self._wait, self._go_on = (lambda: True), self._play
        else:
            self._end()

    def _set(self, scene: Scene) -> Iterator[Wait]:
        """Set the stage once what was closed is gone, then play."""
        self._stage.go_back()
        yield self._stage.still
        yield from scene(self._stage)

    def _play(self) -> None:
        try:
            self._wait = next(self._playing)
        except StopIteration:
            self._wait, self._go_on = self._stage.still, self._look

    def _look(self) -> None:
        if self._pictures and not self._picture():
            return
        for fault in faults(self._stage.state.language, self._stage.names()):
            self._note(fault)
        canvas, size = self._stage.window.canvas, self._stage.state.viewport.size_px
        if (canvas.width(), canvas.height()) != size:
            self._note(f"the map is {canvas.size().toTuple()} large and painted for {size}")
        self._next()

    def _picture(self) -> bool:
        """Take the picture once the screen has looked the same several times."""
        now = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        self._same = self._same + 1 if now == self._last else 0
        self._last, self._looks = now, self._looks + 1
        if self._same < _STILL_LOOKS and self._looks <= _WORST_LOOKS:
            return False
        return now.save(str(self._stage.out / f"{self._name}.png"))

    def _note(self, fault: str) -> None:
        self.findings.setdefault(self._name, []).append(fault)

    def _end(self) -> None:
        self._timer.stop()
        path = self._stage.out / "findings.json"
        path.write_text(json.dumps(self.findings, ensure_ascii=False, indent=1), encoding="utf-8")
        self._stage.window.close()


def play(arguments: list[str]) -> int:
    """Start the program with its own options and play the scenes; return its exit code."""
    from tests.screens.scenes import SCENES

    options, gui = _options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = {name: scene for name, scene in SCENES.items() if _wanted(name, options.only)}
    start = app.Program.start
    running: list[Director] = []

    def begin(program: app.Program, catalog: Future[Catalog]) -> None:
        QApplication.setCursorFlashTime(0)
        start(program, catalog)
        stage = Stage(program, options.out)
        stage.store.update(text_size=options.text_size)
        running.append(Director(stage, wanted, pictures=not options.no_pictures))

    app.Program.start = begin  # type: ignore[method-assign]
    return cli.run(["gui", *gui])


def _wanted(name: str, only: list[str]) -> bool:
    return not only or any(part in name for part in only)


def _options(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    at = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--text-size", default="normal")
    parser.add_argument("--no-pictures", action="store_true")
    return parser.parse_args(arguments[:at]), arguments[at + 1 :]


if __name__ == "__main__":
    sys.exit(play(sys.argv[1:]))
