import shutil
from pathlib import Path

import pytest
from shapely import Point

from hetao_map.data.open import check_openable, open_files
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.model.feature import FeatureRef
from hetao_map.query.card import facts_of, make_card
from hetao_map.text.language import Language
from tests.files import UNREADABLE, everything_in, points, write_geopackage


def test_files_that_disagree_share_the_grid_of_the_world(tmp_path: Path) -> None:
    near = write_geopackage(tmp_path / "near.gpkg", near=points(2))
    far = write_geopackage(tmp_path / "far.gpkg", far=[(Point(10, 50), "Rhine")])
    catalog = open_files([near, far])
    assert {dataset.map_epsg for dataset in catalog.datasets} == {3857}
    assert catalog.map_epsg == 3857
    assert catalog.layer("near").point_on(0) == pytest.approx((12695988, 2574370), rel=1e-3)


def test_layers_of_one_name_get_names_of_their_own(tmp_path: Path) -> None:
    paths = []
    for folder in "abc":
        (tmp_path / folder).mkdir()
        paths.append(write_geopackage(tmp_path / folder / "p.gpkg", places=points(2)))
    ids = [layer.id for layer in open_files(paths).layers]
    assert ids[:2] == ["places", "places@p"]
    assert len(set(ids)) == 3


def test_a_second_copy_keeps_what_it_knows(tmp_path: Path, shipped_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    shutil.copyfile(shipped_path, copy)
    catalog = open_files([shipped_path, copy])
    counts = []
    for layer in ("ports", "ports@copy"):
        ref = FeatureRef(layer, "futian_port")
        card = make_card(catalog.dataset_of(layer), catalog.find(ref), Language.EN)
        counts.append((len(facts_of(card)), card.aliases))
    assert counts[0] == counts[1]
    assert counts[0][0] > 10
    assert sorted(everything_in(tmp_path)) == ["copy.gpkg"]


def test_presets_of_one_name_are_one_and_name_the_layers_of_both_files(
    tmp_path: Path, shipped_path: Path
) -> None:
    copy = tmp_path / "copy.gpkg"
    shutil.copyfile(shipped_path, copy)
    presets = {preset.id: preset.layers for preset in open_files([shipped_path, copy]).presets}
    assert list(presets) == ["commuter", "research", "ecology"]
    assert {"ecological_reserves", "ecological_reserves@copy"} <= presets["ecology"]
    assert "ports" not in presets["ecology"]


def test_the_first_bad_file_is_named(tmp_path: Path) -> None:
    good = write_geopackage(tmp_path / "good.gpkg", places=points(2))
    with pytest.raises(InputError, match="missing"):
        open_files([good, tmp_path / "missing.gpkg"])


def test_progress_names_the_file(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(2))
    told: list[tuple[Path, int, int]] = []
    open_files([path], lambda *values: told.append(values))
    assert told[-1] == (path, 1, 1)


def test_a_reading_that_nobody_waits_for_ends_and_leaves_nothing(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(2), more=points(2))
    told: list[tuple[Path, int, int]] = []

    def after_the_first_layer() -> bool:
        return (path, 1, 2) in told

    with pytest.raises(CancelledError, match=r"a\.gpkg: reading was stopped"):
        open_files([path], lambda *values: told.append(values), stale=after_the_first_layer)
    assert told == [(path, 0, 2), (path, 1, 2)]
    assert list(everything_in(tmp_path)) == ["a.gpkg"]


def test_a_query_that_never_ends_is_given_up_once_nobody_waits(tmp_path: Path) -> None:
    UNREADABLE["an endless view"](tmp_path / "a.gpkg")
    asked = iter(range(1000))
    with pytest.raises(CancelledError):
        open_files([tmp_path / "a.gpkg"], stale=lambda: next(asked) > 100)


@pytest.mark.parametrize("fault", ["text named .gpkg", "empty", "a folder", "a named pipe"])
def test_what_can_be_no_map_is_refused_before_it_is_read(fault: str, tmp_path: Path) -> None:
    UNREADABLE[fault](tmp_path / "a.gpkg")
    with pytest.raises(InputError, match=r"a\.gpkg"):
        check_openable(tmp_path / "a.gpkg")
