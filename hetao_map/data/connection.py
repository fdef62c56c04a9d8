"""A SQLite file opened so that neither the file nor the program can come to harm."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hetao_map.data.functions import MAX_VALUE_BYTES, careful
from hetao_map.files import working_folder
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.text import messages
from hetao_map.text.reasons import why_damaged, why_unread

MAGIC = b"SQLite format 3\x00"
DEADLINE_S = 8.0
# What one view may take: a file may have several, and the tables have to be read as well.
VIEW_DEADLINE_S = 2.0
MAX_YIELD_BYTES = 128 * 1024 * 1024
# A table of the file holds what is in the file, so only a large one needs counting.
MAX_TABLE_BYTES = 1024 * 1024 * 1024
_STEPS_BETWEEN_LOOKS = 4000
_COPIES = 3
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")

_SETTINGS = (
    "PRAGMA trusted_schema=off",
    "PRAGMA cell_size_check=on",
    "PRAGMA mmap_size=0",
    "PRAGMA query_only=on",
    "PRAGMA temp_store=memory",
    # Of all connections together: what a view sorts would fill the memory.
    f"PRAGMA hard_heap_limit={1024 * 1024 * 1024}",
)
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)


class Connection(sqlite3.Connection):
    """A connection whose queries end when their time is over, or nobody waits for them."""

    path = Path()
    ends = 0.0
    view_ends = float("inf")
    stop: Callable[[], bool] = staticmethod(lambda: False)

    def is_over(self) -> bool:
        """Tell whether the query that runs now is to be given up; SQLite asks often."""
        return time.monotonic() > min(self.ends, self.view_ends) or self.stop()

    def check_wanted(self) -> None:
        """Raise CancelledError when nobody waits for the file any more."""
        if self.stop():
            raise CancelledError(messages.CANCELLED, path=self.path)

    @contextmanager
    def reading(self, table: str) -> Iterator[None]:
        """Read a table or view whatever its SQL does; a view is given less time.

        Raises TimeoutError when that is over, sqlite3.Error where it cannot be read.
        """
        with ExitStack() as stack:
            if not stored(self, table):
                stack.enter_context(self.for_a_view())
            stack.enter_context(careful(self, quoted(table)))
            yield

    @contextmanager
    def for_a_view(self) -> Iterator[None]:
        """Give what is read within less time; raises TimeoutError when it is over."""
        self.view_ends = time.monotonic() + VIEW_DEADLINE_S
        try:
            yield
        except sqlite3.OperationalError as error:
            now = time.monotonic()
            if "interrupted" in str(error) and self.view_ends < now < self.ends:
                raise TimeoutError from error
            raise
        finally:
            self.view_ends = float("inf")


@contextmanager
def opened(
    path: Path,
    deadline_s: float = DEADLINE_S,
    stop: Callable[[], bool] = lambda: False,
    shown: Path | None = None,
) -> Iterator[Connection]:
    """Open a SQLite file for reading only, and close it whatever happens.

    Raises InputError for a file that is missing, empty, no SQLite or damaged, and when all
    that is done with the connection takes longer than the deadline; CancelledError when stop
    says that nobody waits for it any more. Text that is not UTF-8 is read with replacement
    characters. Beside the file nothing is written: one with a live write-ahead log or a hot
    journal is copied to a private folder first, others are opened as immutable. shown is the
    path that errors name where it is another.
    """
    check_regular(path)
    with ExitStack() as stack:
        try:
            connection = _connect(_safe_copy(path, stack))
            stack.callback(connection.close)
            connection.path = path = shown or path
            _harden(connection, deadline_s, stop)
            yield connection
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                if stop():
                    raise CancelledError(messages.CANCELLED, path=path) from error
                raise InputError(messages.TOO_SLOW, path=path) from error
            reason = why_damaged(error)
            raise InputError(messages.DAMAGED, path=path, reason=reason) from error
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Python's sqlite3 cannot word its own message about a name that is not UTF-8.
            reason = why_damaged(error)
            raise InputError(messages.DAMAGED, path=path, reason=reason) from error
        except OSError as error:
            reason = why_unread(error)
            raise InputError(messages.FILE_UNREADABLE, path=path, reason=reason) from error


def check_regular_file(path: Path) -> None:
    """Raise InputError unless path is a regular file with something in it."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(messages.FILE_MISSING, path=path) from error
    except (OSError, ValueError) as error:
        reason = why_unread(error)
        raise InputError(messages.FILE_UNREADABLE, path=path, reason=reason) from error
    if not stat.S_ISREG(status.st_mode):
        raise InputError(messages.FILE_NOT_REGULAR, path=path)
    if status.st_size == 0:
        raise InputError(messages.FILE_EMPTY, path=path)


