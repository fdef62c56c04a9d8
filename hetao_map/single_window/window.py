"""The right to be the window that is called for some files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from hetao_map.single_window.address import Address, address_of
from hetao_map.single_window.wishes import Wishes


class SingleWindow:
    """Is called for the files of its start, and for each file that it shows by itself.

    Lives on the main thread.
    """

    def __init__(self, settings: Path, paths: Iterable[Path]) -> None:
        """Settings is the folder in which they are kept: another one is another person's map."""
        self._settings = settings
        self._start = frozenset(path.resolve() for path in paths)
        self._shown = self._start
        self._held: dict[str, Address] = {}
        self._called: Callable[[Wishes], object] | None = None
        self._silent = ""

    def claim(self, wishes: Wishes) -> bool:
        """Return False when another window shows the files and has come to the front.

        Otherwise this process is the one to be called from now on, as far as that can be.
        """
        name = self._name(self._start)
        address = address_of(name)
        answer = address.call(wishes) if address is not None else None
        if answer is None and address is not None and address.hold():
            self._held[name] = address
        elif answer is False:
            # One that listens but is too busy to answer keeps the right to be called.
            self._silent = name
        return not answer

    def serve(self, called: Callable[[Wishes], object]) -> None:
        """Answer those who call; called is told what they ask for."""
        self._called = called
        for address in self._held.values():
            address.serve(called)
        self.follow(self._shown)

    def follow(self, paths: Iterable[Path]) -> None:
        """Be called for the files that the window shows now, and no more for others."""
        self._shown = frozenset(path.resolve() for path in paths)
        wanted = {self._name([path]) for path in self._shown}
        if self._start <= self._shown:
            wanted.add(self._name(self._start))
        for name in self._held.keys() - wanted:
            self._held.pop(name).close()
        if self._called is not None:
            for name in wanted - self._held.keys() - {self._silent}:
                self._be_called_at(name, self._called)

    def close(self) -> None:
        """Be called no more."""
        for address in self._held.values():
            address.close()
        self._held.clear()

    def _be_called_at(self, name: str, called: Callable[[Wishes], object]) -> None:
        """Listen at an address, unless another window does so already."""
        address = address_of(name)
        if address is not None and not address.somebody_listens() and address.hold():
            address.serve(called)
            self._held[name] = address

    def _name(self, paths: Iterable[Path]) -> str:
        """Return a name for a set of files as this person opens them."""
        parts = [str(self._settings.absolute()), *sorted(map(str, paths))]
        key = "\n".join(parts).encode(errors="surrogateescape")
        return f"hetao-map-{hashlib.sha256(key).hexdigest()[:20]}"
