"""The export of the map: format, page, words and look, with a preview that is the result."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hetao_map.geometry.paper import PAGES
from hetao_map.model.state import MapState
from hetao_map.render.theme import Theme
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.forms import form_of
from hetao_map.ui.map_sheet import DPIS, SheetChoice, own_title
from hetao_map.ui.sheet_preview import SheetPreview

_LONGEST_TITLE = 200
_SIZE_PX = (16, 12_000)
_TEXT_MARGIN_PX = 6


class ExportDialog(QDialog):
    """Asks how the map is to be written; chosen tells of the answer, then a file is asked for.

    For paper it asks for a page alone, and a printer is asked for then.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        state: MapState,
        theme: Theme,
        choice: SheetChoice,
        *,
        paper: bool = False,
    ) -> None:
        super().__init__(parent)
        self._state, self._theme, self._own_title = state, theme, own_title(state)
        self.choice, self._paper = choice, paper
        title = self.tr("Print the map") if paper else self.tr("Export the map")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._format, self._page, self._dpi, self._look = (DropList() for _ in range(4))
        self._width, self._height = QSpinBox(), QSpinBox()
        self._title = QLineEdit()
        self._legend = QCheckBox(self.tr("Legend"))
        self._grid = QCheckBox(self.tr("Coordinate grid"))
        self._highlight = QCheckBox(self.tr("Highlight of the selection"))
        self._size = QLabel()
        self._size.setObjectName("soft")
        self.preview = SheetPreview()
        self.preview.setAccessibleName(self.tr("Preview"))
        self._fill()
        self._build()
        self._show_choice()
        self._wire()
        self.finished.connect(lambda _code: self.preview.close_down())
        self.preview.follow(state, self.choice, theme)

    def _fill(self) -> None:
        for ending, name in (
            (".pdf", self.tr("PDF page")),
            (".png", self.tr("PNG picture")),
            (".svg", self.tr("SVG drawing")),
        ):
            self._format.addItem(name, ending)
        ways = {"landscape": self.tr("landscape"), "portrait": self.tr("portrait")}
        for name in PAGES:
            size, _, way = name.partition("-")
            self._page.addItem(f"{size} {ways[way]}", name)
        if not self._paper:
            self._page.addItem(self.tr("The map alone, as in the window"), "")
        for box in (self._format, self._page, self._dpi, self._look):
            box.dress(self._theme)
        for dpi in DPIS:
            self._dpi.addItem(self.tr("{n} dots per inch").format(n=dpi), dpi)
        self._look.addItem(self.tr("As on the screen"), False)
        self._look.addItem(self.tr("Light, for paper"), True)
        for side in (self._width, self._height):
            side.setRange(*_SIZE_PX)
            side.setKeyboardTracking(False)
            # The padding of a style sheet does not reach the figures.
            side.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)
        self._title.setMaxLength(_LONGEST_TITLE)

    def _build(self) -> None:
        form = form_of(
            (self.tr("Format"), self._format),
            (self.tr("Page"), self._page),
            (self.tr("Resolution"), self._dpi),
        )
        sides = self._sides()
        form.addRow(self.tr("Size in pixels"), sides)
        if self._paper:
            for row in (self._format, self._dpi, sides):
                form.setRowVisible(row, False)
        form.addRow(self.tr("Title"), self._title)
        self._title.setAccessibleName(self.tr("Title"))
        form.addRow(self.tr("Colours"), self._look)
        self._look.setAccessibleName(self.tr("Colours"))
        for box in (self._legend, self._grid, self._highlight):
            form.addRow(box)
        side = QVBoxLayout()
        side.addLayout(form)
        side.addStretch(1)
        side.addWidget(self._size)
        self._title.setMinimumWidth(190)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addLayout(side)
        body.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(14)
        layout.addLayout(body, 1)
        layout.addWidget(self._buttons())
        self.resize(940, 560)

    def _sides(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._width, 1)
        row.addWidget(QLabel("×"))
        row.addWidget(self._height, 1)
        self._width.setAccessibleName(self.tr("Width in pixels"))
        self._height.setAccessibleName(self.tr("Height in pixels"))
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = QPushButton(self.tr("Print…") if self._paper else self.tr("Save as…"))
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        save.setDefault(True)
        save.clicked.connect(lambda: self.chosen.emit(self.choice))
        buttons.rejected.connect(self.reject)
        return buttons

    def _wire(self) -> None:
        for box in (self._format, self._page, self._dpi, self._look):
            box.currentIndexChanged.connect(lambda _index: self._take())
        for check in (self._legend, self._grid, self._highlight):
            check.toggled.connect(lambda _on: self._take())
        for side in (self._width, self._height):
            side.valueChanged.connect(lambda _value: self._take_size())
        self._title.textEdited.connect(lambda _text: self._take())

    def _take(self) -> None:
        """Take over what the controls say."""
        title = self._title.text()
        choice = replace(
            self.choice,
            ending=self._format.currentData(),
            page=self._page.currentData(),
            dpi=self._dpi.currentData(),
            title=None if title == self._own_title else title,
            legend=self._legend.isChecked(),
            grid=self._grid.isChecked(),
            highlight=self._highlight.isChecked(),
            light=self._look.currentData(),
        )
        if choice.dpi != self.choice.dpi and choice.size_px is not None:
            # The same map with more dots, not more of it.
            more = choice.dpi / self.choice.dpi
            width, height = (min(round(side * more), _SIZE_PX[1]) for side in choice.size_px)
            choice = replace(choice, size_px=(width, height))
        self._change(choice)

    def _take_size(self) -> None:
        self._change(replace(self.choice, size_px=(self._width.value(), self._height.value())))

    def _change(self, choice: SheetChoice) -> None:
        self.choice = choice
        self._follow()
        self.preview.follow(self._state, choice, self._theme)

    def _show_choice(self) -> None:
        """Set the controls to what was chosen before."""
        choice = self.choice
        for box, value in (
            (self._format, choice.ending),
            (self._page, choice.page),
            (self._dpi, choice.dpi),
            (self._look, choice.light),
        ):
            box.setCurrentIndex(box.findData(value))
        self._legend.setChecked(choice.legend)
        self._grid.setChecked(choice.grid)
        self._highlight.setChecked(choice.highlight)
        self._title.setText(self._own_title if choice.title is None else choice.title)
        self._title.setCursorPosition(0)
        self._follow()

    def _follow(self) -> None:
        """Show what follows from the choice; what does not count for it is greyed."""
        picture, alone = self.choice.ending == ".png", not self.choice.page
        for side, pixels in zip((self._width, self._height), self._pixels(), strict=True):
            with QSignalBlocker(side):
                side.setValue(pixels)
            side.setEnabled(picture and alone)
        self._dpi.setEnabled(picture)
        self._title.setEnabled(not alone)
        self._highlight.setEnabled(self._state.selection.current is not None)
        self._size.setText(self._size_words())

    def _pixels(self) -> tuple[int, int]:
        """Return the pixels of the picture, or those that it would have."""
        width, height = self.choice.sheet_px(self._state.viewport.size_px)
        ratio = self.choice.dpi / DPIS[0]
        return round(width * ratio), round(height * ratio)

    def _size_words(self) -> str:
        width, height = self.choice.sheet_px(self._state.viewport.size_px)
        mm = [round(side * 25.4 / DPIS[0]) for side in (width, height)]
        words = self.tr("{width} × {height} mm").format(width=mm[0], height=mm[1])
        if self.choice.ending == ".png":
            across, down = self._pixels()
            pixels = self.tr("{width} × {height} pixels").format(width=across, height=down)
            words = f"{pixels} · {words}"
        return words
