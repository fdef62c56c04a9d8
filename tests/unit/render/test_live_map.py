from dataclasses import replace

import pytest
from PySide6.QtCore import QEventLoop, QRect, QThread, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from shapely import Point, box

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import WayLine
from hetao_map.model.style import LabelPart, PolygonSymbolizer, TextSymbolizer
from hetao_map.render import ground
from hetao_map.render.lettering import painting
from hetao_map.render.live_map import LiveMap
from hetao_map.render.picture import Picture, render_map
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import VIEW, make_catalog, make_layer, style_of
from tests.patience import PATIENCE_MS

RED = QColor(255, 0, 0)
CATALOG = make_catalog(
    make_layer([box(20, 20, 80, 80)], style_of(PolygonSymbolizer((255, 0, 0, 255))), id=("a",))
)
SHOWN = frozenset(layer.id for layer in CATALOG.layers)


@pytest.fixture
def live_map(qapp):
    live_map = LiveMap(Scheduler())
    yield live_map
    live_map.close()


def seen(view: Viewport) -> Picture:
    ref = FeatureRef("things", "a")
    return Picture(view, CATALOG, SHOWN, Language.EN, LIGHT, highlight=ref)


def painted(live_map: LiveMap, size: tuple[int, int] = VIEW.size_px) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    live_map.paint(painter)
    painter.end()
    return image


def once_complete(live_map: LiveMap) -> QImage:
    """What a canvas shows that paints whenever it is told to, once the map is complete."""
    shown: list[QImage] = []
    loop = QEventLoop()

    def paint() -> None:
        image = painted(live_map)
        if live_map.complete:
            shown.append(image)
            loop.quit()

    live_map.updated.connect(paint)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    live_map.updated.disconnect(paint)
    return shown[-1]


def test_the_map_after_a_journey_is_the_one_before(live_map: LiveMap) -> None:
    live_map.show(seen(VIEW))
    before = once_complete(live_map)
    live_map.show(seen(VIEW.zoomed(3)))
    painted(live_map)
    live_map.show(seen(VIEW))
    assert once_complete(live_map) == before


def test_another_view_is_shown_at_once_and_sharp_when_it_is_still(live_map: LiveMap) -> None:
    live_map.show(seen(VIEW))
    once_complete(live_map)
    live_map.show(seen(VIEW.zoomed(1.3)))
    moving = painted(live_map)
    still = once_complete(live_map)
    assert moving.pixelColor(50, 50) == still.pixelColor(50, 50)
    assert moving != still


def test_a_layer_that_is_hidden_leaves_the_map_before_the_labels_are_there(
    live_map: LiveMap,
) -> None:
    live_map.show(seen(VIEW))
    with_layer = once_complete(live_map)
    hidden = replace(seen(VIEW), visible=frozenset(), highlight=None)
    live_map.show(hidden)
    without = once_complete(live_map)
    assert with_layer.pixelColor(50, 50) == RED
    assert without.pixelColor(50, 50) == QColor(*LIGHT.beyond)


def test_opacity_is_seen_without_the_layer_being_painted_again(
    live_map: LiveMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_map.show(seen(VIEW))
    once_complete(live_map)
    monkeypatch.setattr(ground, "render_layer", None)
    live_map.show(replace(seen(VIEW), opacity={"things": 0.5}))
    half = once_complete(live_map).pixelColor(50, 50)
    assert half.green() == pytest.approx(QColor(*LIGHT.beyond).green() / 2, abs=2)


@pytest.mark.parametrize("ratio", [1.25, 2.0])
def test_pictures_lie_on_whole_device_pixels(live_map: LiveMap, ratio: float) -> None:
    picture = replace(seen(VIEW.resized((301, 203), ratio)), highlight=None)
    live_map.show(picture)
    once_complete(live_map)
    whole = render_map(picture)
    live = QImage(whole.size(), whole.format())
    live.setDevicePixelRatio(ratio)
    with painting(live) as painter:
        live_map.paint(painter)
    around_the_edge = QRect(*(round(ratio * side) for side in (100, 85, 50, 30)))
    part = live.copy(around_the_edge)
    assert part == whole.copy(around_the_edge)
    assert part.pixelColor(0, 0) == QColor(*LIGHT.beyond)
    assert part.pixelColor(part.width() - 1, 0) == RED


NAMED = make_catalog(
    make_layer([Point(0, 150)], style_of(TextSymbolizer((LabelPart("name_en", True),))),
               "northern", name_en=("North",)),
    make_layer([Point(0, -20)], style_of(TextSymbolizer((LabelPart("name_en", True),))),
               "southern", name_en=("South",)),
)  # fmt: skip
WIDE = VIEW.resized((600, 400), 1)
# Where the names stand there, away from scale bar and arrow.
NORTH, SOUTH = QRect(190, 60, 120, 80), QRect(190, 230, 120, 80)


def has_ink(image: QImage, part: QRect) -> bool:
    """Whether anything but the ground is seen in a part."""
    ground_only = image.copy(part)
    ground_only.fill(QColor(*LIGHT.beyond))
    return image.copy(part) != ground_only


def test_names_of_a_layer_that_has_gone_meanwhile_do_not_come_back(live_map: LiveMap) -> None:
    def named(*layers: str) -> Picture:
        return Picture(WIDE, NAMED, frozenset(layers), Language.EN, LIGHT)

    def leave() -> None:
        """Hide the northern layer while a place is still being looked for its name."""
        if has_ink(painted(live_map, WIDE.size_px), NORTH):
            live_map.updated.disconnect(leave)
            # The painter is busy with something else first, and the search begins meanwhile.
            live_map.paint_aside("something else", lambda _stale: QThread.msleep(100))
            live_map.show(named("southern"))

    live_map.updated.connect(leave)
    live_map.show(named("northern", "southern"))
    once_complete(live_map)
    QTest.qWait(300)
    last = painted(live_map, WIDE.size_px)
    assert has_ink(last, SOUTH)
    assert not has_ink(last, NORTH)


def test_a_way_runs_below_the_names(live_map: LiveMap) -> None:
    name = TextSymbolizer((LabelPart("name_en", True),), size=40, bold=True)
    layer = make_layer([Point(0, 150)], style_of(name), name_en=("NAME",))
    picture = Picture(WIDE, make_catalog(layer), frozenset({layer.id}), Language.EN, LIGHT)
    live_map.show(picture)
    once_complete(live_map)
    without = painted(live_map, WIDE.size_px)
    way = WayLine(((-300.0, 150.0), (300.0, 150.0)), "metro")
    live_map.show(replace(picture, way=(way,)))
    once_complete(live_map)
    with_way = painted(live_map, WIDE.size_px)
    ink = [(x, 100) for x in range(600) if without.pixelColor(x, 100).getRgb() == name.color]
    assert ink
    assert all(with_way.pixelColor(*spot) == without.pixelColor(*spot) for spot in ink)
    assert with_way.pixelColor(120, 100) != without.pixelColor(120, 100)
