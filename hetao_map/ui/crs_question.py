"""The question where a layer lies whose file does not say its reference system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.data.where import degrees_in, likely_systems, own_coordinates
from hetao_map.geometry.measuring import segment_lengths
from hetao_map.geometry.projection import is_known_crs, to_lonlat
from hetao_map.model.dataset import Dataset
from hetao_map.session.actions import home_extent
from hetao_map.session.store import Store
from hetao_map.text.coordinates import degrees
from hetao_map.text.plain import plain
from hetao_map.text.reference_systems import name_of
from hetao_map.ui.crs_preview import CrsPreview
from hetao_map.ui.look import px

_FAR_KM = 100


class CrsQuestion(QDialog):
    """Lists likely systems and shows where each would put the layer; Enter takes one.

    answer is told the file's path and the CRS, such as EPSG:2326.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        layer_id: str,
        answer: Callable[[Path, str], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._state, self._answer = store.state, answer
        catalog = self._state.catalog
        layer, dataset = catalog.layer(layer_id), catalog.dataset_of(layer_id)
        if layer is None or dataset is None:
            raise KeyError(layer_id)
        self._dataset = dataset
        self._title = plain(layer.spec.title.in_(self._state.language))
        self._now = _present_crs(dataset, layer_id, dict(self._state.told_crs))
        self._own = own_coordinates(dataset, layer, self._now)
        self._systems = list(dict.fromkeys((*likely_systems(self._own), self._now)))
        self._list, self._number = QListWidget(), QLineEdit()
        self._other, self._where = QLabel(), QLabel()
        self._preview = CrsPreview(self._state, layer_id)
        self._use = QPushButton(self.tr("Show it there"))
        self._build()
        self._list.currentRowChanged.connect(lambda _row: self._choose_row())
        self._number.textChanged.connect(lambda _text: self._tell())
        self.finished.connect(lambda _code: self._preview.close_down())
        self._list.setCurrentRow(self._systems.index(self._now))

    def accept(self) -> None:
        """Hand on the answer, if there is one that can be meant."""
        crs = self._chosen()
        if crs and len(degrees_in(self._own, crs)):
            super().accept()
            self._answer(self._dataset.path, crs)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the list out by the look that it has by now."""
        super().showEvent(event)
        self._list.setMinimumWidth(self._list.sizeHintForColumn(0) + px(24))
        self._list.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Where does this layer lie?"))
        words = self.tr("“{layer}” does not say which coordinates it has. Where should it be?")
        question = _line(words.format(layer=self._title))
        for crs in self._systems:
            self._list.addItem(name_of(crs).in_(self._state.language))
        self._list.setAccessibleName(self.tr("Likely systems"))
        self._list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setMinimumWidth(px(410))
        self._number.setMaxLength(12)
        self._number.setPlaceholderText("2326")
        self._number.setAccessibleName(self.tr("Another EPSG number"))
        self._other.setText(self.tr("Another EPSG number"))
        self._other.setBuddy(self._number)
        self._where.setWordWrap(True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._where.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._preview.setAccessibleName(self.tr("Preview"))
        note = self.tr("The answer holds for all layers of {file} that do not say it, and is kept.")
        soft = _line(note.format(file=plain(self._dataset.path.name)))
        soft.setObjectName("soft")
        row = QHBoxLayout()
        row.addWidget(self._other)
        row.addWidget(self._number, 1)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addLayout(row)
        right = QVBoxLayout()
        right.addWidget(self._preview)
        right.addWidget(self._where)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(left, 1)
        both.addLayout(right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(question)
        layout.addLayout(both)
        layout.addWidget(soft)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._use.setDefault(True)
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose_row(self) -> None:
        self._number.clear()
        self._tell()

    def _chosen(self) -> str:
        """Return the system that is asked for, empty for a number that is none."""
        typed = self._number.text().strip().upper().removeprefix("EPSG:")
        if typed:
            known = typed.isascii() and typed.isdigit() and is_known_crs(f"EPSG:{int(typed)}")
            return f"EPSG:{int(typed)}" if known else ""
        row = self._list.currentRow()
        return self._systems[row] if row >= 0 else ""

    def _tell(self) -> None:
        """Say and show where the chosen system puts the layer."""
        crs = self._chosen()
        there = degrees_in(self._own, crs) if crs else self._own[:0]
        self._use.setEnabled(len(there) > 0)
        if not crs:
            words = away = self.tr("There is no reference system with this number.")
        elif not len(there):
            words = away = self.tr("In this system the coordinates have no place on the Earth.")
        else:
            words, away = self._words_for((there.min(axis=0) + there.max(axis=0)) / 2)
        self._where.setText(words)
        self._preview.setAccessibleDescription(words)
        self._preview.show_at(there, away)

    def _words_for(self, middle: object) -> tuple[str, str]:
        """Return what is said of a place, and what of it is said over the small map."""
        lon, lat = (float(value) for value in middle)  # type: ignore[attr-defined]
        home = home_extent(self._state.catalog.without(self._dataset.path))
        words = self.tr("Its centre would be at {place}.").format(place=degrees(lon, lat))
        if home is None:
            return words, ""
        here = to_lonlat(home.center, self._state.catalog.map_epsg)
        km = sum(segment_lengths([here, (lon, lat)])) / 1000
        far = self.tr("{km} km from the centre of the map").format(km=f"{km:,.0f}")
        return f"{words}\n{far}", far if km > _FAR_KM else ""


def _present_crs(dataset: Dataset, layer_id: str, told: dict[str, str]) -> str:
    """Return the CRS that a layer is shown in now."""
    for found in dataset.assumed:
        if dataset.names.get(found.layer, found.layer) == layer_id:
            return found.crs
    return told.get(str(dataset.path), "EPSG:4326")


def _line(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
