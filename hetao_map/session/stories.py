"""Telling a story: what each step makes of the state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState, Selection
from hetao_map.model.story import Story, StoryPlace, StoryStep
from hetao_map.session.actions import Actions, view_of
from hetao_map.session.store import Store


class Stories:
    """Begins, goes on and leaves; arrived is told which view was left for that of a step."""

    def __init__(self, store: Store, actions: Actions, arrived: Callable[[Viewport], None]) -> None:
        self._store, self._actions, self._arrived = store, actions, arrived

    def begin(self, story: Story) -> None:
        """Tell a story from its first step."""
        self._go(StoryPlace(story.id), story.steps[0])

    def move(self, steps: int) -> None:
        """Go on (1) or back (-1); beyond the ends nothing happens."""
        place, story = self._store.state.story, told(self._store.state)
        if place is None or story is None:
            return
        number = place.step + steps
        if 0 <= number < len(story.steps):
            self._go(StoryPlace(story.id, number), story.steps[number])

    def leave(self) -> None:
        """End the story; the map stays where it is and shows all dates again."""
        self._store.update(story=None, date="")

    def _go(self, place: StoryPlace, step: StoryStep) -> None:
        state = self._store.state
        shown = {"story": place, "panel": "stories", "panels": True, "place": None}
        view = view_of_step(step, state.catalog, state.viewport)
        self._actions.visit(view, **shown, **scene(step, state))
        self._arrived(state.viewport)


def stories_of(catalog: Catalog) -> tuple[Story, ...]:
    """Return the stories of all files."""
    return tuple(story for dataset in catalog.datasets for story in dataset.knowledge.stories)


def told(state: MapState) -> Story | None:
    """Return the story that is told, None for none."""
    place = state.story
    stories = stories_of(state.catalog)
    return next((one for one in stories if place and one.id == place.story), None)


def step_told(state: MapState) -> StoryStep | None:
    """Return the step that is told, None for none."""
    story, place = told(state), state.story
    if story is None or place is None or place.step >= len(story.steps):
        return None
    return story.steps[place.step]


def scene(step: StoryStep, state: MapState) -> dict[str, Any]:
    """Return what a step shows, as fields of the state: layers, day and highlight."""
    known = {layer.id for layer in state.catalog.layers}
    visible = frozenset(step.layers) & known or state.visible
    if step.target is not None and step.target.layer in known:
        visible |= {step.target.layer}
    there = step.target is not None and state.catalog.find(step.target) is not None
    selection = Selection((step.target,)) if step.target is not None and there else Selection()
    return {"visible": visible, "date": step.date, "selection": selection}


def view_of_step(step: StoryStep, catalog: Catalog, viewport: Viewport) -> Viewport:
    """Return the view of a step: its own, else that of its target; else the view as it is."""
    feature = catalog.find(step.target) if step.target else None
    view = view_of(feature, viewport) if feature else viewport
    if step.center is not None:
        view = view.centered(to_map(step.center, catalog.map_epsg))
    return view.at_scale(step.scale) if step.scale else view
