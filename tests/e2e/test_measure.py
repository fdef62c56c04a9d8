"""Measuring and coordinates in the real window, by mouse and keyboard from outside."""

import re

import pytest
from pyproj import Geod, Transformer

from tests.e2e.accessible import BUTTONS, EDITS, Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_window import FUTIAN_PORT, map_box, search_edit

DIALOGS = ("dialog", "file chooser", "frame")
GEOD = Geod(ellps="WGS84")
# Futian Port lies in the middle of the map, at 1:15 000 with pixels of 1/96 inch.
CENTRE, METRES_PER_PX = (114.0629, 22.5176), 15_000 * 0.0254 / 96
LENGTH = re.compile(r"^([\d.,]+) (m|km)$")
DEGREES = re.compile(r"(\d+\.\d+)° N +(\d+\.\d+)° E")

to_grid = Transformer.from_crs("EPSG:4326", "EPSG:2326", always_xy=True).transform
from_grid = Transformer.from_crs("EPSG:2326", "EPSG:4326", always_xy=True).transform


def place_at(box: tuple[int, int, int, int], x: int, y: int) -> tuple[float, float]:
    """Longitude and latitude of a pixel of the screen, worked out from what was asked for."""
    left, top, width, height = box
    east, north = to_grid(*CENTRE)
    east += (x + 0.5 - left - width / 2) * METRES_PER_PX
    north -= (y + 0.5 - top - height / 2) * METRES_PER_PX
    lon, lat = from_grid(east, north)
    return lon, lat


def panel(window: Node) -> Node:
    return window.find(name="Measure", role=("panel", "filler", "frame", "grouping"))


def metres(program: Program) -> float | None:
    """The length that the panel shows, None before there is one."""
    for label in panel(program.window()).find_all("label"):
        found = LENGTH.match(label.name)
        if found:
            return float(found[1].replace(",", "")) * (1000 if found[2] == "km" else 1)
    return None


def read_out(window: Node) -> Node:
    return window.find(BUTTONS, pattern=r"° N")


def measuring(program: Program) -> Node:
    window = program.window()
    program.screen.wait_until_still(map_box(window))
    window.button("Measure").press()
    panel(window)
    return window


def test_the_length_shown_is_the_geodesic_one(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = measuring(program)
        box = map_box(window)
        middle, bottom = box[0] + box[2] // 2, box[1] + box[3] - 90
        pixels = [(middle - 10, bottom), (middle + 200, bottom - 40), (middle + 90, bottom - 250)]
        places = [place_at(box, *px) for px in pixels]
        first = GEOD.line_length(*zip(*places[:2], strict=True))
        whole = GEOD.line_length(*zip(*places, strict=True))

        program.screen.click(*pixels[0])
        program.screen.click(*pixels[1])
        shown = wait_until(lambda: metres(program), "the first length")
        assert shown == pytest.approx(first, abs=2 * METRES_PER_PX)
        program.screen.click(*pixels[2])
        shown = wait_until(lambda: other(metres(program), shown), "the whole length")
        assert shown == pytest.approx(whole, abs=3 * METRES_PER_PX)

        program.screen.key("ctrl+c")
        program.click(search_edit(window))
        program.screen.key("ctrl+v")
        pasted = search_edit(window).wait_text(contains="Total length").text or ""
        assert "WGS 84" in pasted
        spots = [(float(lon), float(lat)) for lat, lon in DEGREES.findall(pasted)]
        assert len(spots) == 3
        for spot, place in zip(spots, places, strict=True):
            assert GEOD.inv(*spot, *place)[2] < 2 * METRES_PER_PX

        window.find(name="Map").focus()
        program.screen.key("BackSpace")
        shorter = wait_until(lambda: other(metres(program), shown), "a point less")
        assert shorter == pytest.approx(first, abs=2 * METRES_PER_PX)
        program.screen.key("Escape")
        wait_until(lambda: metres(program) is None, "nothing measured")
        assert program.complaints() == []


def other(now: float | None, before: float) -> float | None:
    return None if now == before else now


def test_measuring_an_area_without_a_mouse(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = measuring(program)
        panel(window).button("Area").press()
        window.find(name="Map").focus()
        for keys in (("space",), ("Right", "space"), ("Down", "space"), ("Return",)):
            program.screen.key(*keys)
        area = panel(window).find("label", pattern=r"^[\d.,]+ (ha|m²)$").name
        assert area.endswith(" ha")
        # Half the square of a step of 96 pixels.
        wanted = (96 * METRES_PER_PX) ** 2 / 2 / 10_000
        assert float(area.split()[0]) == pytest.approx(wanted, rel=0.002)
        panel(window).button("Stop measuring").press()
        window.wait_gone(("panel", "filler", "frame", "grouping"), "Measure")
        assert program.complaints() == []


def test_coordinates_go_from_the_read_out_through_go_to(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        box = map_box(window)
        program.screen.wait_until_still(box)
        x, y = box[0] + box[2] // 2 + 120, box[1] + box[3] // 2 + 80
        program.screen.move(x, y)
        lon, lat = place_at(box, x, y)
        shown = wait_until(lambda: pointed(window), "the coordinates at the pointer")
        assert GEOD.inv(*shown, lon, lat)[2] < 2 * METRES_PER_PX

        program.screen.key("ctrl+alt+c")
        program.screen.key("ctrl+g")
        dialog = program.application.find(DIALOGS, "Go to coordinates")
        line = dialog.find(EDITS, "Coordinates")
        line.wait_state("focused")
        program.screen.key("ctrl+a", "ctrl+v")
        line.wait_text(contains="° N")
        program.screen.key("Return")
        program.application.wait_gone(DIALOGS, "Go to coordinates")
        program.screen.park()
        there = wait_until(lambda: middle_of(window), "the middle of the map")
        assert there == shown
        assert program.complaints() == []


def pointed(window: Node) -> tuple[float, float] | None:
    """What the read-out says of the pointer, None while it tells of the middle of the map."""
    name = read_out(window).name
    found = DEGREES.search(name)
    return (float(found[2]), float(found[1])) if found and "Centre" not in name else None


def middle_of(window: Node) -> tuple[float, float] | None:
    name = read_out(window).name
    found = DEGREES.search(name)
    return (float(found[2]), float(found[1])) if found and "Centre" in name else None


def test_a_place_outside_the_world_is_told_and_the_line_stays(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        program.screen.wait_until_still(map_box(program.window()))
        program.screen.key("ctrl+g")
        dialog = program.application.find(DIALOGS, "Go to coordinates")
        program.answer(dialog, "22.5, 999")
        assert dialog.find("label", pattern="outside the world")
        assert dialog.find(EDITS, "Coordinates").now().text == "22.5, 999"
        program.screen.key("Escape")
        program.application.wait_gone(DIALOGS, "Go to coordinates")
        assert program.complaints() == []
