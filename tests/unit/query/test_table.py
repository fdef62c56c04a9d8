"""A layer as a table: heads and codes in words, rows that a filter leaves."""

from collections.abc import Sequence

import pytest
from shapely import Point

from hetao_map.geometry.extent import Extent
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import UsageError
from hetao_map.query.row_filter import filtered_rows
from hetao_map.query.table import FeatureTable, feature_table
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer

EN = Language.EN


def shipped_table(shipped: Catalog, layer_id: str, language: Language = EN) -> FeatureTable:
    return feature_table(shipped.layer(layer_id), shipped.dataset_of(layer_id), language)


def made(shapes: Sequence[object] | None = None, **columns: Sequence[object]) -> FeatureTable:
    count = len(next(iter(columns.values())))
    places = shapes if shapes is not None else [Point(n, n) for n in range(count)]
    layer = make_layer(places, **columns)
    return feature_table(layer, make_catalog(layer).datasets[0], EN)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        (EN, ["Name", "Kind", "Status"]),
        (Language.ZH_HANS, ["名称", "类别", "状态"]),
        (Language.ZH_HANT, ["名稱", "類別", "狀態"]),
    ],
)
def test_the_name_in_the_language_comes_first(
    shipped: Catalog, language: Language, heads: list[str]
) -> None:
    table = shipped_table(shipped, "ports", language)
    assert [column.head for column in table.columns[:3]] == heads
    assert table.columns[0].name == f"name_{language.suffix}"
    assert table.columns[-1].name in ("id", "fid")
    assert len({column.head for column in table.columns}) == len(table.columns)


def test_codes_are_shown_as_words_and_kept_as_values(shipped: Catalog) -> None:
    table = shipped_table(shipped, "ports")
    row = shipped.layer("ports").row_of("futian_port")
    assert (table.text(row, "status"), table.value(row, "status")) == ("Open", "open")
    assert table.text(row, "kind") == "Land port"
    source = table.value(row, "source_id")
    assert table.text(row, "source_id") == shipped.datasets[0].knowledge.sources[source].title


def test_cells_of_a_strangers_file_are_plain() -> None:
    table = made(a=(None, b"\x00\x01", 2.5, 250.0, "x\u202ey"))
    assert [table.text(row, "a") for row in table.rows] == ["", "(2 bytes)", "2.5", "250", "xy"]


def test_rows_without_geometry_are_not_listed() -> None:
    table = made([Point(0, 0), None, Point(1, 1)], a=("x", "y", "z"))
    assert table.rows == (0, 2)


def test_only_what_is_in_view_is_listed_when_asked() -> None:
    layer = make_layer([Point(n * 10, 0) for n in range(5)], a=tuple("abcde"))
    dataset = make_catalog(layer).datasets[0]
    assert feature_table(layer, dataset, EN, Extent(5, -5, 25, 5)).rows == (1, 2)


TABLE = {"name": ("Port of A", "Port of B", "Bridge"), "size": (5, 12.5, None), "kind": "xyx"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", (0, 1, 2)),
        ("port", (0, 1)),
        ("PORT b", (1,)),
        ('"port of b"', (1,)),
        ("name:bridge", (2,)),
        ('name="port of a"', (0,)),
        ("name!=bridge", (0, 1)),
        ("size>5", (1,)),
        ("size>=5", (0, 1)),
        ("size<12.5 port", (0,)),
        ("size=5", (0,)),
        ("nothing", ()),
        ("\u202e\x00😀", ()),
    ],
)
def test_a_filter_leaves_the_rows_that_meet_all_terms(text: str, rows: tuple[int, ...]) -> None:
    assert filtered_rows(made(**TABLE), text) == rows


def test_columns_are_called_by_their_heads_as_well(shipped: Catalog) -> None:
    table = shipped_table(shipped, "innovation_sites", Language.ZH_HANT)
    by_name = filtered_rows(table, "status=open")
    assert by_name
    assert by_name == filtered_rows(table, "狀態:開放") == filtered_rows(table, "状态=开放")


@pytest.mark.parametrize(
    ("text", "words"), [("colour:red", "“colour”"), ("size>big", "“big”"), ("size<", "“”")]
)
def test_a_filter_of_no_meaning_gets_a_sentence(text: str, words: str) -> None:
    with pytest.raises(UsageError) as error:
        filtered_rows(made(**TABLE), text)
    assert words in error.value.sentence.en


def test_a_filter_of_ten_thousand_letters_finds_nothing() -> None:
    assert filtered_rows(made(**TABLE), "x" * 10_000) == ()
