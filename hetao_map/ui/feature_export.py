"""Asking where features are to be written, and having them written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QInputDialog, QWidget

from hetao_map.model.layer import Stale
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.file_question import ask_for_file, file_name
from hetao_map.ui.layer_menu import LayerEntry, LayerMenu, holds_features
from hetao_map.ui.saving import Progress, Saving


class FeatureExport(QObject):
    """Writes features of a layer as CSV, GeoJSON or GeoPackage, with their sources."""

    def __init__(self, window: QWidget, store: Store, saving: Saving) -> None:
        super().__init__(window)
        self._window, self._store, self._saving = window, store, saving
        self._kind = ""

    def add_to(self, commands: Commands, menu: LayerMenu, current_layer: Callable[[], str]) -> None:
        """Add the entries of the Layers menu and of a layer's own."""
        commands.add("layers", Command(
            "export_features",
            lambda: self.tr("Export features…"),
            lambda: self.ask_which(current_layer()),
            enabled=lambda state: bool(state.catalog.feature_layers),
        ))  # fmt: skip
        menu.add(LayerEntry(
            lambda: self.tr("Export features…"),
            self.ask,
            offered=lambda layer_id: holds_features(self._store.state, layer_id),
        ))  # fmt: skip

    def ask_which(self, likely: str) -> None:
        """Ask for a layer, the likely one first in hand, and then as ask does."""
        state = self._store.state
        ordered = state.catalog.ordered(state.order)[::-1]
        layers = [layer for layer in ordered if not layer.spec.is_raster]
        titles = _distinct([layer.spec.title.in_(state.language) for layer in layers])
        ids = [layer.id for layer in layers]
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Export features"))
        dialog.setLabelText(self.tr("Layer"))
        dialog.setComboBoxItems(titles)
        dialog.setTextValue(titles[ids.index(likely) if likely in ids else 0])
        for box in dialog.findChildren(QComboBox):
            box.setAccessibleName(self.tr("Layer"))
        dialog.textValueSelected.connect(lambda title: self.ask(ids[titles.index(title)]))
        dialog.resize(360, 120)
        dialog.open()

    def ask(self, layer_id: str, rows: Sequence[int] | None = None) -> None:
        """Ask for a file and write rows of a layer to it; None for all of them."""
        kinds = {
            ".csv": self.tr("CSV table"),
            ".geojson": self.tr("GeoJSON"),
            ".gpkg": self.tr("GeoPackage with sources and facts"),
        }
        title = self.tr("Export features")
        path = ask_for_file(self._window, title, file_name(layer_id), kinds, self._kind)
        if path is not None:
            self._kind = path.suffix.lower()
            self._saving.start(path, partial(_write, self._store.state, layer_id, rows, path))


def _write(
    state: MapState,
    layer_id: str,
    rows: Sequence[int] | None,
    path: Path,
    progress: Progress,
    stale: Stale,
) -> None:
    """Write the file; runs in the worker."""
    # What it needs takes half a second to import, which no start should wait for.
    from hetao_map.data.feature_export import export_features

    export_features(state.catalog, layer_id, rows, path, state.language, progress, stale)


def _distinct(titles: Sequence[str]) -> list[str]:
    """Return the titles, those that stand there before with a number."""
    found: list[str] = []
    for title in titles:
        count = sum(other == title or other.startswith(f"{title} (") for other in found)
        found.append(f"{title} ({count + 1})" if title in found else title)
    return found