def first_bytes(path: Path, count: int) -> bytes:
    """Return the beginning of a regular file. Raises InputError for anything else."""
    check_regular_file(path)
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        reason = why_unread(error)
        raise InputError(messages.FILE_UNREADABLE, path=path, reason=reason) from error


def check_regular(path: Path) -> None:
    """Raise InputError unless path is a readable regular file that begins as SQLite does."""
    if first_bytes(path, len(MAGIC)) != MAGIC:
        raise InputError(messages.NOT_A_GEOPACKAGE, path=path)


def _safe_copy(path: Path, stack: ExitStack) -> Path:
    """Return the path itself, or that of a private copy when a writer has left work beside it.

    Only such a copy shows the rows of a live log without the reader writing beside the file.
    """
    live = _live_companions(path)
    if not live:
        return path
    folder = stack.enter_context(working_folder())
    for _ in range(_COPIES):
        before = _stamps(path)
        for source in (path, *live):
            shutil.copyfile(source, folder / ("copy.gpkg" + source.name[len(path.name) :]))
        if _stamps(path) == before:
            break
        # A writer has gone on between the copies: they may not fit together.
    _without_super_journal(folder / "copy.gpkg-journal")
    return folder / "copy.gpkg"


def _stamps(path: Path) -> list[tuple[int, int]]:
    files = (path, *_live_companions(path))
    return [(status.st_size, status.st_mtime_ns) for status in (f.stat() for f in files)]


def _without_super_journal(journal: Path) -> None:
    """Make a copied journal forget the super-journal that it may name.

    SQLite would read the file of that name, and delete it. Source: SQLite, "Atomic Commit In
    SQLite", section 5, and pager.c, readSuperJournal.
    """
    if not _has_content(journal):
        return
    with journal.open("r+b") as file:
        file.seek(0, 2)
        if file.tell() >= len(_JOURNAL_MAGIC):
            file.seek(-len(_JOURNAL_MAGIC), 2)
            if file.read() == _JOURNAL_MAGIC:
                file.seek(-len(_JOURNAL_MAGIC), 2)
                file.write(bytes(len(_JOURNAL_MAGIC)))


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


def _connect(path: Path) -> Connection:
    mode = "mode=rw" if path.name == "copy.gpkg" and _has_log(path) else "mode=ro&immutable=1"
    uri = f"{path.resolve().as_uri()}?{mode}"
    connection = sqlite3.connect(
        uri, uri=True, check_same_thread=False, isolation_level=None, factory=Connection
    )
    connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
    return connection


def _has_log(copy: Path) -> bool:
    return any(_has_content(copy.with_name(copy.name + end)) for end in ("-wal", "-journal"))


def _harden(connection: Connection, deadline_s: float, stop: Callable[[], bool]) -> None:
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.ends, connection.stop = time.monotonic() + deadline_s, stop
    connection.set_progress_handler(connection.is_over, _STEPS_BETWEEN_LOOKS)


def quoted(name: str) -> str:
    """Return an SQL identifier in quotes."""
    return '"' + name.replace('"', '""') + '"'


def rows(connection: sqlite3.Connection, sql: str, *values: object) -> list[dict[str, object]]:
    """Return the rows of a query as dictionaries by column."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in bounded(cursor)]


def bounded(cursor: sqlite3.Cursor, most: int = 0) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a query; raises DataError when they are more than a file should hold.

    A view of a few bytes can yield rows without end.
    """
    size, most = 0, most or MAX_YIELD_BYTES
    connection = cursor.connection
    for row in cursor:
        size += 64 + sum(map(sys.getsizeof, row))
        if size > most:
            raise sqlite3.DataError("it yields more data than can be shown")
        # A row of few steps can take seconds: SQLite itself does not look so often.
        if isinstance(connection, Connection) and connection.is_over():
            raise sqlite3.OperationalError("interrupted")
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
    with careful(connection, quoted(table)):
        cursor = connection.execute(f"SELECT * FROM {quoted(table)}")  # noqa: S608
        names = [column[0] for column in cursor.description]
        fetched = cursor if stored(connection, table) else bounded(cursor)
        return [dict(zip(names, row, strict=True)) for row in fetched]
