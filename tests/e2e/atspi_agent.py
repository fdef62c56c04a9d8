"""Looks at another program's window through AT-SPI and works its controls.

It runs under the system's Python, which has gi, as a process of its own: one JSON request a line
on stdin, one JSON answer a line on stdout. `accessible.py` is its other end.

    {"op": "find", "under": 1, "role": "button", "name": "Zoom in", "timeout": 20}
    {"ok": {"ref": 7, "role": "push button", "name": "Zoom in", ...}}

A wait looks again and again until its condition holds or its deadline has passed.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version must be asked for first)

POLL_SECONDS = 0.03
CALL_MILLISECONDS = 3000
MOST_NODES = 5000
MOST_DEPTH = 40

Request = dict[str, Any]


class AgentError(Exception):
    """A request that cannot be answered, with a sentence that says why."""


class Agent:
    """Answers requests; keeps a number for every control it has named."""

    def __init__(self) -> None:
        Atspi.init()
        Atspi.set_timeout(CALL_MILLISECONDS, CALL_MILLISECONDS)
        self.desktop = Atspi.get_desktop(0)
        # What is cached would be old: no main loop runs here to hear of changes.
        self.desktop.set_cache_mask(Atspi.Cache.NONE)
        self.controls: dict[int, Atspi.Accessible] = {}
        self.refs: dict[Atspi.Accessible, int] = {}

    def answer(self, request: Request) -> object:
        """The value of one request."""
        operation = getattr(self, "op_" + request["op"], None)
        if operation is None:
            raise AgentError(f"no operation {request['op']!r}")
        return operation(request)

    # Finding

    def op_application(self, request: Request) -> object:
        """The application of a process, once it has told the registry of itself."""
        return self._wait(
            request,
            lambda: self._describe_first(self._applications(request["process"])),
            lambda: f"no application of process {request['process']} is known to AT-SPI",
        )

    def op_find(self, request: Request) -> object:
        """The first control under `under` of a role and a name (or a `pattern` of it)."""
        root = self._control(request["under"])
        return self._wait(
            request,
            lambda: self._describe_first(self._matching(root, request)),
            lambda: self._not_found(root, request),
        )

    def op_find_all(self, request: Request) -> object:
        """All controls under `under` that match, in the order of the tree."""
        root = self._control(request["under"])
        return [self._describe(control) for control in self._matching(root, request)]

    def op_children(self, request: Request) -> object:
        """The children of a control."""
        return [self._describe(child) for child in children(self._control(request["ref"]))]

    def op_tree(self, request: Request) -> object:
        """A control with all below it: role, name, states, text and children."""
        self._budget = int(request.get("limit", MOST_NODES))
        return self._dump(self._control(request["ref"]), int(request.get("depth", MOST_DEPTH)))

    # Reading

    def op_describe(self, request: Request) -> object:
        """Role, name, description, states, text and place on the screen, as they are now."""
        return self._describe(self._control(request["ref"]))

    def op_wait(self, request: Request) -> object:
        """Waits for states, a name or a text of a control; returns its description then."""
        control = self._control(request["ref"])
        return self._wait(
            request,
            lambda: self._if_holds(control, request),
            lambda: f"{wish(request)} did not come; there is {summary(control)}",
        )

    def op_wait_gone(self, request: Request) -> object:
        """Waits until nothing under `under` matches."""
        root = self._control(request["under"])
        return self._wait(
            request,
            lambda: None if any(True for _ in self._matching(root, request)) else True,
            lambda: f"{wish(request)} is still there",
        )

    # Doing

    def op_press(self, request: Request) -> object:
        """Does one of the control's actions: the first of `actions` that it has."""
        control = self._control(request["ref"])
        action = control.get_action_iface()
        names = [] if action is None else action_names(action)
        for wanted in request["actions"]:
            if wanted in names:
                do_action(action, names.index(wanted))
                return wanted
        raise AgentError(f"{summary(control)} has none of {request['actions']}, only {names}")

    def op_focus(self, request: Request) -> object:
        """Gives the keyboard to a control."""
        component = self._control(request["ref"]).get_component_iface()
        return bool(component is not None and component.grab_focus())

    def op_set_text(self, request: Request) -> object:
        """Replaces the text of an editable control."""
        control = self._control(request["ref"])
        editable = control.get_editable_text_iface()
        if editable is None:
            raise AgentError(f"{summary(control)} is not editable")
        return bool(editable.set_text_contents(request["text"]))

    # Inner parts

    def _control(self, ref: int) -> Atspi.Accessible:
        if ref not in self.controls:
            raise AgentError(f"no control has the number {ref}")
        return self.controls[ref]

    def _applications(self, process: int) -> Iterator[Atspi.Accessible]:
        for application in children(self.desktop):
            if quietly(application.get_process_id) == process:
                application.set_cache_mask(Atspi.Cache.NONE)
                yield application

    def _matching(self, root: Atspi.Accessible, request: Request) -> Iterator[Atspi.Accessible]:
        for control in walk(root, MOST_NODES, bool(request.get("showing", True))):
            if control is not root and matches(control, request):
                yield control

    def _describe_first(self, controls: Iterator[Atspi.Accessible]) -> object:
        for control in controls:
            return self._describe(control)
        return None

    def _describe(self, control: Atspi.Accessible) -> dict[str, object]:
        description = facts(control)
        description["ref"] = self._ref(control)
        description["extents"] = extents(control)
        description["actions"] = actions(control)
        return description

    def _ref(self, control: Atspi.Accessible) -> int:
        ref = self.refs.setdefault(control, len(self.refs) + 1)
        self.controls[ref] = control
        return ref

    def _dump(self, control: Atspi.Accessible, depth: int) -> dict[str, object]:
        self._budget -= 1
        node = facts(control)
        node["children"] = []
        if depth > 0:
            for child in children(control):
                if self._budget <= 0:
                    break
                node["children"].append(self._dump(child, depth - 1))
        return node

    def _if_holds(self, control: Atspi.Accessible, request: Request) -> object:
        now = facts(control)
        return self._describe(control) if holds(now, request) else None

    def _not_found(self, root: Atspi.Accessible, request: Request) -> str:
        seen = sorted(
            {f"{role(node)} {name(node)!r}" for node in walk(root, MOST_NODES) if name(node)}
        )
        return f"{wish(request)} is not in the window; there are: {', '.join(seen[:80])}"

    def _wait(
        self, request: Request, look: Callable[[], object], complain: Callable[[], str]
    ) -> object:
        deadline = time.monotonic() + float(request.get("timeout", 0))
        while True:
            found = look()
            if found is not None:
                return found
            if time.monotonic() >= deadline:
                raise AgentError(complain())
            time.sleep(POLL_SECONDS)


