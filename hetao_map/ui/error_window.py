"""The window for a fault of the program itself: what is known of it, to be copied and sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.text.plain import plain
from hetao_map.ui.plain_label import plain_label

_MOST_FAULTS = 5


class ErrorWindow(QDialog):
    """Shows faults as plain text while the map goes on; further ones join those that are shown.

    report makes what is copied of the texts of the faults.
    """

    def __init__(self, parent: QWidget, report: Callable[[list[str]], str]) -> None:
        super().__init__(parent)
        self._report = report
        self._faults: list[str] = []
        self._left_out = 0
        self._title, self._what, self._where = (
            plain_label("title"),
            plain_label(),
            plain_label("soft"),
        )
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox()
        self._copy = QPushButton()
        self._close = QPushButton()
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        self._copy.clicked.connect(self._copy_report)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        for widget in (self._title, self._what, self._text, self._where, buttons):
            layout.addWidget(widget)
        self.resize(620, 440)
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAccessibleName(self.tr("Something went wrong"))
        self._title.setText(self.tr("Something went wrong"))
        self._what.setText(self.tr(
            "This is a fault of the program, not of your data. The map goes on where it can, and "
            "what you have set up is kept. If something looks wrong, quit and start again."
        ))  # fmt: skip
        self._where.setText(self.tr(
            "The report names versions, the open files without their folders, and the last lines "
            "of the log. It goes nowhere unless you send it."
        ))  # fmt: skip
        self._text.setAccessibleName(self.tr("Fault"))
        self._copy.setText(self.tr("Copy report"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add(self, fault: str) -> None:
        """Show a fault, below those that are shown already."""
        if not self.isVisible():
            self._faults, self._left_out = [], 0
            self._copy.setText(self.tr("Copy report"))
        if len(self._faults) < _MOST_FAULTS:
            self._faults.append(fault)
        else:
            self._left_out += 1
        self._text.setPlainText(
            "\n\n".join(map(_shown, self._faults)) + "\n…" * bool(self._left_out)
        )
        self.show()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report(self._faults))
        self._copy.setText(self.tr("Copied"))


def _shown(fault: str) -> str:
    """Return the lines of a fault without marks that would turn or hide letters."""
    return "\n".join(map(plain, fault.splitlines()))
