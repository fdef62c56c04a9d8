"""How the process takes its memory."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

# From malloc.h of the GNU C library.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
# Smaller pictures, as of a screen of 1920x1080, are faster from pages that are used again.
_LARGE_BYTES, _SPARE_BYTES = 8 * 1024 * 1024, 16 * 1024 * 1024


def give_back_pictures() -> None:
    """Let large blocks return to the system as soon as they are freed.

    The GNU C library raises the size from which it does so with every large block that is
    freed, up to 32 MB: pictures of layers would then stay in its heap, and leave holes there.
    Without that library nothing is changed.
    """
    if not sys.platform.startswith("linux"):
        return
    with suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)
        mallopt(_M_TRIM_THRESHOLD, _SPARE_BYTES)
