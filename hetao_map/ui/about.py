"""The about box: versions, licences, whose data is seen, and a report to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from hetao_map import __version__
from hetao_map.model.state import MapState
from hetao_map.query.surround import Wanted, surround_of
from hetao_map.session.store import Store
from hetao_map.ui.versions import LICENCES, system, versions


class AboutDialog(QDialog):
    """Opens anew each time, so that it tells of the view that is seen now."""

    def __init__(self, parent: QWidget, store: Store, log_lines: Callable[[], list[str]]) -> None:
        super().__init__(parent)
        self._store, self._log_lines = store, log_lines
        self.setWindowTitle(self.tr("About Hetao Map"))
        title = QLabel(self.tr("Hetao Map {version}").format(version=__version__))
        title.setObjectName("title")
        what = QLabel(self.tr("An offline map of the Hetao co-operation zone. Licence: MIT."))
        what.setObjectName("soft")
        what.setWordWrap(True)
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Details"))
        self._text.document().setDocumentMargin(10)
        self._copy = QPushButton(self.tr("Copy report"))
        self._copy.clicked.connect(self._copy_report)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(8)
        for widget in (title, what, self._text, buttons):
            layout.addWidget(widget)
        self.resize(560, 520)
        self._fill()

    def _fill(self) -> None:
        cursor = QTextCursor(self._text.document())
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        space = QTextBlockFormat()
        for number, (heading, lines) in enumerate(self._sections()):
            space.setTopMargin(14 if number else 0)
            if number:
                cursor.insertBlock(space)
            cursor.insertText(heading, bold)
            for line in lines:
                cursor.insertBlock(QTextBlockFormat())
                cursor.insertText(line, QTextCharFormat())
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _sections(self) -> list[tuple[str, list[str]]]:
        known = versions()
        licences = [f"{name} {known.get(name, '')}  ·  {licence}" for name, licence in LICENCES]
        return [
            (self.tr("Data in view"), data_in_view(self._store.state) or ["–"]),
            (self.tr("System"), [system()]),
            (self.tr("Made with (version, licence)"), [" ".join(one.split()) for one in licences]),
        ]

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(report(self._store.state, self._log_lines()))
        self._copy.setText(self.tr("Copied"))


def data_in_view(state: MapState) -> list[str]:
    """Return whose data is seen now: who must be named, then the sources."""
    surround = surround_of(
        state.catalog, state.visible, state.viewport, state.language, Wanted(page=True)
    )
    named = [surround.attribution] if surround.attribution else []
    return [*named, *surround.sources]


def report(state: MapState, log_lines: list[str]) -> str:
    """Return what helps to understand a fault: no path, and nothing the person has written."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    lines = [f"{name}: {version}" for name, version in versions().items()]
    lines += [
        f"System: {system()}",
        f"Platform: {QGuiApplication.platformName()}",
        f"Screen: {size.width()}x{size.height()} at {screen.devicePixelRatio():g}",
        f"Language: {state.language.value}, theme: {state.theme}, text: {state.text_size}",
        f"Files: {', '.join(d.path.name for d in state.catalog.datasets)}",
        f"Layers: {len(state.catalog.layers)}, shown: {len(state.shown)}",
        f"Scale: 1:{state.viewport.scale_denominator:.0f}, EPSG:{state.catalog.map_epsg}",
        "Log:",
        *(log_lines or ["-"]),
    ]
    return "\n".join(lines)
