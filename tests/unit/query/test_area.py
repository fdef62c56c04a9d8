import pytest
import shapely

from hetao_map.geometry.projection import to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.query.area import (
    extent_of,
    ground_area,
    ring_of_box,
    rings_of,
    subject_of_area,
    subject_of_features,
)

ZONE = FeatureRef("cooperation_zone", "hetao_zone")
FUTIAN_PORT = FeatureRef("ports", "futian_port")


def box(west: float, south: float, east: float, north: float):
    return rings_of(ring_of_box(west, south, east, north), 2326)


def test_a_box_holds_what_lies_in_it(shipped: Catalog) -> None:
    port = shipped.find(FUTIAN_PORT)
    assert port is not None
    subject, found = subject_of_area(shipped, box(114.05, 22.5, 114.08, 22.53))
    assert FUTIAN_PORT in subject.refs
    assert FeatureRef("ecological_reserves", "futian_mangrove") not in subject.refs
    assert (found.more, found.large) == (0, ())
    assert extent_of(shipped, subject).contains(port.point)


def test_an_area_has_no_mere_ground_in_its_list(shipped: Catalog) -> None:
    subject, _ = subject_of_area(shipped, box(113.9, 22.4, 114.2, 22.6))
    layers = {ref.layer for ref in subject.refs}
    assert {"ports", "stations", "shenzhen_river", "water"} <= layers
    assert not layers & {"land", "land_cover"}


def test_a_chosen_area_brings_what_lies_mostly_within_it(shipped: Catalog) -> None:
    park = FeatureRef("cooperation_zone", "hong_kong_park")
    subject, _ = subject_of_features(shipped, [ZONE])
    assert subject.named == (ZONE,)
    assert park in subject.refs
    assert FeatureRef("ports", "huanggang_port") in subject.refs
    of_park, _ = subject_of_features(shipped, [park])
    assert ZONE not in of_park.refs
    assert not any(ref.layer == "shenzhen_river" for ref in of_park.refs)


def test_a_chosen_point_is_alone(shipped: Catalog) -> None:
    subject, _ = subject_of_features(shipped, [FUTIAN_PORT, FUTIAN_PORT])
    assert subject.refs == subject.named == (FUTIAN_PORT,)
    assert ground_area(shipped, subject) is None


def test_a_hole_is_no_part_of_an_area(shipped: Catalog) -> None:
    port = shipped.find(FUTIAN_PORT)
    assert port is not None
    outer = shapely.Point(port.point).buffer(2000)
    inner = shapely.Point(port.point).buffer(300)
    rings = tuple(tuple(shapely.get_coordinates(ring).tolist()) for ring in (outer, inner))
    rings = tuple(tuple(map(tuple, ring)) for ring in rings)
    subject, _ = subject_of_area(shipped, rings)
    assert FUTIAN_PORT not in subject.refs
    assert FeatureRef("ports", "huanggang_port") in subject.refs
    area = ground_area(shipped, subject)
    assert area is not None
    assert area[0] == pytest.approx(outer.area - inner.area, rel=0.002)
    assert area[1] == pytest.approx(outer.length + inner.length, rel=0.002)


def test_an_edge_that_crosses_itself_has_no_inside(shipped: Catalog) -> None:
    knot = [to_map(p, 2326) for p in ((114.05, 22.5), (114.08, 22.53), (114.08, 22.5))]
    knot += [to_map((114.05, 22.53), 2326), knot[0]]
    with pytest.raises(UsageError, match="crosses itself"):
        subject_of_area(shipped, (tuple(knot),))
