"""Measuring by clicks: lines, areas, the way on to the pointer, and every way to end."""

from dataclasses import replace

import pytest

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.measure import MeasureTool
from hetao_map.tools.pan import PanTool
from hetao_map.tools.pointer import AreaShape, LineShape, NoteShape, PointerEvent
from hetao_map.tools.toolbox import ToolBox

VIEW = Viewport(center=(822_000, 842_000), metres_per_px=2, size_px=(400, 400))
CORNERS = ((100, 100), (300, 100), (300, 300))


@pytest.fixture
def store(qapp) -> Store:
    return Store(MapState(viewport=VIEW, tool="measure"))


@pytest.fixture
def toolbox(store: Store) -> ToolBox:
    return ToolBox(store, [PanTool(store, Actions(store))], {"measure": MeasureTool(store)})


def at(x: float, y: float) -> PointerEvent:
    return PointerEvent((x, y), VIEW.to_map((x, y)))


def clicked(toolbox: ToolBox, *pixels: tuple[float, float]) -> None:
    for px in pixels:
        toolbox.click(at(*px))


def notes(toolbox: ToolBox) -> list[str]:
    return [shape.text for shape in toolbox.overlay() if isinstance(shape, NoteShape)]


def lines(toolbox: ToolBox, *, ahead: bool) -> list[LineShape]:
    shapes = toolbox.overlay()
    return [one for one in shapes if isinstance(one, LineShape) and one.ahead is ahead]


def test_the_line_leads_on_to_the_pointer(toolbox: ToolBox) -> None:
    assert not toolbox.follow(at(200, 200).point)
    clicked(toolbox, (100, 100))
    assert toolbox.follow(at(300, 100).point)
    (ahead,) = lines(toolbox, ahead=True)
    assert ahead.points == (at(100, 100).point, at(300, 100).point)
    assert notes(toolbox) == ["400.0 m"]
    toolbox.follow(None)
    assert lines(toolbox, ahead=True) == []


def test_a_click_on_the_first_point_closes_the_shape(toolbox: ToolBox, store: Store) -> None:
    clicked(toolbox, *CORNERS, (104, 97))
    shape = store.state.measured
    assert shape.closed
    assert shape.done
    assert len(shape.points) == 3
    assert notes(toolbox)[-1] == "8.000 ha"
    assert any(isinstance(one, AreaShape) for one in toolbox.overlay())


def test_near_the_first_point_the_area_is_shown_before_the_click(toolbox: ToolBox) -> None:
    clicked(toolbox, *CORNERS)
    toolbox.follow(at(200, 200).point)
    assert not any(isinstance(one, AreaShape) for one in toolbox.overlay())
    toolbox.follow(at(102, 102).point)
    assert any(isinstance(one, AreaShape) for one in toolbox.overlay())


def test_an_area_is_led_on_around_the_pointer(toolbox: ToolBox, store: Store) -> None:
    store.update(measured=Measurement(of_area=True))
    clicked(toolbox, *CORNERS[:2])
    toolbox.follow(at(300, 300).point)
    assert notes(toolbox)[-1] == "8.000 ha"
    (ahead,) = lines(toolbox, ahead=True)
    assert ahead.points[-1] == at(100, 100).point


def test_a_complete_shape_stays_and_the_next_click_begins_anew(
    toolbox: ToolBox, store: Store
) -> None:
    clicked(toolbox, *CORNERS)
    assert toolbox.finish()
    assert not toolbox.follow(at(10, 10).point)
    assert notes(toolbox)[-1] == "800.0 m"
    clicked(toolbox, (50, 50))
    assert store.state.measured.points == (at(50, 50).point,)


def test_backspace_opens_a_complete_shape_first(toolbox: ToolBox, store: Store) -> None:
    clicked(toolbox, *CORNERS, (100, 100))
    toolbox.undo()
    assert not store.state.measured.closed
    assert len(store.state.measured.points) == 3
    toolbox.undo()
    assert len(store.state.measured.points) == 2


def test_a_drag_pans_and_adds_no_point(toolbox: ToolBox, store: Store) -> None:
    toolbox.press(at(100, 100))
    toolbox.move(at(150, 100))
    toolbox.release(at(150, 100))
    assert store.state.measured.points == ()
    assert store.state.viewport != VIEW


def test_a_place_off_the_world_is_no_point(toolbox: ToolBox, store: Store) -> None:
    store.update(viewport=replace(VIEW, center=(1e300, 1e300)))
    toolbox.click(PointerEvent((1, 1), (1e300, 1e300)))
    assert store.state.measured.points == ()


def test_another_tool_draws_nothing(toolbox: ToolBox, store: Store) -> None:
    Actions(store).take("identify")
    assert not toolbox.follow((0, 0))
    assert not toolbox.finish()
