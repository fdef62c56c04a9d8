"""The menus that every window has; other parts of the window add theirs to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenuBar

from hetao_map.model.state import TEXT_SIZES, MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.commands import Command, Commands, Words
from hetao_map.ui.map_controls import ZOOM_STEP
from hetao_map.ui.undo_menu import UndoMenu


class MainMenu(QMenuBar):
    """File, Edit, View, Layers, Go, Tools, Help."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self._store, self._actions = store, actions
        self.commands = Commands(self, store)

    def build(
        self,
        export: Callable[[], None],
        print_map: Callable[[], None],
        search: Callable[[], None],
        add_files: Callable[[Commands], object] = lambda _commands: None,
    ) -> None:
        """Fill the menus; the bar must lie in its window by now, whose keys it serves.

        add_files puts what opens and closes files at the top of the File menu.
        """
        commands = self.commands
        commands.add_menu("file", lambda: self.tr("&File"))
        commands.add_menu("edit", lambda: self.tr("&Edit"))
        commands.add_menu("view", lambda: self.tr("&View"))
        commands.add_menu("layers", lambda: self.tr("&Layers"))
        commands.add_menu("go", lambda: self.tr("&Go"))
        commands.add_menu("tools", lambda: self.tr("&Tools"))
        commands.add_menu("help", lambda: self.tr("&Help"))
        add_files(commands)
        self._add("file", "export", lambda: self.tr("Export…"), export, "Ctrl+E")
        self._add("file", "print", lambda: self.tr("Print…"), print_map, "Ctrl+Alt+P")
        self._add("go", "search", lambda: self.tr("Search"), search, "Ctrl+F")
        UndoMenu(commands, self._store, self._actions)
        self._add_views()
        self._add_themes()
        self._add_text_sizes()
        self._add_languages()
        self._add_map_extras()
        self._add_tools()

    def end(self, close: Callable[[], object]) -> None:
        """Add what stands last in a menu, once all other parts have added theirs."""
        self.commands.add_separator("file")
        self._add("file", "quit", lambda: self.tr("Quit"), close, "Ctrl+Q")

    def _add_views(self) -> None:
        zoom = self._actions.zoom
        self._add("view", "zoom_in", lambda: self.tr("Zoom in"), partial(zoom, ZOOM_STEP), "+", "=")
        out = partial(zoom, 1 / ZOOM_STEP)
        self._add("view", "zoom_out", lambda: self.tr("Zoom out"), out, "-")
        show_all = self._actions.show_all
        self._add("view", "full_extent", lambda: self.tr("Full extent"), show_all, "0")
        self.commands.add("go", Command(
            "back", lambda: self.tr("Back"), self._actions.back, ("Alt+Left",),
            enabled=lambda state: bool(state.history.past),
        ))  # fmt: skip
        self.commands.add("go", Command(
            "forward", lambda: self.tr("Forward"), self._actions.forward, ("Alt+Right",),
            enabled=lambda state: bool(state.history.future),
        ))  # fmt: skip

    def _add_themes(self) -> None:
        self.commands.add_separator("view")
        self.commands.add_menu("theme", lambda: self.tr("Theme"), "view")
        self._add_choice("theme", "theme", "light", lambda: self.tr("Light"))
        self._add_choice("theme", "theme", "dark", lambda: self.tr("Dark"))
        self._add_choice("theme", "theme", "auto", lambda: self.tr("Follow the system"))

    def _add_text_sizes(self) -> None:
        self.commands.add_menu("text_size", lambda: self.tr("Text size"), "view")
        for value, words in (
            ("smaller", lambda: self.tr("Smaller")),
            ("normal", lambda: self.tr("Normal")),
            ("larger", lambda: self.tr("Larger")),
            ("very_large", lambda: self.tr("Very large")),
        ):
            self._add_choice("text_size", "text_size", value, words)
        self.commands.add_separator("text_size")
        grow, shrink = partial(self._resize_text, 1), partial(self._resize_text, -1)
        # Where plus is a shifted key, Qt tells of it by the key's other sign.
        keys = ("Ctrl+Shift++", "Ctrl+Shift+=")
        self._add("text_size", "larger_text", lambda: self.tr("One size larger"), grow, *keys)
        self._add(
            "text_size", "smaller_text", lambda: self.tr("One size smaller"), shrink, "Ctrl+Shift+-"
        )

    def _resize_text(self, step: int) -> None:
        place = TEXT_SIZES.index(self._store.state.text_size) + step
        self._store.update(text_size=TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])

    def _add_languages(self) -> None:
        self.commands.add_menu("language", lambda: self.tr("Language"), "view")
        for language in Language:
            self._add_choice(
                "language", "language", language, partial(getattr, language, "own_name")
            )

    def _add_map_extras(self) -> None:
        """Add what may lie on the map besides its layers."""
        second = "second_language"
        self.commands.add_menu(second, lambda: self.tr("Second language on labels"), "view")
        self._add_choice(second, second, None, lambda: self.tr("None"))
        for language in Language:
            self._add_choice(second, second, language, partial(getattr, language, "own_name"))
        self.commands.add_separator("view")
        self._add_switch("view", "legend", lambda: self.tr("Legend on the map"))
        self._add_switch("view", "grid", lambda: self.tr("Coordinate grid"))

    def _add_switch(self, menu: str, field: str, words: Words) -> None:
        """Add a command that switches a field of the state on and off."""

        def switch() -> None:
            self._store.update(**{field: not getattr(self._store.state, field)})

        self.commands.add(menu, Command(
            field, words, switch, checked=lambda state: bool(getattr(state, field))
        ))  # fmt: skip

    def _add_tools(self) -> None:
        take = self._actions.take
        for command in (
            Command("tool_identify", lambda: self.tr("Identify"), partial(take, "identify"),
                    checked=lambda state: state.tool == "identify"),
            Command("tool_measure", lambda: self.tr("Measure"), partial(take, "measure"),
                    checked=lambda state: _measures(state, of_area=False)),
            Command("measure_area", lambda: self.tr("Measure an area"),
                    partial(take, "measure", of_area=True),
                    checked=lambda state: _measures(state, of_area=True)),
        ):  # fmt: skip
            self.commands.add("tools", command)

    def _add_choice(self, menu: str, field: str, value: object, words: Words) -> None:
        """Add a command that gives a field of the state one of its values."""
        change = partial(self._store.update, **{field: value})
        self.commands.add(menu, Command(
            f"{field}_{value}", words, change,
            checked=lambda state: bool(getattr(state, field) == value),
        ))  # fmt: skip

    def _add(
        self, menu: str, id_: str, words: Words, act: Callable[[], object], *keys: str
    ) -> None:
        self.commands.add(menu, Command(id_, words, act, keys))


def _measures(state: MapState, *, of_area: bool) -> bool:
    return state.tool == "measure" and state.measured.of_area == of_area
