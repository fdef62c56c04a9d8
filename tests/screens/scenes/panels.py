"""What is shown of the window: panels, the way, notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
)

from hetao_map.session.stories import stories_of
from hetao_map.text import messages
from hetao_map.text.language import Language
from tests.screens.scenes.acting import at_port, each, scene
from tests.screens.stage import Stage, Wait


def shown(stage: Stage, fields: dict[str, object]) -> Iterator[Wait]:
    at_port(stage)
    stage.store.update(**fields)
    yield stage.still


for name, given in {
    "overview": {"overview": True}, "panels_away": {"panels": False},
    "full_screen": {"full_screen": True},
    "legend_and_grid": {"legend": True, "grid": True, "first_steps": False},
    "crossings": {"panel": "crossings", "first_steps": False},
    "time": {"panel": "time", "date": "2018-09-23", "first_steps": False},
    "stories": {"panel": "stories", "first_steps": False},
    "text_very_large": {"text_size": "very_large"},
}.items():  # fmt: skip
    each(name, shown, given)


@scene
def second_language(stage: Stage) -> Iterator[Wait]:
    """Another language than the one in use."""
    own = stage.state.language
    other = Language.EN if own is Language.ZH_HANT else Language.ZH_HANT
    return shown(stage, {"second_language": other, "first_steps": False})


@scene
def calendar(stage: Stage) -> Iterator[Wait]:
    stage.store.update(panel="crossings", first_steps=False)
    yield stage.still
    when: QDateTimeEdit = stage.find(QDateTimeEdit)
    edge = when.rect().topRight() + QPoint(-12, 12)
    stage.later(lambda: QTest.mouseClick(when, Qt.MouseButton.LeftButton, pos=edge))
    yield stage.shows()


@scene
def story(stage: Stage) -> Iterator[Wait]:
    stage.store.update(panel="stories", first_steps=False, less_motion=True)
    yield stage.still
    told = stories_of(stage.state.catalog)[0]
    stage.window._guides._stories.begin(told)
    stage.window._guides._stories.move(2)
    yield stage.still


def way(stage: Stage, **also: object) -> Iterator[Wait]:
    """The way from door to door, as it is asked for and answered."""
    stage.store.update(panel="ways", first_steps=False)
    yield stage.still
    trip = replace(stage.state.trip, **also)  # type: ignore[arg-type]
    stage.store.update(trip=trip)
    yield lambda: stage.state.route is not None or not trip.complete


HOME, WORK = "innovation_sites/hetao_one", "Sheung Shui"
MORNING = dt.datetime(2026, 11, 27, 9)
each("way_asked", way)
each("way_found", partial(way, start=HOME, end=WORK, moment=MORNING))
each("way_by_night", partial(way, start=HOME, end=WORK, moment=MORNING.replace(hour=3)))
each("way_nowhere", partial(way, start=HOME, end="Atlantis"))


@scene
def fault(stage: Stage) -> Iterator[Wait]:
    """The window for a fault of the program itself."""
    told = "Traceback (most recent call last):\n" + "  somewhere deep inside, on a long line\n" * 9
    stage.program._guard.hooks.broken.emit(told + "KeyError: nothing")
    yield stage.shows(QDialog)


@scene
def notice(stage: Stage) -> Iterator[Wait]:
    stage.store.update(first_steps=False, tool="measure")
    unknown = messages.UNKNOWN_FEATURE.with_values(feature="ports/nowhere")
    stage.window.notice.tell((messages.NO_SCALE, unknown, messages.NO_PRINTER, unknown, unknown))
    yield stage.still
