"""One tile from its bytes, which nobody vouches for."""

from __future__ import annotations

import functools
import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory
from PySide6.QtGui import QImage, QImageReader

from hetao_map.model.pictures import PNG, picture_kind

# What a tile may have a side; usual are 256 and 512.
MAX_SIDE_PX = 4096
# In MB, for what the readers of Qt take for one picture.
_MOST_MEMORY = 128
FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def decoded(blob: bytes) -> QImage | None:
    """Return the picture, None where there is none that can be shown. Any thread.

    The format is that of the first bytes, PNG, JPEG or WebP: nothing else is tried. A picture
    of more than MAX_SIDE_PX a side is not begun.
    """
    _limit()
    kind = picture_kind(blob)
    if not kind or (kind == PNG and not _is_whole_png(blob)):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(blob))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not (0 < size.width() <= MAX_SIDE_PX and 0 < size.height() <= MAX_SIDE_PX):
        return None
    image = reader.read()
    if image.isNull() or image.size() != size:
        return None
    image.setDevicePixelRatio(1.0)
    return image.convertToFormat(FORMAT)


def _is_whole_png(blob: bytes) -> bool:
    """Tell whether all chunks up to the end are there and sound.

    libpng writes its complaints about others straight to the terminal. Source: PNG, third
    edition, section 5.3.
    """
    at = 8
    while len(blob) - at >= 12:
        (length,) = struct.unpack_from(">I", blob, at)
        end = at + 8 + length
        if blob[end : end + 4] != struct.pack(">I", zlib.crc32(blob[at + 4 : end])):
            return False
        if blob[at + 4 : at + 8] == b"IEND":
            return True
        at = end + 4
    return False


@functools.cache
def _limit() -> None:
    QImageReader.setAllocationLimit(_MOST_MEMORY)
    # Damaged pictures are counted and said; what the libraries say of them helps nobody.
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false")
