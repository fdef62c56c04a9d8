"""The panel of stories: a list of them, or the step of the one that is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.state import MapState
from hetao_map.query.story_text import step_sources
from hetao_map.session.store import Store
from hetao_map.session.stories import Stories, step_told, stories_of, told
from hetao_map.text.plain import plain
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.line_delegate import dress, line_item
from hetao_map.ui.plain_label import plain_label

_ROLE = Qt.ItemDataRole.UserRole


class StoryPanel(QFrame):
    """Begins a story at Enter or a click; then the arrow keys and the buttons lead through it."""

    def __init__(
        self, store: Store, stories: Stories, announcer: Announcer, booklet: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._store, self._stories, self._announcer = store, stories, announcer
        self._pages = QStackedWidget()
        self._title, self._hint, self._list = (
            plain_label("title"),
            plain_label("soft"),
            QListWidget(),
        )
        self._story, self._head, self._text = (
            plain_label("soft"), plain_label("title"), plain_label()
        )  # fmt: skip
        self._sources = plain_label("soft")
        self._back, self._next = QPushButton(), QPushButton()
        self._all, self._booklet = QPushButton(), QPushButton()
        self._booklet.clicked.connect(lambda _checked=False: booklet())
        back, on = partial(stories.move, -1), partial(stories.move, 1)
        self._by_key: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Right: on, Qt.Key.Key_PageDown: on, Qt.Key.Key_Left: back,
            Qt.Key.Key_PageUp: back, Qt.Key.Key_Escape: stories.leave,
        }  # fmt: skip
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)
        self._show(store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Stories"))
        self._title.setText(self.tr("Stories"))
        self._list.setAccessibleName(self.tr("Stories"))
        self._back.setText(self.tr("Back"))
        self._next.setText(self.tr("Next"))
        self._all.setText(self.tr("All stories"))
        self._booklet.setText(self.tr("Booklet as PDF…"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show(self._store.state)
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead through the story with left and right; Esc ends it.

        On a button the arrows would go to the next button instead.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            act = self._by_key.get(Qt.Key(event.key()))
            if act is not None and self._store.state.story is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._pages.addWidget(self._shelf())
        self._pages.addWidget(self._book())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(self._pages)
        dress(self._list)
        self._list.itemActivated.connect(self._begin)
        self._list.itemClicked.connect(self._begin)
        self._back.clicked.connect(lambda: self._stories.move(-1))
        self._next.clicked.connect(lambda: self._stories.move(1))
        self._all.clicked.connect(self._stories.leave)
        self.setFocusProxy(self._list)

    def _shelf(self) -> QWidget:
        shelf = QWidget()
        column = QVBoxLayout(shelf)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, self._hint):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        return shelf

    def _book(self) -> QWidget:
        told_words = QWidget()
        words = QVBoxLayout(told_words)
        words.setContentsMargins(0, 0, 6, 0)
        words.setSpacing(10)
        for label in (self._story, self._head, self._text, self._sources):
            words.addWidget(label)
        words.addStretch(1)
        room = QScrollArea()
        room.setWidget(told_words)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        book = QWidget()
        column = QVBoxLayout(book)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(room, 1)
        for pair in ((self._back, self._next), (self._all, self._booklet)):
            row = QHBoxLayout()
            for button in pair:
                button.installEventFilter(self)
                row.addWidget(button, 1)
            column.addLayout(row)
        return book

    def _begin(self, item: QListWidgetItem) -> None:
        story = item.data(_ROLE)
        if story is not None:
            self._stories.begin(story)
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.story != new.story or old.catalog is not new.catalog:
            self._show(new)
            ended = old.story is not None and new.story is None
            if ended and self.isAncestorOf(self.window().focusWidget() or self.window()):
                self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, state: MapState) -> None:
        step = step_told(state)
        self._pages.setCurrentIndex(0 if step is None else 1)
        if step is None:
            self._show_shelf(state)
        else:
            self._show_step(state)

    def _show_shelf(self, state: MapState) -> None:
        self.setFocusProxy(self._list)
        stories = stories_of(state.catalog)
        self._hint.setText(
            self.tr(
                "Each story goes across the map step by step. "
                "Press Enter to begin, then use the arrow keys."
            )
            if stories
            else self.tr("There are no stories in this file.")
        )
        self._list.clear()
        for story in stories:
            count = self.tr("{n} steps").format(n=len(story.steps))
            title, summary = story.title.in_(state.language), story.summary.in_(state.language)
            item = line_item(plain(title), (plain(summary),), count)
            item.setData(_ROLE, story)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _show_step(self, state: MapState) -> None:
        story, step, place = told(state), step_told(state), state.story
        if story is None or step is None or place is None:
            return
        self.setFocusProxy(self._next)
        language = state.language
        of = self.tr("{i} of {n}").format(i=place.step + 1, n=len(story.steps))
        self._story.setText(plain(f"{story.title.in_(language)}  ·  {of}"))
        self._head.setText(plain(step.title.in_(language)))
        self._text.setText(plain(step.text.in_(language)))
        self._sources.setText("\n".join(step_sources(state.catalog, step, language)))
        last = place.step == len(story.steps) - 1
        for button, end in ((self._back, place.step == 0), (self._next, last)):
            # A button that is off would lose the keyboard to whatever comes after it.
            if end and button.hasFocus():
                (self._all if button is self._next else self._next).setFocus()
            button.setEnabled(not end)
        self._announcer.say(f"{of}. {self._head.text()}. {self._text.text()}")
