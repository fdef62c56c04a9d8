"""What scenes have in common: how they are named, and what they look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hetao_map.geometry.projection import to_map
from hetao_map.model.feature import FeatureRef
from tests.screens.stage import Scene, Stage, Wait

SCENES: dict[str, Scene] = {}
FUTIAN = (114.0629, 22.5176)
PORT = FeatureRef("ports", "futian_port")
CARDS = {
    "port": PORT,
    "reserve": FeatureRef("ecological_reserves", "mai_po"),
    "channel": FeatureRef("crossing_channels", "futian_footbridge"),
    "river": FeatureRef("shenzhen_river", "present_course"),
}
LONG = "A very long name that somebody has given to a view of the map on a rainy afternoon, " * 3


def scene(play: Scene) -> Scene:
    SCENES[play.__name__] = play
    return play


def each(name: str, play: Callable[..., Iterator[Wait]], *given: Any) -> None:
    """Add a scene that is one of several alike."""

    def one(stage: Stage) -> Iterator[Wait]:
        return play(stage, *given)

    SCENES[name] = one


def at_port(stage: Stage, denominator: float = 15_000) -> None:
    """Look at Futian Port, with its card open."""
    viewport = stage.state.viewport.centered(to_map(FUTIAN, stage.state.catalog.map_epsg))
    stage.store.update(viewport=viewport.at_scale(denominator))
    stage.program._actions.select((PORT,))


def click_port(stage: Stage) -> None:
    from hetao_map.query.identify import identify

    at_port(stage)
    point = to_map(FUTIAN, stage.state.catalog.map_epsg)
    hits = identify(stage.state.shown, point, 10 * stage.state.viewport.metres_per_px)
    stage.program._actions.select(tuple(hit.ref for hit in hits))
