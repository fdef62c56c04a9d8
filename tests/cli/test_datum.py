import json
from pathlib import Path

import numpy as np
import pytest
from shapely import Point

from hetao_map.geometry.bd09 import all_to_bd09
from tests.cli.command import hetao_map
from tests.files import everything_in, write_geopackage

FUTIAN = (114.0629, 22.5176)


def test_coordinates_of_baidu_are_put_where_they_belong(tmp_path: Path, shipped_path: Path) -> None:
    (shifted,) = all_to_bd09(np.array([FUTIAN]))
    path = write_geopackage(tmp_path / "poi.gpkg", poi=[(Point(*shifted), "Port")])
    before = everything_in(tmp_path)
    boxes = []
    for options in ((), ("--datum", "bd09")):
        done = hetao_map("layers", shipped_path, path, *options, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        layers = {layer["id"]: layer["bbox"] for layer in json.loads(done.stdout)}
        boxes.append(layers["poi"][:2])
        assert layers["ports"][0] == pytest.approx(114.0629, abs=1e-4)
    assert boxes[0] == pytest.approx(shifted.tolist(), abs=1e-5)
    assert boxes[1] == pytest.approx(FUTIAN, abs=1e-6)
    assert everything_in(tmp_path) == before


def test_a_datum_that_is_none_is_refused() -> None:
    assert hetao_map("layers", "--datum", "mars").returncode == 2
