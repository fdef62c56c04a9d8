"""What leads over the map by clock, calendar and story: panels beside it, and the time bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from hetao_map.files import replace_file
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.session.stories import Stories, told
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.crossings_watch import CrossingsWatch
from hetao_map.ui.file_question import ask_for_file, file_name
from hetao_map.ui.flight import Flight
from hetao_map.ui.info_panel import InformationPanel
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.map_menu import MapMenu
from hetao_map.ui.saving import Saving
from hetao_map.ui.side_panels import SidePanels
from hetao_map.ui.time_bar import TimeBar
from hetao_map.ui.way_button import WayButton
from hetao_map.ui.ways import Ways

_KEYS = {
    "crossings": "Ctrl+Shift+X",
    "ways": "Ctrl+Shift+R",
    "time": "Ctrl+Shift+T",
    "stories": "Ctrl+Shift+S",
}
_BY_HAND = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress)


class Guides(QObject):
    """Makes these parts of a window and adds their commands."""

    def __init__(
        self,
        window: QMainWindow,
        store: Store,
        actions: Actions,
        canvas: MapCanvas,
        announcer: Announcer,
        saving: Saving,
    ) -> None:
        super().__init__(window)
        self._store, self._actions, self._canvas = store, actions, canvas
        self._announcer = announcer
        self._watch = CrossingsWatch(self, store)
        self._watch.changed.connect(canvas.update)
        canvas.add_overlay(self._watch.shapes)
        self.ways = Ways(window, store, actions, announcer, saving)
        self.panels = SidePanels(store)
        self.bar = TimeBar(store, actions)
        self._flight = Flight(self, store)
        self._stories = Stories(store, actions, self._flight.go)
        self._saving = saving
        canvas.installEventFilter(self)

    def fill(self, information: InformationPanel) -> None:
        """Offer all panels, that of the card first."""
        information.add_button(WayButton(self._store, self.ways))
        self.panels.offer("information", lambda: self.tr("Information"), lambda: information)
        self.panels.offer("crossings", lambda: self.tr("Crossings"), self._crossings)
        self.panels.offer("ways", lambda: self.tr("Door to door"), self.ways.panel)
        self.panels.offer("time", lambda: self.tr("Time"), self._time)
        self.panels.offer("stories", lambda: self.tr("Stories"), self._story)
        self.panels.offer("check", lambda: self.tr("Check"), self._check, on_call=True)

    def add_commands(self, commands: Commands, map_menu: MapMenu) -> None:
        """Add the commands to their menus, and to that of a place on the map."""
        map_menu.offer(self.ways.fill)
        self.panels.add_commands(commands, _KEYS)
        for name, words, act, key in (
            ("event_before", lambda: self.tr("Previous event"), partial(self.bar.step, -1),
             "Ctrl+Alt+Left"),
            ("event_after", lambda: self.tr("Next event"), partial(self.bar.step, 1),
             "Ctrl+Alt+Right"),
            ("play_time", lambda: self.tr("Play the years"), self._play, ""),
        ):  # fmt: skip
            keys = (key,) if key else ()
            commands.add("go", Command(name, words, act, keys, enabled=_has_map))

        self.ways.add_commands(commands)
        commands.add("tools", Command(
            "check", lambda: self.tr("Check the data"), partial(self.panels.call, "check"),
            enabled=_has_map,
        ))  # fmt: skip
        self._add_story_commands(commands)
        commands.add_separator("view")
        commands.add("view", Command(
            "less_motion", lambda: self.tr("Reduce motion"), self._turn_motion,
            checked=lambda state: state.less_motion,
        ))  # fmt: skip

    def _add_story_commands(self, commands: Commands) -> None:
        commands.add_separator("go")
        for name, words, steps, key in (
            ("story_next", lambda: self.tr("Next step of the story"), 1, "Alt+PgDown"),
            ("story_back", lambda: self.tr("Previous step of the story"), -1, "Alt+PgUp"),
        ):
            commands.add("go", Command(
                name, words, partial(self._stories.move, steps), (key,), enabled=_tells_story
            ))  # fmt: skip
        commands.add("file", Command(
            "booklet", lambda: self.tr("Story as PDF booklet…"), self._save_booklet,
            enabled=_tells_story,
        ))  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the map to the hand that moves it."""
        if event.type() in _BY_HAND:
            self._flight.give_up()
        return super().eventFilter(watched, event)

    def map_with_bar(self) -> QWidget:
        """Return the map with the time bar below it."""
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._canvas, 1)
        layout.addWidget(self.bar)
        return both

    def _play(self) -> None:
        self._store.update(panel="time", panels=True)
        self.bar.play()

    def _turn_motion(self) -> None:
        self._store.update(less_motion=not self._store.state.less_motion)

    def _save_booklet(self) -> None:
        """Ask for a file and write the story that is told into it, a page for each step."""
        from hetao_map.ui.booklet import booklet_bytes

        state = self._store.state
        story = told(state)
        if story is None:
            return
        kinds = {".pdf": self.tr("PDF booklet")}
        window = self.panels.window()
        path = ask_for_file(window, self.tr("Story as PDF booklet"), file_name(story.id), kinds)
        if path is not None:
            content = booklet_bytes(state, story)
            self._saving.start(path, lambda _progress, _stale: replace_file(path, content))

    def _crossings(self) -> QWidget:
        from hetao_map.ui.crossings_panel import CrossingsPanel

        return CrossingsPanel(self._store, self._actions, self._watch, self._announcer)

    def _check(self) -> QWidget:
        from hetao_map.ui.check_panel import CheckPanel

        return CheckPanel(self._store, self._actions, self._announcer)

    def _time(self) -> QWidget:
        from hetao_map.ui.time_panel import TimePanel

        return TimePanel(self._store)

    def _story(self) -> QWidget:
        from hetao_map.ui.story_panel import StoryPanel

        return StoryPanel(self._store, self._stories, self._announcer, self._save_booklet)


def _tells_story(state: MapState) -> bool:
    return state.story is not None


def _has_map(state: MapState) -> bool:
    return bool(state.catalog.datasets)
