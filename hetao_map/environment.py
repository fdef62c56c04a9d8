"""The variables of the environment that this program does not listen to, and why.

Each of them is meant for other programs, or would break a promise: the libraries come with
their own data, files are never looked for on a network, and settings have a home.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

# PROJ and GDAL of another version would be led by these to data that is not theirs, to drivers
# from elsewhere, or to the network (PROJ_NETWORK).
_IGNORED = ("PROJ_", "GDAL_", "OGR_", "CPL_")
_SCALES = (0.25, 8.0)
# Qt is to find the platform that suits this desktop; its input methods (QT_PLUGIN_PATH,
# QT_IM_MODULE) and everything about its looks are the person's own choice.


def settle_environment() -> None:
    """Forget foreign settings, and find a home where none is named. For the start of a process."""
    for name in [name for name in os.environ if name.startswith(_IGNORED)]:
        del os.environ[name]
    _drop_odd_scale()
    if not os.environ.get("HOME") and sys.platform != "win32":
        _find_home()


def _drop_odd_scale() -> None:
    """Forget a scale at which nothing could be seen, or no memory would suffice for a picture."""
    try:
        sound = _SCALES[0] <= float(os.environ.get("QT_SCALE_FACTOR", "1")) <= _SCALES[1]
    except ValueError:
        sound = False
    if not sound:
        del os.environ["QT_SCALE_FACTOR"]


def _find_home() -> None:
    """Take the home of the person's account: Qt would take the root of the disk."""
    import pwd

    with suppress(KeyError):
        os.environ["HOME"] = pwd.getpwuid(os.getuid()).pw_dir
