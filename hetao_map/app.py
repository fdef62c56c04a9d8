"""Builds every long-lived object of the window once, and wires them."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hetao_map.allocation import give_back_pictures
from hetao_map.asked import as_asked, first_selection, unknown_names
from hetao_map.data.reading import Awaited
from hetao_map.desktop import close_on_signals, config_folder, has_display, system_language
from hetao_map.faults.guard import Guard
from hetao_map.futures import tell_failure
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NoDisplayError
from hetao_map.model.places import Pin
from hetao_map.model.state import MapState
from hetao_map.query.opened import short
from hetao_map.query.surround import Wanted, edition, surround_of
from hetao_map.render.fonts import has_chinese_font
from hetao_map.render.live_map import LiveMap
from hetao_map.render.picture import Picture
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.theme import LIGHT
from hetao_map.resources import asset, shipped_geopackage
from hetao_map.session.actions import Actions, home_view, view_of
from hetao_map.session.keeper import Keeper
from hetao_map.session.places import Places
from hetao_map.session.set_aside import latest
from hetao_map.session.store import Store
from hetao_map.session.trips import shown_lines
from hetao_map.single_window import SingleWindow, Wishes, wishes_of
from hetao_map.start import Beginning, crs_of, first_map, made_safe, openable
from hetao_map.text import messages
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.tools.area import AreaTool
from hetao_map.tools.identify import IdentifyTool
from hetao_map.tools.measure import MeasureTool
from hetao_map.tools.pan import PanTool
from hetao_map.tools.pins import PinTool
from hetao_map.tools.pointer import Tool
from hetao_map.tools.toolbox import ToolBox
from hetao_map.tools.zoom_box import ZoomBoxTool
from hetao_map.ui.bring_back import offer_bring_back
from hetao_map.ui.fault_reports import FaultReports
from hetao_map.ui.info_panel import shown_card
from hetao_map.ui.look import dress, theme_of
from hetao_map.ui.main_window import MainWindow
from hetao_map.ui.map_sheet import picture_of
from hetao_map.ui.screen_legend import ScreenLegend
from hetao_map.ui.style import MapStyle
from hetao_map.ui.translation import Translation

if TYPE_CHECKING:
    from hetao_map.query.search import SearchIndex

log = logging.getLogger(__name__)

_INDEX_AFTER_MS = 150


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; return the exit code.

    Where a window with the same files is open already, that one comes to the front instead.
    Raises InputError for a file that cannot be a GeoPackage, NoDisplayError without a screen.
    """
    paths, errors = openable(options.files)
    if not has_display():
        raise NoDisplayError(messages.NO_DISPLAY)
    folder = options.config_dir or config_folder()
    single = SingleWindow(folder, paths)
    if not options.safe and not single.claim(wishes_of(options)):
        return 0
    guard = Guard(folder, Language(options.language or Language.EN))
    notes_of_safety: tuple[LocalizedText, ...] = ()
    if guard.safe or options.safe:
        notes_of_safety, paths = made_safe(options, folder), [shipped_geopackage()]
    give_back_pictures()
    # A thread that paints or reads gives way to the window after so many seconds.
    sys.setswitchinterval(0.0003)
    # The file is read while Qt finds its screens and fonts.
    reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
    told = crs_of(paths, options.crs, folder) if options.files else {}
    awaited = Awaited()
    beginning = reader.submit(first_map, paths, errors, told, awaited)
    application = QApplication(sys.argv[:1])
    guard.hooks.has_platform = True
    application.setStyle(MapStyle())
    application.setApplicationName("hetao-map")
    application.setWindowIcon(QIcon(str(asset("icons/app.svg"))))
    program = Program(application, options, reader, guard, single, notes_of_safety)
    program.start(beginning)
    program.window.files.opening.await_start(paths, awaited)
    code = application.exec()
    # Who leaves while a large file is still being read does not wait for it.
    awaited.give_up()
    program.close()
    return code


class _Opened(QObject):
    """Brings what a worker has read to the window's thread."""

    beginning = Signal(object)
    index = Signal(object)


