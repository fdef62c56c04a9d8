"""Paragraphs set in lines, with the numbers of notes raised behind their last word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from hetao_map.render.credits import flowed
from hetao_map.render.fonts import font
from hetao_map.render.lettering import write
from hetao_map.text.language import Language

# A word joiner: no line begins with the number of a note.
_JOINER = "\u2060"
_MARKS = re.compile(rf"{_JOINER}((?:\[\d+\])+)$")
_MARK_SHARE, _RAISED = 0.72, 0.32


@dataclass(frozen=True, slots=True)
class Letters:
    """A kind of letters: size in logical pixels, colour, and how far lines stand apart."""

    size: int
    ink: str
    bold: bool = False
    leading: float = 1.42

    @property
    def line_height(self) -> float:
        """Return the distance from line to line."""
        return self.size * self.leading

    def font(self, language: Language) -> QFont:
        """Return the map's font in this size."""
        return font(language, self.size, bold=self.bold)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line at a place: the start of its baseline in logical pixels; marks are raised."""

    x: float
    y: float
    text: str
    letters: Letters
    marks: str = ""


def set_lines(
    text: str, notes: tuple[int, ...], letters: Letters, language: Language, width: float
) -> list[tuple[str, str]]:
    """Return (text, marks) of each line of a paragraph that is no wider than width."""
    marks = "".join(f"[{number}]" for number in notes)
    clean = text.replace(_JOINER, "").rstrip()
    lines: list[tuple[str, str]] = []
    paragraphs = clean.split("\n")
    for number, paragraph in enumerate(paragraphs, 1):
        last = number == len(paragraphs)
        whole = paragraph + (_JOINER + marks if marks and last else "")
        lines += [_parted(line) for line in flowed(whole, letters.font(language), width)]
    return lines or [("", marks)]


def _parted(line: str) -> tuple[str, str]:
    found = _MARKS.search(line)
    if found is None:
        return line, ""
    return line[: found.start()], found[1]


def paint_line(painter: QPainter, at: QPointF, line: SetLine, language: Language) -> None:
    """Write a line whose place counts from a point."""
    letters = line.letters.font(language)
    start = at + QPointF(line.x, line.y)
    painter.setFont(letters)
    if line.text:
        write(painter, start, line.text, QColor(line.letters.ink))
    if line.marks:
        width = QFontMetricsF(letters).horizontalAdvance(line.text)
        raised = start + QPointF(width + 1, -line.letters.size * _RAISED)
        painter.setFont(font(language, line.letters.size * _MARK_SHARE))
        write(painter, raised, line.marks, QColor(line.letters.ink))
