"""A base map of tiles, and a layer from a web map, in a real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from shapely import Point

from hetao_map.geometry.gcj02 import all_to_gcj02
from tests.e2e.accessible import MENU_ITEMS
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_layers import map_box, row, select
from tests.files import everything_in, write_geopackage
from tests.tiles import around, picture, write_mbtiles

FUTIAN = np.array([[114.0629, 22.5176]])
VIEW = ("--center", "114.0629,22.5176", "--scale", "20000")


def choose(program: Program, title: str, menu: str, entry: str) -> None:
    """Opens a submenu of a layer's menu and chooses an entry of it; the pointer stays inside."""
    select(program, title)
    program.screen.key("Menu")
    program.click(program.application.find(MENU_ITEMS, menu).wait_state("showing"))
    item = program.application.find(MENU_ITEMS, entry).wait_state("showing")
    program.click(item)
    item.wait_state(lacks=("showing",))
    program.screen.park()


def test_a_base_map_is_shown_turned_and_switched_off(desktop: Desktop, tmp_path: Path) -> None:
    red = write_mbtiles(tmp_path / "red.mbtiles", around(picture("#a03030"), reach=3), name="Red")
    before = everything_in(tmp_path)
    with desktop.start([str(red), *VIEW, "--theme", "dark"]) as program:
        box = map_box(program)
        dimmed = program.screen.wait_until_still(box)
        choose(program, "Red", "In the dark theme", "As it is")
        plain = program.screen.wait_for_change(dimmed, box)
        program.screen.key("ctrl+z")
        program.screen.wait_for_picture(dimmed, 0.001, box)
        program.switch(row(program, "Red"), checked=False)
        program.screen.park()
        program.screen.wait_for_change(plain, box)
        assert program.complaints() == []
    assert everything_in(tmp_path) == before


def test_a_layer_from_amap_is_moved_and_moved_back(desktop: Desktop, tmp_path: Path) -> None:
    (place,) = all_to_gcj02(FUTIAN)
    path = write_geopackage(tmp_path / "poi.gpkg", poi=[(Point(*place), "Port")])
    before = everything_in(tmp_path)
    with desktop.start([str(path), *VIEW]) as program:
        box = map_box(program)
        there = program.screen.wait_until_still(box)
        choose(program, "Poi", "Coordinates from a web map?", "From Amap or Tencent (GCJ-02)")
        program.screen.wait_for_change(there, box)
        texts = lambda: [n.name for n in program.window().find_all("label")]  # noqa: E731
        wait_until(
            lambda: any("shifted back from GCJ-02 by up to 606 m" in text for text in texts()),
            "the sentence about the shift",
        )
        program.screen.key("Escape", "ctrl+z")
        program.screen.wait_for_picture(there, 0.001, box)
        assert program.complaints() == []
    assert everything_in(tmp_path) == before
