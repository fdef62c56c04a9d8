"""The child from the outside: a job goes in, what became of it comes out."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from tests.cli.command import ROOT, environment


@dataclass(frozen=True)
class Report:
    """What one job came to. signal is that which ended the process, 0 for none."""

    answer: dict[str, Any]
    hung: bool
    signal: int
    seconds: float
    megabytes: float
    told: str

    @property
    def end(self) -> str:
        """Return the outcome in a word."""
        if self.hung:
            return "hang"
        if self.signal or not self.answer:
            return "crash"
        return str(self.answer["end"])


class Reader:
    """A child that reads files, each in a process of its own; modules are imported at once."""

    def __init__(self, *modules: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.child", *modules],
            cwd=ROOT,
            env=environment(OPENBLAS_NUM_THREADS="1", PYTHONWARNINGS="error"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def do(self, job: str, **values: object) -> Report:
        """Have a job done and return what it came to."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"job": job, **values}) + "\n")
        self._process.stdin.flush()
        return Report(**json.loads(self._process.stdout.readline()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _value: object, _trace: TracebackType | None
    ) -> None:
        self._process.communicate()
