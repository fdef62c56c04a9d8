import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage, QPainter
from shapely import box

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.feature import FeatureRef
from hetao_map.model.style import PolygonSymbolizer
from hetao_map.render.live_map import LiveMap
from hetao_map.render.picture import Picture
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import VIEW, make_catalog, make_layer, style_of

PATIENCE_MS = 5000
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


def painted(live_map: LiveMap) -> QImage:
    image = QImage(*VIEW.size_px, QImage.Format.Format_RGB32)
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
