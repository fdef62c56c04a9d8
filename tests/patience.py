"""How long a test waits for what must come. No test takes so long unless it fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

PATIENCE_SECONDS = 60.0
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """A QtBot that waits as long as everybody here: its own five seconds are few on a busy day."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self, signal: Any, *, timeout: int = PATIENCE_MS, **wishes: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **wishes)

    def waitSignals(
        self, signals: list[Any], *, timeout: int = PATIENCE_MS, **wishes: Any
    ) -> MultiSignalBlocker:
        return super().waitSignals(signals, timeout=timeout, **wishes)
