"""Series as tables: periods in order, categories side by side, gaps said as gaps."""

from shapely import Point

from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Knowledge, SeriesValue, Source
from hetao_map.query.series import series_rows, series_tables
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from tests.layers import make_layer

EN = Language.EN
NOTHING = LocalizedText()


def value(period: str, category: str, number: float) -> SeriesValue:
    return SeriesValue("count", period, category, number, "", "exact", "s", NOTHING)


def known(*values: SeriesValue) -> tuple[Knowledge, object]:
    feature = make_layer([Point(0, 0)], id=("a",)).feature(0)
    series = {FeatureRef(feature.ref.layer, "a"): values}
    return Knowledge(series=series, sources={"s": Source("s", "A page")}), feature


def test_a_table_has_a_row_for_each_period_and_a_column_for_each_category() -> None:
    knowledge, feature = known(
        value("2021", "world", 9), value("2020", "world", 7), value("2021", "share", 2)
    )
    (table,) = series_tables(knowledge, feature, EN)
    assert (table.periods, table.categories) == (("2020", "2021"), ("World", "Share"))
    assert table.column(0) == (7, 9)
    assert table.column(1) == (None, 2)
    assert [cell and cell.text for cell in table.cells[0]] == ["7", None]
    assert table.cells[1][0].source_text == "Source: A page · date not known"


def test_one_period_is_no_series() -> None:
    knowledge, feature = known(value("2021", "world", 9), value("2021", "share", 2))
    assert series_tables(knowledge, feature, EN) == ()
    assert [row.label for row in series_rows(knowledge, feature, EN)] == ["count · 2021"]
