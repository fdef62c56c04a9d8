"""Catches what nobody has caught, in any thread, and what Qt complains of."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections import Counter
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from hetao_map.model.errors import HetaoError, NoDisplayError
from hetao_map.session.journal import without_folders
from hetao_map.text import messages
from hetao_map.text.language import Language

log = logging.getLogger(__name__)

_LONGEST, _LONGEST_LINE = 12_000, 300
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Hooks(QObject):
    """Tells the window's thread of faults. Each is logged whole once; repeats are counted."""

    refused = Signal(object)
    """A LocalizedText: something could not be done, and why is known."""
    broken = Signal(str)
    """The calls that led to a fault of the program, without folders."""

    def __init__(self, language: Language = Language.EN) -> None:
        """Language is that of a last sentence on stderr.

        Set has_platform once Qt has opened the display: until then what it says is logged only.
        """
        super().__init__()
        self._language = language
        self.has_platform = False
        self._seen: Counter[str] = Counter()

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        sys.unraisablehook = self._note
        qInstallMessageHandler(self._take_qt_message)

    def remove(self) -> None:
        """Leave everything to Python and Qt again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Take an exception that nobody caught; any thread."""
        if isinstance(error, HetaoError):
            log.info("refused: %s", error.sentence.en)
            self.refused.emit(error.sentence)
        elif not isinstance(error, KeyboardInterrupt | SystemExit) and self._is_new(kind, trace):
            text = fault_text(error)
            # A terminal gets one line, the log all of it.
            log.critical("%s", text.partition("\n")[0])
            log.info("%s", text)
            self.broken.emit(text)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._catch(args.exc_type, args.exc_value, args.exc_traceback)

    def _note(self, args: sys.UnraisableHookArgs) -> None:
        """Log what goes wrong while something is being thrown away: nothing can depend on it."""
        log.warning("ignored in %r: %r", args.object, args.exc_value)

    def _take_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log what Qt says under its category; any thread."""
        category = context.category or "default"
        words = message if category == "default" else f"{category}: {message}"
        if kind is QtMsgType.QtFatalMsg and "platform plugin" in message:
            # Qt is about to abort the process, because it cannot open any window.
            self._end_without_platform(words)
        # What leads to that end is said by its one sentence.
        told = _LEVELS[kind] if self.has_platform else logging.INFO
        logging.getLogger("qt").log(told, "%s", words)

    def _end_without_platform(self, words: str) -> None:
        logging.getLogger("qt").info("%s", words)
        sentence = " ".join(messages.NO_PLATFORM.in_(self._language).split())
        print(f"hetao-map: {sentence}", file=sys.stderr, flush=True)
        os._exit(NoDisplayError.exit_code)

    def _is_new(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Count a fault by its place; a hand that moves the mouse can bring hundreds."""
        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        key = f"{kind.__name__} {place}"
        self._seen[key] += 1
        times = self._seen[key]
        # The 2nd, 4th, 8th … time is worth a line.
        if times > 1 and times & (times - 1) == 0:
            log.error("%s: %d times by now", without_folders(key), times)
        return times == 1


def fault_text(error: BaseException) -> str:
    """Return a line for an error, then the calls that led to it; the middle of many is left out."""
    words = " ".join(f"{type(error).__name__}: {error}"[:_LONGEST_LINE].split())
    calls = "".join(traceback.format_exception(error)).rstrip()
    if len(calls) > _LONGEST:
        calls = f"{calls[: _LONGEST // 3]}\n…\n{calls[-_LONGEST * 2 // 3 :]}"
    return without_folders(f"{words}\n\n{calls}")
