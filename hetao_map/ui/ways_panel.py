"""The panel "Door to door": from where to where and when, and the way that answers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
)

from hetao_map.model.route import Route
from hetao_map.model.state import MapState
from hetao_map.query.route_text import duration_words, range_words, spoken
from hetao_map.query.trip import network_of, no_network
from hetao_map.session.store import Store
from hetao_map.session.trips import Trips
from hetao_map.text import dates, times
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.plain_label import plain_label
from hetao_map.ui.route_list import RouteList
from hetao_map.ui.trip_form import TripForm


class WaysPanel(QFrame):
    """Asks for a way and shows it; choosing a leg shows it on the map."""

    def __init__(
        self,
        store: Store,
        trips: Trips,
        announcer: Announcer,
        deeds: dict[str, Callable[[], None]],
    ) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._store, self._trips, self._announcer = store, trips, announcer
        self._title, self._answer = plain_label("title"), plain_label("answer")
        self._more, self._hint = plain_label("soft"), plain_label("soft")
        self._form, self._list = TripForm(store, trips), RouteList()
        self._buttons = {name: self._button(act) for name, act in deeds.items()}
        self._told: object = None
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Door to door"))
        self._title.setText(self.tr("Door to door"))
        self._list.setAccessibleName(self.tr("Route"))
        for name, words in (
            ("target", self.tr("Show the whole route")),
            ("copy", self.tr("Copy as text")),
            ("print", self.tr("Route as PDF")),
        ):
            self._buttons[name].setAccessibleName(words)
            self._buttons[name].setToolTip(words)
        self._show(self._store.state)

    def take_keyboard(self) -> None:
        """Give the keyboard to what is missing of the question."""
        self._form.take_keyboard()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show(self._store.state)
        super().changeEvent(event)

    def _build(self) -> None:
        self._list.currentItemChanged.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._form)
        for widget in (self._answer, self._more, self._hint):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        self.setFocusProxy(self._form)
        for before, after in pairwise(
            (*self._form.in_order(), self._list, *self._buttons.values())
        ):
            self.setTabOrder(before, after)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in self._buttons.values():
            head.addWidget(button)
        return head

    def _button(self, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(17, 17))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.trip != new.trip or old.route is not new.route or old.catalog is not new.catalog:
            # Another listener may have changed it since.
            self._show(self._store.state)
        elif old.leg != new.leg and new.leg != self._list.leg_of(self._list.currentItem()):
            self._list.clearSelection()

    def _show(self, state: MapState) -> None:
        self._form.show_trip(state)
        route = state.route
        found = route if isinstance(route, Route) else None
        theme = theme_of(state.theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))
            button.setEnabled(found is not None)
        self._list.setVisible(found is not None)
        for label in (self._answer, self._more):
            label.setVisible(found is not None)
        self._hint.setText(plain(self._sentence(state)))
        self._hint.setVisible(bool(self._hint.text()))
        if found is not None:
            self._show_answer(found, state)
            self._list.show_route(found, state.language, theme)
        else:
            # The next way is read from its beginning.
            self._list.forget()
        self._tell(state)

    def _sentence(self, state: MapState) -> str:
        """Return what is to be said besides a way: why there is none, or what to do."""
        if state.catalog.datasets and network_of(state.catalog) is None:
            return no_network(state.catalog).in_(state.language)
        if isinstance(state.route, LocalizedText):
            return state.route.in_(state.language)
        if isinstance(state.route, Route):
            return ""
        if state.trip.complete:
            return self.tr("Looking for a route…")
        what = self.tr("Enter a start and a destination, or right-click a place on the map.")
        return f"{what}\n\n{times.FOR_PERSONS.in_(state.language)}"

    def _show_answer(self, route: Route, state: MapState) -> None:
        language, day = state.language, route.ready.date()
        ready = dates.clock(route.ready, language)
        arrives = dates.clock(route.arrives, language, day)
        self._answer.setText(times.READY.in_(language).format(time=ready, arrives=arrives))
        lines = [duration_words(route, language), range_words(route, language)]
        if route.leave_by is not None:
            last = dates.clock(route.leave_by, language, day)
            lines.append(times.LEAVE_BY.in_(language).format(time=last))
        self._more.setText(plain("\n".join(lines)))

    def _tell(self, state: MapState) -> None:
        """Say the answer aloud, once for each question: the clock alone changes none."""
        if state.route is None or (state.trip, type(state.route)) == self._told:
            return
        self._told = (state.trip, type(state.route))
        route = state.route
        self._announcer.say(
            spoken(route, state.language) if isinstance(route, Route) else route.in_(state.language)
        )

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        self._trips.choose(self._list.leg_of(item))
