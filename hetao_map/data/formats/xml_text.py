"""XML in an encoding that GDAL's parsers do not know, written anew in UTF-8."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import BinaryIO

_HEAD_BYTES = 1024
_BLOCK = 1 << 20
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_GB = dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "x-gbk"), "gb18030")
_BIG5 = dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cp950", "x-big5"), "big5hkscs")
_OTHERS = ("shift_jis", "euc-jp", "euc-kr", "koi8-r", "windows-1251", "windows-1252")
_CODECS = {**_GB, **_BIG5, **{name: name for name in _OTHERS}}


def foreign_codec(head: bytes) -> str:
    """Return the codec of an XML text that begins so, empty where every parser knows it."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head[1:2] == b"\x00":
        return "utf-16-le"
    found = _DECLARED.match(head.lstrip())
    return _CODECS.get(found[1].decode("ascii").lower(), "") if found else ""


def in_utf8(content: bytes) -> bytes:
    """Return an XML text in an encoding that every parser knows."""
    codec = foreign_codec(content[:_HEAD_BYTES])
    return _declared_anew(content.decode(codec, "replace")).encode() if codec else content


def recoded(source: Path, target: Path) -> bool:
    """Write the text to target in UTF-8 if that is needed, and tell whether it was."""
    with source.open("rb") as file:
        codec = foreign_codec(file.read(_HEAD_BYTES))
        if not codec:
            return False
        file.seek(0)
        with target.open("wb") as out:
            _recode(file, out, codec)
    return True


def _recode(file: BinaryIO, out: BinaryIO, codec: str) -> None:
    decoder = codecs.getincrementaldecoder(codec)("replace")
    is_first = True
    while block := file.read(_BLOCK):
        text = decoder.decode(block)
        out.write((_declared_anew(text) if is_first else text).encode())
        is_first = False


def _declared_anew(text: str) -> str:
    body = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    return '<?xml version="1.0" encoding="UTF-8"?>' + body
