"""A process that reads files for the runner: each in a fork of its own, with its limits.

It has imported everything once; a fork costs some hundredths of a second. Jobs come as lines of
JSON on stdin, answers go to stdout. Started as `python -m tests.faults.child`, with
the names of modules that are to be imported besides.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

PATIENCE_S = 30.0
MOST_BYTES = 6 * 2**30
_WATCHED = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn",
            "os.fork", "urllib.", "ctypes.dlopen", "http.")  # fmt: skip


def main() -> None:
    """Do the jobs until stdin ends."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _warm_up()
    for word in sys.argv[1:]:
        importlib.import_module(word)
    for line in sys.stdin:
        print(json.dumps(_done(json.loads(line))), flush=True)


def _warm_up() -> None:
    """Import everything, and let Qt find its fonts: the forks have them then.

    Nothing is painted: a thread that helps Qt to paint would not be there in a fork.
    """
    from PySide6.QtGui import QFontMetricsF, QGuiApplication

    import hetao_map.query.search
    import hetao_map.render.output  # noqa: F401
    from hetao_map.render.fonts import font
    from hetao_map.text.language import Language
    from tests.faults import jobs  # noqa: F401

    # Python tries out where it may write, once.
    tempfile.gettempdir()
    _KEPT.append(QGuiApplication(["faults"]))
    for language in Language:
        for bold in (False, True):
            QFontMetricsF(font(language, 11, bold=bold)).horizontalAdvance("Hetao 河套地图")


def _shorten_deadlines() -> None:
    from hetao_map.data import connection

    connection.VIEW_DEADLINE_S = 0.3
    defaults = connection.opened.__wrapped__.__defaults__
    connection.opened.__wrapped__.__defaults__ = (2.5, *defaults[1:])


_KEPT: list[object] = []


def _done(job: dict[str, Any]) -> dict[str, Any]:
    """Return what a fork answers to a job, with its time, memory and end."""
    read_end, write_end = os.pipe()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(read_end)
        _work(job, write_end)
    os.close(write_end)
    answer, late = _received(read_end, begun + job.get("patience_s", PATIENCE_S))
    if late:
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    return {
        "hung": late,
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "seconds": time.monotonic() - begun,
        "megabytes": usage.ru_maxrss / 1024,
        "answer": json.loads(answer.splitlines()[-1]) if answer.endswith(b"\n") else {},
        "told": answer.partition(b"\n")[0].decode(errors="replace"),
    }


def _received(handle: int, ends: float) -> tuple[bytes, bool]:
    """Return what comes from a fork, and whether it took too long."""
    found = b""
    with os.fdopen(handle, "rb", buffering=0) as pipe:
        while (left := ends - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                part = pipe.read(65536)
                if not part:
                    return found, False
                found += part
    return found, True


def _work(job: dict[str, Any], pipe: int) -> None:
    """Do one job in a fork; never returns."""
    from tests.faults.jobs import JOBS

    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    events: list[str] = []

    def tell(text: str) -> None:
        os.write(pipe, text.encode())

    def audit(event: str, values: tuple[object, ...]) -> None:
        if event.startswith(_WATCHED) and _OWN_READER not in repr(values):
            events.append(f"{event} {values!r}"[:200])
        elif event == "open" and _is_foreign(values[0], job.get("own", ())):
            events.append(f"open {values[0]}")

    if job.get("brief"):
        _shorten_deadlines()
    sys.addaudithook(audit)
    try:
        answer = JOBS[job["job"]](job, tell)
    except BaseException:  # noqa: BLE001 - what it is, is the answer
        answer = {"end": "traceback", "sentence": traceback.format_exc()[-2000:]}
    tell("\n" + json.dumps({**answer, "events": events}) + "\n")
    os._exit(0)


_OWN = tuple(
    {str(Path(p).resolve()) for p in (sys.prefix, sys.base_prefix, Path(__file__).parents[2])}
)


# Private folders, and the process that reads other formats.
_PRIVATE, _OWN_READER = ("/.hetao-", "/hetao-map-layers-"), "--read-foreign-file"


def _is_foreign(path: object, own: list[str]) -> bool:
    """Tell whether a path is neither the program's nor the file's that is read."""
    if not isinstance(path, str | bytes):
        return False
    name = str(Path(os.fsdecode(path)).absolute())
    known = (*_OWN, *own, "/proc", "/sys", "/dev", "/usr", "/etc/localtime")
    return not name.startswith(known) and not any(word in name for word in _PRIVATE)


if __name__ == "__main__":
    main()
