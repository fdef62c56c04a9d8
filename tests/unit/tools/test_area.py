"""Drawing an area by clicks: outlines, rectangles, and every way to end."""

import pytest

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.tools.area import AreaTool
from hetao_map.tools.pointer import AreaShape, LineShape, NoteShape, PointerEvent
from hetao_map.tools.toolbox import ToolBox

VIEW = Viewport(center=(822_000, 842_000), metres_per_px=2, size_px=(400, 400))
CORNERS = ((100, 100), (300, 100), (300, 300))


@pytest.fixture
def store(qapp) -> Store:
    return Store(MapState(viewport=VIEW, tool="area"))


@pytest.fixture
def drawn() -> list[str]:
    return []


@pytest.fixture
def toolbox(store: Store, drawn: list[str]) -> ToolBox:
    tool = AreaTool(store, lambda: drawn.append("drawn"))
    return ToolBox(store, [], {"area": tool})


def at(x: float, y: float) -> PointerEvent:
    return PointerEvent((x, y), VIEW.to_map((x, y)))


def clicked(toolbox: ToolBox, *pixels: tuple[float, float]) -> None:
    for px in pixels:
        toolbox.click(at(*px))


def ring(*pixels: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    points = tuple(VIEW.to_map(px) for px in pixels)
    return (*points, points[0])


def test_enter_completes_an_outline(toolbox: ToolBox, store: Store, drawn: list[str]) -> None:
    clicked(toolbox, *CORNERS)
    assert (store.state.drawn.done, drawn) == (False, [])
    assert toolbox.finish()
    assert store.state.drawn.ring == ring(*CORNERS)
    assert (store.state.drawn.done, drawn) == (True, ["drawn"])


def test_a_click_near_the_first_corner_closes(
    toolbox: ToolBox, store: Store, drawn: list[str]
) -> None:
    clicked(toolbox, *CORNERS, (104, 103))
    assert store.state.drawn.ring == ring(*CORNERS)
    assert drawn == ["drawn"]


@pytest.mark.parametrize("corners", [0, 1, 2])
def test_less_than_three_corners_are_no_area(
    toolbox: ToolBox, store: Store, drawn: list[str], corners: int
) -> None:
    clicked(toolbox, *CORNERS[:corners])
    assert toolbox.finish()
    assert (store.state.drawn.done, drawn) == (False, [])


def test_two_corners_make_a_rectangle(toolbox: ToolBox, store: Store, drawn: list[str]) -> None:
    store.update(drawn=DrawnArea(boxed=True))
    clicked(toolbox, (100, 100), (300, 250))
    assert store.state.drawn.ring == ring((100, 100), (300, 100), (300, 250), (100, 250))
    assert drawn == ["drawn"]


def test_backspace_takes_a_corner_back_and_esc_puts_the_tool_away(
    toolbox: ToolBox, store: Store
) -> None:
    clicked(toolbox, *CORNERS)
    toolbox.undo()
    assert len(store.state.drawn.points) == 2
    toolbox.leave()
    assert (store.state.drawn, store.state.tool) == (DrawnArea(), "identify")
    toolbox.leave()
    assert store.state.tool == "identify"


def test_the_outline_leads_on_and_says_what_to_do(toolbox: ToolBox) -> None:
    def shapes(kind: type) -> list:
        return [shape for shape in toolbox.overlay() if isinstance(shape, kind)]

    assert toolbox.follow(at(10, 10).point)
    assert [note.text for note in shapes(NoteShape)] == ["Click the first corner"]
    clicked(toolbox, *CORNERS[:2])
    toolbox.follow(at(300, 300).point)
    (line,) = shapes(LineShape)
    assert (line.points, line.ahead) == (ring(*CORNERS), True)
    assert len(shapes(AreaShape)) == 1
    (note,) = shapes(NoteShape)
    assert note.text.startswith("8.00")
    assert note.text.endswith("ha · Click the next corner")
    clicked(toolbox, CORNERS[2])
    assert shapes(NoteShape)[0].text.endswith("Enter completes it")
    toolbox.finish()
    assert shapes(NoteShape) == []
    assert [line.ahead for line in shapes(LineShape)] == [False]


def test_a_complete_area_is_followed_by_a_new_one(toolbox: ToolBox, store: Store) -> None:
    clicked(toolbox, *CORNERS)
    toolbox.finish()
    clicked(toolbox, (50, 50))
    assert store.state.drawn.points == (VIEW.to_map((50, 50)),)
