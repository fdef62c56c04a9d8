"""What is to be read of a layer: what it holds, where it comes from, how its style is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hetao_map.ui.look import px

_WIDTH, _LOWEST, _HIGHEST = 480, 220, 460
# The edges of the page and of the button below it.
_AROUND = 24

Section = tuple[str, Iterable[str]]


class LayerAbout(QDialog):
    """Headings with paragraphs of plain text, which can be selected and copied."""

    def __init__(self, parent: QWidget, title: str, sections: Iterable[Section]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(420, 220)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        page = _page(title, sections)
        layout.addWidget(_scrolling(page), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        wanted = page.heightForWidth(_WIDTH) + foot.sizeHint().height() + _AROUND
        self.resize(_WIDTH, max(min(wanted, _HIGHEST), _LOWEST))
        close.setFocus()


def _page(title: str, sections: Iterable[Section]) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(18, 16, 18, 10)
    layout.setSpacing(6)
    head = _text(title)
    font = head.font()
    font.setPixelSize(px(17))
    font.setBold(True)
    head.setFont(font)
    layout.addWidget(head)
    for heading, paragraphs in sections:
        layout.addSpacing(6)
        label = _text(heading)
        label.setObjectName("soft")
        layout.addWidget(label)
        for paragraph in paragraphs:
            layout.addWidget(_text(paragraph))
    layout.addStretch(1)
    return page


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
