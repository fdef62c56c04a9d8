"""The question for a briefing: of what, with which features, in which language, called what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.geometry.extent import Xy
from hetao_map.model import clock
from hetao_map.model.briefing import Subject, Wish
from hetao_map.model.errors import HetaoError
from hetao_map.model.state import MapState
from hetao_map.query.area import Found
from hetao_map.query.briefing_frame import own_title
from hetao_map.query.briefing_lists import title_of
from hetao_map.text import briefings as words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain
from hetao_map.ui.briefing_choices import (
    ALL_SELECTED,
    DRAWN,
    HERE,
    MEASURED,
    SELECTED,
    VIEW,
    Choice,
    choices,
)
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.feature_checks import FeatureChecks
from hetao_map.ui.forms import form_of
from hetao_map.ui.look import theme_of
from hetao_map.ui.moment_edit import MomentEdit
from hetao_map.ui.plain_label import plain_label

_LONGEST_TITLE = 200
_LONGEST_NAME = 60


class BriefingDialog(QDialog):
    """Asks about a briefing; chosen tells of the answer, then a file is asked for."""

    chosen = Signal(object, object, str)
    """The subject with the features that are ticked, the wish, and what it is called."""
    draw_asked = Signal()
    """An area is to be drawn on the map instead; the dialogue closes then."""

    def __init__(self, parent: QWidget, state: MapState, at: Xy | None = None) -> None:
        super().__init__(parent)
        self._state, self._choices = state, choices(state, at)
        self._subject = Subject()
        self.setWindowTitle(self.tr("Briefing"))
        self.setAccessibleName(self.tr("Briefing"))
        self._about, self._language = DropList(), DropList()
        self._title = QLineEdit()
        self._asks = QCheckBox(self.tr("State of the ports at"))
        self._moment = MomentEdit()
        self._features = FeatureChecks()
        self._count, self._remark = QLabel(), plain_label("soft")
        self._save = QPushButton(self.tr("Save as…"))
        self._fill()
        self._build()
        self._wire()
        # Rows that are measured before the style sheet has come stay too low.
        self._features.ensurePolished()
        self._take_choice()

    def _fill(self) -> None:
        theme = theme_of(self._state.theme)
        for choice in self._choices:
            self._about.addItem(self._words(choice), choice.kind)
        for language in Language:
            self._language.addItem(language.own_name, language)
        self._language.setCurrentIndex(self._language.findData(self._state.language))
        for box in (self._about, self._language):
            box.dress(theme)
        self._moment.dress(theme)
        now = clock.now().replace(second=0, microsecond=0)
        self._moment.show_moment(self._state.moment or now)
        self._asks.setChecked(self._state.moment is not None)
        self._moment.setEnabled(self._asks.isChecked())
        self._title.setMaxLength(_LONGEST_TITLE)

    def _words(self, choice: Choice) -> str:
        said = {
            DRAWN: self.tr("The area drawn"),
            MEASURED: self.tr("The area measured"),
            VIEW: self.tr("What the map shows"),
            ALL_SELECTED: self.tr("All {n} features found, with what lies in them").format(
                n=len(choice.named)
            ),
        }
        if choice.kind in (HERE, SELECTED):
            feature = self._state.present.find(choice.named[0])
            name = title_of(feature, self._state.language) if feature else ""
            return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        return said[choice.kind]

    def _build(self) -> None:
        form = form_of(
            (self.tr("About"), self._about),
            (self.tr("Title"), self._title),
            (self.tr("Language"), self._language),
        )
        form.addRow(self._asks, self._moment)
        # A box to tick would stand above the middle of its row.
        self._moment.ensurePolished()
        self._asks.setMinimumHeight(self._moment.sizeHint().height())
        self._moment.setAccessibleName(self.tr("Moment, Hong Kong time"))
        self._features.setAccessibleName(self.tr("Features to include"))
        heading = QLabel(self.tr("Features to include"))
        heading.setObjectName("heading")
        self._count.setObjectName("soft")
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._features, 1)
        layout.addWidget(self._remark)
        layout.addWidget(self._buttons())
        self.resize(520, 600)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        draw = QPushButton(self.tr("Draw an area…"))
        draw.setAutoDefault(False)
        draw.clicked.connect(self._draw)
        buttons.addButton(draw, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        self._save.setDefault(True)
        self._save.clicked.connect(self._tell)
        buttons.rejected.connect(self.reject)
        return buttons

    def _wire(self) -> None:
        self._about.currentIndexChanged.connect(lambda _index: self._take_choice())
        self._language.currentIndexChanged.connect(lambda _index: self._show_title())
        self._asks.toggled.connect(self._moment.setEnabled)
        self._features.changed.connect(self._show_count)

    def _draw(self) -> None:
        # The area that is begun now is not the one that goes with the dialogue.
        self.draw_asked.emit()
        self.reject()

    def _take_choice(self) -> None:
        """List what the chosen thing holds; an area without an inside is said."""
        choice = self._choices[self._about.currentIndex()]
        language, found = self._state.language, Found()
        self._subject, remark = Subject(), ""
        try:
            self._subject, found = choice.subject(self._state)
        except HetaoError as error:
            remark = error.in_(language)
        if not remark and not self._subject.refs:
            remark = words.NOTHING_THERE.in_(language)
        if found.more:
            remark = words.MORE_FEATURES.in_(language).format(n=found.more)
        self._features.show_features(self._state.present, self._subject, language)
        self._remark.setText(plain(remark))
        self._remark.setVisible(bool(remark))
        self._show_title()
        self._show_count()

    def _show_title(self) -> None:
        """Show what it is called unless the person says so."""
        self._title.setPlaceholderText(self._own_title())

    def _own_title(self) -> str:
        language = self._language.currentData()
        return own_title(self._state.present, self._subject, language)

    def _show_count(self) -> None:
        ticked, all_ = len(self._features.ticked()), len(self._subject.refs)
        self._count.setText(self.tr("{n} of {all}").format(n=ticked, all=all_))
        self._save.setEnabled(ticked > 0)

    def _tell(self) -> None:
        moment = self._moment.dateTime()
        day, time = moment.date(), moment.time()
        at = dt.datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())
        wish = Wish(
            language=self._language.currentData(),
            title=self._title.text().strip(),
            date=self._state.date,
            moment=at if self._asks.isChecked() else None,
        )
        subject = replace(self._subject, refs=self._features.ticked())
        self.chosen.emit(subject, wish, wish.title or self._own_title())
