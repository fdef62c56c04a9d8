"""What the measurements ran on."""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
from pathlib import Path

import psutil
from PySide6.QtCore import qVersion

from tests.bench.qgis import Qgis


def described(qgis: Qgis | None) -> dict[str, object]:
    """Return date, processor, load and versions; takes a second to see what else is running."""
    return {
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "busy_before_percent": psutil.cpu_percent(interval=1.0),
        "load_before": psutil.getloadavg(),
        "python": platform.python_version(),
        "PySide6": importlib.metadata.version("PySide6-Essentials"),
        "Qt": qVersion(),
        "QGIS": qgis.version if qgis else "not installed",
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()
