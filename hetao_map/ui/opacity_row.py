"""How opaque the current layer is, as a slider."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from hetao_map.model.layer import opacity_of
from hetao_map.model.state import MapState
from hetao_map.session.layer_actions import LayerActions

# A layer that cannot be seen at all is switched off instead.
_LEAST_PERCENT = 10


class OpacityRow(QWidget):
    """A slider with its figure for one layer; off where there is none."""

    def __init__(self, actions: LayerActions) -> None:
        super().__init__()
        self._actions = actions
        self._layer = ""
        self._name, self._figure = QLabel(), QLabel()
        self._figure.setObjectName("soft")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._figure.setMinimumWidth(40)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("opacity")
        self._slider.setRange(_LEAST_PERCENT, 100)
        self._slider.setSingleStep(5)
        self._slider.setPageStep(10)
        self._slider.valueChanged.connect(self._on_value)
        self._name.setBuddy(self._slider)
        self.setFocusProxy(self._slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 6, 10, 8)
        for widget in (self._name, self._slider, self._figure):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self.setEnabled(False)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self._name.setText(self.tr("Opacity"))

    def follow(self, layer_id: str, state: MapState) -> None:
        """Show the opacity of a layer; an empty id for none."""
        layer = state.catalog.layer(layer_id) if layer_id else None
        # The slider answers for the layer it has been given, never for the one before.
        self._layer = ""
        self._slider.setValue(round(100 * opacity_of(layer, state.opacity)) if layer else 100)
        self._layer = layer_id if layer else ""
        title = layer.spec.title.in_(state.language) if layer else ""
        name = self.tr("Opacity")
        self._slider.setAccessibleName(f"{name}{state.language.colon}{title}" if title else name)
        self._figure.setText(f"{self._slider.value()} %")
        self.setEnabled(bool(layer))

    def _on_value(self, percent: int) -> None:
        self._figure.setText(f"{percent} %")
        if self._layer:
            self._actions.fade(self._layer, percent / 100)
