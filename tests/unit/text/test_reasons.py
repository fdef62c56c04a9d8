import errno
import os

import pytest

from hetao_map.text.language import Language
from hetao_map.text.reasons import why_damaged, why_unread, why_unwritten

COMMON = ["ENOSPC", "EACCES", "EPERM", "EROFS", "ENOENT", "ENAMETOOLONG", "EIO", "EISDIR", "EFBIG"]


def refused(name: str) -> OSError:
    number = getattr(errno, name)
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize("name", COMMON)
def test_a_common_reason_is_worded_in_every_language(name: str) -> None:
    error = refused(name)
    why = why_unwritten(error)
    for language in Language:
        words = why.in_(language)
        assert words
        assert str(error.strerror) not in words
    assert not why.zh_hans.isascii()
    assert why.zh_hans != why.zh_hant


def test_a_full_disk_does_not_speak_of_permissions() -> None:
    why = why_unwritten(refused("ENOSPC"))
    assert "disk is full" in why.en
    assert "permission" not in why.en
    assert ("磁盘已满" in why.zh_hans, "磁碟已滿" in why.zh_hant) == (True, True)


def test_reading_asks_for_other_things_than_writing() -> None:
    for name in ("EACCES", "ENOENT", "ENOSPC"):
        assert why_unread(refused(name)) != why_unwritten(refused(name))


@pytest.mark.parametrize(
    "error", [OSError(9999, "Odd"), OSError("Odd"), ValueError("Odd")], ids=repr
)
def test_an_unknown_reason_is_quoted(error: Exception) -> None:
    for language in Language:
        assert "Odd" in why_unwritten(error).in_(language)


def test_an_error_without_words_is_named() -> None:
    assert "OSError" in why_unread(OSError()).en


@pytest.mark.parametrize(
    "words",
    [
        "file is not a database",
        "database disk image is malformed",
        "disk I/O error",
        "invalid JSON",
    ],
)
def test_what_a_library_says_of_a_damage_is_worded_in_chinese(words: str) -> None:
    why = why_damaged(words)
    assert words not in {why.zh_hans, why.zh_hant}
    assert not why.zh_hans.isascii()
    assert not why.zh_hant.isascii()


def test_an_unknown_damage_is_quoted() -> None:
    assert why_damaged(ValueError("odd")).zh_hant == "odd"
