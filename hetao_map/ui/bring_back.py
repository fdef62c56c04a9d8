"""The command that takes back what a safe start has set aside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hetao_map.ui.commands import Command, Commands


def offer_bring_back(commands: Commands, act: Callable[[], object]) -> None:
    """Add the command to the help menu."""
    commands.add_separator("help")
    commands.add("help", Command(
        "bring_back",
        lambda: QCoreApplication.translate("BringBack", "Bring back the last session"),
        act,
    ))  # fmt: skip
