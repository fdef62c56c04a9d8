"""Controls of a running window, as assistive technology sees them.

`Agent` talks to `atspi_agent.py`, which runs under the system's Python; a `Node` is one control.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.patience import PATIENCE_SECONDS

SYSTEM_PYTHON = "/usr/bin/python3"
AGENT_SCRIPT = Path(__file__).with_name("atspi_agent.py")

PRESS = ("Press", "press", "click", "Toggle", "toggle")
TOGGLE = ("Toggle", "toggle", "Press", "press", "click")
MENU_ITEMS = ("menu item", "check menu item", "radio menu item")
EDITS = ("text", "entry")
BUTTONS = ("push button", "button", "toggle button", "check box", "push button menu")


class AccessibilityError(AssertionError):
    """A control that is not there, or that did not become what was waited for."""


class Agent:
    """The other end of `atspi_agent.py`: `ask` sends one request and returns its value."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                [SYSTEM_PYTHON, "-I", str(AGENT_SCRIPT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=dict(environment),
                text=True,
                start_new_session=True,
            )
        self.log = log

    def ask(self, op: str, **request: object) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"op": op, **request}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise AccessibilityError(f"the agent has ended: {self.log.read_text()[-2000:]}")
        answer = json.loads(line)
        if "error" in answer:
            raise AccessibilityError(answer["error"])
        return answer["ok"]

    def close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.process.wait(PATIENCE_SECONDS)

    def application(self, process: int) -> Node:
        """The application of a process, as soon as it is known."""
        return Node(self, self.ask("application", process=process, timeout=PATIENCE_SECONDS))


@dataclass(frozen=True)
class Tree:
    """A picture of a control and all below it at one moment."""

    role: str
    name: str
    description: str
    states: tuple[str, ...]
    text: str | None
    children: tuple[Tree, ...] = field(repr=False)

    @classmethod
    def of(cls, answer: Mapping[str, Any]) -> Tree:
        children = tuple(cls.of(child) for child in answer["children"])
        words = (answer["role"], answer["name"], answer["description"])
        return cls(*words, tuple(answer["states"]), answer["text"], children)

    def walk(self) -> Iterator[Tree]:
        """This control and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def shown(self) -> Iterator[Tree]:
        """This control and all below it that are on the screen."""
        return (node for node in self.walk() if "showing" in node.states)

    def lines(self) -> list[str]:
        """Every line of the names, texts and descriptions of what is on the screen."""
        words = [(node.name, node.text or "", node.description) for node in self.shown()]
        return [line for entry in words for part in entry for line in part.splitlines() if line]

    def outline(self, indent: int = 0) -> str:
        """An indented list, to be read by people."""
        text = "" if self.text is None else f" text={self.text!r}"
        told = f" description={self.description!r}" if self.description else ""
        line = f"{'  ' * indent}{self.role} {self.name!r}{text}{told} {' '.join(self.states)}\n"
        return line + "".join(child.outline(indent + 1) for child in self.children)


class Node:
    """One control. Its properties are those of the moment it was found; `now` looks again."""

    def __init__(self, agent: Agent, answer: Mapping[str, Any]) -> None:
        self.agent = agent
        self.ref: int = answer["ref"]
        self.role: str = answer["role"]
        self.name: str = answer["name"]
        self.description: str = answer["description"]
        self.states: list[str] = answer["states"]
        self.text: str | None = answer["text"]
        self.extents: list[int] | None = answer["extents"]
        self.actions: list[str] = answer["actions"]

    def __repr__(self) -> str:
        return f"<{self.role} {self.name!r} {self.extents} {self.states} {self.actions}>"

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        if self.extents is None:
            raise AccessibilityError(f"{self!r} has no place on the screen")
        left, top, width, height = self.extents
        return left, top, width, height

    @property
    def centre(self) -> tuple[int, int]:
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    def now(self) -> Node:
        return Node(self.agent, self.agent.ask("describe", ref=self.ref))

    # Finding

    def find(
        self,
        role: str | tuple[str, ...] | None = None,
        name: str | None = None,
        *,
        pattern: str | None = None,
        showing: bool = True,
        timeout: float = PATIENCE_SECONDS,
    ) -> Node:
        """The first control below, waited for. `pattern` is searched for in the name."""
        wish = {"roles": roles_of(role), "name": name, "pattern": pattern, "showing": showing}
        return Node(self.agent, self.agent.ask("find", under=self.ref, timeout=timeout, **wish))

    def find_all(
        self,
        role: str | tuple[str, ...] | None = None,
        name: str | None = None,
        *,
        has: tuple[str, ...] = (),
    ) -> list[Node]:
        """All controls below that are shown now, and have all of these states."""
        wish = {"roles": roles_of(role), "name": name, "has": has}
        answers = self.agent.ask("find_all", under=self.ref, **wish)
        return [Node(self.agent, answer) for answer in answers]

    def wait_gone(self, role: str | tuple[str, ...] | None = None, name: str | None = None) -> None:
        """Waits until no such control is shown below."""
        wish = {"roles": roles_of(role), "name": name, "timeout": PATIENCE_SECONDS}
        self.agent.ask("wait_gone", under=self.ref, **wish)

    def button(self, name: str) -> Node:
        return self.find(BUTTONS, name)

    def children(self) -> list[Node]:
        return [Node(self.agent, child) for child in self.agent.ask("children", ref=self.ref)]

    def tree(self, depth: int = 40) -> Tree:
        return Tree.of(self.agent.ask("tree", ref=self.ref, depth=depth))

    # Waiting

    def wait_state(self, *has: str, lacks: tuple[str, ...] = ()) -> Node:
        """Waits until the control has all of these states and none of those."""
        return self._wait(has=has, lacks=lacks)

    def wait_checked(self, checked: bool) -> Node:
        return self.wait_state("checked") if checked else self.wait_state(lacks=("checked",))

    def wait_text(self, *, contains: str | None = None, differs: str | None = None) -> Node:
        """Waits for its text (its name, where it has no text)."""
        return self._wait(contains=contains, differs=differs)

    def _wait(self, **wish: object) -> Node:
        answer = self.agent.ask("wait", ref=self.ref, timeout=PATIENCE_SECONDS, **wish)
        return Node(self.agent, answer)

    # Doing

    def press(self, actions: tuple[str, ...] = PRESS) -> None:
        self.agent.ask("press", ref=self.ref, actions=actions)

    def toggle(self) -> None:
        """Checks or unchecks a button, and waits until it shows.

        Not for the items of a tree: Qt takes "Toggle" there for selecting the row.
        """
        before = "checked" in self.now().states
        self.press(TOGGLE)
        self.wait_checked(not before)

    def focus(self) -> None:
        self.agent.ask("focus", ref=self.ref)

    def set_text(self, text: str) -> None:
        self.agent.ask("set_text", ref=self.ref, text=text)


def roles_of(role: str | tuple[str, ...] | None) -> tuple[str, ...] | None:
    return (role,) if isinstance(role, str) else role
