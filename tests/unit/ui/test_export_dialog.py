"""What is chosen in the dialogue is what the preview shows and the file holds."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.render.output import sheet_bytes
from hetao_map.render.theme import DARK, LIGHT
from hetao_map.ui.export_dialog import ExportDialog
from hetao_map.ui.map_sheet import SheetChoice, sheet_of
from hetao_map.ui.sheet_preview import preview_image
from tests.unit.render.outputs import differing

A4 = SheetChoice(page="A4-landscape")
SMALL = (561, 397)
PATIENCE_MS = 60_000


@pytest.fixture
def state(qapp, shipped: Catalog) -> MapState:
    return MapState(
        catalog=shipped,
        visible=frozenset(layer.id for layer in shipped.layers if layer.spec.visible),
        viewport=Viewport(to_map((114.063, 22.515), 2326), 8, (700, 500)),
        selection=Selection((FeatureRef("ports", "futian_port"),)),
    )


@pytest.fixture
def dialog(qtbot: QtBot, state: MapState) -> ExportDialog:
    made = ExportDialog(None, state, LIGHT, A4)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: not made.preview.image.isNull(), timeout=PATIENCE_MS)
    yield made
    made.reject()


def named(dialog: ExportDialog, kind: type, name: str):
    return next(w for w in dialog.findChildren(kind) if name in (w.accessibleName(), text_of(w)))


def text_of(widget) -> str:
    return widget.text() if isinstance(widget, QCheckBox | QPushButton) else ""


def choose(dialog: ExportDialog, name: str, item: str) -> None:
    named(dialog, QComboBox, name).setCurrentText(item)


def smaller(image: QImage) -> QImage:
    way = Qt.TransformationMode.SmoothTransformation
    image.setDevicePixelRatio(1)
    return image.scaled(*SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, way).convertToFormat(
        QImage.Format.Format_RGB32
    )


@pytest.mark.parametrize(
    "choice",
    [
        A4,
        dataclasses.replace(A4, grid=True, legend=False, title="Title of my own"),
        dataclasses.replace(A4, light=True, highlight=False),
        SheetChoice(),
    ],
)
def test_the_preview_is_the_result_made_smaller(state: MapState, choice: SheetChoice) -> None:
    before = smaller(preview_image(state, choice, DARK))
    picture = dataclasses.replace(choice, ending=".png")
    # With as many dots it is the same to the pixel, with more of them a little finer.
    for dpi, share in ((96, 0.001), (300, 0.05)):
        fine = dataclasses.replace(picture, dpi=dpi)
        result = QImage.fromData(sheet_bytes(sheet_of(state, fine, DARK), ".png"))
        assert differing(before, smaller(result), 2) < share
    other = dataclasses.replace(picture, light=not choice.light)
    changed = QImage.fromData(sheet_bytes(sheet_of(state, other, DARK), ".png"))
    assert differing(before, smaller(changed), 2) > 0.3


def test_every_choice_is_taken_over_and_previewed(
    qtbot: QtBot, state: MapState, dialog: ExportDialog
) -> None:
    choose(dialog, "Format", "PNG picture")
    choose(dialog, "Page", "A3 portrait")
    choose(dialog, "Resolution", "300 dots an inch")
    choose(dialog, "Colours", "Light, for paper")
    for name in ("Legend", "Grid of degrees", "Highlight of the selection"):
        named(dialog, QCheckBox, name).click()
    title = named(dialog, QLineEdit, "Title")
    title.selectAll()
    qtbot.keyClicks(title, "My <b>map</b>")
    wanted = SheetChoice(
        ".png", "A3-portrait", 300, None, "My <b>map</b>", False, True, False, True
    )
    assert dialog.choice == wanted
    page = preview_image(state, wanted, LIGHT)
    qtbot.waitUntil(lambda: dialog.preview.image == page, timeout=PATIENCE_MS)
    with qtbot.waitSignal(dialog.chosen) as asked:
        named(dialog, QPushButton, "Save as …").click()
    assert asked.args == [wanted]


def test_only_what_counts_can_be_chosen(dialog: ExportDialog) -> None:
    dpi, title = named(dialog, QComboBox, "Resolution"), named(dialog, QLineEdit, "Title")
    width = named(dialog, QSpinBox, "Width in pixels")
    assert (dpi.isEnabled(), width.isEnabled(), title.isEnabled()) == (False, False, True)
    choose(dialog, "Format", "PNG picture")
    assert (dpi.isEnabled(), width.isEnabled(), title.isEnabled()) == (True, False, True)
    choose(dialog, "Page", "The map alone, as in the window")
    assert (dpi.isEnabled(), width.isEnabled(), title.isEnabled()) == (True, True, False)


def test_more_dots_show_the_same_map_finer(dialog: ExportDialog) -> None:
    choose(dialog, "Format", "PNG picture")
    choose(dialog, "Page", "The map alone, as in the window")
    choose(dialog, "Resolution", "96 dots an inch")
    width = named(dialog, QSpinBox, "Width in pixels")
    height = named(dialog, QSpinBox, "Height in pixels")
    assert (width.value(), height.value()) == (700, 500)
    width.setValue(800)
    assert dialog.choice.size_px == (800, 500)
    choose(dialog, "Resolution", "300 dots an inch")
    assert dialog.choice.size_px == (width.value(), height.value()) == (2500, 1562)
    assert dialog.choice.sheet_px((700, 500)) == (800, pytest.approx(500, abs=0.2))


def test_the_title_of_the_data_stays_its_own(qtbot: QtBot, dialog: ExportDialog) -> None:
    title = named(dialog, QLineEdit, "Title")
    assert dialog.choice.title is None
    qtbot.keyClicks(title, "x")
    assert dialog.choice.title == title.text()
    qtbot.keyClick(title, Qt.Key.Key_Backspace)
    assert dialog.choice.title is None
    title.clear()
    qtbot.keyClicks(title, "l" * 300)
    assert len(dialog.choice.title) == 200
