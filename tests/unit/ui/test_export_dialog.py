"""What is chosen in the dialogue is what the preview shows and the file holds."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from hetao_map.geometry.paper import PAGES
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.render.output import sheet_bytes
from hetao_map.render.theme import DARK, LIGHT
from hetao_map.text.language import Language
from hetao_map.ui.export_dialog import ExportDialog
from hetao_map.ui.map_sheet import SheetChoice, sheet_of
from hetao_map.ui.sheet_preview import preview_image
from tests.likeness import pixels
from tests.unit.render.outputs import differing

A4 = SheetChoice(page="A4-landscape")
SMALL = (561, 397)


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
    qtbot.waitUntil(lambda: not made.preview.image.isNull())
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


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures of one size differ in no pixel by more than can hardly be seen."""
    if one.size() != other.size():
        return False
    return int(np.abs(pixels(one) - pixels(other)).max()) <= 12


def test_every_choice_is_taken_over_and_previewed(
    qtbot: QtBot, state: MapState, dialog: ExportDialog
) -> None:
    choose(dialog, "Format", "PNG picture")
    choose(dialog, "Page", "A3 portrait")
    choose(dialog, "Resolution", "300 dots per inch")
    choose(dialog, "Colours", "Light, for paper")
    for name in ("Legend", "Coordinate grid", "Highlight of the selection"):
        named(dialog, QCheckBox, name).click()
    title = named(dialog, QLineEdit, "Title")
    title.selectAll()
    qtbot.keyClicks(title, "My <b>map</b>")
    wanted = SheetChoice(
        ".png", "A3-portrait", 300, None, "My <b>map</b>", False, True, False, True
    )
    assert dialog.choice == wanted
    page = preview_image(state, wanted, LIGHT)
    # Another thread sets letters by outlines that may be off by a sixty-fourth of a pixel.
    qtbot.waitUntil(lambda: alike(dialog.preview.image, page))
    with qtbot.waitSignal(dialog.chosen) as asked:
        named(dialog, QPushButton, "Save as…").click()
    assert asked.args == [wanted]


def test_only_what_counts_can_be_chosen(dialog: ExportDialog) -> None:
    dpi, title = named(dialog, QComboBox, "Resolution"), named(dialog, QLineEdit, "Title")
    width = named(dialog, QSpinBox, "Width in pixels")
    assert (dpi.isEnabled(), width.isEnabled(), title.isEnabled()) == (False, False, True)
    choose(dialog, "Format", "PNG picture")
    assert (dpi.isEnabled(), width.isEnabled(), title.isEnabled()) == (True, False, True)
    choose(dialog, "Page", "The map alone, as in the window")
    assert (dpi.isEnabled(), width.isEnabled(), title.isEnabled()) == (True, True, False)


def test_for_paper_there_are_pages_alone(
    qtbot: QtBot, state: MapState, dialog: ExportDialog
) -> None:
    paper = ExportDialog(None, state, LIGHT, A4, paper=True)
    qtbot.addWidget(paper)
    paper.show()
    pages = named(paper, QComboBox, "Page")
    assert [pages.itemData(row) for row in range(pages.count())] == list(PAGES)
    hidden = [named(paper, QComboBox, name).isHidden() for name in ("Format", "Resolution")]
    assert hidden == [True, True]
    asked = []
    paper.chosen.connect(asked.append)
    choose(paper, "Page", "A3 portrait")
    named(paper, QPushButton, "Print…").click()
    assert asked == [dataclasses.replace(A4, page="A3-portrait")]
    paper.reject()


def test_more_dots_show_the_same_map_finer(dialog: ExportDialog) -> None:
    choose(dialog, "Format", "PNG picture")
    choose(dialog, "Page", "The map alone, as in the window")
    choose(dialog, "Resolution", "96 dots per inch")
    width = named(dialog, QSpinBox, "Width in pixels")
    height = named(dialog, QSpinBox, "Height in pixels")
    assert (width.value(), height.value()) == (700, 500)
    width.setValue(800)
    assert dialog.choice.size_px == (800, 500)
    choose(dialog, "Resolution", "300 dots per inch")
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


@pytest.mark.parametrize("language", [Language.EN, Language.ZH_HANS])
def test_a_pdf_has_the_same_bytes_while_the_dialogue_is_open_and_before(
    qtbot: QtBot, state: MapState, language: Language
) -> None:
    spoken = dataclasses.replace(state, language=language)
    before = sheet_bytes(sheet_of(spoken, A4, LIGHT), ".pdf")
    made = ExportDialog(None, spoken, LIGHT, A4)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: not made.preview.image.isNull())
    # What the window draws moves the letters' faces; that it does is no matter of ours.
    made.grab()
    while_open = sheet_bytes(sheet_of(spoken, A4, LIGHT), ".pdf")
    made.reject()
    assert while_open == before
    assert sheet_bytes(sheet_of(spoken, A4, LIGHT), ".pdf") == before
