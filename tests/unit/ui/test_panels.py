"""The panels obey the state and ask for changes; nothing of the data is markup."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QToolButton
from pytestqt.qtbot import QtBot

from hetao_map.model.card import CardRow, CardSection, CardValue, InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source
from hetao_map.model.state import MapState, Selection
from hetao_map.render.theme import LIGHT
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.card_view import CardView
from hetao_map.ui.info_panel import InformationPanel

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b><a href="file:///etc/passwd">x</a>'


@pytest.fixture
def store(qtbot: QtBot, shipped: Catalog) -> Store:
    return Store(MapState(theme="light"))


def opened(store: Store, shipped: Catalog) -> None:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    store.update(catalog=shipped, visible=visible)


def card(text: str, address: str = "") -> InfoCard:
    value = CardValue(text, source=Source("s", text, text, "2024", address), note=text)
    section = CardSection("overview", text, (CardRow("key", text, (value,)),))
    ref = FeatureRef("layer", "1")
    return InfoCard(ref, text, (), "", "", "", "", False, "", "", text, (), (section,), None)


def test_previous_and_next_walk_the_hits(qtbot: QtBot, store: Store, shipped: Catalog) -> None:
    panel = InformationPanel(store, Actions(store), lambda: None)
    qtbot.addWidget(panel)
    panel.show()
    opened(store, shipped)
    hits = (FeatureRef("ports", "futian_port"), FeatureRef("ports", "huanggang_port"))
    store.update(selection=Selection(hits))
    names = {button.accessibleName(): button for button in panel.findChildren(QToolButton)}
    qtbot.mouseClick(names["Next"], Qt.MouseButton.LeftButton)
    assert store.state.selection.index == 1
    qtbot.mouseClick(names["Next"], Qt.MouseButton.LeftButton)
    assert store.state.selection.index == 0
    qtbot.mouseClick(names["Previous"], Qt.MouseButton.LeftButton)
    assert store.state.selection.index == 1


def test_the_card_says_where_each_figure_comes_from(
    qtbot: QtBot, store: Store, shipped: Catalog
) -> None:
    panel = InformationPanel(store, Actions(store), lambda: None)
    qtbot.addWidget(panel)
    opened(store, shipped)
    store.update(selection=Selection((FeatureRef("ports", "futian_port"),)))
    text = panel.findChild(QTextBrowser).toPlainText()
    assert "06:30-22:30" in text
    assert "am730" in text


def test_markup_in_the_data_is_shown_as_text(qtbot: QtBot) -> None:
    view = CardView()
    qtbot.addWidget(view)
    view.show_card(card(HOSTILE), LIGHT, Language.EN)
    assert view.toPlainText().count(HOSTILE) >= 4
    assert isinstance(view.loadResource(2, QUrl("file:///etc/passwd")), QImage)


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/page", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://example.org/ and more", False),
    ],
)
def test_only_whole_web_addresses_become_links(qtbot: QtBot, address: str, linked: bool) -> None:
    view = CardView()
    qtbot.addWidget(view)
    view.show_card(card("text", address), LIGHT, Language.EN)
    assert ("<a href" in view.toHtml()) is linked
