"""What a machine can see of a window: words that are cut, parts that lie on one another, and
words of another language. Eyes see more; what is found here is certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QWidget,
)

from hetao_map.text.language import Language
from hetao_map.ui.look import BODY_PX

# What lies over the window for a while, by its object name or class, and is meant to cover it.
FLOATING = {
    "rowButton", "palette", "searchResults", "hint", "SearchList", "HoverHint", "FeatureTarget",
}  # fmt: skip
# A list whose entries may be longer than its box shows: all of it is told by the opened list.
MAY_BE_LONGER = {"Found here", "此处找到", "此處找到"}
# Parts whose labels tell what the data says: titles of sources stay in their own language.
OF_DATA = {"SourceDialog", "LayerAbout", "sidePanel"}
# Words that are the same in every language.
SHARED = re.compile(
    r"WGS ?84|HK1980|CGCS2000|GCJ-02|EPSG:\d+|km²|m²|\bkm\b|\bha\b|\bm\b|PNG|PDF|SVG|CSV|GeoJSON"
    r"|简体中文|繁體中文(?:（香港）)?"
    r"|GeoPackage|Hetao Map|MIT|English|Ctrl\+\w+|A[2-4]|F\d+|hetao[-_\w]*|CPU"
)
SLACK_PX = 1
FITTED = (
    QComboBox.SizeAdjustPolicy.AdjustToContents,
    QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow,
)


def faults(language: Language, names: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong with the windows that are shown, a sentence for each.

    names are those of features: a card shows them in all languages.
    """
    found: list[str] = []
    for top in QApplication.topLevelWidgets():
        if not top.isVisible() or top.objectName() == "qtooltip_label":
            continue
        found += off_screen(top)
        for widget in shown(top):
            found += [*cut(widget), *overlaps(widget), *foreign(widget, language, names)]
    return list(dict.fromkeys(found))


def shown(top: QWidget) -> Iterator[QWidget]:
    """Return a window and all parts of it that are seen."""
    yield top
    for child in top.findChildren(QWidget):
        if child.isVisible() and child.window() is top:
            yield child


def off_screen(top: QWidget) -> Iterator[str]:
    screen = top.screen().geometry()
    if not screen.adjusted(-2, -2, 2, 2).contains(top.geometry()):
        yield f"{called(top)} lies outside the screen: {top.geometry().getRect()}"


def cut(widget: QWidget) -> Iterator[str]:
    """Tell of words that need more room than their widget has."""
    wanted = needed_width(widget)
    if wanted is not None and wanted[0] > wanted[1] + SLACK_PX:
        yield f"{called(widget)} needs {wanted[0]} pixels and has {wanted[1]}"
    if isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
        height = widget.heightForWidth(widget.width())
        if height > widget.height() + SLACK_PX:
            yield f"{called(widget)} needs a height of {height} and has {widget.height()}"
    if isinstance(widget, QLabel | QAbstractButton) and not inside(widget):
        yield f"{called(widget)} is cut by what it lies in"


def needed_width(widget: QWidget) -> tuple[int, int] | None:
    """Return the width that a widget's words need, and the one they have."""
    for kind, measure in MEASURES.items():
        if isinstance(widget, kind):
            return measure(widget)
    return None


def of_label(label: QLabel) -> tuple[int, int] | None:
    counts = label.text() and not label.wordWrap()
    return (label.sizeHint().width(), label.width()) if counts else None


def of_button(button: QAbstractButton) -> tuple[int, int] | None:
    return (button.sizeHint().width(), button.width()) if button.text() else None


def of_combo(box: QComboBox) -> tuple[int, int] | None:
    fitted = box.sizeAdjustPolicy() in FITTED and box.width() >= box.sizeHint().width()
    if box.accessibleName() in MAY_BE_LONGER or fitted:
        return None
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box)
    text = box.currentText() or box.placeholderText()
    return box.fontMetrics().horizontalAdvance(text), room.width()


def of_line(line: QLineEdit) -> tuple[int, int] | None:
    if line.text() or not line.placeholderText():
        return None
    frame = QStyleOptionFrame()
    line.initStyleOption(frame)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, line)
    return line.fontMetrics().horizontalAdvance(line.placeholderText()), room.width()


def of_spin(box: QAbstractSpinBox) -> tuple[int, int]:
    line = box.lineEdit()
    return line.fontMetrics().horizontalAdvance(line.text()), line.width()


def of_tabs(bar: QTabBar) -> tuple[int, int] | None:
    told = all(bar.tabToolTip(number) for number in range(bar.count()))
    if told and QApplication.font().pixelSize() > BODY_PX:
        # Large letters may make names shorter that are told in full when one asks.
        return None
    seen = [number for number in range(bar.count()) if bar.isTabVisible(number)]
    return sum(bar.tabSizeHint(number).width() for number in seen), bar.width()


def of_menu_bar(bar: QMenuBar) -> tuple[int, int]:
    last = bar.actionGeometry(bar.actions()[-1]) if bar.actions() else QRect()
    return last.right(), bar.width()


MEASURES: dict[type[QWidget], Callable[[Any], tuple[int, int] | None]] = {
    QLabel: of_label, QAbstractButton: of_button, QComboBox: of_combo, QLineEdit: of_line,
    QAbstractSpinBox: of_spin, QTabBar: of_tabs, QMenuBar: of_menu_bar,
}  # fmt: skip


def inside(widget: QWidget) -> bool:
    """Tell whether a widget lies in its parent, but for what can be scrolled to."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, QScrollBar | QSizeGrip):
        return True
    if isinstance(parent.parentWidget(), QAbstractScrollArea) or name_of(widget) in FLOATING:
        return True
    return parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def overlaps(parent: QWidget) -> Iterator[str]:
    """Tell of parts of one whole that lie on one another."""
    if isinstance(parent, QAbstractScrollArea | QMenu):
        return
    children = [
        child for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        and not isinstance(child, QSplitterHandle | QSizeGrip)
        and name_of(child) not in FLOATING
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]  # fmt: skip
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK_PX and common.height() > SLACK_PX:
            yield f"{called(one)} and {called(other)} overlap by {common.size().toTuple()}"


def foreign(widget: QWidget, language: Language, names: frozenset[str]) -> Iterator[str]:
    """Tell of words of another language than the window's, and of none that are data."""
    if name_of(widget) == "FeatureTarget":
        # A feature of a file that is just being closed is still called by its name.
        return
    if isinstance(widget, QLabel) and any(name_of(one) in OF_DATA for one in around(widget)):
        return
    for text in words_of(widget):
        if all(part.strip() in names for part in text.split("·")) or text.startswith("/"):
            continue
        rest = SHARED.sub("", text.replace("&", ""))
        chinese = re.search(r"[\u3400-\u9fff]", rest) is not None
        latin = re.search(r"[A-Za-z]{3,}", rest) is not None
        if chinese if language is Language.EN else latin and not chinese:
            yield f"{called(widget)} is not in {language.value}: {text!r}"


def around(widget: QWidget) -> Iterator[QWidget]:
    """Return what a widget lies in, from the inside out."""
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def words_of(widget: QWidget) -> Iterator[str]:
    """Return what a widget says of itself."""
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if widget.isWindow():
        yield widget.windowTitle()
    yield widget.accessibleName()
    yield widget.toolTip()


def name_of(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def called(widget: QWidget) -> str:
    """Return how a widget is told from others in a sentence."""
    words = next((text for text in words_of(widget) if text), "")
    at = widget.mapToGlobal(QPoint(0, 0))
    return f"{type(widget).__name__} {words[:40]!r} at {at.x()},{at.y()}"
