"""What kind of picture some bytes are, and its size, told by their head alone."""

from __future__ import annotations

import struct

PNG, JPEG, WEBP = "png", "jpeg", "webp"
_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
# Markers of a JPEG that hold its size: SOF0 to SOF15 without DHT, JPG and DAC (ITU T.81, B.1.1.3).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_kind(blob: bytes) -> str:
    """Return PNG, JPEG or WEBP by what the bytes begin with, empty for anything else."""
    if blob.startswith(_PNG_HEAD):
        return PNG
    if blob.startswith(b"\xff\xd8\xff"):
        return JPEG
    return WEBP if blob[:4] == b"RIFF" and blob[8:12] == b"WEBP" else ""


def picture_size(blob: bytes) -> tuple[int, int]:
    """Return width and height in pixels as the head says them, (0, 0) where it does not."""
    try:
        match picture_kind(blob):
            case "png":
                return struct.unpack_from(">II", blob, 16)
            case "jpeg":
                return _jpeg_size(blob)
            case "webp":
                return _webp_size(blob)
    except (struct.error, IndexError):
        pass
    return 0, 0


def _jpeg_size(blob: bytes) -> tuple[int, int]:
    at = 2
    while blob[at] == 0xFF:
        marker = blob[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", blob, at + 5)
            return width, height
        (length,) = struct.unpack_from(">H", blob, at + 2)
        at += 2 + length
    return 0, 0


def _webp_size(blob: bytes) -> tuple[int, int]:
    """Source: RFC 9649, sections 2.5 to 2.7; RFC 6386, section 9.1."""
    match blob[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(blob[n : n + 3], "little") for n in (24, 27))
            return width + 1, height + 1
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", blob, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", blob, 26)
            return width & 0x3FFF, height & 0x3FFF
    return 0, 0
