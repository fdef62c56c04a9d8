"""The child process: it reads one file in a foreign format and writes a private GeoPackage.

What it is asked stands in the first line of its input, as JSON. It ends when its input does,
and so with the program that started it.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import signal
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from hetao_map.data.formats.kinds import Format
from hetao_map.data.formats.reports import Report, UnreadableError, is_out_of_memory

MEMORY_BYTES = 2 * 1024**3
_MOST_MEMORY = f"{MEMORY_BYTES >> 30} GB"
_PR_SET_PDEATHSIG = 1
# By this option GDAL's driver for OpenStreetMap expects nodes in the order of their numbers.
_QUICK_NODES = "OSM_USE_CUSTOM_INDEXING"
_MEMORY_FILE = re.compile(r"/vsimem/\S+ ?:?")


def main() -> int:
    """Do what is asked on the standard input and return the exit code."""
    report = Report(_own_output())
    asked = json.loads(_first_line())
    _limit(int(asked["seconds"]))
    threading.Thread(target=_end_with_input, daemon=True).start()
    kind, source, folder = Format(asked["format"]), Path(asked["source"]), Path(asked["folder"])
    try:
        if _has_strange_drivers(kind, report):
            return 0
        _convert_somehow(kind, source, folder, str(asked["name"]), report)
    except UnreadableError as error:
        report.error(error.name, **error.values)
    except MemoryError:
        report.error("TOO_MUCH_MEMORY", most=_MOST_MEMORY)
    except OSError as error:
        report.error("FILE_UNREADABLE", reason=error.strerror or error)
    except (RuntimeError, ValueError) as error:
        _tell(error, folder, kind, report)
    except Exception as error:  # noqa: BLE001
        # A fault of ours: what led to it goes to the log of the program.
        traceback.print_exc()
        report.error("READER_ENDED", reason=repr(error))
    else:
        report.done()
    return 0


def _tell(error: Exception, folder: Path, kind: Format, report: Report) -> None:
    if is_out_of_memory(str(error)):
        report.error("TOO_MUCH_MEMORY", most=_MOST_MEMORY)
    else:
        report.error("DAMAGED", reason=_reason(error, folder, kind))


def _reason(error: Exception, folder: Path, kind: Format) -> str:
    """Return what GDAL complains of, without its advice to programmers and without our paths."""
    words = str(error).replace(str(folder), "").strip() or type(error).__name__
    if "not recognized as" in words:
        return f"invalid {kind.value}"
    return _MEMORY_FILE.sub("", words.split(". You may set", maxsplit=1)[0])


def _own_output() -> BinaryIO:
    """Return the pipe to the parent; what libraries print goes elsewhere."""
    mine = os.fdopen(os.dup(1), "wb")
    with suppress(OSError):
        os.dup2(2, 1)
    return mine


def _limit(seconds: int) -> None:
    """Bound memory and computing time, and end with the parent; where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _first_line() -> bytes:
    """Return the first line of the input; a program without a console has no sys.stdin."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return line


def _end_with_input() -> None:
    while os.read(0, 4096):
        pass
    os._exit(1)


def _has_strange_drivers(kind: Format, report: Report) -> bool:
    """Tell whether GDAL has drivers that nobody has thought of, and report them."""
    from hetao_map.data.formats.gdal import DRIVERS, strange_drivers

    if kind not in DRIVERS:
        return False
    if strange := strange_drivers(kind):
        report.drivers(strange)
    return bool(strange)


def _convert_somehow(kind: Format, source: Path, folder: Path, name: str, report: Report) -> None:
    """Convert the file; once more, and more slowly, where its nodes are in no order."""
    try:
        _convert(kind, source, folder, name, report)
    except RuntimeError as error:
        if _QUICK_NODES not in str(error):
            raise
        os.environ[_QUICK_NODES] = "NO"
        (folder / "layers.gpkg").unlink()
        _convert(kind, source, folder, name, report)


def _convert(kind: Format, source: Path, folder: Path, name: str, report: Report) -> None:
    from hetao_map.data.formats.layers_of import layers_of
    from hetao_map.data.formats.staging import Staging

    staging = Staging(folder / "layers.gpkg", report)
    try:
        rows = 0
        opened = layers_of(kind, source, folder, name, report)
        for found in opened.layers:
            rows += staging.add(found)
        opened.tell(rows)
    finally:
        staging.close()
