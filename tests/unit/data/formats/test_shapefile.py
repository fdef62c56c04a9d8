from pathlib import Path

import pytest

from hetao_map.data.open import open_files
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import InputError
from tests.files import everything_in
from tests.foreign_files import NAMES, shapefile


def opened(path: Path) -> Dataset:
    before = everything_in(path.parent)
    dataset = open_files([path]).datasets[0]
    assert everything_in(path.parent) == before
    return dataset


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.shp"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("has_cpg", [True, False])
def test_words_are_read_in_the_encoding_they_are_in(
    path: Path, encoding: str, has_cpg: bool
) -> None:
    shapefile(path, encoding)
    if not has_cpg:
        path.with_suffix(".cpg").unlink()
    (layer,) = opened(path).layers
    if encoding == "big5" and not has_cpg:
        # Few words in Traditional Chinese may be either: they are read, whatever they become.
        assert all(layer.attributes["name"])
    else:
        assert layer.attributes["name"] == NAMES


def test_the_grid_of_a_shapefile_is_used(path: Path) -> None:
    shapefile(path, crs=2326)
    dataset = opened(path)
    assert (dataset.map_epsg, dataset.assumed) == (2326, ())


@pytest.mark.parametrize(
    ("part", "said"),
    [(".dbf", "there are no attributes"), (".shx", "its index was made anew")],
)
def test_a_missing_part_is_said_and_the_rest_is_shown(path: Path, part: str, said: str) -> None:
    shapefile(path)
    path.with_suffix(part).unlink()
    dataset = opened(path)
    assert dataset.layers[0].rows == 5
    assert said in dataset.notes[0].en
    assert f"a{part}" in dataset.notes[0].en


def test_without_a_projection_the_likeliest_is_taken(path: Path) -> None:
    shapefile(path, crs=2326)
    path.with_suffix(".prj").unlink()
    assert [found.crs for found in opened(path).assumed] == ["EPSG:2326"]


def test_capital_letters_in_endings_mean_nothing(path: Path) -> None:
    shapefile(path)
    for part in path.parent.iterdir():
        part.rename(part.with_suffix(part.suffix.upper()))
    dataset = opened(path.with_suffix(".SHP"))
    assert dataset.notes == ()
    assert dataset.layers[0].attributes["name"] == NAMES


def test_shapes_that_were_cut_off_are_counted(path: Path) -> None:
    shapefile(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    dataset = opened(path)
    (layer,) = dataset.layers
    assert layer.rows == 5
    assert 0 < len(layer.skipped) < 5


@pytest.mark.parametrize("part", [".dbf", ".shx", ".prj"])
def test_another_part_leads_to_the_one_to_open(path: Path, part: str) -> None:
    shapefile(path)
    with pytest.raises(InputError, match=r"open the \.shp file"):
        opened(path.with_suffix(part))


def test_what_only_begins_as_a_shapefile_is_refused(path: Path) -> None:
    path.write_bytes(b"\x00\x00\x27\x0a" + b"\xff" * 200)
    with pytest.raises(InputError, match=r"a\.shp"):
        opened(path)
