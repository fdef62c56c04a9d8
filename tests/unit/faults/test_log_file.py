import logging
from pathlib import Path

from hetao_map.faults.log_file import MOST_BYTES, OLDER, LogFile, log_once
from tests.files import everything_in


def record(words: str) -> logging.LogRecord:
    return logging.LogRecord("hetao_map", logging.WARNING, "", 0, words, None, None)


def test_a_run_in_which_nothing_happens_leaves_no_file(tmp_path: Path) -> None:
    LogFile(tmp_path / "log").close()
    assert everything_in(tmp_path) == {}


def test_the_log_is_bounded_and_names_no_folder(tmp_path: Path) -> None:
    log_file = LogFile(tmp_path / "log")
    for number in range(3000):
        log_file.handle(record(f"{number} /home/someone/private/plan.gpkg " + "word " * 80))
    log_file.close()
    files = {name: text for name, text in everything_in(tmp_path).items() if text is not None}
    assert len(files) == OLDER + 1
    assert sum(map(len, files.values())) < MOST_BYTES * (OLDER + 1)
    assert b"2999 \xe2\x80\xa6/plan.gpkg" in files["log/hetao-map.log"]
    assert not any(b"someone" in text for text in files.values())


def test_letters_that_are_none_are_written_all_the_same(tmp_path: Path) -> None:
    path = log_once(tmp_path, "a name \udcff that is no UTF-8")
    assert path is not None
    assert b"\\udcff" in path.read_bytes()


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the way")
    log_file = LogFile(tmp_path / "log")
    log_file.handle(record("lost"))
    log_file.close()
    assert log_once(tmp_path / "log", "lost") is None
    assert list(everything_in(tmp_path)) == ["log"]
