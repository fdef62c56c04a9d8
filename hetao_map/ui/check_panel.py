"""The check of a file as a panel: what is wrong in it, and where that lies on the map."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from hetao_map.data.check import check
from hetao_map.data.formats.kinds import Format
from hetao_map.data.open import format_of
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import HetaoError, InputError
from hetao_map.model.layer import Stale
from hetao_map.model.report import CheckReport, Finding
from hetao_map.model.state import MapState
from hetao_map.query.finding_place import layer_of, ref_of
from hetao_map.query.opened import short
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import findings as texts
from hetao_map.text import format_messages
from hetao_map.text.plain import plain
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.file_reader import FileReader, Progress
from hetao_map.ui.line_delegate import dress, line_item
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.plain_label import plain_label

PANEL = "check"
# Who waits in a window can cancel, so that a large file may take its time.
_DEADLINE_S = 120.0
_FINDING = Qt.ItemDataRole.UserRole


class CheckPanel(QFrame):
    """Checks one of the open files in the background, and lists what is found by severity."""

    def __init__(self, store: Store, actions: Actions, announcer: Announcer) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._store, self._actions, self._announcer = store, actions, announcer
        self._report: CheckReport | None = None
        self._checked: Dataset | None = None
        self._refusal: HetaoError | None = None
        self._running = False
        self._reader = FileReader(self)
        self._reader.done.connect(lambda _key, report: self._finish(report, None))
        self._reader.failed.connect(lambda _key, error: self._finish(None, error))
        self._reader.moved.connect(self._move)
        QApplication.instance().aboutToQuit.connect(self._reader.close)  # type: ignore[union-attr]
        self._title, self._summary, self._hint = (
            plain_label("title"),
            plain_label(),
            plain_label("soft"),
        )
        self._file, self._list = DropList(), QListWidget()
        self._start, self._copy, self._bar = QPushButton(), QPushButton(), QProgressBar()
        self._build()
        self._offer_files()
        self.retranslate()
        store.changed.connect(self._apply)
        self.run()

    def run(self) -> None:
        """Check the file that is chosen, from the beginning."""
        datasets = self._store.state.catalog.datasets
        dataset = next((d for d in datasets if d.path == self._file.currentData()), None)
        if dataset is None:
            self._show()
            return
        self._checked, self._report, self._refusal, self._running = dataset, None, None, True
        self._bar.setRange(0, 0)
        self._reader.start(PANEL, partial(_work, dataset.path))
        self._show()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Check the data"))
        self._title.setText(self.tr("Check the data"))
        self._file.setAccessibleName(self.tr("File to check"))
        self._list.setAccessibleName(self.tr("Findings"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._copy.setText(self.tr("Copy as text"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show()
        super().changeEvent(event)

    def _build(self) -> None:
        dress(self._list)
        self._list.itemActivated.connect(self._go_to)
        self._list.itemClicked.connect(self._go_to)
        self._file.activated.connect(lambda _index: self.run())
        self._start.clicked.connect(self._start_or_stop)
        self._copy.clicked.connect(self._copy_text)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        buttons = QHBoxLayout()
        buttons.addWidget(self._start)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        for widget in (self._title, self._file, self._bar, self._summary):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)
        self.setFocusProxy(self._list)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog:
            self._offer_files()
        if old.catalog is not new.catalog or old.theme != new.theme:
            self._show()

    def _offer_files(self) -> None:
        chosen, datasets = self._file.currentData(), self._store.state.catalog.datasets
        self._file.clear()
        for dataset in datasets:
            self._file.addItem(plain(dataset.path.name), dataset.path)
        self._file.setCurrentIndex(max(self._file.findData(chosen), 0) if datasets else -1)

    def _start_or_stop(self) -> None:
        if self._running:
            self._reader.cancel(PANEL)
            self._running = False
            self._show()
        else:
            self.run()

    def _move(self, _key: str, _path: object, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _finish(self, report: CheckReport | None, refusal: HetaoError | None) -> None:
        self._report, self._refusal, self._running = report, refusal, False
        self._show()
        self._announcer.say(self._summary.text())
        if self._list.count() > 1:
            self._list.setCurrentRow(1)

    def _show(self) -> None:
        theme = theme_of(self._store.state.theme)
        self._file.dress(theme)
        self._bar.setVisible(self._running)
        self._start.setText(self.tr("Cancel") if self._running else self.tr("Check again"))
        self._copy.setVisible(self._report is not None)
        self._summary.setText(self._summary_words())
        found = self._report is not None and (self._report.errors or self._report.warnings)
        self._hint.setText(self.tr("Click or press Enter to show the row on the map."))
        self._hint.setVisible(bool(found))
        self._list.setVisible(bool(found))
        self._fill()

    def _summary_words(self) -> str:
        language, report = self._store.state.language, self._report
        if self._running:
            return self.tr("Checking…")
        if self._refusal is not None:
            sentence = self._refusal.sentence
            paths = [dataset.path for dataset in self._store.state.catalog.datasets]
            return plain(short(sentence, paths).in_(language))
        if report is None:
            return self.tr("Nothing has been checked.")
        words = self.tr("No fault was found.")
        if report.errors or report.warnings:
            words = self.tr("Errors: {errors}, warnings: {warnings}").format(
                errors=report.error_count, warnings=report.warning_count
            )
        if self._checked not in self._store.state.catalog.datasets:
            words += " " + self.tr("The file has been read anew since; check it again.")
        return words

    def _fill(self) -> None:
        chosen = self._list.currentRow()
        self._list.clear()
        if self._report is None:
            return
        for words, severity, findings, count in (
            (self.tr("Errors ({n})"), "error", self._report.errors, self._report.error_count),
            (self.tr("Warnings ({n})"), "warning", self._report.warnings,
             self._report.warning_count),
        ):  # fmt: skip
            if findings:
                self._list.addItem(_heading(words.format(n=count)))
            for finding in findings:
                self._list.addItem(self._item(finding, severity))
        self._list.setCurrentRow(chosen)
        # The bar that comes with many rows makes all of them narrower.
        QTimer.singleShot(0, self._list.scheduleDelayedItemsLayout)

    def _item(self, finding: Finding, severity: str) -> QListWidgetItem:
        language, state = self._store.state.language, self._store.state
        place = finding.table or self.tr("The file")
        if finding.fid is not None:
            place += f" · fid {finding.fid}"
        item = line_item(plain(place), (finding.what.in_(language),))
        item.setIcon(icon(severity, theme_of(state.theme)))
        frame = texts.ERROR if severity == "error" else texts.WARNING
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            frame.in_(language).format(what=finding.sentence.in_(language)),
        )
        item.setData(_FINDING, finding)
        return item

    def _go_to(self, item: QListWidgetItem) -> None:
        """Show where a finding lies; of a table without a place on the map only that is said."""
        finding, catalog = item.data(_FINDING), self._store.state.catalog
        if not isinstance(finding, Finding):
            return
        dataset = next((d for d in catalog.datasets if d.path == self._file.currentData()), None)
        ref = ref_of(dataset, finding.table, finding.fid) if dataset else None
        layer = layer_of(dataset, finding.table) if dataset else None
        if ref is not None and catalog.find(ref) is not None:
            self._actions.go_to(ref, panel=PANEL)
            words = self.tr("Click or press Enter to show the row on the map.")
        elif layer is not None and finding.fid is None:
            self._actions.layers.zoom_to(layer.id)
            words = self.tr("The map shows the whole layer.")
        else:
            words = self.tr("This has no place on the map.")
        self._hint.setText(words)
        self._announcer.say(words)

    def _copy_text(self) -> None:
        if self._report is not None and self._checked is not None:
            lines = self._report.as_lines(self._checked.path.name, self._store.state.language)
            QGuiApplication.clipboard().setText("\n".join(lines))
            self._copy.setText(self.tr("Copied"))


def _work(path: Path, progress: Progress, stale: Stale) -> CheckReport:
    """Check a file; runs in the worker."""
    kind = format_of(path)
    if kind is not Format.GEOPACKAGE:
        raise InputError(format_messages.CHECKS_GEOPACKAGES, path=path, kind=kind.value)
    return check(path, _DEADLINE_S, partial(progress, path), stale)


def _heading(words: str) -> QListWidgetItem:
    item = line_item(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
