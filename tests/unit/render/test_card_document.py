"""A card as a document: all of it is there, data is never markup, links are our own."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from hetao_map.model.card import CardRow, CardSection, CardTable, CardValue, InfoCard, Neighbour
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source
from hetao_map.render.card_document import CardWriter
from hetao_map.render.chart import PANEL_HEIGHT, Inks, chart_of
from hetao_map.text.language import Language

EN = Language.EN
INKS = Inks("#000000", "#777777", "#0000FF", "#CCCCCC")
REF = FeatureRef("layer", "1")
HOSTILE = '<b>x</b><img src="file:///etc/passwd">'


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def card(*rows: CardRow, tables: tuple[CardTable, ...] = (), **more: object) -> InfoCard:
    section = CardSection("figures", "Figures", rows, tables)
    plain = InfoCard(REF, "T", (), "", "", "", "", False, "", "0 N", "", (), (section,), None)
    return replace(plain, **more)


def written(shown: InfoCard) -> tuple[QTextDocument, list[str], CardWriter]:
    """Return the document, its links, and the writer."""
    document = QTextDocument()
    writer = CardWriter(QTextCursor(document), INKS, EN)
    writer.write(shown)
    links = []
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            links.append(at.fragment().charFormat().anchorHref())
            at += 1
        block = block.next()
    return document, [link for link in links if link], writer


def series(*figures: float | None) -> CardTable:
    periods = tuple(str(2000 + number) for number in range(len(figures)))
    cells = tuple(
        (CardValue(f"{figure:g} birds", as_of=period, number=figure) if figure else None,)
        for period, figure in zip(periods, figures, strict=True)
    )
    return CardTable("birds", "Birds", periods, ("",), cells)


def grids(document: QTextDocument) -> list[tuple[int, int]]:
    """Return (rows, columns) of the tables."""
    frames = document.rootFrame().childFrames()
    return [(f.rows(), f.columns()) for f in frames if isinstance(f, QTextTable)]


def test_every_statement_is_followed_by_its_source_as_a_link() -> None:
    source = Source("s", "A page", address="https://example.org/a")
    value = CardValue("5 ha", source=source, source_text="Source: A page")
    document, links, writer = written(card(CardRow("area", "Area", (value,))))
    assert "Area\n5 ha\nSource: A page ↗" in document.toPlainText()
    assert links == ["source:0", "https://example.org/a"]
    assert writer.sources == [source]


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    source = Source("s", "A page", address="file:///etc/passwd")
    value = CardValue("5 ha", source=source, source_text="Source: A page")
    assert written(card(CardRow("area", "Area", (value,))))[1] == ["source:0"]


def test_text_of_the_data_stays_text() -> None:
    value = CardValue(HOSTILE, note=HOSTILE, source=Source("s"), source_text=HOSTILE)
    shown = card(CardRow("key", HOSTILE, (value,)), summary=HOSTILE, aliases=(HOSTILE,))
    document, links, _ = written(shown)
    assert document.toPlainText().count(HOSTILE) == 6
    assert links == ["source:0"]


def test_two_short_statements_that_differ_stand_side_by_side() -> None:
    row = CardRow("area", "Area", (CardValue("5 ha"), CardValue("6 ha")))
    document, _, _ = written(card(row))
    assert grids(document) == [(1, 2)]


def test_long_statements_stand_below_each_other() -> None:
    row = CardRow("area", "Area", (CardValue("word " * 12), CardValue("6 ha")))
    document, _, _ = written(card(row))
    assert grids(document) == []


def test_a_series_is_a_chart_and_a_table_with_every_figure() -> None:
    table = series(3, None, 5, 9)
    row = CardRow("birds", "Birds · 2000", (CardValue("3 birds"),))
    document, _, _ = written(card(row, tables=(table,)))
    assert grids(document) == [(4, 2)]
    text = document.toPlainText()
    assert "￼" in text
    for words in ("2000\n3 birds", "2001\n–", "2003\n9 birds"):
        assert words in text
    assert "Birds · 2000" not in text


def test_neighbours_are_links_by_number() -> None:
    near = Neighbour(REF, HOSTILE, "Port", 5.0, "5 m east")
    document, links, _ = written(card(around=(near, near)))
    assert links == ["around:0", "around:1"]
    assert "Around here" in document.toPlainText()


@pytest.mark.parametrize("count", [1, 3, 9])
def test_a_chart_draws_what_the_table_holds(count: int) -> None:
    table = series(*[float(n + 1) for n in range(count)])
    image = chart_of(table, INKS, EN, 300, 2.0)
    assert (image.width(), image.height()) == (600, round(PANEL_HEIGHT * 2))
    blue = sum(
        image.pixelColor(x, y).blue() > 200 and image.pixelColor(x, y).red() < 60
        for x in range(0, 600, 3)
        for y in range(0, image.height(), 3)
    )
    assert blue > 5


def test_a_chart_of_nothing_known_is_only_its_axis() -> None:
    assert chart_of(series(None, None), INKS, EN, 300, 1.0).height() == PANEL_HEIGHT
