"""A kept file is whole or not there; a broken one is set aside, and an older one serves."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hetao_map.session.kept_file import KEPT, MOST_BYTES, KeptFile
from tests.files import everything_in

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
BROKEN = (
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version": 2}', b"{}", b"[" * 100_000,
    b'{"version": 1, "a": NaN}', b" " * (MOST_BYTES + 1), b'{"version": ' + b"9" * 9999 + b"}",
)  # fmt: skip


def run(path: Path, **content: object) -> None:
    KeptFile(path).write(content)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.json"
    run(path, name="福田口岸", place=[1.5, None])
    found, notes = KeptFile(path).read()
    assert (found["name"], found["place"], notes) == ("福田口岸", [1.5, None], ())
    assert list(everything_in(path.parent)) == ["a.json"]


def test_without_a_file_there_is_nothing_and_no_complaint(tmp_path: Path) -> None:
    assert KeptFile(tmp_path / "a.json").read() == ({}, ())


def test_the_last_five_runs_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for number in range(8):
        file = KeptFile(path)
        for save in range(3):
            file.write({"run": number, "save": save})
    runs = {name: json.loads(data)["run"] for name, data in everything_in(tmp_path).items()}
    assert runs == {"a.json": 7, "a.1.json": 6, "a.2.json": 5, "a.3.json": 4, "a.4.json": 3}
    assert len(runs) == KEPT


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_set_aside_and_the_one_before_serves(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.json"
    run(path, run=1)
    run(path, run=2)
    path.write_bytes(content)
    found, notes = KeptFile(path).read()
    assert found["run"] == 1
    assert len(notes) == 1
    assert "a.json.broken" in notes[0].en
    assert everything_in(tmp_path)["a.json.broken"] == content


def test_with_all_broken_one_sentence_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for number in range(3):
        run(path, run=number)
    for file in tmp_path.iterdir():
        file.write_bytes(b"?")
    found, notes = KeptFile(path).read()
    assert (found, len(notes)) == ({}, 1)
    assert len([name for name in everything_in(tmp_path) if name.endswith(".broken")]) == 3


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    found, notes = KeptFile(tmp_path / "a.json").read()
    assert (found, len(notes)) == ({}, 1)


def test_a_full_disk_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = KeptFile(tmp_path / "a.json")
    file.write({"run": 1})
    before = everything_in(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            file.write({"run": 2})
    assert everything_in(tmp_path) == before
    file.write({"run": 2})
    assert KeptFile(tmp_path / "a.json").read()[0]["run"] == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | ANY_JSON.map(lambda value: json.dumps(value).encode()))
def test_no_content_raises(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    found, _notes = KeptFile(path).read()
    assert isinstance(found, dict)
