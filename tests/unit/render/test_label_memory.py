"""A view that comes back has its labels where they were; a new one does not depend on the past."""

from dataclasses import replace

from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.label_memory import LabelMemory
from hetao_map.render.request import LabelPlace, LabelRequest, Standing
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import make_layer

VIEW = Viewport((832_000.0, 840_000.0), 5.0, (800, 600))
LAYER = make_layer([Point(832_000, 840_000)])
OTHER = make_layer([Point(832_010, 840_000)], layer_id="others")


def asked(view: Viewport = VIEW, **changes: object) -> LabelRequest:
    return replace(LabelRequest(view, (LAYER,), LIGHT, Language.EN), **changes)


def stood(name: str) -> Standing:
    return Standing(5.0, {(name, 0, 0, 0): LabelPlace(name, ())})


def remembering() -> LabelMemory:
    memory = LabelMemory()
    memory.keep(memory.ask(asked()), stood("first"))
    return memory


def test_new_labels_come_in_two_steps_and_those_of_a_moved_view_in_one() -> None:
    first = LabelMemory().ask(asked())
    assert (first.quick, first.request.crowd, first.request.before.places) == (True, False, {})
    moved = remembering().ask(asked(VIEW.panned(10, 0)))
    assert (moved.quick, moved.request.crowd) == (False, True)


def test_a_moved_view_keeps_what_stood_before_it() -> None:
    request = remembering().ask(asked(VIEW.panned(40, 0))).request
    assert list(request.before.places) == [("first", 0, 0, 0)]


def test_labels_stay_when_a_layer_is_switched_and_new_ones_come_in_two_steps() -> None:
    switched = remembering().ask(asked(layers=(LAYER, OTHER)))
    assert list(switched.request.before.places) == [("first", 0, 0, 0)]
    assert (switched.quick, switched.request.crowd) == (True, False)


def test_another_scale_language_or_size_begins_anew() -> None:
    memory = remembering()
    for other in (
        asked(VIEW.zoomed(1.6)),
        asked(language=Language.ZH_HANS),
        asked(VIEW.panned(40, 0), layers=(LAYER, OTHER)),
        asked(VIEW.resized((900, 600), 1.0)),
    ):
        assert memory.ask(other).request.before.places == {}


def test_a_view_that_comes_back_has_its_own_labels() -> None:
    memory = remembering()
    away = VIEW.panned(300, 120)
    memory.keep(memory.ask(asked(away)), stood("away"))
    zoomed = VIEW.zoomed(1.6)
    memory.keep(memory.ask(asked(zoomed)), stood("zoomed"))
    for back in (away.panned(-300, -120), zoomed.zoomed(1 / 1.6)):
        assert list(memory.ask(asked(back)).request.before.places) == [("first", 0, 0, 0)]


def test_only_the_last_views_are_remembered() -> None:
    memory = remembering()
    for number in range(1, 40):
        memory.keep(memory.ask(asked(VIEW.zoomed(1 + number / 7))), stood(str(number)))
    assert memory.ask(asked()).request.before.places == {}
