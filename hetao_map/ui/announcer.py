"""Says aloud, through a screen reader, what has changed where nobody looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hetao_map.model.state import MapState
from hetao_map.query.measurement import sum_words
from hetao_map.query.wording import word_of
from hetao_map.render.scale_bar import round_scale
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.text.plain import plain

_QUIET_MS = 700


class Announcer(QObject):
    """Announces the card that is shown, layers that come and go, what is measured, and the scale
    once it rests.
    """

    def __init__(self, window: QWidget, store: Store) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(lambda: self.say(scale_words(store.state)))
        store.changed.connect(self._apply)

    def say(self, text: str) -> None:
        """Hand a sentence to the screen reader, if there is one."""
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))

    def _apply(self, old: MapState, new: MapState) -> None:
        self.say(self.change_words(old, new))
        if round_scale(old.viewport.scale_denominator) != round_scale(
            new.viewport.scale_denominator
        ):
            self._quiet.start()

    def change_words(self, old: MapState, new: MapState) -> str:
        """Return what is to be said of a change, nothing for most of them."""
        if old.opening and not new.opening and new.catalog.datasets:
            return self.tr("The map is open: {n} layers").format(n=len(new.catalog.layers))
        if files := self._file_words(old, new):
            return files
        if old.selection.current != new.selection.current:
            return self._selected(new)
        if old.visible != new.visible and old.catalog is new.catalog:
            return self._toggled(old, new)
        if old.measured != new.measured:
            return sum_words(new)
        return ""

    def _file_words(self, old: MapState, new: MapState) -> str:
        """Name the files that are being read, or have joined the map with their layers."""
        if new.reading and old.reading != new.reading:
            return self.tr("Opening {name}…").format(name=plain(new.reading))
        if not 0 < len(old.catalog.datasets) < len(new.catalog.datasets):
            return ""
        files = [d for d in new.catalog.datasets if old.catalog.at(d.path) is None]
        names = ", ".join(plain(dataset.path.name) for dataset in files)
        count = sum(len(dataset.layers) for dataset in files)
        return self.tr("{name} is open: {n} layers").format(name=names, n=count)

    def _selected(self, state: MapState) -> str:
        feature = state.catalog.find(state.selection.current) if state.selection.current else None
        if feature is None:
            return self.tr("Nothing is selected")
        kind = word_of(words.KIND, feature.kind, state.language)
        name = plain(feature.name.in_(state.language)) or words.UNNAMED.in_(state.language)
        text = f"{name}, {kind}" if kind else name
        count = len(state.selection.hits)
        if count > 1:
            here = self.tr("{i} of {n}").format(i=state.selection.index + 1, n=count)
            text = f"{text}, {here}"
        return text

    def _toggled(self, old: MapState, new: MapState) -> str:
        changed = old.visible ^ new.visible
        layers = [layer for layer in new.catalog.layers if layer.id in changed]
        titles = [layer.spec.title.in_(new.language) for layer in layers]
        if len(titles) != 1:
            return self.tr("Layers shown: {n}").format(n=len(new.visible))
        shown = bool(new.visible - old.visible)
        pattern = self.tr("{layer} is shown") if shown else self.tr("{layer} is hidden")
        return pattern.format(layer=titles[0])


def scale_words(state: MapState) -> str:
    """Return the scale as it is shown."""
    scale = f"{round_scale(state.viewport.scale_denominator):,}"
    return words.SCALE.in_(state.language).format(n=scale)
