from pathlib import Path

from hetao_map.data.open import open_files
from hetao_map.model.feature import FeatureRef
from hetao_map.query.finding_place import layer_of, ref_of
from tests.files import points, write_geopackage


def test_a_row_is_found_under_the_id_of_its_feature(shipped_path: Path) -> None:
    (dataset,) = open_files([shipped_path]).datasets
    ref = ref_of(dataset, "ports", 2)
    assert ref is not None
    assert ref.layer == "ports"
    feature = dataset.find(ref)
    assert feature is not None
    assert feature.attributes["fid"] == 2


def test_a_table_that_stands_in_two_files_is_found_in_each(tmp_path: Path) -> None:
    paths = [write_geopackage(tmp_path / f"{n}.gpkg", places=points(3)) for n in "ab"]
    first, second = open_files(paths).datasets
    assert ref_of(first, "places", 3) == FeatureRef("places", "3")
    assert ref_of(second, "places", 3) == FeatureRef("places@b", "3")


def test_what_is_not_on_the_map_has_no_place(shipped_path: Path) -> None:
    (dataset,) = open_files([shipped_path]).datasets
    assert layer_of(dataset, "fact") is None
    assert ref_of(dataset, "fact", 1) is None
    assert ref_of(dataset, "ports", 9999) is None
    assert ref_of(dataset, "ports", None) is None
    assert layer_of(dataset, "") is None
