"""What was there at eight instants, as the sources say; nothing is shown before it was known."""

import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.model.when import catalog_at

# What came at each instant, and what was gone by then, beside the instant before.
CAME = {
    "1996-07-01": {
        "ports": {"huanggang_port", "lok_ma_chau_control_point"},
        "crossing_channels": {"huanggang_bridges"},
        "ecological_reserves": {"futian_mangrove", "mai_po", "mai_po_ramsar"},
        # Only a bend of the river was cut off; the rest of its course is as it was.
        "shenzhen_river": {
            "old_course",
            "old_centre_line",
            "present_course",
            "present_centre_line",
        },
        "rail_lines": {"mtr_eal"},
    },
    "1998-07-01": {
        "boundary": {"hksar_boundary"},
    },
    "2017-01-31": {
        "cooperation_zone": {"hetao_zone", "hong_kong_park"},
        "ports": {"futian_port", "lok_ma_chau_spur_line"},
        "crossing_channels": {"futian_footbridge"},
        "rail_lines": {"szm_1", "szm_2", "szm_3", "szm_4", "szm_7", "szm_9", "szm_11"},
    },
    "2021-09-30": {
        "cooperation_zone": {"shenzhen_park"},
        "crossing_channels": {"bonded_zone_channel_1", "xrl_tunnel"},
        "innovation_sites": {
            "biomedical_park_2",
            "guochuang_centre",
            "chip_valley_core",
            "hetao_one",
            "shenzhen_hk_tech_park",
            "joint_office",
            "collaborative_innovation_centre",
            "arbitration_platform",
            "quantum_academy",
        },
        "rail_lines": {"szm_6", "szm_10", "xrl"},
    },
    "2023-08-31": {
        "cooperation_zone": {"futian_bonded_zone", "huanggang_port_area"},
        "innovation_sites": {
            "e_station",
            "talent_community",
            "uni_space",
            "xinmeiya_plaza",
            "quantum_science_center",
            "empyrean",
            "xtalpi",
            "huawei_digital_power",
        },
        "rail_lines": {"szm_14"},
    },
    "2025-12-22": {
        "innovation_sites": {"hkstp_shenzhen_branch", "hetao_sci_tech_innovation_centre"},
    },
    "2030-01-01": {},
    "2035-01-01": {},
}
GONE = {"1998-07-01": {"shenzhen_river": {"old_course", "old_centre_line"}}}
LAYERS = sorted({layer for came in CAME.values() for layer in came})


def expected(instant: str, layer: str) -> set[str]:
    there: set[str] = set()
    for date in sorted(CAME):
        if date <= instant:
            there |= CAME[date].get(layer, set())
            there -= GONE.get(date, {}).get(layer, set())
    return there


@pytest.mark.parametrize("instant", sorted(CAME))
def test_the_features_of_an_instant_are_those_of_the_list(shipped: Catalog, instant: str) -> None:
    then = catalog_at(shipped, instant)
    for name in LAYERS:
        layer = then.layer(name)
        assert layer is not None
        shown = {layer.id_of(row) for row in layer.positions_of_row}
        assert shown == expected(instant, name), (instant, name)


@pytest.mark.parametrize(
    ("day", "feature"),
    [
        ("2007-08-14", "ports/futian_port"),
        ("2023-09-06", "innovation_sites/hkstp_shenzhen_branch"),
        ("2024-06-20", "innovation_sites/hetao_sci_tech_innovation_centre"),
        ("1997-06-30", "boundary/hksar_boundary"),
        ("1997-07-01", "shenzhen_river/old_course"),
        ("2017-01-02", "cooperation_zone/hetao_zone"),
        ("2007-08-14", "stations/lok_ma_chau_station"),
        ("2004-12-27", "stations/gangxia_station"),
    ],
)
def test_on_the_day_before_it_is_not_there_yet(shipped: Catalog, day: str, feature: str) -> None:
    layer_id, _, feature_id = feature.partition("/")
    layer = catalog_at(shipped, day).layer(layer_id)
    assert layer is not None
    assert layer.row_of(feature_id) is None


def test_no_metro_station_stands_before_the_first_line_but_those_of_unknown_date(
    shipped: Catalog,
) -> None:
    layer = catalog_at(shipped, "2004-12-27").layer("stations")
    assert layer is not None
    # The sources at hand do not say when these opened: nothing is guessed.
    assert {layer.id_of(row) for row in layer.positions_of_row} == {
        "fuxing_station",
        "futian_high_speed_rail_station",
    }
