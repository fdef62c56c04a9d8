"""All the faulty files: importing this module fills the list."""

from __future__ import annotations

from tests.faults import damaged, formats, hostile, huge, looks, shapes, tables
from tests.faults.fault import FAULTS

MODULES = (tables, shapes, hostile, damaged, huge, looks, formats)

__all__ = ["FAULTS", "MODULES"]
