"""Why the system refuses a file, and what to do, as the second half of a sentence.

The system's own words are in the language of its administrator; they are quoted only where
nothing better is known. Its numbers: POSIX.1-2017, <errno.h>.
"""

from __future__ import annotations

import errno

from hetao_map.text.localized import LocalizedText as T

_DISK_FULL = T(
    "磁盘已满，请腾出空间或改用其他磁盘",
    "磁碟已滿，請騰出空間或改用其他磁碟",
    "the disk is full; make room on it or use another one",
)
_NOT_ALLOWED = T(
    "没有写入权限，或文件正被其他程序占用；请改用其他文件夹，或请管理员开放权限",
    "沒有寫入權限，或檔案正被其他程式使用；請改用其他資料夾，或請管理員開放權限",
    "you may not write there, or another program holds it; use another folder or ask for the "
    "permission",
)
_READ_ONLY = T(
    "该磁盘是只读的，请改用其他磁盘",
    "該磁碟是唯讀的，請改用其他磁碟",
    "that disk can only be read; use another one",
)
_NO_FOLDER = T(
    "文件夹不存在，请先建立或改用其他文件夹",
    "資料夾不存在，請先建立或改用其他資料夾",
    "the folder does not exist; create it or use another one",
)
_IS_FOLDER = T(
    "已有同名的文件夹，请换一个名称",
    "已有同名的資料夾，請改用其他名稱",
    "a folder has that name; use another name",
)
_NAME_TOO_LONG = T(
    "名称或路径过长，请缩短",
    "名稱或路徑過長，請縮短",
    "the name or path is too long; use a shorter one",
)
_NAME_NOT_POSSIBLE = T(
    "该磁盘不接受这样的名称，请换一个名称",
    "該磁碟不接受這樣的名稱，請改用其他名稱",
    "the disk does not take such a name; use another one",
)
_TOO_LARGE = T(
    "文件超出该磁盘或账户允许的大小，请改用其他磁盘",
    "檔案超出該磁碟或帳戶容許的大小，請改用其他磁碟",
    "it is larger than the disk or the account allows; use another disk",
)
_FAULTY_DISK = T(
    "磁盘读写出错，请检查磁盘，或改用其他磁盘上的副本",
    "磁碟讀寫出錯，請檢查磁碟，或改用其他磁碟上的副本",
    "the disk reports a fault; check it, or use a copy on another disk",
)
_NO_ANSWER = T(
    "该磁盘或网络共享没有响应，请重新连接后再试",
    "該磁碟或網絡共用資料夾沒有回應，請重新連接後再試",
    "the disk or network share does not answer; connect it again, then try again",
)
_BUSY = T(
    "文件正被其他程序占用，请在那里关闭后再试",
    "檔案正被其他程式使用，請在該程式關閉後再試",
    "another program is using it; close it there, then try again",
)
_TOO_MANY = T(
    "打开的文件过多，请关闭一些程序后再试",
    "開啟的檔案過多，請關閉部分程式後再試",
    "too many files are open; close some programs, then try again",
)
_NOT_READABLE = T(
    "没有读取权限，请文件的所有者开放权限",
    "沒有讀取權限，請檔案的擁有者開放權限",
    "you may not read it; ask its owner for the permission",
)
_GONE = T(
    "文件已不在原处，请检查是否被移走或删除",
    "檔案已不在原處，請檢查是否已移走或刪除",
    "it is no longer there; look whether it was moved or deleted",
)
_NO_ROOM_TO_COPY = T(
    "读取时需要复制一份，但临时文件夹所在的磁盘已满，请腾出空间",
    "讀取時須複製一份，但暫存資料夾所在的磁碟已滿，請騰出空間",
    "reading it takes a copy, and the disk of temporary files is full; make room there",
)
_CIRCLE = T(
    "链接互相指向，没有终点，请直接打开原文件",
    "連結互相指向，沒有終點，請直接開啟原檔案",
    "the link leads in a circle; open the file itself",
)
_OTHER = T(
    "系统的说明是“{words}”",
    "系統的說明是「{words}」",
    "the system says “{words}”",
)

_NO_DATABASE = T("内容不是 SQLite 数据库", "內容不是 SQLite 資料庫", "it is not an SQLite database")
_BROKEN_INSIDE = T("内部结构已损坏", "內部結構已損壞", "its inner structure is broken")
_CUT_OFF = T("内容不完整", "內容不完整", "a part of it is missing")
_NO_JSON = T("JSON 语法有误", "JSON 語法有誤", "it is no valid JSON")
_NO_ARCHIVE = T(
    "压缩包不完整或不是 ZIP 格式", "壓縮檔不完整或不是 ZIP 格式", "it is no whole ZIP archive"
)
# What SQLite, Python and GDAL say of a damaged file, by a part of their words.
_DAMAGES = {
    "not a database": _NO_DATABASE,
    "malformed": _BROKEN_INSIDE,
    "disk I/O error": _CUT_OFF,
    "unable to open database file": _CUT_OFF,
    "invalid JSON": _NO_JSON,
    "zip file": _NO_ARCHIVE,
}

_AWAY = ("ESTALE", "ENODEV", "ENXIO", "ETIMEDOUT", "EHOSTDOWN", "ENOTCONN", "EREMOTEIO")
_BOTH = {
    **dict.fromkeys(_AWAY, _NO_ANSWER),
    "ENAMETOOLONG": _NAME_TOO_LONG,
    "EIO": _FAULTY_DISK,
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EMFILE": _TOO_MANY,
    "ENFILE": _TOO_MANY,
    "EINVAL": _NAME_NOT_POSSIBLE,
    "EILSEQ": _NAME_NOT_POSSIBLE,
    "ELOOP": _CIRCLE,
}
_WRITING = _BOTH | {
    "ENOSPC": _DISK_FULL,
    "EDQUOT": _DISK_FULL,
    "EACCES": _NOT_ALLOWED,
    "EPERM": _NOT_ALLOWED,
    "EROFS": _READ_ONLY,
    "ENOENT": _NO_FOLDER,
    "ENOTDIR": _NO_FOLDER,
    "EISDIR": _IS_FOLDER,
    "EFBIG": _TOO_LARGE,
}
_READING = _BOTH | {
    "ENOSPC": _NO_ROOM_TO_COPY,
    "EDQUOT": _NO_ROOM_TO_COPY,
    "EACCES": _NOT_READABLE,
    "EPERM": _NOT_READABLE,
    "ENOENT": _GONE,
    "ENOTDIR": _GONE,
}


def why_unwritten(error: Exception) -> T:
    """Return why something cannot be written and what to do, without a full stop."""
    return _why(error, _WRITING)


def why_unread(error: Exception) -> T:
    """Return why something cannot be read and what to do, without a full stop."""
    return _why(error, _READING)


def why_damaged(words: object) -> T:
    """Return what is wrong with a file by the words of the library that reads it, or them."""
    said = str(words)
    return next((why for part, why in _DAMAGES.items() if part in said), T(said, said, said))


def _why(error: Exception, known: dict[str, T]) -> T:
    number = getattr(error, "errno", None)
    name = errno.errorcode.get(number, "") if isinstance(number, int) else ""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return known.get(name) or _OTHER.with_values(words=words)
