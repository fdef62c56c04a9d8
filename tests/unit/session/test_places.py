"""Bookmarks and pins: plain text, bounded, and every change can be undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.places import MOST_PLACES, NAME_LENGTH, NOTE_LENGTH, Bookmark
from hetao_map.model.state import MapState
from hetao_map.session.actions import FOCUS_SCALE, Actions
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from tests.layers import make_catalog, make_layer

CATALOG = make_catalog(make_layer([Point(822_000, 842_000)]))
START = Viewport(center=(822_000, 842_000), metres_per_px=10)


def opened() -> tuple[Store, Actions, Places]:
    store = Store(MapState(viewport=START, catalog=CATALOG))
    actions = Actions(store)
    return store, actions, Places(store, actions)


def test_a_bookmark_leads_back_to_its_view(qapp) -> None:
    store, actions, places = opened()
    places.bookmark("here")
    actions.zoom(3)
    actions.pan(500, 500)
    places.go_to_bookmark(0)
    assert store.state.viewport.center == pytest.approx(START.center, abs=1e-3)
    assert store.state.viewport.metres_per_px == 10


def test_bookmarks_are_renamed_and_deleted_and_it_is_undone(qapp) -> None:
    store, actions, places = opened()
    places.bookmark("one")
    places.bookmark("two")
    places.rename_bookmark(0, "first")
    places.delete_bookmark(1)
    assert [mark.name for mark in store.state.bookmarks] == ["first"]
    actions.undo()
    actions.undo()
    assert [mark.name for mark in store.state.bookmarks] == ["one", "two"]


def test_pins_are_put_edited_moved_and_deleted(qapp) -> None:
    store, actions, places = opened()
    places.pin((822_100, 842_100), "  look\nhere  ")
    (pin,) = store.state.pins
    assert (pin.title, pin.text) == ("look", "look\nhere")
    places.edit_pin(pin.id, "other")
    places.move_pin(pin.id, (823_000, 843_000))
    places.go_to_pin(pin.id)
    assert store.state.viewport.center == pytest.approx((823_000, 843_000), abs=1e-2)
    assert store.state.viewport.scale_denominator <= FOCUS_SCALE * 1.0001
    places.delete_pin(pin.id)
    assert store.state.pins == ()
    actions.undo()
    assert store.state.pins[0].text == "other"


def test_an_empty_note_takes_the_pin_away(qapp) -> None:
    store, _actions, places = opened()
    places.pin(START.center, " \n ")
    assert store.state.pins == ()
    places.pin(START.center, "x")
    places.edit_pin(store.state.pins[0].id, "")
    assert store.state.pins == ()


def test_there_is_an_end_to_them(qapp) -> None:
    store, _actions, places = opened()
    store.update(bookmarks=(Bookmark("x", (114.0, 22.5), 5.0),) * MOST_PLACES)
    places.bookmark("one more")
    assert len(store.state.bookmarks) == MOST_PLACES


@given(st.text(max_size=3000))
def test_any_text_is_taken_as_plain_text(qapp, text: str) -> None:
    store, _actions, places = opened()
    places.bookmark(text)
    places.pin(START.center, text)
    for mark in store.state.bookmarks:
        assert 0 < len(mark.name) <= NAME_LENGTH
        assert mark.name == " ".join(mark.name.split())
    for pin in store.state.pins:
        assert 0 < len(pin.text) <= NOTE_LENGTH + 1
