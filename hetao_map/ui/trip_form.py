"""The question of a way: from where to where, when, and what makes it the best one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from hetao_map.model import clock
from hetao_map.model.route import Stop
from hetao_map.model.state import MapState
from hetao_map.query.places import places_of
from hetao_map.query.trip import name_of_end, network_of
from hetao_map.session.store import Store
from hetao_map.session.trips import Trips
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.moment_edit import MomentEdit
from hetao_map.ui.place_edit import PlaceEdit
from hetao_map.ui.place_rows import place_row
from hetao_map.ui.search_rows import SearchRow

_KINDS = ("now", "leave", "arrive")


class TripForm(QWidget):
    """Changes the trip of the state; off where no file has ways."""

    def __init__(self, store: Store, trips: Trips) -> None:
        super().__init__()
        self._store, self._trips = store, trips
        self._ends = {name: PlaceEdit(store, self._offers) for name in ("start", "end")}
        self._labels = {name: QLabel() for name in self._ends}
        self._turn, self._when = QToolButton(), MomentEdit()
        self._kind, self._prefer = DropList(), DropList()
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        names = {"start": self.tr("From"), "end": self.tr("To")}
        for name, edit in self._ends.items():
            self._labels[name].setText(names[name])
            edit.setAccessibleName(names[name])
            edit.setPlaceholderText(self.tr("A name, or coordinates"))
        self._turn.setAccessibleName(self.tr("Swap start and destination"))
        self._turn.setToolTip(self.tr("Swap start and destination"))
        self._when.setAccessibleName(self.tr("Moment, Hong Kong time"))
        self._kind.setAccessibleName(self.tr("When"))
        self._prefer.setAccessibleName(self.tr("Which route"))
        _refill(self._kind, (self.tr("Leave now"), self.tr("Leave at"), self.tr("Arrive by")))
        _refill(self._prefer, (self.tr("Earliest arrival"), self.tr("Fewest changes")))
        self.show_trip(self._store.state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def take_keyboard(self) -> None:
        """Give the keyboard to the end that is missing, else to the start."""
        ends = list(self._ends.values())
        wanted = next((edit for edit in ends if not edit.text()), ends[0])
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def in_order(self) -> Iterator[QWidget]:
        """Yield the fields as the keyboard walks them."""
        yield from (*self._ends.values(), self._turn, self._kind, self._prefer, self._when)

    def show_trip(self, state: MapState) -> None:
        """Take over the trip of a state, in its language and colours."""
        theme, trip = theme_of(state.theme), state.trip
        for drop in (self._kind, self._prefer):
            drop.dress(theme)
        self._when.dress(theme)
        self._turn.setIcon(icon("swap", theme))
        self.setEnabled(network_of(state.catalog) is not None)
        for name, edit in self._ends.items():
            edit.show_name(name_of_end(state.catalog, getattr(trip, name)).in_(state.language))
        kind = "now" if trip.moment is None else "arrive" if trip.arrive_by else "leave"
        self._kind.setCurrentIndex(_KINDS.index(kind))
        self._prefer.setCurrentIndex(int(trip.fewest_changes))
        self._when.setVisible(trip.moment is not None)
        self._when.show_moment(trip.moment or clock.now())

    def _build(self) -> None:
        ask = self._trips.ask
        self._when.chosen.connect(lambda moment: ask(moment=moment))
        self._kind.activated.connect(lambda row: self._trips.set_time(_KINDS[row], clock.now()))
        self._prefer.activated.connect(lambda row: ask(fewest_changes=row == 1))
        self._turn.clicked.connect(self._trips.turn)
        self._turn.setIconSize(QSize(17, 17))
        self._ends["start"].chosen.connect(lambda place: ask(start=place))
        self._ends["end"].chosen.connect(lambda place: ask(end=place))
        self._lay_out()
        self.setFocusProxy(self._ends["start"])
        for before, after in pairwise(self.in_order()):
            self.setTabOrder(before, after)

    def _lay_out(self) -> None:
        form = QGridLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        form.setColumnStretch(1, 1)
        for row, name in enumerate(self._ends):
            self._labels[name].setBuddy(self._ends[name])
            form.addWidget(self._labels[name], row, 0)
            form.addWidget(self._ends[name], row, 1)
        form.addWidget(self._turn, 0, 2, 2, 1)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self._kind, 2)
        choices.addWidget(self._prefer, 3)
        form.addLayout(choices, 2, 0, 1, 3)
        form.addWidget(self._when, 3, 0, 1, 3)

    def _offers(self, text: str) -> list[tuple[Stop, SearchRow]]:
        """Return the places that a text may mean, as rows of a list."""
        state = self._store.state
        dataset = network_of(state.catalog)
        stops = places_of(dataset).complete(text) if dataset and text else []
        ratio = self.devicePixelRatioF()
        return [(stop, place_row(stop, state, ratio)) for stop in stops]


def _refill(drop: DropList, words: tuple[str, ...]) -> None:
    """Put words in a list in place of those of another language; the row in hand stays."""
    current = max(drop.currentIndex(), 0)
    drop.clear()
    drop.addItems(list(words))
    drop.setCurrentIndex(current)
