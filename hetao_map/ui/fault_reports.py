"""Tells the person what has gone wrong: a sentence where the cause is known, else a window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.notice import Notice

if TYPE_CHECKING:
    from hetao_map.ui.error_window import ErrorWindow


class FaultReports(QObject):
    """Takes what the hooks have caught. Lives on the window's thread."""

    def __init__(
        self, window: QWidget, store: Store, notice: Notice, log_lines: Callable[[], list[str]]
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._notice = window, store, notice
        self._log_lines = log_lines
        self._said: set[LocalizedText] = set()
        self._window_of_errors: ErrorWindow | None = None
        store.changed.connect(self._apply)

    def refuse(self, sentence: LocalizedText) -> None:
        """Say once, for the files that are open, why something cannot be done."""
        if sentence not in self._said:
            self._said.add(sentence)
            self._notice.add(sentence)

    def show_fault(self, fault: str) -> None:
        """Show a fault of the program."""
        self._error_window().add(fault)

    def _error_window(self) -> ErrorWindow:
        if self._window_of_errors is None:
            from hetao_map.ui.error_window import ErrorWindow

            self._window_of_errors = ErrorWindow(self._window, self._report)
        return self._window_of_errors

    def _report(self, faults: list[str]) -> str:
        """Return the faults, and what is known of the program as far as that can be told."""
        lines = ["\n\n".join(faults)]
        with suppress(Exception):
            from hetao_map.ui.about import report

            lines.append(report(self._store.state, self._log_lines()))
        return "\n\n".join(lines)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog:
            self._said.clear()
