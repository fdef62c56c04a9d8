"""Builds every long-lived object of the window once, and wires them."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hetao_map.allocation import give_back_pictures
from hetao_map.data.connection import check_regular
from hetao_map.data.open import open_files
from hetao_map.desktop import close_on_signals, config_folder, has_display, system_language
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import HetaoError, NoDisplayError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.places import Pin
from hetao_map.model.state import MapState, Selection
from hetao_map.query.search import SearchIndex
from hetao_map.query.surround import ZONE, Wanted, edition, surround_of
from hetao_map.render.fact_sheet import MAP_SIZE_PX, fact_sheet
from hetao_map.render.live_map import LiveMap
from hetao_map.render.picture import Picture
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.theme import LIGHT
from hetao_map.resources import asset, shipped_geopackage
from hetao_map.session.actions import Actions, home_extent, view_of
from hetao_map.session.journal import keep_journal
from hetao_map.session.keeper import Keeper
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.tools.identify import IdentifyTool
from hetao_map.tools.measure import MeasureTool
from hetao_map.tools.pan import PanTool
from hetao_map.tools.pins import PinTool
from hetao_map.tools.pointer import Tool
from hetao_map.tools.toolbox import ToolBox
from hetao_map.tools.zoom_box import ZoomBoxTool
from hetao_map.ui.info_panel import shown_card
from hetao_map.ui.look import dress, theme_of
from hetao_map.ui.main_window import MainWindow
from hetao_map.ui.map_sheet import picture_of
from hetao_map.ui.screen_legend import ScreenLegend
from hetao_map.ui.style import MapStyle
from hetao_map.ui.translation import Translation

log = logging.getLogger(__name__)

_INDEX_AFTER_MS = 150


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; return the exit code.

    Raises InputError for a file that cannot be a GeoPackage, NoDisplayError without a screen.
    """
    paths = [Path(name) for name in options.files] or [shipped_geopackage()]
    for path in paths:
        check_regular(path)
    if not has_display():
        raise NoDisplayError(messages.NO_DISPLAY)
    give_back_pictures()
    # A thread that paints or reads gives way to the window after so many seconds.
    sys.setswitchinterval(0.0003)
    # The file is read while Qt finds its screens and fonts.
    reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
    catalog = reader.submit(open_files, paths)
    application = QApplication(sys.argv[:1])
    application.setStyle(MapStyle())
    application.setApplicationName("hetao-map")
    application.setWindowIcon(QIcon(str(asset("icons/app.svg"))))
    program = Program(application, options, reader)
    program.start(catalog)
    code = application.exec()
    program.close()
    return code


class _Opened(QObject):
    """Brings what a worker has read to the window's thread."""

    catalog = Signal(object)
    index = Signal(object)
    failed = Signal(object)


