"""What the related-tables extension ties to a feature is named on its card, and never opened."""

from pathlib import Path

import pytest

from hetao_map.data import connection
from hetao_map.data.open import open_files
from hetao_map.model.card import InfoCard
from hetao_map.model.feature import FeatureRef
from hetao_map.query.ask import of_feature
from hetao_map.text.language import Language
from tests.faults.looks import png, with_media
from tests.files import execute

EN = Language.EN


@pytest.fixture
def path(tmp_path: Path) -> Path:
    picture = png(40, 30)
    return with_media(tmp_path / "a.gpkg", ("image/png", picture), ("text/html", b"<b>"), (None, 5))


def card(path: Path, fid: str = "1", language: Language = EN) -> InfoCard:
    answer = of_feature(open_files([path]), FeatureRef("places", fid), language)
    assert answer is not None
    return answer.card


def listed(found: InfoCard) -> list[str]:
    return [
        value.text
        for section in found.sections
        if section.id == "media"
        for row in section.rows
        for value in row.values
    ]


def test_media_are_named_with_type_and_size(path: Path) -> None:
    found = card(path)
    size = len(png(40, 30))
    assert listed(found) == [
        f"image/png, {size} bytes", "text/html, 3 bytes", "type not known, 1 bytes",
    ]  # fmt: skip
    (section,) = (section for section in found.sections if section.id == "media")
    assert (section.title, section.rows[0].label) == ("Attachments", "photos")
    assert listed(card(path, language=Language.ZH_HANT))[1] == "text/html，3 位元組"


def test_other_features_have_none(path: Path) -> None:
    assert listed(card(path, "2")) == []


def test_they_follow_their_layer_when_another_file_has_one_of_its_name(path: Path) -> None:
    other = path.with_name("b.gpkg")
    other.write_bytes(path.read_bytes())
    catalog = open_files([path, other])
    second = catalog.layers[1]
    answer = of_feature(catalog, FeatureRef(second.id, "1"), EN)
    assert answer is not None
    assert len(listed(answer.card)) == 3


def test_of_many_some_are_named_and_the_others_counted(tmp_path: Path) -> None:
    path = with_media(tmp_path / "a.gpkg", *[("image/png", b"x")] * 50)
    assert len(listed(card(path))) == 21
    assert listed(card(path))[-1] == "and 30 more"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE gpkgext_relations SET mapping_table_name = 'nowhere'",
        "UPDATE gpkgext_relations SET related_primary_column = 'nowhere'",
        "UPDATE gpkgext_relations SET relation_name = 'features'",
        "ALTER TABLE photos DROP COLUMN data",
    ],
)
def test_relations_that_lead_nowhere_cost_nothing_else(path: Path, statement: str) -> None:
    execute(path, statement)
    assert listed(card(path)) == []


def test_a_relation_without_end_costs_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "VIEW_DEADLINE_S", 0.2)
    execute(
        path,
        "DROP TABLE places_photos",
        "CREATE VIEW places_photos AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
        "FROM n) SELECT 1 AS base_id, sum(x) AS related_id FROM n",
    )
    assert listed(card(path)) == []
