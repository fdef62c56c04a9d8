"""The KML inside a KMZ, unpacked in memory up to a limit; nothing else in it is read."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from hetao_map.data.formats.reports import Report, UnreadableError

MOST_UNPACKED = 256 * 1024 * 1024
_BLOCK = 1024 * 1024


def unpacked(source: Path, report: Report) -> bytes:
    """Return the content of the main KML: doc.kml, else the first. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(source) as archive:
            inside = [i for i in archive.infolist() if i.filename.lower().endswith(".kml")]
            if not inside:
                raise UnreadableError("NOTHING_INSIDE")
            inside.sort(key=lambda i: (i.filename.lower() != "doc.kml", i.filename.count("/")))
            content = _content(archive, inside[0])
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise UnreadableError("DAMAGED", reason=error) from error
    except RuntimeError as error:  # a password is wanted
        raise UnreadableError("DAMAGED", reason=error) from error
    if len(inside) > 1:
        report.note("OTHERS_IN_KMZ", n=len(inside) - 1)
    return content


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return what an entry holds; its size is counted, not believed."""
    parts, size = [], 0
    with archive.open(entry) as file:
        while block := file.read(_BLOCK):
            size += len(block)
            if size > MOST_UNPACKED:
                raise UnreadableError("UNPACKED_TOO_LARGE", most=f"{MOST_UNPACKED >> 20} MB")
            parts.append(block)
    return b"".join(parts)
