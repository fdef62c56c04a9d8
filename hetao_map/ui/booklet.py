"""The booklet of a story, from the state and the story's steps."""

from __future__ import annotations

from dataclasses import replace

from hetao_map.model.state import MapState
from hetao_map.model.story import Story, StoryStep
from hetao_map.query.story_text import step_sources
from hetao_map.query.surround import ZONE, edition
from hetao_map.render.booklet import MAP_SIZE_PX, BookletPage, booklet
from hetao_map.render.theme import LIGHT
from hetao_map.session.stories import scene, view_of_step
from hetao_map.text.plain import plain
from hetao_map.ui.map_sheet import picture_of


def booklet_bytes(state: MapState, story: Story) -> bytes:
    """Return the story as PDF, a page for each step, in the language of the state."""
    language = state.language
    pages = []
    for step in story.steps:
        state = replace(state, **scene(step, state))
        pages.append(_page(state, step))
    ref = next((step.target for step in story.steps if step.target), ZONE)
    made_from = edition(state.catalog, ref, language)
    return booklet(plain(story.title.in_(language)), pages, made_from, language)


def _page(state: MapState, step: StoryStep) -> BookletPage:
    language = state.language
    view = view_of_step(step, state.catalog, state.viewport.resized(MAP_SIZE_PX, 1.0))
    picture = picture_of(replace(state, second_language=None), LIGHT, view)
    return BookletPage(
        plain(step.title.in_(language)),
        plain(step.text.in_(language)),
        step_sources(state.catalog, step, language),
        picture,
    )
