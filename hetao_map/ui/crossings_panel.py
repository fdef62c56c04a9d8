"""The crossings panel: which port helps now, or at a moment, until when, and who says so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.query.crossings import Crossing, Crossings, traffic_words
from hetao_map.query.crossings_text import crossing_note, state_words
from hetao_map.render.state_badge import badge_image
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import times
from hetao_map.text.line_keeping import capital
from hetao_map.text.plain import plain
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.crossings_watch import CrossingsWatch
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.line_delegate import dress, line_item
from hetao_map.ui.look import theme_of
from hetao_map.ui.moment_edit import MomentEdit
from hetao_map.ui.plain_label import plain_label

_BADGE_PX = 20
_ROLE = Qt.ItemDataRole.UserRole


class CrossingsPanel(QFrame):
    """Lists the ports for one kind of traffic, the most helpful first."""

    def __init__(
        self, store: Store, actions: Actions, watch: CrossingsWatch, announcer: Announcer
    ) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._store, self._actions, self._watch = store, actions, watch
        self._announcer = announcer
        self._title, self._at = plain_label("title"), plain_label("soft")
        self._when, self._now = MomentEdit(), QPushButton()
        self._traffic, self._list = DropList(), QListWidget()
        self._notices = plain_label("soft")
        self._build()
        self.retranslate()
        watch.changed.connect(self._show)
        self._show()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Crossings"))
        self._title.setText(self.tr("Crossings"))
        self._when.setAccessibleName(self.tr("Moment, Hong Kong time"))
        self._now.setText(self.tr("Now"))
        self._now.setToolTip(self.tr("Follow the clock"))
        self._traffic.setAccessibleName(self.tr("Traffic"))
        self._list.setAccessibleName(self.tr("Ports"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._show()
        super().changeEvent(event)

    def _build(self) -> None:
        self._when.chosen.connect(lambda moment: self._store.update(moment=moment))
        self._now.setCheckable(True)
        self._now.clicked.connect(self._follow_clock)
        self._traffic.activated.connect(self._choose_traffic)
        dress(self._list)
        self._list.itemActivated.connect(self._go_to)
        self._list.itemClicked.connect(self._go_to)
        row = QHBoxLayout()
        row.addWidget(self._when, 1)
        row.addWidget(self._now)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(row)
        for widget in (self._traffic, self._at):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._notices)
        self.setFocusProxy(self._list)

    def _show(self) -> None:
        state, found = self._store.state, self._watch.found
        theme = theme_of(state.theme)
        self._traffic.dress(theme)
        self._when.dress(theme)
        self._now.setChecked(state.moment is None)
        if found is None:
            return
        self._when.show_moment(state.moment or found.at)
        self._show_traffic(found, state)
        rows = [row for row in found.rows if row.traffic == state.traffic]
        self._show_rows(rows, found, state)
        self._at.setText(times.CLOCK_OF.in_(state.language))
        sentences = [notice.in_(state.language) for notice in found.notices]
        if not found.rows:
            names = ", ".join(dataset.path.name for dataset in state.catalog.datasets)
            sentences = [times.NO_HOURS.in_(state.language).format(path=names)]
        self._notices.setText(plain("\n\n".join(sentences)))
        self._notices.setVisible(bool(sentences))

    def _show_traffic(self, found: Crossings, state: MapState) -> None:
        kinds = list(dict.fromkeys(row.traffic for row in found.rows))
        self._traffic.clear()
        for kind in kinds:
            words = plain(traffic_words(kind).in_(state.language))
            self._traffic.addItem(capital(words), kind)
        self._traffic.setCurrentIndex(self._traffic.findData(state.traffic))

    def _show_rows(self, rows: list[Crossing], found: Crossings, state: MapState) -> None:
        theme, language = theme_of(state.theme), state.language
        chosen = self._list.currentRow()
        self._list.clear()
        said = []
        for row in rows:
            name, words = plain(row.name.in_(language)), state_words(row, found.at, language)
            said.append(f"{name}{language.colon}{words}")
            item = line_item(name, (words,), crossing_note(row, language))
            image = badge_image(_BADGE_PX, row.state.value, theme)
            item.setIcon(QIcon(QPixmap.fromImage(image)))
            item.setData(_ROLE, row.ref)
            self._list.addItem(item)
        self._list.setCurrentRow(min(max(chosen, 0), len(rows) - 1))
        self._tell(said)

    def _tell(self, said: list[str]) -> None:
        """Say the states aloud when they are others than before."""
        text = "; ".join(said)
        if text != self.property("told"):
            self.setProperty("told", text)
            self._announcer.say(text)

    def _follow_clock(self) -> None:
        self._now.setChecked(True)
        self._store.update(moment=None)

    def _choose_traffic(self, row: int) -> None:
        self._store.update(traffic=self._traffic.itemData(row))

    def _go_to(self, item: QListWidgetItem) -> None:
        ref: FeatureRef = item.data(_ROLE)
        self._actions.go_to(ref, panel="crossings")
