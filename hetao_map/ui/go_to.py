"""Going to coordinates that are typed, at a scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.geometry.extent import Xy
from hetao_map.model.state import MapState
from hetao_map.query.positions import position_in
from hetao_map.query.typed_place import typed_place
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.coordinate_input import LONGEST
from hetao_map.text.localized import LocalizedText
from hetao_map.text.scale_input import LONGEST as LONGEST_SCALE
from hetao_map.text.scale_input import typed_scale
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.look import theme_of
from hetao_map.ui.scale_box import scale_words

_EXAMPLES = "22.5176, 114.0629   ·   22°31′03″N 114°03′46″E   ·   824542 841996"

# Rows of the list of systems.
_AS_WRITTEN, _SHIFTED = 0, 1


class GoToDialog(QDialog):
    """Takes coordinates in any usual writing; says how it reads them before it goes there."""

    def __init__(self, parent: QWidget, store: Store, actions: Actions) -> None:
        super().__init__(parent)
        self._store, self._actions = store, actions
        self._place, self._scale = QLineEdit(), QLineEdit()
        # A little longer than what can be read, so that too much is seen to be refused.
        self._place.setMaxLength(LONGEST + 1)
        self._scale.setMaxLength(LONGEST_SCALE + 1)
        self._system = DropList()
        self._system.addItems(["", ""])
        self._read = QLabel()
        self._place_name, self._system_name, self._scale_name = QLabel(), QLabel(), QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._go = QPushButton()
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)

    def ask(self) -> None:
        """Show the dialog with the present scale and the place typed last."""
        self._scale.setText(scale_words(self._store.state.viewport.scale_denominator))
        self._place.selectAll()
        self._place.setFocus(Qt.FocusReason.PopupFocusReason)
        self._tell()
        self._system.dress(theme_of(self._store.state.theme))
        self.show()
        self.activateWindow()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setWindowTitle(self.tr("Go to coordinates"))
        self._place_name.setText(self.tr("Coordinates"))
        self._scale_name.setText(self.tr("Scale"))
        self._place.setAccessibleName(self.tr("Coordinates"))
        self._scale.setAccessibleName(self.tr("Scale"))
        self._system_name.setText(self.tr("Read as"))
        self._system.setAccessibleName(self.tr("Read as"))
        self._system.setItemText(_AS_WRITTEN, self.tr("As written: degrees, or a grid"))
        self._system.setItemText(_SHIFTED, self.tr("GCJ-02, from a web map of the Mainland"))
        self._go.setText(self.tr("Go"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def accept(self) -> None:
        """Go to the place, unless one of the lines cannot be read."""
        place, scale = self._typed(), typed_scale(self._scale.text())
        if isinstance(place, LocalizedText):
            self._say(place, self._place)
        elif scale is None:
            self._say(messages.NO_SCALE, self._scale)
        else:
            self._actions.go_to_place(place, scale)
            super().accept()

    def _build(self) -> None:
        self._read.setWordWrap(True)
        self._read.setTextFormat(Qt.TextFormat.PlainText)
        self._read.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._read.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._place.setPlaceholderText("22.5176, 114.0629")
        self._place.textChanged.connect(self._tell)
        self._scale.textChanged.connect(self._tell)
        self._system.currentIndexChanged.connect(self._tell)
        self._go.setDefault(True)
        self._buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        for label, field in (
            (self._place_name, self._place),
            (self._system_name, self._system),
            (self._scale_name, self._scale),
        ):
            form.addRow(label, field)
            label.setBuddy(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._read, 1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(500)

    def _apply(self, old: MapState, new: MapState) -> None:
        if self.isVisible() and old.coordinates != new.coordinates:
            self._tell()

    def _typed(self) -> Xy | LocalizedText:
        epsg = self._store.state.catalog.map_epsg
        shifted = self._system.currentIndex() == _SHIFTED
        return typed_place(self._place.text(), epsg, shifted=shifted)

    def _tell(self) -> None:
        """Say how the line is read by now; who is still typing is not told what is wrong."""
        place, state = self._typed(), self._store.state
        if isinstance(place, LocalizedText):
            self._read.setText(_EXAMPLES)
            return
        form = "wgs84" if state.coordinates == "gcj02" else state.coordinates
        position = position_in(form, state.catalog, place, state.language)
        if not position.text:
            position = position_in("wgs84", state.catalog, place, state.language)
        self._read.setText("→  " + position.marked)

    def _say(self, sentence: LocalizedText, line: QLineEdit) -> None:
        self._read.setText(sentence.in_(self._store.state.language))
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()
