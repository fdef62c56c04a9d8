"""What is known of a source: title, publisher, date, licence, and its address."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.knowledge import Source
from hetao_map.query.source_text import source_details
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import is_link, plain


class SourceDialog(QDialog):
    """Shows a source. Its address is opened or copied only when a button is pressed."""

    def __init__(self, source: Source, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source = source
        self.setWindowTitle(self.tr("Source"))
        self.setMinimumWidth(440)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows = [*source_details(source, language)]
        if source.address:
            rows.append((words.ADDRESS.in_(language), plain(source.address)))
        for label, text in rows:
            form.addRow(_plain(label, "soft"), _plain(text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        if is_link(self._source.address):
            copy = QPushButton(self.tr("Copy address"))
            copy.setAutoDefault(False)
            copy.clicked.connect(self._copy)
            box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
            visit = QPushButton(self.tr("Open in browser"))
            visit.setAutoDefault(False)
            visit.clicked.connect(self._visit)
            box.addButton(visit, QDialogButtonBox.ButtonRole.ActionRole)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source.address)

    def _visit(self) -> None:
        QDesktopServices.openUrl(QUrl(self._source.address))


def _plain(text: str, name: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if not name:
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label
