"""The main window: puts the parts together and gives the keys their meaning."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QSplitter, QStatusBar

from hetao_map.files import replace_file
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.session.actions import Actions
from hetao_map.session.place import WindowPlace
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.attribute_table import AttributeTable
from hetao_map.ui.briefings import Briefings
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.feature_export import FeatureExport
from hetao_map.ui.feature_targets import FeatureTargets
from hetao_map.ui.file_commands import FileCommands
from hetao_map.ui.file_question import ask_for_file, file_name
from hetao_map.ui.first_steps import FirstSteps
from hetao_map.ui.guides import Guides
from hetao_map.ui.hover_hint import HoverHint
from hetao_map.ui.info_panel import InformationPanel
from hetao_map.ui.layer_commands import LayerCommands
from hetao_map.ui.layer_panel import LayerPanel
from hetao_map.ui.main_menu import MainMenu
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.map_controls import MapControls
from hetao_map.ui.map_export import MapExport
from hetao_map.ui.map_tools import MapTools
from hetao_map.ui.missing_news import MissingNews
from hetao_map.ui.notice import Notice
from hetao_map.ui.places_menu import PlacesMenu
from hetao_map.ui.saving import Saving
from hetao_map.ui.search_box import SearchBox
from hetao_map.ui.shift_news import ShiftNews
from hetao_map.ui.tile_news import TileNews
from hetao_map.ui.toolbar import MapToolBar

if TYPE_CHECKING:
    from hetao_map.ui.palette import Palette


class MainWindow(QMainWindow):
    """Layers on the left, the map in the middle, the card on the right."""

    def __init__(
        self,
        store: Store,
        actions: Actions,
        live_map: LiveMap,
        tools: ToolBox,
        fact_sheet: Callable[[], bytes],
        on_close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._store, self._actions, self._live_map = store, actions, live_map
        self._fact_sheet, self._on_close = fact_sheet, on_close
        self._saving = Saving(self)
        self._export = MapExport(self, store, self._saving)
        self.feature_export = FeatureExport(self, store, self._saving)
        self.canvas = MapCanvas(store, actions, live_map, tools)
        self.search = SearchBox(store, actions)
        self.notice = Notice(self.canvas, store)
        ShiftNews(store, self.notice)
        TileNews(store, live_map, self.notice)
        MissingNews(store, live_map, self.notice)
        self.files = FileCommands(self, self.canvas, store, actions, self.notice)
        self._controls = MapControls(self.canvas, store, actions)
        self._layers = LayerPanel(store, actions)
        self._information = InformationPanel(store, actions, self.print_fact_sheet)
        self._hover = HoverHint(self.canvas, store)
        self._targets = FeatureTargets(self.canvas, store, actions)
        self._announcer = Announcer(self, store)
        self._guides = Guides(self, store, actions, self.canvas, self._announcer, self._saving)
        self._toolbar = MapToolBar(store, actions, self.search, self._export.open)
        self._menu = MainMenu(store, actions)
        self._table = AttributeTable(store, actions)
        self._table.closed.connect(self._close_table)
        self._table.export_asked.connect(self.feature_export.ask)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._message = QLabel()
        self.map_tools = MapTools(
            self, store, actions, self.canvas, live_map, self.notice, self._say
        )
        self._build()
        self._offer_commands()
        self.first_steps = FirstSteps(self.canvas, store)
        self._palette: Palette | None = None
        self._help: QDialog | None = None
        self.log_lines: Callable[[], list[str]] = list
        self._add_comforts(self.commands)
        self.retranslate()
        self._wire()
        self._apply(store.state, store.state)
        self.canvas.setFocus()

    def _offer_commands(self) -> None:
        """Put what each part of the window can do into menus, keys and the palette."""
        store, actions = self._store, self._actions
        self._menu.build(
            self._export.open,
            self._export.print,
            self._take_search,
            self.files.add_commands,
        )
        commands = self.commands = self._menu.commands
        self.map_tools.add_commands(commands)
        LayerCommands(commands, store, actions.layers, self._layers)
        self._information.add_commands(commands)
        self._targets.add_commands(commands)
        self._guides.add_commands(commands, self.map_tools.menu)
        self._table.add_commands(commands, self._layers.menu, self.show_table)
        self.files.add_to(self._layers.menu)
        self.feature_export.add_to(commands, self._layers.menu, self._layers.current_layer)
        self.places = PlacesMenu(self, commands, store, Places(store, actions), self.notice.add)

    def _wire(self) -> None:
        self.canvas.pointed.connect(self._hover.point_at)
        self.search.left.connect(self.canvas.setFocus)
        self.notice.told.connect(self._announcer.say)
        self._saving.saved.connect(self._say_saved)
        self._saving.failed.connect(self.notice.add)
        self._live_map.updated.connect(self._show_message)
        self._store.changed.connect(self._apply)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setWindowTitle(self.tr("Hetao Map"))
        self.setAccessibleName(self.tr("Hetao Map"))

    def show_at(self, place: WindowPlace) -> None:
        """Show the window as it lay on the screen; one that is there no more is left out."""
        self.resize(*place.size)
        if place.position and QGuiApplication.screenAt(QPoint(*place.position)):
            # As it was told, without the frame: with it the window would creep down each time.
            self.setGeometry(*place.position, *place.size)
        if place.widths:
            self._splitter.setSizes(place.widths)
        if place.maximized:
            self.showMaximized()
        else:
            self.show()

    def come_to_the_front(self) -> None:
        """Be seen and have the keyboard, as far as the desktop lets a window do so."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def place(self) -> WindowPlace:
        """Return how the window lies on the screen."""
        rect = self.normalGeometry()
        return WindowPlace(
            (rect.width(), rect.height()),
            (rect.x(), rect.y()),
            self.isMaximized(),
            tuple(self._splitter.sizes()),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._menu.commands.retranslate()
            self._show_message()
        elif event.type() == QEvent.Type.WindowStateChange:
            # The desktop may have done it.
            self._store.update(full_screen=self.isFullScreen())
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc give up the reading of a file, put the notice away, or leave the full screen,
        when nobody else had a use for it.
        """
        if event.key() == Qt.Key.Key_Escape:
            if self.files.leave() or self.notice.dismiss():
                return
            if self._store.state.full_screen:
                self._store.update(full_screen=False)
                return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program put its things in order."""
        self._saving.close()
        self._guides.ways.close()
        self._on_close()
        super().closeEvent(event)

    def show_table(self, layer_id: str) -> None:
        """Open the attribute table of a layer below the map; "" for the selected feature's."""
        if self._table.isHidden():
            self._table.show()
            height = self._middle.height()
            self._middle.setSizes([height - height * 2 // 5, height * 2 // 5])
        self._table.show_layer(layer_id)

    def _close_table(self) -> None:
        self._table.hide()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_fact_sheet(self) -> None:
        """Ask for a file and write the selected feature's fact sheet into it."""
        ref = self._store.state.selection.current
        if ref is None:
            return
        kinds = {".pdf": self.tr("PDF page")}
        path = ask_for_file(self, self.tr("Fact sheet"), file_name(ref.id), kinds)
        if path is not None:
            content = self._fact_sheet()
            self._saving.start(path, lambda _progress, _stale: replace_file(path, content))

    def _say_saved(self, name: str) -> None:
        self._say(self.tr("Saved: {name}").format(name=name))

    def _build(self) -> None:
        self.setMenuBar(self._menu)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._toolbar)
        splitter = self._splitter
        self._middle.addWidget(self._guides.map_with_bar())
        self._middle.addWidget(self._table)
        self._middle.setStretchFactor(0, 1)
        self._middle.setHandleWidth(1)
        self._middle.setChildrenCollapsible(False)
        self._table.hide()
        self._guides.fill(self._information)
        for widget in (self._layers, self._middle, self._guides.panels):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([264, 716, 360])
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        self._layers.setMinimumWidth(190)
        self.setCentralWidget(splitter)
        self.search.attach(self, self.canvas)
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 8, 0)
        self._message.setContentsMargins(8, 0, 0, 0)
        bar.addWidget(self._message, 1)
        self.map_tools.fill(bar)
        self.setStatusBar(bar)

    def _add_comforts(self, commands: Commands) -> None:
        def search_commands() -> None:
            from hetao_map.ui.palette import Palette

            self.first_steps.tick("search")
            if self._palette is None:
                self._palette = Palette(self, commands, self._store)
            self._palette.open()

        self.briefings = Briefings(self, self._store, self.canvas, self._saving, self._say)
        self.briefings.add_commands(commands, self.map_tools.menu)
        commands.add("tools", Command(
            "palette", lambda: self.tr("Command palette"), search_commands, ("Ctrl+K",)
        ))  # fmt: skip
        commands.add("help", Command(
            "help", lambda: self.tr("Help"), self._show_help, ("F1",)
        ))  # fmt: skip
        commands.add("help", Command(
            "first_steps", lambda: self.tr("First steps"), self.first_steps.begin
        ))  # fmt: skip
        commands.add_separator("help")
        commands.add("help", Command(
            "about", lambda: self.tr("About Hetao Map"), self._show_about
        ))  # fmt: skip
        self._menu.end(self.close)

    # What is seen later is read later: the map comes first.

    def _show_help(self) -> None:
        from hetao_map.ui.help import HelpDialog

        if self._help is None:
            self._help = HelpDialog(self, self._menu.commands, self._store)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def _show_about(self) -> None:
        from hetao_map.ui.about import AboutDialog

        about = AboutDialog(self, self._store, self.log_lines)
        about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about.open()

    def _take_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _apply(self, old: MapState, new: MapState) -> None:
        for panel in (self._layers, self._guides.panels):
            panel.setVisible(new.panels)
        if old.opening != new.opening:
            self._show_message()

    def _say(self, text: str) -> None:
        """Tell in passing what has been done."""
        self._message.setText(text)
        self._announcer.say(text)

    def _show_message(self) -> None:
        state, hidden = self._store.state, self._live_map.hidden_labels
        if state.opening:
            self._message.setText(self.tr("Opening the data…"))
        elif hidden:
            self._message.setText(words.HIDDEN_LABELS.in_(state.language).format(n=hidden))
        else:
            self._message.clear()
