"""Each story leads over the map from its first step to its last."""

import numpy as np
import pytest
from shapely import Polygon, box, union_all
from shapely.geometry.base import BaseGeometry

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.session.stories import Stories, step_told, stories_of, told
from hetao_map.text.language import Language

STORIES = ("five_minutes", "crossing", "research_space", "river_birds")


@pytest.fixture
def store(shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    return Store(MapState(Viewport(size_px=(800, 600)), shipped, visible))


def test_the_shipped_stories_have_six_to_twelve_steps_with_sources(shipped: Catalog) -> None:
    stories = stories_of(shipped)
    assert tuple(story.id for story in stories) == STORIES
    for story in stories:
        assert 6 <= len(story.steps) <= 12
        for step in story.steps:
            assert step.source_ids
            for language in Language:
                suffix = language.suffix
                assert getattr(step.title, suffix)
                assert getattr(step.text, suffix)


def middle_of(viewport: Viewport) -> Polygon:
    """The middle half of a view: what lies there is seen beside any panel and legend."""
    seen = viewport.extent
    x, y = seen.width / 4, seen.height / 4
    return box(seen.xmin + x, seen.ymin + y, seen.xmax - x, seen.ymax - y)


def shape_of(catalog: Catalog, ref: FeatureRef) -> BaseGeometry:
    layer = catalog.layer(ref.layer)
    assert layer is not None
    pieces = layer.pieces(layer.row_of(ref.id))
    return union_all([column.shapes(np.array([at]))[0] for column, at in pieces])


@pytest.mark.parametrize("name", STORIES)
def test_each_target_lies_in_view_and_is_drawn_on_its_day(store: Store, name: str) -> None:
    left: list[Viewport] = []
    stories = Stories(store, Actions(store), left.append)
    story = next(one for one in stories_of(store.state.catalog) if one.id == name)
    stories.begin(story)
    for number, step in enumerate(story.steps):
        state = store.state
        assert told(state) is story
        assert step_told(state) is step
        assert state.date == step.date
        feature = state.present.find(step.target)
        assert feature is not None, step.title.en
        assert middle_of(state.viewport).intersects(shape_of(state.present, step.target)), (
            step.title.en
        )
        assert step.target.layer in {layer.id for layer in state.shown}, step.title.en
        assert state.selection.current == step.target
        assert len(left) == number + 1
        stories.move(1)
    assert step_told(store.state) is story.steps[-1]
    stories.move(-1)
    assert step_told(store.state) is story.steps[-2]
    stories.leave()
    assert store.state.story is None
    assert store.state.date == ""


def test_before_the_first_step_there_is_none(store: Store) -> None:
    stories = Stories(store, Actions(store), lambda _left: None)
    stories.move(1)
    assert store.state.story is None
    stories.begin(stories_of(store.state.catalog)[0])
    stories.move(-1)
    assert store.state.story.step == 0
