"""Who gets the pointer: gestures that always work, then the tool in hand."""

from __future__ import annotations

from collections.abc import Mapping

from hetao_map.geometry.extent import Xy
from hetao_map.session.store import Store
from hetao_map.tools.pointer import DrawingTool, Overlay, PointerEvent, Tool


class ToolBox:
    """Passes events to the gestures and, where none takes them, to the tool of the state."""

    def __init__(self, store: Store, gestures: list[Tool], tools: Mapping[str, Tool]) -> None:
        self._store, self._gestures, self._tools = store, gestures, tools

    @property
    def _all(self) -> list[Tool]:
        in_hand = self._tools.get(self._store.state.tool)
        return [*self._gestures, in_hand] if in_hand else self._gestures

    def press(self, event: PointerEvent) -> None:
        """Hand on a press."""
        any(tool.press(event) for tool in self._all)

    def move(self, event: PointerEvent) -> None:
        """Hand on a move."""
        any(tool.move(event) for tool in self._all)

    def release(self, event: PointerEvent) -> None:
        """Hand on a release."""
        any(tool.release(event) for tool in self._all)

    def click(self, event: PointerEvent) -> None:
        """Hand on a press and its release, as a key or a finger makes them."""
        self.press(event)
        self.release(event)

    def follow(self, point: Xy | None) -> bool:
        """Tell the tool in hand where the pointer is; return whether to paint its overlay."""
        tool = self._tools.get(self._store.state.tool)
        return isinstance(tool, DrawingTool) and tool.follow(point)

    def finish(self) -> bool:
        """Let the tool in hand complete what it draws; tell whether it draws at all."""
        tool = self._tools.get(self._store.state.tool)
        return isinstance(tool, DrawingTool) and tool.finish()

    def undo(self) -> None:
        """Let the tool in hand take its last step back."""
        for tool in self._all:
            tool.undo()

    def leave(self) -> None:
        """Make every tool give up what is under way."""
        for tool in self._all:
            tool.leave()

    def overlay(self) -> Overlay:
        """Return what all tools want drawn over the map."""
        return tuple(shape for tool in self._all for shape in tool.overlay())
