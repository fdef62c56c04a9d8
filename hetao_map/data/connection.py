"""A SQLite file opened so that neither the file nor the program can come to harm."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hetao_map.model.errors import InputError
from hetao_map.text import messages

MAGIC = b"SQLite format 3\x00"
DEADLINE_S = 8.0
MAX_YIELD_BYTES = 128 * 1024 * 1024
_STEPS_BETWEEN_LOOKS = 4000

_SETTINGS = (
    "PRAGMA trusted_schema=off",
    "PRAGMA cell_size_check=on",
    "PRAGMA mmap_size=0",
    "PRAGMA query_only=on",
    "PRAGMA temp_store=memory",
)
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)


@contextmanager
def opened(
    path: Path, deadline_s: float = DEADLINE_S, stop: Callable[[], bool] = lambda: False
) -> Iterator[sqlite3.Connection]:
    """Open a SQLite file for reading only, and close it whatever happens.

    Raises InputError for a file that is missing, empty, no SQLite or damaged, and when all
    that is done with the connection takes longer than the deadline, or stop says that nobody
    waits for it any more. Text that is not UTF-8
    is read with replacement characters. Beside the file nothing is written: one with a live
    write-ahead log or a hot journal is copied to a private folder first, others are opened
    as immutable.
    """
    check_regular(path)
    with ExitStack() as stack:
        try:
            connection = _connect(_safe_copy(path, stack))
            stack.callback(connection.close)
            _harden(connection, deadline_s, stop)
            yield connection
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise InputError(messages.TOO_SLOW, path=path) from error
            raise InputError(messages.DAMAGED, path=path, reason=error) from error
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Python's sqlite3 cannot word its own message about a name that is not UTF-8.
            raise InputError(messages.DAMAGED, path=path, reason=error) from error
        except OSError as error:
            reason = error.strerror or error
            raise InputError(messages.FILE_UNREADABLE, path=path, reason=reason) from error


def check_regular(path: Path) -> None:
    """Raise InputError unless path is a readable regular file that begins as SQLite does."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError(messages.FILE_NOT_REGULAR, path=path)
        if status.st_size == 0:
            raise InputError(messages.FILE_EMPTY, path=path)
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(messages.FILE_MISSING, path=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(messages.FILE_UNREADABLE, path=path, reason=reason) from error
    if head != MAGIC:
        raise InputError(messages.NOT_A_GEOPACKAGE, path=path)


def _safe_copy(path: Path, stack: ExitStack) -> Path:
    """Return the path itself, or that of a private copy when a writer has left work beside it.

    Only such a copy shows the rows of a live log without the reader writing beside the file.
    """
    live = _live_companions(path)
    if not live:
        return path
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hetao-map-")))
    for source in (path, *live):
        shutil.copyfile(source, folder / ("copy.gpkg" + source.name[len(path.name) :]))
    return folder / "copy.gpkg"


def being_written(path: Path) -> bool:
    """Tell whether a writer has left work beside the file that is not in it yet."""
    return bool(_live_companions(path))


def _live_companions(path: Path) -> list[Path]:
    companions = [path.with_name(path.name + ending) for ending in ("-wal", "-journal")]
    return [companion for companion in companions if _has_content(companion)]


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _connect(path: Path) -> sqlite3.Connection:
    mode = "mode=rw" if path.name == "copy.gpkg" and _has_log(path) else "mode=ro&immutable=1"
    uri = f"{path.resolve().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
    return connection


def _has_log(copy: Path) -> bool:
    return any(_has_content(copy.with_name(copy.name + end)) for end in ("-wal", "-journal"))


def _harden(connection: sqlite3.Connection, deadline_s: float, stop: Callable[[], bool]) -> None:
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    for setting in _SETTINGS:
        connection.execute(setting)
    end = time.monotonic() + deadline_s
    connection.set_progress_handler(lambda: time.monotonic() > end or stop(), _STEPS_BETWEEN_LOOKS)


def quoted(name: str) -> str:
    """Return an SQL identifier in quotes."""
    return '"' + name.replace('"', '""') + '"'


def rows(connection: sqlite3.Connection, sql: str, *values: object) -> list[dict[str, object]]:
    """Return the rows of a query as dictionaries by column."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in bounded(cursor)]


def bounded(cursor: sqlite3.Cursor) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a query; raises DataError when they are more than a file should hold.

    A view of a few bytes can yield rows without end.
    """
    size = 0
    for row in cursor:
        size += 64 + sum(map(sys.getsizeof, row))
        if size > MAX_YIELD_BYTES:
            raise sqlite3.DataError("it yields more data than can be shown")
        yield row


def stored(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether a table's rows stand in the file, unlike those of a view or virtual table."""
    sql = "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?"
    found = connection.execute(sql, (table,)).fetchone()
    return found is not None and bool(found[0])


def table_names(connection: sqlite3.Connection) -> set[str]:
    """Return the names of all tables and views."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    return {str(row[0]) for row in found}


def table_rows(connection: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    """Return all rows of a table in the order of the file, none when there is no such table."""
    if table not in table_names(connection):
        return []
    cursor = connection.execute(f"SELECT * FROM {quoted(table)}")  # noqa: S608
    names = [column[0] for column in cursor.description]
    fetched = cursor if stored(connection, table) else bounded(cursor)
    return [dict(zip(names, row, strict=True)) for row in fetched]
