"""One faulty file put through the reader, watched from all sides."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.command import hetao_map
from tests.faults.count import Rows, rows_of
from tests.faults.fault import ANYHOW, Bait, Fault
from tests.faults.hostile import VIEWS
from tests.faults.reader import Reader, Report
from tests.faults.sentinel import Listener, Touched, sentinel

# What takes longer hangs; a command needs some seconds to start besides.
ALIVE_S, START_S = 10.0, 3.0
_JOBS = ("read", "check")
_PLACE = ("--at", "114.05,22.51", "--tolerance", "9000")


@dataclass
class Trial:
    """What became of one file. problems are sentences, none where all is as it must be."""

    fault: Fault
    end: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    hangs: int = 0
    crashes: int = 0
    losses: list[str] = field(default_factory=list)
    touched: list[Touched] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def count(self, name: str) -> int:
        """Return how many things of a kind were touched."""
        return sum(len(getattr(one, name)) for one in self.touched)


class Bench:
    """A place for trials: a reader, a listener, and a folder with canaries."""

    def __init__(
        self, reader: Reader, listener: Listener, folder: Path, patience_s: float, *, brief: bool
    ) -> None:
        self._reader, self._listener, self._folder = reader, listener, folder
        self._patience_s, self._brief = patience_s, brief
        self._canaries = folder / "canaries"
        self._canaries.mkdir()
        self.canary = self._canaries / "canary.txt"
        self._lay_canary()

    def trial(self, fault: Fault, *, commands: bool = False) -> Trial:
        """Make a file, have it read and checked, by the commands too if asked for."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            path = Path(folder) / fault.file
            held = fault.make(path, Bait(self._listener.url, self.canary))
            result = Trial(fault)
            truth = rows_of(path) if path.is_file() and path.stat().st_size < 2**27 else {}
            # To count the rows, SQLite plays a journal back and deletes what it names.
            self._lay_canary()
            for job in _JOBS:
                with self._watched(result, path.parent):
                    values = {"path": str(path), "own": [folder], "brief": self._is_brief(fault)}
                    report = self._reader.do(job, patience_s=self._patience_s, **values)
                _judge(result, job, report, path)
                if job == "read" and report.end in ("drawn", "partly"):
                    result.losses = list(losses(report, truth))
            for words in _commands(path) if commands else ():
                with self._watched(result, path.parent):
                    _judge_command(result, words, self._patience_s + START_S)
            close: Callable[[], None] = getattr(held, "close", lambda: None)
            close()
        _judge_touched(result)
        return result

    def _lay_canary(self) -> None:
        self.canary.write_text("a canary", encoding="utf-8")

    def _is_brief(self, fault: Fault) -> bool:
        return self._brief and fault.kind == VIEWS

    def trial_of_harm(self) -> Trial:
        """Do all that a reader must not do, so that it is seen that it would be seen."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            path = Path(folder) / "places.gpkg"
            path.write_bytes(b"a file")
            result = Trial(Fault("harm", "all of it", lambda _path, _bait: None, ANYHOW, path.name))
            with self._watched(result, path.parent):
                values = {"path": str(path), "canary": str(self.canary), "url": self._listener.url}
                report = self._reader.do("harm", own=[folder], **values)
            _judge(result, "read", report, path)
        _judge_touched(result)
        return result

    @contextmanager
    def _watched(self, result: Trial, folder: Path) -> Iterator[None]:
        with sentinel(folder, self._canaries, self._listener) as touched:
            yield
        result.touched.append(touched)


@contextmanager
def bench(patience_s: float = ALIVE_S, *, brief: bool = False) -> Iterator[Bench]:
    """A bench that is cleared away at the end; what takes longer than patience_s hangs.

    brief: the reader gives up hostile views sooner.
    """
    listener = Listener()
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    try:
        with Reader() as reader:
            yield Bench(reader, listener, folder, patience_s, brief=brief)
    finally:
        listener.close()
        shutil.rmtree(folder)


def losses(report: Report, truth: dict[str, Rows]) -> Iterator[str]:
    """Yield what is not shown and not said either."""
    layers, notes = report.answer["layers"], report.answer["notes"]
    for name, rows in truth.items():
        found = layers.get(name)
        if found is None:
            if not any(name in note or "…" in note for note in notes):
                yield f"nothing is said of layer {name[:40]!r}"
        elif found["rows"] != rows.there:
            yield f"{name[:40]!r}: {found['rows']} rows of {rows.there}"
        elif found["placed"] + found["skipped"] + rows.vacant < rows.there:
            yield (
                f"{name[:40]!r}: {found['placed']} placed, {found['skipped']} skipped, "
                f"{rows.vacant} vacant of {rows.there}"
            )


def _judge(result: Trial, job: str, report: Report, path: Path) -> None:
    end, answer = report.end, report.answer
    result.seconds = max(result.seconds, report.seconds)
    result.megabytes = max(result.megabytes, report.megabytes)
    result.hangs += report.hung
    result.crashes += end in ("crash", "traceback")
    if report.hung:
        result.problems.append(f"{job}: it took {report.seconds:.1f} s")
    if end == "crash":
        result.problems.append(f"{job}: signal {report.signal} {report.told[-200:]}")
    if end == "traceback":
        result.problems.append(f"{job}: {answer['sentence'][-700:]}")
    if job == "read":
        result.end = end
        if end not in result.fault.ends:
            said = answer.get("sentence") or answer.get("notes")
            result.problems.append(f"it is {end}, not {' or '.join(result.fault.ends)}: {said}")
    if end == "clear error" and path.name not in answer["sentence"]:
        result.problems.append(f"{job}: the sentence does not name the file")
    result.problems += [f"{job}: {event}" for event in answer.get("events", ())]


def _commands(path: Path) -> list[tuple[str, ...]]:
    name = str(path)
    picture = str(path.parent.parent / "out.png")
    return [("layers", "--json", name), ("info", name, *_PLACE), ("check", "--json", name),
            ("render", name, "-o", picture, "--size", "300x200")]  # fmt: skip


def _judge_command(result: Trial, words: tuple[str, ...], patience_s: float) -> None:
    begun = time.monotonic()
    try:
        done = hetao_map(*words, timeout=patience_s)
    except subprocess.TimeoutExpired:
        result.hangs += 1
        result.problems.append(f"{words[0]}: it did not end")
        return
    result.seconds = max(result.seconds, time.monotonic() - begun)
    lines = done.stderr.splitlines()
    if done.returncode not in (0, 1, 3, 6) or "Traceback" in done.stderr:
        result.crashes += 1
        result.problems.append(f"{words[0]}: {done.returncode} {done.stderr[-500:]}")
    if done.returncode == 3 and len(lines) != 1:
        result.problems.append(f"{words[0]}: {len(lines)} lines on stderr")
    if any(not line.startswith("hetao-map: ") for line in lines):
        result.problems.append(f"{words[0]}: {done.stderr[:300]}")


def _judge_touched(result: Trial) -> None:
    for name in ("changed", "sockets", "canaries"):
        found = [str(what) for one in result.touched for what in getattr(one, name)]
        if found:
            result.problems.append(f"{name}: {found[:4]}")
    result.problems += [f"silent loss: {loss}" for loss in result.losses]