# A control that goes away while it is looked at answers with GLib.Error: it counts as empty.


def quietly(read: Callable[..., Any], *arguments: object) -> Any:
    """What `read` returns, or None where the control is gone."""
    try:
        return read(*arguments)
    except GLib.Error:
        return None


def children(control: Atspi.Accessible) -> list[Atspi.Accessible]:
    """The children that can be had."""
    count = quietly(control.get_child_count) or 0
    found = (quietly(control.get_child_at_index, index) for index in range(min(count, MOST_NODES)))
    return [child for child in found if child is not None]


def walk(
    root: Atspi.Accessible, limit: int, showing: bool = False, depth: int = MOST_DEPTH
) -> Iterator[Atspi.Accessible]:
    """A control and all below it, parents first; without what is hidden if `showing`."""
    stack = [(root, 0)]
    while stack and limit > 0:
        control, level = stack.pop()
        if showing and level > 1 and "showing" not in states(control):
            continue
        limit -= 1
        yield control
        if level < depth:
            stack.extend((child, level + 1) for child in reversed(children(control)))


def role(control: Atspi.Accessible) -> str:
    return quietly(control.get_role_name) or ""


def name(control: Atspi.Accessible) -> str:
    return quietly(control.get_name) or ""


def states(control: Atspi.Accessible) -> list[str]:
    """The names of the states that are set."""
    state_set = quietly(control.get_state_set)
    if state_set is None:
        return []
    return sorted(state.value_nick for state in state_set.get_states())


def text(control: Atspi.Accessible) -> str | None:
    """The text of a control that has one, None of the others."""
    interface = quietly(control.get_text_iface)
    if interface is None:
        return None
    words: str | None = quietly(Atspi.Text.get_text, interface, 0, -1)
    return words


def extents(control: Atspi.Accessible) -> list[int] | None:
    """Left, top, width and height on the screen, in pixels."""
    component = quietly(control.get_component_iface)
    box = None if component is None else quietly(component.get_extents, Atspi.CoordType.SCREEN)
    return None if box is None else [box.x, box.y, box.width, box.height]


def facts(control: Atspi.Accessible) -> dict[str, Any]:
    """Role, name, description, states and text."""
    return {
        "role": role(control),
        "name": name(control),
        "description": quietly(control.get_description) or "",
        "states": states(control),
        "text": text(control),
    }


def actions(control: Atspi.Accessible) -> list[str]:
    interface = quietly(control.get_action_iface)
    return [] if interface is None else action_names(interface)


def action_names(action: Atspi.Action) -> list[str]:
    count = quietly(Atspi.Action.get_n_actions, action) or 0
    return [quietly(Atspi.Action.get_action_name, action, index) or "" for index in range(count)]


def do_action(action: Atspi.Action, index: int) -> None:
    """Does an action. One that opens a menu answers only when the menu is closed again."""
    try:
        Atspi.Action.do_action(action, index)
    except GLib.Error as error:
        if "timeout" not in str(error).lower() and "did not receive a reply" not in str(error):
            raise


def matches(control: Atspi.Accessible, request: Request) -> bool:
    """Whether role, name and states are those looked for; what is not given matches."""
    roles = request.get("roles")
    if roles and role(control) not in roles:
        return False
    if request.get("name") is not None and name(control) != request["name"]:
        return False
    pattern = request.get("pattern")
    if pattern is not None and re.search(pattern, name(control)) is None:
        return False
    has = request.get("has")
    return not has or set(has) <= set(states(control))


def holds(now: dict[str, Any], request: Request) -> bool:
    """Whether states, name and text are as they are waited for."""
    words = now["name"] if now["text"] is None else now["text"]
    checks = (
        all(state in now["states"] for state in request.get("has", ())),
        not any(state in now["states"] for state in request.get("lacks", ())),
        request.get("differs") is None or words != request["differs"],
        request.get("contains") is None or request["contains"] in words,
    )
    return all(checks)


def summary(control: Atspi.Accessible) -> str:
    now = facts(control)
    return f"{now['role']} {now['name']!r} {now['states']} with the text {now['text']!r}"


def wish(request: Request) -> str:
    """What a request looks for, in words for a complaint."""
    keys = ("roles", "name", "pattern", "has", "lacks", "differs", "contains")
    return " ".join(f"{key}={request[key]!r}" for key in keys if request.get(key) is not None)


def main() -> None:
    """Answers until stdin ends."""
    agent = Agent()
    for line in sys.stdin:
        try:
            answer = {"ok": agent.answer(json.loads(line))}
        except (AgentError, GLib.Error, ValueError, KeyError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
