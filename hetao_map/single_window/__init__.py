"""One window for each set of files: a second start brings the first one to the front.

The first start listens at sockets that only its user can reach; they lie in a folder of the
user's own, or are named pipes on Windows. Nothing is waited for unless somebody listens there,
and then not for long.
"""

from __future__ import annotations

from hetao_map.single_window.window import SingleWindow
from hetao_map.single_window.wishes import WISHES, Wishes, checked_wishes, wishes_of

__all__ = ["WISHES", "SingleWindow", "Wishes", "checked_wishes", "wishes_of"]
