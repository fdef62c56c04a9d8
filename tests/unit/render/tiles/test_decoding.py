"""Bytes that nobody vouches for, as pictures or as nothing."""

import struct
import zlib

import pytest

from hetao_map.render.tiles.decoding import decoded
from tests.tiles import picture


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes whose head announces any size, its rows all zero."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = zlib.compress(bytes(1_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_the_three_formats_are_read(kind: str) -> None:
    image = decoded(picture("lime", kind, 64))
    assert image is not None
    assert (image.width(), image.height()) == (64, 64)
    assert image.pixelColor(30, 30).green() > 250


BAD = {
    "nothing": b"",
    "text": b"this is no picture",
    "SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>",
    "SVG behind the head of a PNG": b"\x89PNG\r\n\x1a\n<svg xmlns='http://www.w3.org/2000/svg'/>",
    "GIF": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    "BMP": b"BM" + bytes(60),
    "a vector tile": zlib.compress(b"\x1a\x05water"),
    "huge": png_claiming(50_000, 50_000),
    "too wide": png_claiming(4097, 1),
    "of no width": png_claiming(0, 5),
    "cut PNG": picture("red")[:150],
    "cut JPEG": picture("red", "jpeg")[:60],
    "cut WebP": picture("red", "webp")[:24],
    "only the head of a JPEG": b"\xff\xd8\xff\xe0",
}


@pytest.mark.parametrize("blob", BAD.values(), ids=BAD.keys())
def test_what_is_no_picture_is_none(blob: bytes) -> None:
    assert decoded(blob) is None