class Program:
    """The objects of a run of the window. Lives on the main thread."""

    def __init__(
        self,
        application: QApplication,
        options: argparse.Namespace,
        reader: ThreadPoolExecutor,
        guard: Guard,
        single: SingleWindow,
        notes: tuple[LocalizedText, ...],
    ) -> None:
        self._application, self._options, self._reader = application, options, reader
        self._guard, self._single = guard, single
        self._folder = options.config_dir or config_folder()
        self._keeper = Keeper(self._folder)
        kept, self._place, broken = self._keeper.read_person()
        self._notes_at_start = notes + broken
        self._store = Store(self._first_state(kept))
        # Before any widget: they set their words in the new language, type and colours.
        self._store.changed.connect(self._dress_anew)
        self._actions = Actions(self._store)
        self._live_map = LiveMap(Scheduler())
        self._legend = ScreenLegend()
        self._translation = Translation()
        self._home: Viewport | None = None
        self._has_map = self._all_is_open = False
        self._naming = QTimer(singleShot=True, interval=_INDEX_AFTER_MS)
        self._opened = _Opened()
        self._dress(self._store.state)
        self.window = MainWindow(
            self._store,
            self._actions,
            self._live_map,
            self._tools(),
            self._fact_sheet,
            self._keeper.save,
        )
        self.window.log_lines = guard.last_lines
        self.window.map_tools.menu.serve(self.window.places, self._pins)
        self._wire()
        if not any((options.center, options.feature, options.layers)):
            self.window.first_steps.welcome()

    def start(self, beginning: Future[Beginning]) -> None:
        """Show the window; the map comes when the files are read."""
        self.window.show_at(self._place)
        close_on_signals(self._application, self._end)
        self._store.update(opening=True)
        beginning.add_done_callback(self._hand_over)

    def _end(self) -> None:
        """End as by the window's button, whatever dialogue is open."""
        self.window.close()
        self._application.exit(0)

    def close(self) -> None:
        """Keep what is to be kept, and end the workers."""
        self._single.close()
        self._keeper.close()
        self.window.files.shut_down()
        self._live_map.close()
        self._reader.shutdown(wait=True, cancel_futures=True)
        self._guard.end()

    def _first_state(self, kept: dict[str, Any]) -> MapState:
        """Return the state before a file is read; what the command line says comes first."""
        options = self._options
        state = replace(MapState(language=system_language(), first_steps=True), **kept)
        if options.language:
            state = replace(state, language=Language(options.language))
        if options.theme:
            state = replace(state, theme=options.theme)
        return state

    def _tools(self) -> ToolBox:
        places = Places(self._store, self._actions)
        self._pins = PinTool(self._store, places, self._open_pin)
        gestures: list[Tool] = [
            self._pins,
            ZoomBoxTool(self._store, self._actions),
            PanTool(self._store, self._actions),
        ]
        tools: dict[str, Tool] = {
            "identify": IdentifyTool(self._store, self._actions),
            "measure": MeasureTool(self._store),
            "area": AreaTool(self._store, self._area_drawn),
        }
        return ToolBox(self._store, gestures, tools)

    def _area_drawn(self) -> None:
        self.window.briefings.open_drawn()

    def _open_pin(self, pin: Pin) -> None:
        self.window.places.edit(pin)

    def _wire(self) -> None:
        self._store.changed.connect(self._apply)
        self._keeper.watch(self._store, self.window.place)
        self._keeper.failed.connect(self.window.notice.add)
        self._opened.beginning.connect(self._take_beginning)
        self._opened.index.connect(self.window.search.set_index)
        self._naming.timeout.connect(self._read_names)
        opening = self.window.files.opening
        opening.layers_kept = self._keeper.read_layers
        opening.reopened.connect(lambda _paths: self._keeper.all_is_open())
        # What is opened again can bring a start down as well as the first map.
        opening.reopened.connect(lambda _paths: self._tell_when_complete())
        self._live_map.updated.connect(self._when_painted)
        self._legend.renewed.connect(lambda: self._live_map.show(self._picture()))
        faults = FaultReports(self.window, self._store, self.window.notice, self._guard.last_lines)
        self._guard.hooks.refused.connect(faults.refuse)
        self._guard.hooks.broken.connect(faults.show_fault)
        if latest(self._folder) is not None:
            offer_bring_back(self.window.commands, self._bring_back)
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._dress(self._store.state))

    def _hand_over(self, read: Future[Beginning]) -> None:
        """Pass on what was read to the window's thread; runs in the worker."""
        self._opened.beginning.emit(read.result())

    def _when_painted(self) -> None:
        """Open the first card and read the names for the search: the map comes before both."""
        catalog = self._store.state.catalog
        if self._all_is_open and self._live_map.complete:
            self._all_is_open = False
            self._guard.map_is_there()
        if self._has_map or not catalog.datasets or not self._live_map.complete:
            return
        self._has_map = True
        self.window.canvas.repaint()
        QTimer.singleShot(0, self._open_first_card)
        self._naming.start()
        QTimer.singleShot(0, self._reopen)
        QTimer.singleShot(_INDEX_AFTER_MS, self._settle_in)

    def _settle_in(self) -> None:
        """Do what can wait until the map is there."""
        self._single.serve(self._come_to_the_front)
        if not has_chinese_font():
            self.window.notice.add(messages.NO_CHINESE_FONT)
            if not self._options.language:
                # Words that are all boxes serve nobody.
                self._store.update(language=Language.EN)

    def _come_to_the_front(self, wishes: Wishes) -> None:
        """Do what a second start was asked for, and be seen."""
        self._options = argparse.Namespace(**{**vars(self._options), **wishes})
        state = as_asked(self._store.state, self._options)
        self._store.update(viewport=state.viewport, visible=state.visible)
        if wishes["feature"]:
            self._store.update(selection=first_selection(state.catalog, self._options))
        self.window.come_to_the_front()

    def _bring_back(self) -> None:
        """Take up again what a safe start has set aside."""
        self._store.update(**self._keeper.bring_back(self._store.state))
        self._reopen()

    def _open_first_card(self) -> None:
        state = self._store.state
        # Who has clicked on the map by then has chosen what to read, be it nothing.
        if state.selection.current is None and not self.window.canvas.touched:
            self._store.update(selection=first_selection(state.catalog, self._options))
        # What is there now stays: looking for waste among it again would only take time.
        gc.freeze()
        gc.enable()

    def _reopen(self) -> None:
        """Open what was open beside the files of the start: the first map does not wait for it."""
        beside = self._keeper.files_beside()
        if beside:
            self.window.files.opening.reopen(beside)
        else:
            self._guard.map_is_there()

    def _tell_when_complete(self) -> None:
        """The start is done once the map shows what was opened again."""
        self._all_is_open = True
        # The map is about to learn of it, or will not, where nothing could be read.
        QTimer.singleShot(0, self._live_map.updated.emit)

    def _read_names(self) -> None:
        catalog = self._store.state.catalog
        reading = self._reader.submit(lambda: self._opened.index.emit(_index_of(catalog)))
        reading.add_done_callback(tell_failure)

    def _take_beginning(self, beginning: Beginning) -> None:
        catalog = beginning.catalog
        for error in beginning.errors:
            self.window.notice.add(short(error.sentence, [Path(n) for n in self._options.files]))
        if not catalog.datasets:
            gc.enable()
            self._guard.map_is_there()
            self._store.update(opening=False)
            self._settle_in()
            return
        viewport = self._home = home_view(catalog, self._store.state.viewport)
        state = replace(self._store.state, catalog=catalog, viewport=viewport)
        kept, notes = self._keeper.read_map(state)
        state = as_asked(
            replace(state, **{"visible": _on_at_start(catalog), **kept}), self._options
        )
        changes = {name: getattr(state, name) for name in {*kept, "visible", "viewport", "datums"}}
        self._store.update(opening=False, catalog=catalog, **changes)
        for note in reversed(self._notes_at_start + notes + unknown_names(catalog, self._options)):
            self.window.notice.add(note)
        for dataset in catalog.datasets:
            self.window.files.opening.tell_of(dataset)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog:
            self._single.follow(dataset.path for dataset in new.catalog.datasets)
        if old.catalog is not new.catalog and self._has_map:
            # The search finds what is there now.
            self._naming.start()
        if self._refits(old, new):
            return
        self._live_map.show(self._picture())

    def _refits(self, old: MapState, new: MapState) -> bool:
        """Fit the first view again while a new window settles on its size."""
        untouched = self._home is not None and old.viewport == self._home
        resized = old.viewport.size_px != new.viewport.size_px
        if not (untouched and resized):
            return False
        self._home = home_view(new.catalog, new.viewport)
        self._store.update(viewport=self._home)
        return self._home != new.viewport

    def _dress_anew(self, old: MapState, new: MapState) -> None:
        if _look(old) != _look(new):
            self._dress(new)

    def _dress(self, state: MapState) -> None:
        self._translation.use(state.language)
        dress(self._application, theme_of(state.theme), state.language, state.text_size)

    def _picture(self) -> Picture:
        """Return the map as it is seen."""
        state = self._store.state
        picture = picture_of(state, theme_of(state.theme), wanted=Wanted(grid=state.grid))
        legend = self._legend.rows(state)
        surround = replace(picture.surround, legend=legend)
        return replace(picture, surround=surround, way=shown_lines(state))

    def _fact_sheet(self) -> bytes:
        """Return the fact sheet of the selected feature as PDF; there is one when this is asked."""
        # What is asked for later is read later: the map comes first.
        from hetao_map.render.fact_sheet import MAP_SIZE_PX, fact_sheet

        state = self._store.state
        card = shown_card(state)
        feature = state.catalog.find(card.ref) if card else None
        if card is None or feature is None:
            return b""
        viewport = view_of(feature, Viewport(size_px=MAP_SIZE_PX))
        wanted = Wanted(date=state.date)
        surround = surround_of(state.present, state.visible, viewport, state.language, wanted)
        picture = replace(
            self._picture(), viewport=viewport, theme=LIGHT, highlight=card.ref, surround=surround,
            way=(),
        )  # fmt: skip
        return fact_sheet(card, picture, edition(state.catalog, card.ref, state.language))


def _index_of(catalog: Catalog) -> SearchIndex:
    # What is asked for later is read later: the map comes first.
    from hetao_map.query.search import SearchIndex

    return SearchIndex(catalog)


def _look(state: MapState) -> tuple[object, ...]:
    return state.language, state.theme, state.text_size


def _on_at_start(catalog: Catalog) -> frozenset[str]:
    return frozenset(layer.id for layer in catalog.layers if layer.spec.visible)
