"""The word that makes this program a child which reads one file for another run of it."""

from __future__ import annotations

CHILD_WORD = "--read-foreign-file"
