"""Exports and saves that are killed, or whose reads and writes fail, at a chosen moment."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from hetao_map.data.feature_export import WRITERS, export_features
from hetao_map.data.open import open_files
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.errors import HetaoError
from hetao_map.session.kept_file import KeptFile
from hetao_map.text.language import Language

PICTURES = (".png", ".pdf", ".svg")
ENDINGS = (*WRITERS, *PICTURES, ".json")
# Moments are counted in lines of what puts a file in its place.
_PLACES = ("files.py", "kept_file.py", "tempfile.py", "shutil.py", "pathlib.py", "feature_export")
_DISK = ("open", "os.", "tempfile.", "sqlite3.connect")


def save(source: Path, target: Path) -> None:
    """Write to the target what its ending says: features, the map, or a session."""
    if target.suffix == ".json":
        KeptFile(target).write({"place": str(source), "order": list(range(4000))})
        return
    catalog = open_files([source])
    if target.suffix in WRITERS:
        export_features(catalog, "places", None, target, Language.EN)
        return
    from hetao_map.render.output import write_sheet
    from hetao_map.render.picture import Picture
    from hetao_map.render.sheet import plain_sheet
    from hetao_map.render.theme import LIGHT

    extent = catalog.extent()
    assert extent is not None
    viewport = Viewport(size_px=(300, 200)).fitted(extent)
    picture = Picture(viewport, catalog, frozenset(["places"]), Language.EN, LIGHT)
    write_sheet(plain_sheet(picture), target)


def disturbed(job: dict[str, Any]) -> dict[str, Any]:
    """Save with a disturbance; tell how it ended, and how many moments there were.

    kill_at: end the process at this moment. fail_at: let this access to the disk fail.
    most_bytes: no file may become longer.
    """
    source, target = Path(job["path"]), Path(job["target"])
    moments = Moments(job.get("kill_at", 0))
    accesses = Accesses(job.get("fail_at", 0), [str(target.parent), str(source.parent)])
    if "most_bytes" in job:
        resource.setrlimit(resource.RLIMIT_FSIZE, (job["most_bytes"], resource.RLIM_INFINITY))
    sys.addaudithook(accesses.look)
    os.fsync = accesses.sync
    if "kill_at" in job:
        sys.settrace(moments.enter)
    try:
        save(source, target)
        end, sentence = "saved", ""
    except HetaoError as error:
        end, sentence = "clear error", error.sentence.en
    except OSError as error:
        # A session's file has no sentence of its own: its keeper finds the words.
        end, sentence = (
            ("refused", str(error)) if target.suffix == ".json" else ("traceback", str(error))
        )
    finally:
        sys.settrace(None)
        accesses.over = True
    return {"end": end, "sentence": sentence, "moments": moments.count, "accesses": accesses.count}


class Moments:
    """Counts lines, and kills the process at a chosen one."""

    def __init__(self, kill_at: int) -> None:
        self.count, self._kill_at = 0, kill_at

    def enter(self, frame: FrameType, _event: str, _value: object) -> Callable[..., Any] | None:
        name = frame.f_code.co_filename
        return self.line if any(place in name for place in _PLACES) else None

    def line(self, _frame: FrameType, event: str, _value: object) -> Callable[..., Any]:
        if event == "line":
            self.count += 1
            if self.count == self._kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return self.line


class Accesses:
    """Counts accesses to the disk that concern some folders, and lets a chosen one fail."""

    def __init__(self, fail_at: int, folders: list[str]) -> None:
        self.count, self.over = 0, False
        self._fail_at, self._folders, self._fsync = fail_at, folders, os.fsync

    def look(self, event: str, values: tuple[object, ...]) -> None:
        concerned = [str(v) for v in values if isinstance(v, str | bytes | os.PathLike)]
        if event.startswith(_DISK) and any(
            folder in text for text in concerned for folder in (*self._folders, ".hetao-")
        ):
            self._step()

    def sync(self, handle: int) -> None:
        self._step()
        self._fsync(handle)

    def _step(self) -> None:
        if self.over:
            return
        self.count += 1
        if self.count == self._fail_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