class Program:
    """The objects of a run of the window. Lives on the main thread."""

    def __init__(
        self, application: QApplication, options: argparse.Namespace, reader: ThreadPoolExecutor
    ) -> None:
        self._application, self._options, self._reader = application, options, reader
        journal = keep_journal()
        self._keeper = Keeper(options.config_dir or config_folder())
        kept, self._place, self._notes_at_start = self._keeper.read_person()
        self._store = Store(self._first_state(kept))
        # Before any widget: they set their words in the new language, type and colours.
        self._store.changed.connect(self._dress_anew)
        self._actions = Actions(self._store)
        self._live_map = LiveMap(Scheduler())
        self._legend = ScreenLegend()
        self._translation = Translation()
        self._home: Viewport | None = None
        self._has_map = False
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
        self.window.log_lines = journal.last_lines
        self.window.map_tools.menu.serve(self.window.places, self._pins)
        self._wire()
        if not any((options.center, options.feature, options.layers)):
            self.window.first_steps.welcome()

    def start(self, catalog: Future[Catalog]) -> None:
        """Show the window; the map comes when the files are read."""
        self.window.show_at(self._place)
        close_on_signals(self._application, self.window.close)
        self._store.update(opening=True)
        catalog.add_done_callback(self._hand_over)

    def close(self) -> None:
        """Keep what is to be kept, and end the workers."""
        self._keeper.close()
        self._live_map.close()
        self._reader.shutdown(wait=True, cancel_futures=True)

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
        }
        return ToolBox(self._store, gestures, tools)

    def _open_pin(self, pin: Pin) -> None:
        self.window.places.edit(pin)

    def _wire(self) -> None:
        self._store.changed.connect(self._apply)
        self._keeper.watch(self._store, self.window.place)
        self._keeper.failed.connect(self.window.notice.add)
        self._opened.catalog.connect(self._take_catalog)
        self._opened.index.connect(self.window.search.set_index)
        self._opened.failed.connect(self._take_failure)
        self._live_map.updated.connect(self._when_painted)
        self._legend.renewed.connect(lambda: self._live_map.show(self._picture()))
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._dress(self._store.state))

    def _hand_over(self, read: Future[Catalog]) -> None:
        """Pass on what was read to the window's thread; runs in the worker."""
        try:
            self._opened.catalog.emit(read.result())
        except HetaoError as error:
            self._opened.failed.emit(error)
        except Exception as error:
            log.exception("the files could not be read")
            self._opened.failed.emit(HetaoError(messages.UNEXPECTED, reason=repr(error)))

    def _when_painted(self) -> None:
        """Open the first card and read the names for the search: the map comes before both."""
        catalog = self._store.state.catalog
        if self._has_map or not catalog.datasets or not self._live_map.complete:
            return
        self._has_map = True
        self.window.canvas.repaint()
        QTimer.singleShot(0, self._open_first_card)
        QTimer.singleShot(_INDEX_AFTER_MS, self._read_names)

    def _open_first_card(self) -> None:
        state = self._store.state
        if state.selection.current is None:
            self._store.update(selection=self._first_selection(state.catalog))
        # What is there now stays: looking for waste among it again would only take time.
        gc.freeze()
        gc.enable()

    def _read_names(self) -> None:
        catalog = self._store.state.catalog
        self._reader.submit(lambda: self._opened.index.emit(SearchIndex(catalog)))

    def _take_catalog(self, catalog: Catalog) -> None:
        extent = home_extent(catalog)
        viewport = self._store.state.viewport
        if extent is not None:
            viewport = self._home = viewport.fitted(extent)
        state = replace(self._store.state, catalog=catalog, viewport=viewport)
        kept, notes = self._keeper.read_map(state)
        state = self._as_asked(replace(state, **{"visible": _on_at_start(catalog), **kept}))
        changes = {name: getattr(state, name) for name in {*kept, "visible", "viewport"}}
        self._store.update(opening=False, catalog=catalog, **changes)
        self.window.notice.tell(self._notes_at_start + notes + self._notes(catalog))

    def _as_asked(self, state: MapState) -> MapState:
        """Return the state with what the command line says of view, layers and feature."""
        options, viewport = self._options, state.viewport
        if options.center:
            viewport = viewport.centered(to_map(options.center, state.catalog.map_epsg))
        if options.scale:
            viewport = viewport.at_scale(options.scale)
        state = replace(state, viewport=viewport)
        if options.layers is not None:
            wanted = {name.strip() for name in options.layers.split(",")}
            known = {layer.id for layer in state.catalog.layers}
            state = replace(state, visible=frozenset(wanted & known))
        if options.feature:
            state = replace(state, selection=Selection())
        return state

    def _notes(self, catalog: Catalog) -> tuple[LocalizedText, ...]:
        """Return what the person should know: what is missing, and names that are none."""
        known = [layer.id for layer in catalog.layers]
        asked = [n.strip() for n in (self._options.layers or "").split(",") if n.strip()]
        unknown = tuple(
            messages.UNKNOWN_LAYER.with_values(layer=name, known=", ".join(known))
            for name in asked
            if name not in known
        )
        feature = self._options.feature
        if feature and catalog.find(FeatureRef.parse(feature)) is None:
            unknown += (messages.UNKNOWN_FEATURE.with_values(feature=feature),)
        return catalog.notes + unknown

    def _first_selection(self, catalog: Catalog) -> Selection:
        asked = FeatureRef.parse(self._options.feature) if self._options.feature else ZONE
        return Selection((asked,)) if catalog.find(asked) else Selection()

    def _take_failure(self, error: HetaoError) -> None:
        gc.enable()
        self._store.update(opening=False)
        self.window.notice.tell((error.sentence,))

    def _apply(self, old: MapState, new: MapState) -> None:
        if self._refits(old, new):
            return
        self._live_map.show(self._picture())

    def _refits(self, old: MapState, new: MapState) -> bool:
        """Fit the first view again while a new window settles on its size."""
        untouched = self._home is not None and old.viewport == self._home
        resized = old.viewport.size_px != new.viewport.size_px
        extent = home_extent(new.catalog)
        if not (untouched and resized and extent is not None):
            return False
        self._home = new.viewport.fitted(extent)
        self._store.update(viewport=self._home)
        return True

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
        return replace(picture, surround=replace(picture.surround, legend=legend))

    def _fact_sheet(self) -> bytes:
        """Return the fact sheet of the selected feature as PDF; there is one when this is asked."""
        state = self._store.state
        card = shown_card(state)
        feature = state.catalog.find(card.ref) if card else None
        if card is None or feature is None:
            return b""
        viewport = view_of(feature, Viewport(size_px=MAP_SIZE_PX))
        wanted = Wanted(date=state.date)
        surround = surround_of(state.present, state.visible, viewport, state.language, wanted)
        picture = replace(
            self._picture(), viewport=viewport, theme=LIGHT, highlight=card.ref, surround=surround
        )
        return fact_sheet(card, picture, edition(state.catalog, card.ref, state.language))


def _look(state: MapState) -> tuple[object, ...]:
    return state.language, state.theme, state.text_size


def _on_at_start(catalog: Catalog) -> frozenset[str]:
    return frozenset(layer.id for layer in catalog.layers if layer.spec.visible)
