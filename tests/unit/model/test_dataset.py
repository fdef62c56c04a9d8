from shapely import Point

from hetao_map.geometry.extent import Extent
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from tests.layers import make_catalog, make_layer


def test_layers_stand_from_the_bottom_up_and_later_files_above() -> None:
    upper = make_layer([Point(0, 0)], layer_id="upper", position=9)
    lower = make_layer([Point(0, 0)], layer_id="lower", position=1)
    later = make_layer([Point(0, 0)], layer_id="later", position=0)
    datasets = (*make_catalog(upper, lower).datasets, *make_catalog(later).datasets)
    assert [layer.id for layer in Catalog(datasets).layers] == ["lower", "upper", "later"]


def test_features_are_found_by_their_address() -> None:
    catalog = make_catalog(make_layer([Point(1, 2)], layer_id="ports", id=("a",)))
    assert catalog.find(FeatureRef("ports", "a")).point == (1, 2)
    assert catalog.find(FeatureRef("ports", "b")) is None
    assert catalog.find(FeatureRef("parks", "a")) is None
    assert catalog.dataset_of("parks") is None


def test_the_extent_can_be_that_of_one_group() -> None:
    catalog = make_catalog(make_layer([Point(1, 2), Point(5, 6)]))
    assert catalog.extent("theme") == Extent(1, 2, 5, 6)
    assert catalog.extent("base") is None


def test_an_empty_catalog_has_the_grid_of_the_region() -> None:
    assert Catalog().map_epsg == 2326
    assert Catalog().extent() is None
