"""The body of a card in the information panel, with its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from hetao_map.render.theme import Theme
from hetao_map.text.language import Language
from hetao_map.text.plain import is_link
from hetao_map.ui.look import TEXT_FACTORS, colours

if TYPE_CHECKING:
    from hetao_map.model.card import InfoCard
    from hetao_map.model.knowledge import Source


class CardView(QTextBrowser):
    """Shows summary, figures and sources. A source's address opens only when it is clicked."""

    source_asked = Signal(object)
    """Source whose line was clicked."""

    feature_asked = Signal(object)
    """FeatureRef of a neighbour that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._open)
        self.document().setDocumentMargin(14)
        self._card: InfoCard | None = None
        self._sources: list[Source] = []

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Return an empty picture: no text makes the view read a file or a page.

        The charts are in the document already and do not come this way.
        """
        return QImage()

    def show_card(
        self, card: InfoCard, theme: Theme, language: Language, text_size: str = "normal"
    ) -> None:
        """Replace the text by that of a card."""
        # With the first card: the map comes before it.
        from hetao_map.render.card_document import CardWriter
        from hetao_map.render.chart import Inks

        self.setUpdatesEnabled(False)
        self.clear()
        c = colours(theme)
        inks = Inks(c["text"], c["soft"], c["accent"], c["line"])
        ratio = max(self.devicePixelRatioF(), 1.0)
        factor = TEXT_FACTORS[text_size]
        writer = CardWriter(QTextCursor(self.document()), inks, language, ratio, factor)
        writer.write(card)
        self._card, self._sources = card, writer.sources
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUpdatesEnabled(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave with Tab: a long card would hold the keyboard for a hundred links."""
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the links with the arrows left and right; Enter follows one."""
        step = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            super().focusNextPrevChild(step)

    def _open(self, url: QUrl) -> None:
        """Follow a link: a source, a neighbour, or a web address in the person's browser."""
        from hetao_map.render.card_document import NEIGHBOUR_LINK, SOURCE_LINK

        target = url.toString()
        if target.startswith(SOURCE_LINK):
            self.source_asked.emit(self._sources[int(target.removeprefix(SOURCE_LINK))])
        elif target.startswith(NEIGHBOUR_LINK) and self._card is not None:
            number = int(target.removeprefix(NEIGHBOUR_LINK))
            self.feature_asked.emit(self._card.around[number].ref)
        elif is_link(target):
            QDesktopServices.openUrl(url)
